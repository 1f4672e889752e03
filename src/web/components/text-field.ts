/** One line of text, with a label, and where wanted a hint, an error, a prefix or a suffix. */
import { type Attributes, attributes, type Content, html, type Markup } from '../markup.ts'
import { classes, describedBy, type Field, field } from './field.ts'

export type TextField = Field & {
  value?: string | number | undefined
  type?: 'text' | 'email' | 'file' | 'number' | 'password' | 'search' | 'tel' | 'url' | undefined
  /** How many characters the box has room for; without it the box takes the width there is. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  prefix?: Content | undefined
  suffix?: Content | undefined
  autocomplete?: string | undefined
  autocapitalize?: string | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | undefined
  pattern?: string | undefined
  spellcheck?: boolean | undefined
  disabled?: boolean | undefined
  /** For codes that are read and typed one digit at a time. */
  spacedOut?: boolean | undefined
  attributes?: Attributes | undefined
}

const affix = (kind: 'prefix' | 'suffix', text: Content | undefined): Markup | '' =>
  text === undefined ? '' : html`<div class="govuk-input__${kind}" aria-hidden="true">${text}</div>`

export const textField = (given: TextField): Markup => {
  const id = given.id ?? given.name
  const input = html`<input${attributes({
    class: classes(
      'govuk-input',
      given.width && `govuk-input--width-${given.width}`,
      given.spacedOut && 'govuk-input--extra-letter-spacing',
      given.error !== undefined && 'govuk-input--error',
    ),
    id,
    name: given.name,
    type: given.type ?? 'text',
    spellcheck: given.spellcheck === undefined ? undefined : String(given.spellcheck),
    value: given.value,
    disabled: given.disabled,
    'aria-describedby': describedBy(id, given),
    autocomplete: given.autocomplete,
    autocapitalize: given.autocapitalize,
    pattern: given.pattern,
    inputmode: given.inputmode,
    ...given.attributes,
  })}>`
  if (given.prefix === undefined && given.suffix === undefined) return field(given, id, input)
  const wrapped = html`<div class="govuk-input__wrapper">${affix('prefix', given.prefix)}${input}${affix('suffix', given.suffix)}</div>`
  return field(given, id, wrapped)
}
