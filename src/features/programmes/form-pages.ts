/** The one form on which a programme is opened. */
import { SECTORS } from '../../basics/sector.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { radios } from '../../web/components/choices.ts'
import { dateField } from '../../web/components/date-field.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { fieldset } from '../../web/components/fieldset.ts'
import { backLink } from '../../web/components/links.ts'
import { select } from '../../web/components/select.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { SECTOR_NAMES } from '../members/words.ts'
import type { SaidFaults } from './form-words.ts'
import { MEETING_HOURS, type SideKey } from './programme.ts'
import { type Choosable, MOST_CAPACITY, MOST_WHAT, type TypedProgramme } from './programme-form.ts'

export type ProgrammeForm = { typed: TypedProgramme; choosable: Choosable; faults: SaidFaults }

export function programmeForm(visit: Visit, about: ProgrammeForm): Markup {
  const { typed, faults } = about
  const errors = Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }))
  return html`${backLink({ href: '/programmes', text: 'Programmes' })}
<form class="form" method="post" action="/programmes" novalidate>
${errors.length > 0 ? errorSummary({ errors }) : ''}
<h1>Open a programme</h1>
<p class="lede">People of two sides meet in pairs over months: graduates and experienced staff, mentors and mentees, a council and a hospital.</p>
${textField({ name: 'title', label: 'Its name', value: typed.title, error: faults['title'] })}
${textArea({ name: 'what', label: 'What for?', hint: `Everybody can read it. At most ${MOST_WHAT} characters.`, rows: 3, value: typed.what, error: faults['what'] })}
<div class="two">${sidePart('left', 'One side', about)}${sidePart('right', 'The other side', about)}</div>
${radios({
  name: 'scarce',
  legend: 'Of which side will there be fewer?',
  hint: 'It opens first, so that its people are there before the others ask. Those of the other side who want to know are told when theirs opens.',
  items: [
    { value: 'none', text: 'About as many of both: both open today' },
    { value: 'left', text: 'The one side' },
    { value: 'right', text: 'The other side' },
  ],
  value: typed.scarce || 'none',
})}
${textField({ name: 'head', label: 'If one opens first: by how many days?', width: 3, inputmode: 'numeric', value: typed.head, error: faults['head'] })}
${dateField({ name: 'closes', label: 'Last day to join', hint: 'The night after, it is matched. You look at the pairs for three days or longer before they are sent.', min: visit.today, value: typed.closes, error: faults['closes'] })}
<div class="pair">${dateField({ name: 'first', label: 'First day', min: visit.today, value: typed.first, error: faults['first'] })}
${dateField({ name: 'last', label: 'Last day', min: visit.today, value: typed.last, error: faults['last'] })}</div>
${textField({ name: 'meetings', label: 'How often does each pair meet?', hint: `Each meeting counts as ${MEETING_HOURS === 1 ? 'one hour' : `${MEETING_HOURS} hours`} on the certificate. Every two weeks we ask both whether they met, until they have met so often.`, width: 3, inputmode: 'numeric', value: typed.meetings, error: faults['meetings'] })}
${buttonGroup(button({ text: 'Open it' }), html`<a href="/programmes">Go back, open nothing</a>`)}
<section class="next"><h2>What happens next</h2><p>People join by a button, or by answering your invitation. After the last day to join you get a letter with the pairs to look at. If you say nothing, they are sent as they are.</p></section>
</form>`
}

function sidePart(side: SideKey, legend: string, { typed, choosable, faults }: ProgrammeForm): Markup {
  const own = typed[side]
  const items = [
    { value: 'everybody', text: 'Everybody, but suppliers' },
    ...choosable.partnerships.map(({ id, name }) => ({ value: `partnership ${id}`, text: `Both partners: ${name}` })),
    ...choosable.organisations.map(({ id, name }) => ({ value: `organisation ${id}`, text: name })),
    { value: 'named', text: 'One organisation, by its name below' },
    ...SECTORS.map((sector) => ({ value: `sector ${sector}`, text: SECTOR_NAMES[sector] })),
  ]
  return html`<div class="card">${fieldset({
    legend,
    legendSize: 'm',
    content: html`${textField({ name: `${side}-name`, label: 'Called', hint: side === 'left' ? 'For example: mentors.' : 'For example: mentees.', value: own.name, error: faults[`${side}-name`] })}
${select({ name: `${side}-who`, label: 'Who may join?', items, value: own.who, error: faults[`${side}-who`] })}
${textField({ name: `${side}-organisation`, label: 'Name of the organisation, if only one', value: own.organisation, error: faults[`${side}-organisation`] })}
${textField({ name: `${side}-capacity`, label: 'Most partners for one person', hint: `From 1 to ${MOST_CAPACITY}. Each chooses with how many they would meet, up to this.`, width: 2, inputmode: 'numeric', value: own.capacity, error: faults[`${side}-capacity`] })}`,
  })}</div>`
}

/** On the page of a partnership, to those who look after it. */
export const openWithin = ({ id }: { id: string }): Markup =>
  html`<section aria-labelledby="within"><h2 id="within">Meet each other</h2><p>In a programme, people of your two organisations meet in pairs over months.</p>${buttonGroup(buttonLink({ text: 'Open a programme for both', href: `/programmes/new?partnership=${id}`, kind: 'quiet' }))}</section>`
