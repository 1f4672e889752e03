/** One choice from a list too long for radios. */
import { type Attributes, attributes, html, type Markup } from '../markup.ts'
import { classes, describedBy, type Field, field } from './field.ts'

export type SelectItem = { text: string; value?: string | undefined; selected?: boolean | undefined; disabled?: boolean | undefined }

export type Select = Field & {
  items: readonly SelectItem[]
  value?: string | undefined
  disabled?: boolean | undefined
  attributes?: Attributes | undefined
}

const isChosen = (item: SelectItem, value: string | undefined): boolean =>
  item.selected ?? (value !== undefined && value !== '' && (item.value ?? item.text) === value)

export const select = (given: Select): Markup => {
  const id = given.id ?? given.name
  const all = attributes({
    class: classes('govuk-select', given.error !== undefined && 'govuk-select--error'),
    id,
    name: given.name,
    disabled: given.disabled,
    'aria-describedby': describedBy(id, given),
    ...given.attributes,
  })
  const options = given.items.map((item) => {
    const its = attributes({ value: item.value, selected: isChosen(item, given.value), disabled: item.disabled })
    return html`<option${its}>${item.text}</option>`
  })
  return field(given, id, html`<select${all}>${options}</select>`)
}
