/** What it would do to move a session, before it is kept. */
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText } from '../../web/components/notices.ts'
import { select } from '../../web/components/select.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Event } from '../events/event.ts'
import type { Session } from './agenda.ts'
import type { Weighed } from './board.ts'
import { sayWeighed } from './clash-pages.ts'
import type { Counted } from './counted.ts'
import type { Inputs } from './inputs.ts'
import { HOSTS_HEAR, sayCounted, sayPlace } from './words.ts'

export type MovePage = {
  inputs: Inputs
  counted: Counted | undefined
  sessions: readonly Session[]
  typed: { session: string; to: string }
  weighed?: Weighed | undefined
  isPublished: boolean
  refused?: string | undefined
}

export function movePage(visit: Visit, event: Event, about: MovePage): Markup {
  const { id } = event
  const { inputs, counted, sessions, typed, weighed, isPublished, refused } = about
  const places = inputs.slots.flatMap((slot) =>
    inputs.begun.has(slot.id)
      ? []
      : inputs.rooms.map((room) => {
          const there = sessions.find((session) => session.slot.id === slot.id && session.room.id === room.id)
          return { value: `${slot.id}.${room.id}`, text: `${sayPlace({ slot, room })}: ${there ? there.title : 'free'}` }
        }),
  )
  return html`${refused ? errorSummary({ errors: [{ text: refused }] }) : ''}
${backLink({ href: `/events/${id}/board`, text: 'The agenda, as you make it' })}
<h1>Move a session</h1>
<p class="lede">Whatever is there already goes to where it was. You see what it does before it is kept.</p>
${weighed ? html`${weighedPart(weighed, sessions, isPublished)}${counted ? html`<p class="meta">${sayCounted(event, counted, visit)}</p>` : ''}` : ''}
<form class="form" method="get" action="/events/${id}/board/move">
${select({ name: 'session', label: 'Session', items: [{ value: '', text: 'Choose a session' }, ...sessions.map((session) => ({ value: session.id, text: `${session.title} (${sayPlace(session)})` }))], value: typed.session })}
${select({ name: 'to', label: 'To', items: [{ value: '', text: 'Choose a place' }, ...places], value: typed.to })}
${buttonGroup(button({ text: 'See what it does', kind: 'quiet' }), buttonLink({ text: 'Back to the grid', href: `/events/${id}/board`, kind: 'quiet' }))}</form>`
}

function weighedPart(weighed: Weighed, sessions: readonly Session[], isPublished: boolean): Markup {
  const { topic, slot, room, with: other } = weighed
  const from = sessions.find(({ id }) => id === topic.at?.session)
  const back = other && from ? `“${other.title}” goes the other way, to ${sayPlace(from)}.` : ''
  return html`${insetText({ content: html`<p><strong>“${topic.title}”</strong> goes to <strong>${sayPlace({ slot, room })}</strong>. ${back}</p><p><strong>Of what people starred: ${sayWeighed(weighed)}.</strong></p>` })}
<form method="post" action="/sessions/${topic.at?.session ?? ''}/moves"><input type="hidden" name="slot" value="${slot.id}"><input type="hidden" name="room" value="${room.id}">
${button({ text: 'Keep it' })}</form>${isPublished ? html`<p class="meta">Everybody has the agenda already: it is marked as moved there. ${HOSTS_HEAR}</p>` : ''}`
}
