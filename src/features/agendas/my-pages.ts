/** The sessions to which somebody goes: one form, which works on a small phone and without a script. */
import { sayDay } from '../../basics/day.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { checkboxes } from '../../web/components/choices.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Event } from '../events/event.ts'
import { type Slot, sayTimes } from '../events/timetable.ts'
import type { Session } from './agenda.ts'
import type { Mine } from './pages.ts'
import { DONE } from './words.ts'

export type MyPage = { sessions: readonly Session[]; mine: Mine; beside: readonly (Markup | '')[] }

/** Until somebody has chosen, what they starred is ticked. */
export function myPage(visit: Visit, event: Event, { sessions, mine, beside }: MyPage): Markup {
  const { id, title, firstDay, lastDay, step } = event
  const done = DONE[visit.query('done') ?? '']
  const isFirst = mine.goesTo.size === 0
  const isTicked = (session: Session): boolean => (isFirst ? mine.stars.has(session.pitch) : mine.goesTo.has(session.id))
  const slots = [...new Map(sessions.map(({ slot }) => [slot.id, slot])).values()]
  const times = (slot: Slot): string => (firstDay === lastDay ? sayTimes(slot) : `${sayDay(slot.day, visit.today)}, ${sayTimes(slot)}`)
  const part = (slot: Slot): Markup => {
    const here = sessions.filter((session) => session.slot.id === slot.id)
    return checkboxes({
      ...{ name: 'session', id: `at-${slot.id}`, legend: times(slot), legendSize: 's', small: true },
      items: here.map((session) => ({
        value: session.id,
        text: session.title,
        hint: [session.room.name, ...(session.was ? ['moved'] : []), ...(mine.stars.has(session.pitch) ? ['you starred it'] : [])].join(
          ', ',
        ),
      })),
      values: here.filter(isTicked).map((session) => session.id),
    })
  }
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${backLink({ href: `/events/${id}/agenda`, text: `Agenda of ${title}` })}
<h1>My sessions</h1>
<p class="lede">Where you want to be, one time after another. Nobody else sees it, and you may change your mind as often as you like.</p>
${beside}
${isFirst && mine.stars.size > 0 ? html`<p>What you starred is ticked. Save it to have it in your calendar.</p>` : ''}
${isFirst ? '' : html`<p><a href="/events/${id}/my-sessions.ics">Put my sessions into my calendar</a></p>`}
${step === 'over' ? html`<ul class="stack">${sessions.filter(isTicked).map((session) => html`<li><a href="/sessions/${session.id}">${session.title}</a><span class="sub">${times(session.slot)}, ${session.room.name}</span></li>`)}</ul>` : html`<form class="form" method="post" action="/events/${id}/my-sessions" novalidate>${slots.map(part)}${buttonGroup(button({ text: 'Save my sessions' }))}</form>`}`
}
