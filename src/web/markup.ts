/** Markup is escaped by default; every page, component and sign is written with these two. */

/** Finished markup. It passes through `html` as it is. */
export class Markup {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** What a component may be given to show: a string is escaped, markup is not. */
export type Content = string | Markup

/** Truth and nothing write nothing, so that a part can be left out with `&&` or `undefined`. */
type Part = Content | number | boolean | undefined | readonly Part[]

/** Text that is markup already; never what somebody typed. */
export const raw = (text: string): Markup => new Markup(text)

export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] ?? ''
  for (let at = 0; at < parts.length; at++) text += written(parts[at]) + strings[at + 1]
  return new Markup(text)
}

function written(part: Part): string {
  if (typeof part === 'string') return escaped(part)
  if (part instanceof Markup) return part.toString()
  if (typeof part === 'number') return String(part)
  if (typeof part !== 'object') return ''
  let text = ''
  for (const each of part) text += written(each)
  return text
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Most texts hold nothing to escape, and to look is cheaper than to replace. */
const escaped = (text: string): string => (/[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '') : text)

export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>

/** ` name="value"` pairs; `true` writes the bare name, `false` and `undefined` write nothing. */
export function attributes(all: Attributes): Markup {
  let text = ''
  for (const name in all) {
    const value = all[name]
    if (value !== undefined && value !== false) text += value === true ? ` ${name}` : ` ${name}="${written(value)}"`
  }
  return new Markup(text)
}
