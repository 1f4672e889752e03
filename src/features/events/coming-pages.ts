/** On the page of an event: signing up, and what somebody who comes can do. */
import { sayDay } from '../../basics/day.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { details } from '../../web/components/details.ts'
import { insetText } from '../../web/components/notices.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { type Attendee, MOST_NEEDS } from './attendee.ts'
import type { Event } from './event.ts'
import type { SaidFaults } from './form-words.ts'
import { guestFields, type TypedGuest } from './guest-pages.ts'
import { ATTEND_REFUSALS, NEEDS_HINT, sayDates } from './words.ts'

type Coming = { me: Attendee | undefined; guest: TypedGuest; faults?: SaidFaults }

/** Signing up, or what one can do as somebody who comes. */
export function comingPart(visit: Visit, event: Event, about: Coming): Markup | '' {
  if (about.me && about.me.state !== 'left') return minePart(visit, event, about.me, about)
  if (event.step === 'over' || event.lastDay < visit.today) return ''
  if (about.me?.isTakenOut) return insetText({ content: ATTEND_REFUSALS['taken out'] })
  return visit.viewer ? signUpPart(visit, event, about) : guestPart(visit, event, about)
}

const isFull = ({ taken, places }: Event): boolean => taken >= places
const signUp = (event: Event): Markup => buttonGroup(button({ text: isFull(event) ? 'Join the waiting list' : 'Sign up' }))

function signUpPart(visit: Visit, event: Event, { guest, faults = {} }: Coming): Markup {
  return html`<form method="post" action="/events/${event.id}/attendees" novalidate>
${isFull(event) ? html`<p>Every place is taken. Whoever waits gets the next one that is free, in the order of signing up.</p>` : ''}
${guestFields(visit, guest, faults)}${signUp(event)}</form>`
}

function guestPart(visit: Visit, event: Event, { guest, faults = {} }: Coming): Markup {
  const hasBegun = Object.keys(faults).length > 0 || guest.code !== ''
  const back = encodeURIComponent(visit.path)
  return html`${isFull(event) ? html`<p>Every place is taken, but some people always leave.</p>` : ''}
${buttonGroup(buttonLink({ text: isFull(event) ? 'Sign in to join the waiting list' : 'Sign in to sign up', href: `/sign-in?next=${back}` }))}
${details({
  summary: 'Or sign up with the code of the event, without an account',
  open: hasBegun,
  content: html`<form method="post" action="/events/${event.id}/attendees" novalidate>${guestFields(visit, guest, faults)}
${signUp(event)}</form>`,
})}`
}

function minePart(visit: Visit, { id, ...event }: Event, me: Attendee, { guest, faults = {} }: Coming): Markup | '' {
  if (event.calledOff) return ''
  const said =
    me.state === 'in'
      ? `You have a place${visit.viewer ? '' : `, ${me.name}`}. See you on ${sayDates(event, visit.today)}.`
      : `You wait for a place. When somebody leaves before ${sayDay(event.firstDay, visit.today)}, the next in line gets it; with an account you get a letter, without one look here.`
  return html`${insetText({ content: said })}
${details({
  summary: me.accessNeeds ? 'What you need to be there' : 'Do you need anything to be there?',
  open: faults['needs'] !== undefined,
  content: html`<form method="post" action="/events/${id}/access-needs" novalidate>${textArea({ name: 'needs', label: 'What do you need?', hint: `${NEEDS_HINT} At most ${MOST_NEEDS} characters.`, rows: 2, value: guest.needs ?? me.accessNeeds, error: faults['needs'] })}${button({ text: 'Save it', kind: 'quiet' })}</form>`,
})}
${details({
  summary: 'You cannot come?',
  content: html`<p>Leaving is normal, and nobody asks why. Your place goes to the next in line.</p><form method="post" action="/events/${id}/departure">${button({ text: 'Leave this event', kind: 'quiet' })}</form>`,
})}
${me.state === 'in' ? html`<p><a href="/events/${id}/attendees">Who comes</a></p>` : ''}`
}
