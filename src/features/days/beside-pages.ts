/** What stands of the day on the page of an event, and beside its agenda. */
import { buttonGroup, buttonLink } from '../../web/components/button.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Session } from '../agendas/agenda.ts'
import type { Event } from '../events/event.ts'
import { placesMark } from './fill-pages.ts'
import { keptMark } from './programme-pages.ts'

/** For those who announce. */
export const eventPart = (event: Event, helps: boolean): Markup | '' =>
  helps && event.step !== 'over'
    ? html`<section aria-labelledby="day"><h2 id="day">On the day</h2>
<p>Say something to everybody who is there, and show on a big screen what is on.</p>${buttonGroup(buttonLink({ text: 'On the day', href: `/events/${event.id}/day`, kind: 'quiet' }))}</section>`
    : ''

/** `who` differs between those who see other names on it. */
export const agendaPart = (visit: Visit, event: Event, sessions: readonly Session[], who: string): Markup =>
  html`<p><a href="/events/${event.id}/programme">All sessions on one page</a>, and <a href="/events/${event.id}/wall">what is on now and what comes next, for a big screen</a>.</p>
${placesMark(sessions.map(({ id, slot, room }) => ({ id, slot: slot.id, room: room.id })))}${
  event.step === 'over' || event.lastDay < visit.today
    ? ''
    : html`${keptMark(event, who)}<p class="meta">Once you have seen it here, the agenda opens on this phone without a network too.</p><script src="/static/event.js" defer></script>`
}`
