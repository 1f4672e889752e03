/** Buttons and links that look like buttons: the have colour unless told otherwise. */
import { type Attributes, attributes, type Content, html, type Markup } from '../markup.ts'

export type ButtonKind = 'have' | 'need' | 'quiet' | 'warning'

const CLASS: Record<ButtonKind, string> = {
  have: 'govuk-button',
  need: 'govuk-button button-need',
  quiet: 'govuk-button govuk-button--secondary',
  warning: 'govuk-button govuk-button--warning',
}

export type Button = {
  text: Content
  kind?: ButtonKind | undefined
  name?: string | undefined
  value?: string | undefined
  type?: 'submit' | 'button' | 'reset' | undefined
  id?: string | undefined
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}

export const button = ({
  text,
  kind = 'have',
  name,
  value,
  type = 'submit',
  id,
  disabled = false,
  attributes: more = {},
}: Button): Markup =>
  html`<button${attributes({
    type,
    value,
    name,
    disabled,
    'aria-disabled': disabled ? 'true' : undefined,
    class: CLASS[kind],
    'data-module': 'govuk-button',
    ...more,
    id,
  })}>${text}</button>`

export type ButtonLink = {
  text: Content
  href: string
  kind?: ButtonKind | undefined
  id?: string | undefined
  attributes?: Attributes | undefined
}

export const buttonLink = ({ text, href, kind = 'have', id, attributes: more = {} }: ButtonLink): Markup =>
  html`<a${attributes({
    href,
    role: 'button',
    draggable: 'false',
    class: CLASS[kind],
    'data-module': 'govuk-button',
    ...more,
    id,
  })}>${text}</a>`

/** Buttons and links side by side; they wrap where there is no room. */
export const buttonGroup = (...members: Markup[]): Markup => html`<div class="govuk-button-group">${members}</div>`
