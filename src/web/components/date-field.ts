/** One day. The browser's own date field: it knows the reader's calendar, and sends 2026-12-03 whatever it shows. */
import { type Attributes, attributes, html, type Markup } from '../markup.ts'
import { classes, describedBy, type Field, field } from './field.ts'

export type DateField = Field & {
  /** A day as 2026-12-03; what was typed is given back as it is. */
  value?: string | undefined
  min?: string | undefined
  max?: string | undefined
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}

export const dateField = (given: DateField): Markup => {
  const id = given.id ?? given.name
  const all = attributes({
    class: classes('govuk-input', 'date-field', given.error !== undefined && 'govuk-input--error'),
    id,
    name: given.name,
    type: 'date',
    value: given.value,
    min: given.min,
    max: given.max,
    disabled: given.disabled,
    'aria-describedby': describedBy(id, given),
    ...given.attributes,
  })
  return field(given, id, html`<input${all}>`)
}
