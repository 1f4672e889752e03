/** Form fields write the markup of govuk-frontend too, and escape what people typed. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { conform } from '../../../tests/components/fixtures.ts'
import { type Attributes, type Content, raw } from '../markup.ts'
import { type Choice, checkboxes, type Divider, radios } from './choices.ts'
import { dateField } from './date-field.ts'
import type { Size } from './field.ts'
import { select } from './select.ts'
import { textArea } from './text-area.ts'
import { type TextField, textField } from './text-field.ts'

type Said = { text?: string; html?: string }
type FieldOptions = {
  name: string
  id?: string
  label: Said & { classes?: string; isPageHeading?: boolean }
  hint?: Said
  errorMessage?: Said
  describedBy?: string
  formGroup?: { classes?: string }
  disabled?: boolean
  attributes?: Attributes
}

const said = ({ text, html }: Said): Content => (html === undefined ? String(text ?? '') : raw(html))

const FIELD = [
  ...['name', 'id', 'label', 'label.text', 'label.html', 'label.classes', 'label.isPageHeading', 'hint', 'hint.text', 'errorMessage'],
  ...['errorMessage.text', 'describedBy', 'formGroup', 'formGroup.classes', 'disabled', 'attributes'],
]

const field = (given: FieldOptions) => ({
  name: given.name,
  id: given.id,
  label: said(given.label),
  labelSize: given.label.classes?.replace('govuk-label--', '') as Size | undefined,
  labelIsHeading: given.label.isPageHeading,
  hint: given.hint && said(given.hint),
  error: given.errorMessage && said(given.errorMessage),
  describedBy: given.describedBy,
  groupClasses: given.formGroup?.classes,
  disabled: given.disabled,
  attributes: given.attributes,
})

type ChoiceOptions = Said & { value: string; divider?: string; id?: string; hint?: Said; checked?: boolean; disabled?: boolean }
type ChoicesOptions = {
  name: string
  idPrefix?: string
  items: (ChoiceOptions | null)[]
  fieldset?: { legend?: Said & { classes?: string; isPageHeading?: boolean }; describedBy?: string }
  hint?: Said
  errorMessage?: Said
  describedBy?: string
  formGroup?: { classes?: string }
  classes?: string
}

const CHOICES = [
  ...[
    'name',
    'idPrefix',
    'fieldset',
    'fieldset.legend',
    'fieldset.legend.text',
    'fieldset.legend.html',
    'fieldset.legend.classes',
    'classes',
  ],
  ...['fieldset.legend.isPageHeading', 'fieldset.describedBy', 'hint', 'hint.text', 'errorMessage', 'errorMessage.text', 'describedBy'],
  ...['formGroup', 'formGroup.classes', 'items', 'items.text', 'items.html', 'items.value', 'items.divider', 'items.id', 'items.hint'],
  ...['items.hint.text', 'items.checked', 'items.disabled'],
]

const item = ({ value, divider, id, hint, checked, disabled, ...text }: ChoiceOptions): Choice | Divider =>
  divider === undefined ? { value: String(value), text: said(text), id, hint: hint && said(hint), checked, disabled } : { divider }

/** What radios and checkboxes are given, or the reason why neither has it. */
const choices = (given: ChoicesOptions, block: string) => {
  const { legend, describedBy = given.describedBy } = given.fieldset ?? {}
  const names = new Set((given.classes ?? '').split(' ').filter((name) => name !== ''))
  const small = names.delete(`govuk-${block}--small`)
  const inline = names.delete(`govuk-${block}--inline`)
  const items = given.items.filter((one) => one !== null && typeof one === 'object')
  if (names.size > 0) return 'classes'
  if (items.length < given.items.length) return 'empty items'
  if (given.fieldset && !legend) return 'no words'
  return {
    name: given.name,
    id: given.idPrefix,
    items: items.map(item),
    legend: legend && said(legend),
    legendSize: legend?.classes?.replace('govuk-fieldset__legend--', '') as Size | undefined,
    legendIsHeading: legend?.isPageHeading,
    hint: given.hint && said(given.hint),
    error: given.errorMessage && said(given.errorMessage),
    describedBy,
    groupClasses: given.formGroup?.classes,
    small,
    inline,
  }
}

describe('fields', () => {
  type InputOptions = FieldOptions &
    Pick<TextField, 'type' | 'value' | 'autocomplete' | 'autocapitalize' | 'inputmode' | 'pattern' | 'spellcheck'>
  conform<InputOptions & { classes?: string; prefix?: Said; suffix?: Said }>({
    component: 'input',
    offered: [
      ...[...FIELD, 'type', 'value', 'autocomplete', 'autocapitalize', 'inputmode', 'pattern', 'spellcheck', 'classes', 'prefix', 'suffix'],
      ...['prefix.text', 'prefix.html', 'suffix.text', 'suffix.html'],
    ],
    draw: ({ classes = '', prefix, suffix, ...given }) => {
      const width = classes.match(/govuk-input--width-(\d+)/)?.[1]
      const spacedOut = classes.includes('govuk-input--extra-letter-spacing')
      if (classes !== '' && width === undefined && !spacedOut) return 'classes'
      return textField({
        ...given,
        ...field(given),
        width: width === undefined ? undefined : (Number(width) as 2 | 3 | 4 | 5 | 10 | 20 | 30),
        spacedOut,
        prefix: prefix && said(prefix),
        suffix: suffix && said(suffix),
      })
    },
    least: 39,
  })

  conform<FieldOptions & { value?: string; rows?: number; spellcheck?: boolean; autocomplete?: string }>({
    component: 'textarea',
    offered: [...FIELD, 'value', 'rows', 'spellcheck', 'autocomplete'],
    draw: (given) => textArea({ ...given, ...field(given) }),
    least: 17,
  })

  type SelectItemOptions = { text?: string; value?: string | number; selected?: boolean; disabled?: boolean }
  conform<FieldOptions & { items?: SelectItemOptions[]; value?: string | number }>({
    component: 'select',
    offered: [...FIELD, 'items', 'items.text', 'items.value', 'items.selected', 'items.disabled', 'value'],
    draw: ({ items = [], value, ...given }) => {
      if (items.some((one) => !one)) return 'empty items'
      const text = (one: string | number | undefined) => (one === undefined ? undefined : String(one))
      return select({
        ...field(given),
        items: items.map((one) => ({ ...one, text: String(one.text ?? ''), value: text(one.value) })),
        value: text(value),
      })
    },
    least: 15,
  })

  conform<ChoicesOptions & { value?: string }>({
    component: 'radios',
    offered: [...CHOICES, 'value'],
    draw: (given) => {
      const ours = choices(given, 'radios')
      return typeof ours === 'string' ? ours : radios({ ...ours, value: given.value === undefined ? undefined : String(given.value) })
    },
    least: 29,
  })

  conform<ChoicesOptions & { values?: string[] }>({
    component: 'checkboxes',
    offered: [...CHOICES, 'values'],
    draw: (given) => {
      const ours = choices(given, 'checkboxes')
      return typeof ours === 'string' ? ours : checkboxes({ ...ours, values: given.values })
    },
    least: 21,
  })

  it('escape what people typed, wherever it is shown', () => {
    const typed = "\"><b onclick='x'>&"
    const all = { name: 'a', label: typed, hint: typed, error: typed, value: typed }
    const drawn = [
      textField({ ...all, prefix: typed, attributes: { list: typed } }),
      textArea(all),
      dateField(all),
      select({ ...all, items: [{ text: typed, value: typed }] }),
      radios({ ...all, legend: typed, items: [{ text: typed, value: typed, hint: typed }] }),
      checkboxes({ ...all, legend: typed, values: [typed], items: [{ text: typed, value: typed }, { divider: typed }] }),
    ]
    for (const markup of drawn) {
      assert.ok(!String(markup).includes('<b'))
      assert.ok(!String(markup).includes('="">'))
    }
  })

  it('tie a date to its hint and its error, and give back what was typed', () => {
    const drawn = String(
      dateField({ name: 'until', label: 'Until', hint: 'A Friday is best', error: 'Give a day in the future', value: '2020-02-31' }),
    )
    assert.match(drawn, /<input class="govuk-input date-field govuk-input--error" id="until" name="until" type="date" value="2020-02-31"/)
    assert.match(drawn, /aria-describedby="until-hint until-error"/)
    assert.match(drawn, /<p id="until-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:<\/span> Give a day/)
  })

  it('keep the line break a text began with', () =>
    assert.match(String(textArea({ name: 'a', label: 'A', value: '\nfirst' })), />\n\nfirst<\/textarea>/))
})
