/** The page of a pitch: who hosts it, how many would come, and what one can do with it. */
import { sayDay } from '../../basics/day.ts'
import { button } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { html, type Markup } from '../../web/markup.ts'
import { haveSign, needSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { type Attendee, isIn } from '../events/attendee.ts'
import { type Event, isOrganiser } from '../events/event.ts'
import type { Merging } from './merging.ts'
import { consentParts } from './merging-pages.ts'
import { isHost, isOpenToPitches, mayTakeBack, type Pitch } from './pitch.ts'
import { DONE, sayHosts, saySupporters } from './words.ts'

export type PitchAbout = {
  me: Attendee | undefined
  comes: boolean
  mine: readonly Merging[]
  refused?: string | undefined
  /** What its organiser can do with it. */
  organiser: Markup | ''
}

export function pitchPage(visit: Visit, event: Event, pitch: Pitch, { me, comes, mine, refused, organiser }: PitchAbout): Markup {
  const runs = isOrganiser(event, visit.viewer)
  const done = refused ? undefined : DONE[visit.query('done') ?? '']
  const hosted = isHost(pitch, me)
  const isOpen = isOpenToPitches(event) && !pitch.mergedInto
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${refused ? errorSummary({ errors: [{ text: refused }] }) : ''}
${backLink({ href: `/events/${event.id}/pitches`, text: `Pitches of ${event.title}` })}
<p class="state${isOpen ? '' : ' state-quiet'}">${pitch.mergedInto ? 'Part of another pitch' : isOpen ? `Open until ${sayDay(event.ends.pitching, visit.today)}` : 'Closed'}</p>
<h1>${pitch.title}</h1>
<p>${pitch.hosts.length > 0 ? haveSign() : needSign()} ${sayHosts(pitch, me, runs)}; ${saySupporters(pitch.supporters)}.${pitch.isReworded ? ' Its words have been changed since it was first said.' : ''}</p>
${pitch.mergedInto ? html`<p>It was made one with <a href="/pitches/${pitch.mergedInto}">another</a>, which has its hosts and all who would come.</p>` : ''}
${consentParts(mine)}
${isOpen ? takePart(event, pitch, me, { comes, hosted }) : ''}
${isOpen && mayTakeBack(event, pitch, visit.viewer, me).yes ? backPart(pitch) : ''}
<section class="next"><h2>What happens next</h2><p>${isOpen ? `Until ${sayDay(event.ends.pitching, visit.today)} people say whether they would come. Then the pitches are scored, and the best become sessions.` : `The event is on ${sayDay(event.firstDay, visit.today)}. What becomes of each pitch stands on its page.`}</p></section>
${organiser}`
}

function takePart(event: Event, { id }: Pitch, me: Attendee | undefined, { comes, hosted }: { comes: boolean; hosted: boolean }): Markup {
  if (!isIn(me))
    return html`<p><a href="/events/${event.id}">Sign up for the event</a> to say that you would come, or that you will host it.</p>`
  const form = (does: string, on: boolean, text: string, kind: 'have' | 'quiet') =>
    html`<form method="post" action="/pitches/${id}/${does}"><input type="hidden" name="on" value="${on ? 'yes' : 'no'}">${button({ text, kind })}</form>`
  return html`<div class="govuk-button-group">${hosted ? '' : comes ? form('supporters', false, 'I would not come any more', 'quiet') : form('supporters', true, 'I would come', 'have')}${
    hosted ? form('hosts', false, 'I do not host it any more', 'quiet') : form('hosts', true, 'I will host it', 'quiet')
  }</div>`
}

const backPart = ({ id }: Pitch): Markup =>
  html`<p><a href="/pitches/${id}/revision">Say it in other words</a></p><form method="post" action="/pitches/${id}/removal"><p>Is it no longer so? Taking it back is normal.</p>${button({ text: 'Take it back', kind: 'quiet' })}</form>`
