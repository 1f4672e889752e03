/** Two sessions that would change places: the organiser does it in one click, a host asks for it, and whoever is asked answers. */
import { sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { button } from '../../web/components/button.ts'
import { insetText } from '../../web/components/notices.ts'
import { select } from '../../web/components/select.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Session } from '../agendas/agenda.ts'
import { sayPlace, sayWhenAndWhere } from '../agendas/words.ts'
import { isHost } from '../pitches/pitch.ts'
import { canChange, type Looker, type RoomSwap, type Swap, voicesOf } from './swap.ts'
import { SWAP_LABELS, sayPeople } from './words.ts'

/** Says whom it concerns before anything moves. */
export function roomSwapCard({ session, people, into, others }: RoomSwap): Markup {
  const crowd = people === undefined ? `is full (${count(session.room.seats, 'seat')})` : `has ${sayPeople(people, session.room.seats)}`
  return html`<form class="card" method="post" action="/events/${session.event}/swaps"><input type="hidden" name="one" value="${session.id}"><input type="hidden" name="other" value="${into.id}">
<p><strong>${session.title}</strong> ${crowd}. <strong>${into.title}</strong>, at the same time, has ${sayPeople(others, into.room.seats)}.</p>
<p>If you swap them, ${people === undefined ? 'all in the first' : count(people, 'person', 'people')} move to ${into.room.name} and ${count(others, 'person', 'people')} to ${session.room.name}.</p>
${button({ text: html`Swap the two rooms<span class="govuk-visually-hidden">: ${session.title} and ${into.title}</span>` })}</form>`
}

/** What a host of a session sees: they ask, and hear who decides. */
export function askSwapForm({ id }: Session, others: readonly Session[], error?: string): Markup {
  const items = others.map((other) => ({ value: other.id, text: `${sayPlace(other)}: ${other.title}` }))
  return html`<form class="form" method="post" action="/sessions/${id}/swaps" novalidate><p>Ask to swap places with another session. Its hosts and the organiser are asked, and nothing changes before they agree.</p>
${select({ name: 'other', label: 'Which session?', value: '', items: [{ value: '', text: 'Choose one' }, ...items], error })}${button({ text: 'Ask to swap', kind: 'quiet' })}</form>`
}

/** Those that wait for an answer, for whoever hosts one of the two, and for the organiser; others see none. Once they have changed places it empties itself. */
export function waitingSwaps(visit: Visit, swaps: readonly Swap[], sessions: readonly Session[], by: Looker): Markup {
  const theirs = swaps.flatMap((swap) => {
    const [one, other] = [sessions.find(({ id }) => id === swap.one), sessions.find(({ id }) => id === swap.other)]
    return one && other && (by.runs || isHost(one, by.me) || isHost(other, by.me)) ? [waitingSwap(visit, swap, [one, other], by)] : []
  })
  return html`<div id="swaps" data-live>${theirs}</div>`
}

/** What came of it for those who asked, until they ask for something else. */
export function refusedSwap(swaps: readonly Swap[], sessions: readonly Session[]): Markup | '' {
  const other = sessions.find(({ id }) => id === swaps.at(-1)?.other)
  return other
    ? insetText({ content: `You asked to swap places with "${other.title}". It was not agreed to, so both stay where they are.` })
    : ''
}

function waitingSwap(visit: Visit, swap: Swap, [one, other]: readonly [Session, Session], by: Looker): Markup {
  const { id, asksHost, hostAgrees, organiserAgrees, answerBy } = swap
  const isLate = !canChange(one, other, visit)
  const sides = [...(asksHost ? [[hostAgrees, `a host of "${other.title}"`] as const] : []), [organiserAgrees, 'the organiser'] as const]
  const [agreed, waitsFor] = [true, undefined].map((said) => sides.flatMap(([agrees, who]) => (agrees === said ? [who] : [])).join(' and '))
  const place = (session: Session): Markup => html`<strong>${session.title}</strong> (${sayWhenAndWhere(session, visit.today)})`
  const which = html`<span class="govuk-visually-hidden">: ${one.title} and ${other.title}</span>`
  const said = (answer: 'yes' | 'no') =>
    button({
      text: html`${SWAP_LABELS[answer]}${which}`,
      name: 'answer',
      value: answer,
      ...(answer === 'no' ? { kind: 'quiet' as const } : {}),
    })
  return insetText({
    content: html`<h2>${isHost(one, by.me) ? 'You asked to swap places' : isHost(other, by.me) ? 'Would you swap places?' : 'Shall two sessions swap places?'}</h2>
<p>${place(one)} would change places with ${place(other)}.</p>
<p>${agreed ? `Agreed: ${agreed}. ` : ''}${isLate ? 'One of the two has begun, so both stay where they are.' : `It waits for ${waitsFor} until ${sayDay(answerBy, visit.today)}. Without an answer by then both stay where they are.`}</p>
${!isLate && voicesOf(swap, other, by).length > 0 ? html`<form method="post" action="/swaps/${id}/answers"><div class="govuk-button-group">${said('yes')}${said('no')}</div></form>` : ''}
${isHost(one, by.me) ? html`<form method="post" action="/swaps/${id}/removal">${button({ text: html`Take it back${which}`, kind: 'quiet' })}</form>` : ''}`,
  })
}
