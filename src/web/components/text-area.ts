/** Several lines of text. */
import { type Attributes, attributes, html, type Markup } from '../markup.ts'
import { classes, describedBy, type Field, field } from './field.ts'

export type TextArea = Field & {
  value?: string | undefined
  rows?: number | undefined
  spellcheck?: boolean | undefined
  autocomplete?: string | undefined
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}

export const textArea = (given: TextArea): Markup => {
  const id = given.id ?? given.name
  const all = attributes({
    class: classes('govuk-textarea', given.error !== undefined && 'govuk-textarea--error'),
    id,
    name: given.name,
    rows: given.rows ?? 5,
    spellcheck: given.spellcheck === undefined ? undefined : String(given.spellcheck),
    disabled: given.disabled,
    'aria-describedby': describedBy(id, given),
    autocomplete: given.autocomplete,
    ...given.attributes,
  })
  // A browser drops one line break right after the opening tag, so what somebody typed first needs a second.
  const value = given.value?.startsWith('\n') ? `\n${given.value}` : given.value
  return field(given, id, html`<textarea${all}>${value}</textarea>`)
}
