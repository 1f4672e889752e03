/** What every form field shares: its group, label, hint, error, and how they are tied to the input. */
import { attributes, type Content, html, type Markup } from '../markup.ts'

export type Size = 's' | 'm' | 'l' | 'xl'

export type Field = {
  name: string
  label: Content
  id?: string | undefined
  hint?: Content | undefined
  error?: Content | undefined
  labelSize?: Size | undefined
  labelIsHeading?: boolean | undefined
  describedBy?: string | undefined
  /** Extra classes for the whole group, such as `field-half` in a role grid. */
  groupClasses?: string | undefined
}

export const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ')

export const label = (given: {
  text: Content
  for?: string
  size?: Size | undefined
  isHeading?: boolean | undefined
  classes?: string
}): Markup => {
  const names = classes('govuk-label', given.classes, given.size && `govuk-label--${given.size}`)
  const drawn = html`<label${attributes({ class: names, for: given.for })}>${given.text}</label>`
  return given.isHeading ? html`<h1 class="govuk-label-wrapper">${drawn}</h1>` : drawn
}

export const hint = (given: { text: Content; id?: string; classes?: string }): Markup =>
  html`<div${attributes({ id: given.id, class: classes('govuk-hint', given.classes) })}>${given.text}</div>`

export const errorMessage = (given: { text: Content; id?: string }): Markup =>
  html`<p${attributes({ id: given.id, class: 'govuk-error-message' })}><span class="govuk-visually-hidden">Error:</span> ${given.text}</p>`

type Told = { hint?: Content | undefined; error?: Content | undefined; describedBy?: string | undefined }

/** The ids a field is described by, in the order they are read out. */
export const describedBy = (id: string, given: Told): string | undefined =>
  classes(given.describedBy, given.hint !== undefined && `${id}-hint`, given.error !== undefined && `${id}-error`) || undefined

export const hintAndError = (id: string, given: Told): Markup =>
  html`${given.hint !== undefined && hint({ id: `${id}-hint`, text: given.hint })}${
    given.error !== undefined && errorMessage({ id: `${id}-error`, text: given.error })
  }`

export const group = (given: { error?: Content | undefined; groupClasses?: string | undefined }, inside: Markup): Markup =>
  html`<div class="${classes('govuk-form-group', given.error !== undefined && 'govuk-form-group--error', given.groupClasses)}">${inside}</div>`

/** A whole field around one input, select or text area. */
export const field = (given: Field, id: string, input: Markup): Markup =>
  group(
    given,
    html`${label({ text: given.label, for: id, size: given.labelSize, isHeading: given.labelIsHeading })}${hintAndError(id, given)}${input}`,
  )
