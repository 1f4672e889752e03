/** Saying what one would talk about: one field and a name, with an example beside it. */
import { sayDay } from '../../basics/day.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { checkboxes } from '../../web/components/choices.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText } from '../../web/components/notices.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import { logo } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import type { Attendee } from '../events/attendee.ts'
import type { Event } from '../events/event.ts'
import type { SaidFaults } from '../events/form-words.ts'
import { guestFields, type TypedGuest } from '../events/guest-pages.ts'
import type { Pitch, Source } from './pitch.ts'
import { EXAMPLE, saySupporters, WAITS_FOR_PLACE } from './words.ts'

export type TypedPitch = { title: string; source: Source; host: string }
export type PitchForm = {
  me: Attendee | undefined
  typed: TypedPitch
  guest: TypedGuest
  faults: SaidFaults
  refused?: string | undefined
  /** What others have said that is nearly the same. */
  alike?: readonly Pitch[]
}

export function pitchForm(visit: Visit, { id, title, ends }: Event, { me, typed, guest, faults, refused, alike = [] }: PitchForm): Markup {
  const errors = [...(refused ? [{ text: refused }] : []), ...Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }))]
  const isPaper = typed.source === 'paper'
  return html`${errors.length > 0 ? errorSummary({ errors }) : ''}
${backLink({ href: `/events/${id}/pitches`, text: title })}
<h1>${isPaper ? 'Type a card in' : 'What would you talk about?'}</h1>
${me?.state === 'waiting' ? insetText({ content: WAITS_FOR_PLACE }) : ''}
<div class="two"><form class="form" method="post" action="/events/${id}/pitches" novalidate>
${alike.length > 0 ? alikePart(alike) : ''}
${textField({ name: 'title', label: isPaper ? 'What the card says' : 'In one line', value: typed.title, error: faults['title'], ...(isPaper ? {} : { hint: 'A question is as good as a talk.' }) })}
${sourcePart(typed, faults, me !== undefined && me.state !== 'left')}
${me && me.state !== 'left' ? '' : guestFields(visit, guest, faults)}
${buttonGroup(button({ text: 'Say it' }))}</form>
<aside class="card" aria-labelledby="example"><h2 id="example">For example</h2><p><strong>${EXAMPLE.title}</strong></p><p>${EXAMPLE.says}</p></aside></div>
<section class="next"><h2>What happens next</h2><p>It stands on the page of the event at once. Others say whether they would come until ${sayDay(ends.pitching, visit.today)}. Then the pitches are scored, and the best become sessions.</p></section>`
}

/** Whoever is in already types cards in for others; whoever signs up by a card types in their own. */
const sourcePart = ({ source, host }: TypedPitch, faults: SaidFaults, isIn: boolean): Markup =>
  source === 'paper'
    ? html`<input type="hidden" name="source" value="paper">${isIn ? textField({ name: 'host', label: 'The name on the card (optional)', hint: 'Whoever wrote it hosts it. Without a name anybody may.', value: host, error: faults['host'] }) : ''}`
    : checkboxes({
        ...{ name: 'source', small: true, values: [source] },
        items: [
          {
            value: 'for another',
            text: 'Somebody else should host it',
            hint: 'It stands there without a host, and anybody may say: I will.',
          },
        ],
      })

/** Nothing is lost: with the box ticked it is said as it stands. */
const alikePart = (
  alike: readonly Pitch[],
): Markup => html`<div class="card suggestion" id="alike">${logo()}<div><h2>Is it one of these?</h2>
<ul>${alike.map((pitch) => html`<li><a href="/pitches/${pitch.id}">${pitch.title}</a><span class="sub">${saySupporters(pitch.supporters)}</span></li>`)}</ul>
<p>If it is, open it and say that you would come, or that you will host it.</p>
${checkboxes({ name: 'distinct', small: true, items: [{ value: 'yes', text: 'No, mine is another' }] })}</div></div>`
