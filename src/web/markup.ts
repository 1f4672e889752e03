/** Markup is escaped by default; every page, component and sign is written with these two. */
import { html, raw } from 'hono/html'

export { html, raw }

/** Finished markup. It passes through `html` as it is. */
export type Markup = ReturnType<typeof html>

/** What a component may be given to show: a string is escaped, markup is not. */
export type Content = string | Markup

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** ` name="value"` pairs; `true` writes the bare name, `false` and `undefined` write nothing. */
export const attributes = (all: Attributes): Markup =>
  html`${Object.entries(all).map(([name, value]) => {
    if (value === undefined || value === false) return ''
    return value === true ? html` ${name}` : html` ${name}="${value}"`
  })}`
