/** The pitches of an event, and what stands of them on its page. */
import { sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { buttonGroup, buttonLink } from '../../web/components/button.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { pagination } from '../../web/components/pagination.ts'
import { html, type Markup } from '../../web/markup.ts'
import { haveSign, logo, needSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import type { Attendee } from '../events/attendee.ts'
import { type Event, isOrganiser } from '../events/event.ts'
import { sayNext } from '../events/words.ts'
import type { Merging } from './merging.ts'
import { consentParts } from './merging-pages.ts'
import { isOpenToPitches, type Pitch } from './pitch.ts'
import { DONE, sayHosts, saySupporters } from './words.ts'

export type PitchesBeside = { all: number; withoutHost: number; mine: readonly Merging[] }

export function besidePart(visit: Visit, { id, step, ends }: Event, { all, withoutHost, mine }: PitchesBeside): Markup | '' {
  if (step === 'planned') return ''
  const isOpen = step === 'pitching'
  const wanted =
    withoutHost > 0 ? ` ${count(withoutHost, 'waits', 'wait')} for somebody who hosts ${withoutHost === 1 ? 'it' : 'them'}.` : ''
  return html`<section aria-labelledby="pitches"><h2 id="pitches">Pitches</h2>
${consentParts(mine)}
<p>${all === 0 ? 'Nobody has said yet what they would talk about. Be the first.' : html`<a href="/events/${id}/pitches">${count(all, 'pitch', 'pitches')}</a> so far.${isOpen ? wanted : ''}`}</p>
${isOpen ? html`${buttonGroup(buttonLink({ text: 'Say what you would talk about', href: `/events/${id}/pitches/new` }))}<p class="meta">One line is enough. Until ${sayDay(ends.pitching, visit.today)}.</p>` : ''}</section>`
}

export type PitchesPage = {
  me: Attendee | undefined
  pitches: readonly Pitch[]
  next: string | undefined
  organiser: Markup | ''
  mine: readonly Merging[]
}

export function pitchesPage(visit: Visit, event: Event, { me, pitches, next, organiser, mine }: PitchesPage): Markup {
  const [isOpen, runs] = [isOpenToPitches(event), isOrganiser(event, visit.viewer)]
  const done = DONE[visit.query('done') ?? '']
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${backLink({ href: `/events/${event.id}`, text: event.title })}
<p class="state${isOpen ? '' : ' state-quiet'}">${isOpen ? `Open until ${sayDay(event.ends.pitching, visit.today)}` : 'Closed'}</p>
<h1>Pitches</h1>
<p class="lede">What those who come would talk about.</p>
${isOpen ? buttonGroup(buttonLink({ text: 'Say what you would talk about', href: `/events/${event.id}/pitches/new` }), html`<a href="/events/${event.id}/pitches/new?from=paper">Type a card in</a>`) : ''}
${consentParts(mine)}
${
  pitches.length > 0
    ? html`<ul class="stack">${pitches.map(
        (pitch) =>
          html`<li class="suggestion">${pitch.hosts.length > 0 ? haveSign() : needSign()}<div><a href="/pitches/${pitch.id}"><strong>${pitch.title}</strong></a><span class="sub">${sayHosts(pitch, me, runs)}; ${saySupporters(pitch.supporters)}.</span></div></li>`,
      )}</ul>`
    : html`<div class="empty">${logo()}<div><h2>Nobody has said anything yet</h2><p>${isOpen ? 'Be the first: what would you like to find out?' : 'The organiser opens the event for pitches.'}</p></div></div>`
}
${next ? pagination({ next: { href: next, text: 'More pitches' } }) : ''}
<section class="next"><h2>What happens next</h2><p>${sayNext(event, visit.today)}</p></section>
${organiser}`
}
