/** Saying a pitch in other words. */
import { sayDay } from '../../basics/day.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Event } from '../events/event.ts'
import { MOST_TITLE, type Pitch } from './pitch.ts'

export const revisionPage = (
  visit: Visit,
  { ends }: Event,
  { id, title }: Pitch,
  { typed, fault }: { typed: string; fault?: string | undefined },
): Markup => html`${fault ? errorSummary({ errors: [{ text: fault, href: '#title' }] }) : ''}
${backLink({ href: `/pitches/${id}`, text: title })}
<form class="form" method="post" action="/pitches/${id}/revision" novalidate>
<h1>Say it in other words</h1>
${textField({ name: 'title', label: 'In one line', hint: `At most ${MOST_TITLE} characters. Whoever said that they would come stays counted, so keep what it is about.`, value: typed, error: fault })}
${buttonGroup(button({ text: 'Save it' }), html`<a href="/pitches/${id}">Go back, change nothing</a>`)}
<section class="next"><h2>What happens next</h2><p>The new words stand there at once, and that they are new. From ${sayDay(ends.pitching, visit.today)} on, when the pitches are scored, nothing can be changed any more.</p></section>
</form>`
