/** Radios (one of a few) and checkboxes (any of a few), which differ in little more than their name. */
import { attributes, type Content, html, type Markup } from '../markup.ts'
import { classes, describedBy, group, hint, hintAndError, label, type Size } from './field.ts'
import { fieldset } from './fieldset.ts'

export type Choice = {
  value: string
  text: Content
  hint?: Content | undefined
  id?: string | undefined
  checked?: boolean | undefined
  disabled?: boolean | undefined
}

/** A word between two choices, such as "or". */
export type Divider = { divider: string }

type Choices = {
  name: string
  items: readonly (Choice | Divider)[]
  /** Without a legend there is no fieldset: only for a single box whose label says it all. */
  legend?: Content | undefined
  legendSize?: Size | undefined
  legendIsHeading?: boolean | undefined
  id?: string | undefined
  hint?: Content | undefined
  error?: Content | undefined
  describedBy?: string | undefined
  groupClasses?: string | undefined
  small?: boolean | undefined
}

export type Radios = Choices & { value?: string | undefined; inline?: boolean | undefined }
export type Checkboxes = Choices & { values?: readonly string[] | undefined }

type Kind = { block: 'radios' | 'checkboxes'; type: 'radio' | 'checkbox'; modifier: string | false; isOn: (item: Choice) => boolean }

const choice = (given: Choices, kind: Kind, item: Choice, id: string): Markup => {
  const itemHint = item.hint === undefined ? undefined : `${id}-item-hint`
  const own = kind.block === 'checkboxes' && given.legend === undefined ? describedBy(given.id ?? given.name, given) : undefined
  const input = attributes({
    class: `govuk-${kind.block}__input`,
    id,
    name: given.name,
    type: kind.type,
    value: item.value,
    checked: kind.isOn(item),
    disabled: item.disabled,
    'aria-describedby': classes(own, itemHint) || undefined,
  })
  return html`<div class="govuk-${kind.block}__item"><input${input}>${label({
    text: item.text,
    for: id,
    classes: `govuk-${kind.block}__label`,
  })}${itemHint !== undefined && item.hint !== undefined && hint({ id: itemHint, text: item.hint, classes: `govuk-${kind.block}__hint` })}</div>`
}

const choices = (given: Choices, kind: Kind): Markup => {
  const id = given.id ?? given.name
  const items = given.items.map((item, at) =>
    'divider' in item
      ? html`<div class="govuk-${kind.block}__divider">${item.divider}</div>`
      : choice(given, kind, item, item.id ?? (at === 0 ? id : `${id}-${at + 1}`)),
  )
  const names = classes(`govuk-${kind.block}`, given.small && `govuk-${kind.block}--small`, kind.modifier)
  const content = html`${hintAndError(id, given)}<div class="${names}" data-module="govuk-${kind.block}">${items}</div>`
  if (given.legend === undefined) return group(given, content)
  const { legend, legendSize, legendIsHeading } = given
  return group(given, fieldset({ legend, legendSize, legendIsHeading, describedBy: describedBy(id, given), content }))
}

export const radios = (given: Radios): Markup =>
  choices(given, {
    block: 'radios',
    type: 'radio',
    modifier: given.inline === true && 'govuk-radios--inline',
    isOn: (item) => item.checked ?? (given.value !== undefined && given.value !== '' && item.value === given.value),
  })

export const checkboxes = (given: Checkboxes): Markup =>
  choices(given, {
    block: 'checkboxes',
    type: 'checkbox',
    modifier: false,
    isOn: (item) => item.checked ?? given.values?.includes(item.value) ?? false,
  })
