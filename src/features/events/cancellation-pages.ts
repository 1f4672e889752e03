/** Where the organiser of an event calls it off. */
import { button, buttonGroup } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { MOST_REASON } from './cancellation.ts'
import type { Event } from './event.ts'
import { sayDates } from './words.ts'

export const cancellationPage = (
  visit: Visit,
  event: Event,
  { typed, fault }: { typed: string; fault?: string | undefined },
): Markup => html`${fault ? errorSummary({ errors: [{ text: fault, href: '#reason' }] }) : ''}
${backLink({ href: `/events/${event.id}`, text: event.title })}
<form class="form" method="post" action="/events/${event.id}/cancellation" novalidate>
<h1>Call the event off</h1>
<p class="lede">It was to be on ${sayDates(event, visit.today)}. Calling off is normal; not hearing of it is not.</p>
${textArea({ name: 'reason', label: 'Why?', hint: `It stands on the page of the event and in the letter. At most ${MOST_REASON} characters.`, rows: 4, value: typed, error: fault })}
${buttonGroup(button({ text: 'Call it off', kind: 'warning' }), html`<a href="/events/${event.id}">Go back, call nothing off</a>`)}
<section class="next"><h2>What happens next</h2><p>Everybody with an account who comes or waits gets a letter today, with a file that takes it out of their calendar. Those who came by the code alone read it on the page of the event. It cannot be undone; the next event can be opened from this one with the same rooms, times and words.</p></section>
</form>`
