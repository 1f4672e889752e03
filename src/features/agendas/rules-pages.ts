/** What the agenda of an event keeps to: what sessions need of their rooms, when hosts are away, and when rooms cannot be used. */
import { list } from '../../basics/text.ts'
import { button } from '../../web/components/button.ts'
import { checkboxes } from '../../web/components/choices.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { select } from '../../web/components/select.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { type Event, seesAccessNeeds } from '../events/event.ts'
import type { Slot } from '../events/timetable.ts'
import { type Inputs, NEEDS, type Topic } from './inputs.ts'
import { DONE, NEED_NAMES, sayHost, saySlotOf } from './words.ts'

export type RulesPage = { inputs: Inputs; refused?: string | undefined; typed: TypedRules }
export type TypedRules = {
  session: string
  needs: readonly string[]
  host: string
  away: readonly string[]
  room: string
  shut: readonly string[]
}
export const NOTHING_TYPED: TypedRules = { session: '', needs: [], host: '', away: [], room: '', shut: [] }

type Said = { key: string; what: string; says: string; fields: Readonly<Record<string, string>> }

export function rulesPage(visit: Visit, event: Event, { inputs, refused, typed }: RulesPage): Markup {
  const { slots, rooms, needs, absences, closures } = inputs
  const door = `/events/${event.id}`
  const done = refused ? undefined : DONE[visit.query('done') ?? '']
  const topics = inputs.topics.filter(({ isEncore }) => !isEncore)
  const hosts = hostsIn(topics)
  const slotItems = slots.map((slot) => ({ value: slot.id, text: saySlotOf(slot, event, visit.today) }))
  const sayAll = (ids: readonly string[]) =>
    list(slots.filter(({ id }) => ids.includes(id)).map((slot: Slot) => saySlotOf(slot, event, visit.today)))
  const of = <T>(all: readonly T[], key: (each: T) => string, value: (each: T) => string, name: string): string[] =>
    all.filter((each) => key(each) === name).map(value)
  const needed = topics.flatMap(({ pitch, title }): Said[] => {
    const theirs = needs.filter((each) => each.pitch === pitch).map(({ need }) => NEED_NAMES[need])
    return theirs.length > 0 ? [{ key: pitch, what: title, says: theirs.join(', '), fields: { session: pitch } }] : []
  })
  const away = hosts.flatMap(({ value, text }): Said[] => {
    const theirs = of(
      absences,
      ({ attendee }) => attendee,
      ({ slot }) => slot,
      value,
    )
    return theirs.length > 0 ? [{ key: value, what: text, says: `Away: ${sayAll(theirs)}`, fields: { host: value } }] : []
  })
  const shut = rooms.flatMap(({ id, name }): Said[] => {
    const theirs = of(
      closures,
      ({ room }) => room,
      ({ slot }) => slot,
      id,
    )
    return theirs.length > 0 ? [{ key: id, what: name, says: `Not to be used: ${sayAll(theirs)}`, fields: { room: id } }] : []
  })
  return html`${refused ? errorSummary({ errors: [{ text: refused }] }) : ''}
${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${backLink({ href: `${door}/board`, text: 'The agenda, as you make it' })}
<h1>What the agenda keeps to</h1>
<p class="lede">Nobody hosts two sessions at once; that needs no word. Say here what else nothing outweighs.</p>
<section aria-labelledby="needs-of"><h2 id="needs-of">What a session needs of its room</h2>
${seesAccessNeeds(event, visit.viewer) ? html`<p>What people need to be there stands on the page <a href="${door}/attendees">who comes</a>, for you alone.</p>` : ''}
${saidPart(`${door}/session-needs`, needed)}
<form class="form card" method="post" action="${door}/session-needs" novalidate>
${select({ name: 'session', label: 'Session', items: [{ value: '', text: 'Choose a session' }, ...topics.map(({ pitch, title }) => ({ value: pitch, text: title }))], value: typed.session })}
${checkboxes({ name: 'need', legend: 'It needs', legendSize: 's', small: true, items: NEEDS.map((need) => ({ value: need, text: NEED_NAMES[need] })), values: typed.needs })}
${button({ text: 'Save what it needs', kind: 'quiet' })}</form></section>
<section aria-labelledby="away-of"><h2 id="away-of">When a host is away</h2>
${saidPart(`${door}/host-absences`, away)}
${
  hosts.length === 0
    ? html`<p>No session has a host.</p>`
    : html`<form class="form card" method="post" action="${door}/host-absences" novalidate>
${select({ name: 'host', label: 'Host', items: [{ value: '', text: 'Choose a host' }, ...hosts], value: typed.host })}
${checkboxes({ name: 'away', legend: 'They are not there at', legendSize: 's', small: true, items: slotItems, values: typed.away })}
${button({ text: 'Save when they are away', kind: 'quiet' })}</form>`
}</section>
<section aria-labelledby="shut-of"><h2 id="shut-of">When a room cannot be used</h2>
${saidPart(`${door}/room-closures`, shut)}
<form class="form card" method="post" action="${door}/room-closures" novalidate>
${select({ name: 'room', label: 'Room', items: [{ value: '', text: 'Choose a room' }, ...rooms.map(({ id, name }) => ({ value: id, text: name }))], value: typed.room })}
${checkboxes({ name: 'shut', legend: 'It cannot be used at', legendSize: 's', small: true, items: slotItems, values: typed.shut })}
${button({ text: 'Save when it cannot be used', kind: 'quiet' })}</form></section>
<section class="next"><h2>What happens next</h2><p>It holds from the next time that <a href="${door}/board">the agenda is made</a>.</p></section>`
}

/** Each of them once, by their names. */
export const hostsIn = (topics: readonly Topic[]): { value: string; text: string }[] =>
  [...new Map(topics.flatMap(({ hosts }) => hosts.map((host) => [host.attendee, sayHost(host)]))).entries()]
    .map(([value, text]) => ({ value, text }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))

/** To send the same door nothing takes away all that was said. */
const saidPart = (door: string, said: readonly Said[]): Markup | '' =>
  said.length === 0
    ? ''
    : html`<ul class="stack">${said.map(
        ({ what, says, fields }) =>
          html`<li class="cast"><div><strong>${what}</strong><span class="sub">${says}</span></div><form method="post" action="${door}">${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${button({ text: html`No longer<span class="govuk-visually-hidden">: ${what}</span>`, kind: 'quiet' })}</form></li>`,
      )}</ul>`
