/** Fields that belong together, under one legend. */
import { attributes, type Content, html, type Markup } from '../markup.ts'
import { classes, type Size } from './field.ts'

export type Fieldset = {
  legend: Content
  content?: Content | readonly Content[] | undefined
  legendSize?: Size | undefined
  legendIsHeading?: boolean | undefined
  describedBy?: string | undefined
  role?: string | undefined
  classes?: string | undefined
  id?: string | undefined
}

export const fieldset = (given: Fieldset): Markup => {
  const all = attributes({
    class: classes('govuk-fieldset', given.classes),
    role: given.role,
    'aria-describedby': given.describedBy,
    id: given.id,
  })
  const legend = given.legendIsHeading ? html`<h1 class="govuk-fieldset__heading">${given.legend}</h1>` : given.legend
  const names = classes('govuk-fieldset__legend', given.legendSize && `govuk-fieldset__legend--${given.legendSize}`)
  return html`<fieldset${all}><legend class="${names}">${legend}</legend>${given.content}</fieldset>`
}
