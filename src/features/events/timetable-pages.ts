/** Where the organiser of an event puts rooms and times in, and takes them out. */
import { sayDay } from '../../basics/day.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { checkboxes } from '../../web/components/choices.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { select } from '../../web/components/select.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Event } from './event.ts'
import type { SaidFaults } from './form-words.ts'
import { sayRoom } from './times-pages.ts'
import { FEATURES, sayTimes, type Timetable, type TypedRoom, type TypedSlot } from './timetable.ts'

export type TimetablePage = {
  timetable: Timetable
  room: TypedRoom
  slot: TypedSlot
  faults: SaidFaults
  refused?: string | undefined
}

export function timetablePage(visit: Visit, event: Event, { timetable, room, slot, faults, refused }: TimetablePage): Markup {
  const { id, title } = event
  const { rooms, slots } = timetable
  const errors = [...(refused ? [{ text: refused }] : []), ...Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }))]
  const days = [...new Set([event.firstDay, ...slots.map(({ day }) => day), event.lastDay])].sort()
  return html`${errors.length > 0 ? errorSummary({ errors }) : ''}
${backLink({ href: `/events/${id}`, text: title })}
<h1>Rooms and times</h1>
<p class="lede">The more people a session draws, the larger the room that it gets.</p>
<section class="next"><h2>What happens next</h2><p>${event.step === 'scheduled' ? `The agenda is made. What you put in here can be used at once, until ${sayDay(event.lastDay, visit.today)}.` : `Everybody sees this on the page of the event. Change it until the agenda is made, which is planned for after ${sayDay(event.ends.starring, visit.today)}.`}</p></section>
<section aria-labelledby="rooms"><h2 id="rooms">Rooms</h2>
<ul class="stack">${rooms.map(
    (each) => html`<li><div class="cast"><div><strong>${each.name}</strong><span class="sub">${sayRoom(each)}</span></div>
<form method="post" action="/events/${id}/rooms/${each.id}/removal">${button({ text: html`Take out<span class="govuk-visually-hidden"> ${each.name}</span>`, kind: 'quiet' })}</form></div></li>`,
  )}</ul>
<form class="form card" method="post" action="/events/${id}/rooms" novalidate><h3>Put a room in</h3>
<div class="pair">${textField({ name: 'room', label: 'Its name', value: room.name, error: faults['room'] })}
${textField({ name: 'seats', label: 'Seats', width: 4, inputmode: 'numeric', value: room.seats, error: faults['seats'] })}</div>
${checkboxes({ name: 'features', legend: 'What is in it?', legendSize: 's', small: true, values: room.features, items: FEATURES.map((each) => ({ value: each, text: each.charAt(0).toUpperCase() + each.slice(1) })) })}
${checkboxes({ name: 'step-free', small: true, values: room.stepFree ? ['yes'] : [], items: [{ value: 'yes', text: 'Everybody gets there without steps' }] })}
${buttonGroup(button({ text: 'Put the room in' }))}</form></section>
<section aria-labelledby="times"><h2 id="times">Times</h2>
<ul class="stack">${slots.map(
    (
      each,
    ) => html`<li><div class="cast"><div><strong>${sayTimes(each)}</strong><span class="sub">${days.length > 1 ? `${sayDay(each.day, visit.today)}: ` : ''}${each.name}${each.isBreak ? ' (a break)' : ''}</span></div>
<form method="post" action="/events/${id}/slots/${each.id}/removal">${button({ text: html`Take out<span class="govuk-visually-hidden"> ${each.name}, ${sayTimes(each)}</span>`, kind: 'quiet' })}</form></div></li>`,
  )}</ul>
<form class="form card" method="post" action="/events/${id}/slots" novalidate><h3>Put a time in</h3>
${textField({ name: 'name', label: 'What it is', hint: 'For example: Session 6, or Lunch.', value: slot.name, error: faults['name'] })}
${select({ name: 'day', label: 'Day', items: days.map((day) => ({ value: day, text: sayDay(day, visit.today) })), value: slot.day, error: faults['day'] })}
<div class="pair">${textField({ name: 'starts', label: 'From', width: 5, value: slot.starts, error: faults['starts'] })}
${textField({ name: 'ends', label: 'Until', width: 5, value: slot.ends, error: faults['ends'] })}</div>
${checkboxes({ name: 'break', small: true, values: slot.isBreak ? ['yes'] : [], items: [{ value: 'yes', text: 'It is a break: no session is put there' }] })}
${buttonGroup(button({ text: 'Put the time in' }))}</form></section>`
}
