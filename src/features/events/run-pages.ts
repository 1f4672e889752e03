/** What an event's organiser sees on its page: the code, what can be changed, the next step, and the next event. */
import { addDays, sayDay } from '../../basics/day.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { dateField } from '../../web/components/date-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { type Event, endProposed, nextStep, type Step, stepEnds } from './event.ts'
import type { SaidFaults } from './form-words.ts'
import { MOVE_TO, STEP_NAMES } from './words.ts'

/** So that it falls on the same day of the week. */
const A_YEAR = 364

export function runPart(visit: Visit, event: Event, faults: SaidFaults): Markup {
  const { id, code, step } = event
  const isOver = step === 'over'
  return html`<section class="owner" aria-labelledby="run"><h2 id="run">You run this event</h2>
${isOver ? '' : html`<p>Its code is <strong>${code}</strong>. Whoever knows it signs up without an account: say it on the day, and let it stand on the wall.</p>`}
${buttonGroup(
  ...(isOver
    ? []
    : [
        buttonLink({ text: 'Change what it says', href: `/events/${id}/details`, kind: 'quiet' }),
        buttonLink({ text: 'Rooms and times', href: `/events/${id}/timetable`, kind: 'quiet' }),
        buttonLink({ text: 'Call it off', href: `/events/${id}/cancellation`, kind: 'quiet' }),
      ]),
  buttonLink({ text: 'Who comes', href: `/events/${id}/attendees`, kind: 'quiet' }),
)}
${isOver ? '' : html`<div class="two"><div>${movePart(visit, event, faults)}</div>${step === 'scheduled' ? '' : html`<div>${longerPart(visit, event, faults)}</div>`}</div>`}
${clonePart(visit, event, faults)}</section>`
}

function movePart(visit: Visit, event: Event, faults: SaidFaults): Markup {
  const to = nextStep(event.step)
  if (to === 'scheduled')
    return html`<div class="card"><h3>Next: ${STEP_NAMES[to].toLowerCase()}</h3><p>It is made in some seconds. You look at it, change what you like, and publish it: then everybody who comes is told.</p>${buttonLink({ text: MOVE_TO[to], href: `/events/${event.id}/board` })}</div>`
  return html`<form class="form card" method="post" action="/events/${event.id}/steps" novalidate><h3>Next: ${STEP_NAMES[to].toLowerCase()}</h3>
<input type="hidden" name="to" value="${to}">
${hasEnd(to) ? dateField({ name: 'until', id: 'until', label: 'Until when?', min: visit.today, max: event.lastDay, value: endProposed(event, to, visit.today), error: faults['until'] }) : ''}
${button({ text: MOVE_TO[to] })}<p class="meta">Everybody who comes is told.</p></form>`
}

const longerPart = (
  visit: Visit,
  event: Event,
  faults: SaidFaults,
): Markup => html`<form class="form card" method="post" action="/events/${event.id}/steps" novalidate><h3>More time</h3>
<input type="hidden" name="to" value="${event.step}">
<p>This step ends on ${sayDay(stepEnds(event), visit.today)}.</p>
${dateField({ name: 'until', id: 'longer', label: 'Another last day', min: visit.today, max: event.lastDay, value: stepEnds(event), error: faults['longer'] })}
${button({ text: 'Change the last day', kind: 'quiet' })}</form>`

const hasEnd = (step: Step): boolean => step !== 'scheduled' && step !== 'over'

function clonePart(visit: Visit, { id, firstDay }: Event, faults: SaidFaults): Markup {
  const next = addDays(firstDay, A_YEAR)
  return html`<form class="form card" method="post" action="/events/${id}/clones" novalidate><h3>The next event like this</h3>
<p>With the same rooms, times and words. Nobody has signed up for it yet.</p>
${dateField({ name: 'first', id: 'clone', label: 'Its first day', min: visit.today, value: next > visit.today ? next : addDays(visit.today, A_YEAR), error: faults['clone'] })}
${button({ text: 'Open the next one', kind: 'quiet' })}</form>`
}
