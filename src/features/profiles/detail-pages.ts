/** The pages on which somebody tells more of themselves, one section at a time, and chooses who sees which of it. */
import { button, buttonGroup } from '../../web/components/button.ts'
import { checkboxes } from '../../web/components/choices.ts'
import { details } from '../../web/components/details.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { errorMessage } from '../../web/components/field.ts'
import { fieldset } from '../../web/components/fieldset.ts'
import { backLink } from '../../web/components/links.ts'
import { select } from '../../web/components/select.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import { AUDIENCES, PROFILE_FIELDS, type SeenBy } from '../people/profile.ts'
import type { AreaGroup } from './area.ts'
import {
  AUDIENCE_WORDS,
  FIELD_WORDS,
  PROFESSION_WORDS,
  type SaidDetailFaults,
  SECTION_WORDS,
  sayIntroductions,
  WISH_WORDS,
} from './detail-words.ts'
import { DAYS, HALVES, INTRODUCTIONS, PROFESSIONS, WAYS, WISHES } from './details.ts'
import { MOST_PROBLEM, type Section, type TypedDetails } from './details-form.ts'

export type DetailPage = {
  section: Section
  typed: TypedDetails
  areas: readonly AreaGroup[]
  faults: SaidDetailFaults
}

export function detailPage(about: DetailPage): Markup {
  const { section, faults } = about
  const { title, lede } = SECTION_WORDS[section]
  const errors = Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }))
  return html`${backLink({ href: '/profile', text: 'Your page' })}
<form class="form" method="post" action="/profile/${section}" novalidate>
${errors.length > 0 ? errorSummary({ errors }) : ''}
<h1>${title}</h1>
<p class="lede">${lede} Leave out what you like.</p>
${section === 'work' ? work(about) : section === 'interests' ? interests(about) : meeting(about)}
${buttonGroup(button({ text: 'Save' }), html`<a href="/profile">Go back</a>`)}
<p class="meta">For each of these you choose <a href="/profile/visibility">who sees it</a>.</p>
</form>`
}

function work({ typed, areas, faults }: DetailPage): Markup {
  const items = [{ text: 'Not said', value: '' }, ...PROFESSIONS.map((value) => ({ value, text: PROFESSION_WORDS[value] }))]
  return html`${select({ name: 'profession', label: 'Your profession', items, value: typed.profession })}
${areas.length > 0 ? areasPart(typed.areas, areas, faults.areas) : ''}
${textField({ name: 'languages', label: 'Languages in which you can talk', hint: 'Between commas, for example: English, Welsh.', value: typed.languages, error: faults.languages })}`
}

/** A group in which something is ticked stands open. */
function areasPart(ticked: readonly string[], groups: readonly AreaGroup[], fault: string | undefined): Markup {
  const boxes = ({ area, within }: AreaGroup, at: number): Markup => {
    const all = [area, ...within]
    const many = all.filter(({ id }) => ticked.includes(id)).length
    return details({
      summary: many > 0 ? `${area.name} (${many} ticked)` : area.name,
      open: many > 0,
      content: checkboxes({
        name: 'areas',
        id: `area-${at + 1}`,
        legend: html`<span class="govuk-visually-hidden">${area.name}</span>`,
        small: true,
        items: all.map(({ id, name }) => ({ value: id, text: id === area.id && within.length > 0 ? `${name}, all of it` : name })),
        values: ticked,
      }),
    })
  }
  return html`<div id="areas">${fieldset({
    legend: 'Policy areas in which you work, or that interest you',
    content: html`${fault ? errorMessage({ id: 'areas-error', text: fault }) : ''}${groups.map(boxes)}`,
  })}</div>`
}

const interests = ({ typed, faults }: DetailPage): Markup => html`${textArea({
  name: 'interests',
  label: 'What interests you',
  hint: 'At work or beside it, up to ten. One a line or between commas, for example: service design, allotments, choirs.',
  rows: 3,
  value: typed.interests,
  error: faults.interests,
})}
${textArea({
  name: 'learning',
  label: 'What you would like to learn',
  hint: 'Skills, up to ten. One a line or between commas, for example: SQL, chairing a meeting.',
  rows: 3,
  value: typed.learning,
  error: faults.learning,
})}
${textArea({
  name: 'problem',
  label: 'A tricky problem on which you would like the view of somebody from outside',
  hint: `At most ${MOST_PROBLEM} characters. Nothing that names a person.`,
  rows: 5,
  value: typed.problem,
  error: faults.problem,
})}`

const WAY_WORDS = { 'in person': 'In person', online: 'Online', phone: 'By phone' } as const

const meeting = ({ typed, faults }: DetailPage): Markup => html`${checkboxes({
  name: 'ways',
  legend: 'How do you meet?',
  hint: 'If you tick nothing, any way is fine.',
  items: WAYS.map((value) => ({ value, text: WAY_WORDS[value] })),
  values: typed.ways,
})}
${textField({ name: 'radius', label: 'How far you would go to meet', hint: 'In kilometres from where you are.', width: 4, inputmode: 'numeric', suffix: 'km', value: typed.radius, error: faults.radius })}
${checkboxes({
  name: 'halfDays',
  legend: 'When can you meet?',
  hint: 'By your own clock. If you tick nothing, any time is fine.',
  small: true,
  groupClasses: 'half-days',
  items: DAYS.flatMap((day) => HALVES.map((half) => ({ value: `${day} ${half}`, text: `${day} ${half}` }))),
  values: typed.halfDays,
})}
${select({
  name: 'introductions',
  label: 'How many introductions do you take?',
  items: INTRODUCTIONS.map((most) => ({ value: String(most), text: sayIntroductions(most) })),
  value: typed.introductions,
})}
${checkboxes({
  name: 'wishes',
  legend: 'Whom would you like to meet?',
  hint: 'Wishes, not conditions.',
  items: WISHES.map((value) => ({ value, text: WISH_WORDS[value] })),
  values: typed.wishes,
})}`

export const visibilityPage = (seenBy: SeenBy): Markup => html`${backLink({ href: '/profile', text: 'Your page' })}
<form class="form" method="post" action="/profile/visibility" novalidate>
<h1>Who sees what</h1>
<p class="lede">You choose for each thing that you say of yourself. Nobody who is signed out sees any of it.</p>
${PROFILE_FIELDS.map((field) =>
  select({
    name: field,
    label: FIELD_WORDS[field],
    items: AUDIENCES.map((audience) => ({ value: audience, text: AUDIENCE_WORDS[audience] })),
    value: seenBy[field],
  }),
)}
<p class="meta">People you are introduced to: both of you have said yes. Brokers, who connect people here, see what those see.</p>
${buttonGroup(button({ text: 'Save' }), html`<a href="/profile">Go back</a>`)}
</form>`
