/** Where the organiser of an event takes somebody out of it. */
import { button, buttonGroup } from '../../web/components/button.ts'
import { backLink } from '../../web/components/links.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Attendee } from './attendee.ts'
import type { Event } from './event.ts'

export const removalPage = ({ id, title, waiting }: Event, { id: attendee, name, team, person, state }: Attendee): Markup => html`
${backLink({ href: `/events/${id}/attendees`, text: 'Who comes' })}
<h1>Take ${name || 'somebody'} out?</h1>
<p class="lede">${team ? `${team}. ` : ''}They ${state === 'in' ? 'have a place' : 'wait for a place'} at "${title}".</p>
<form class="form" method="post" action="/attendees/${attendee}/removal">
${buttonGroup(button({ text: 'Take them out', kind: 'warning' }), html`<a href="/events/${id}/attendees">Go back, leave everything as it is</a>`)}
<section class="next"><h2>What happens next</h2><p>${person === undefined ? 'They read it on the page of the event: without an account no letter reaches them.' : 'They get a letter today.'} They cannot sign up again until you let them back in.${state === 'in' && waiting > 0 ? ' Their place goes at once to whoever waits longest, who is told.' : ''} Their stars, and that they would come to a pitch, are not counted any more. What they scored still counts. What they pitched stays, and somebody else may host it.</p></section>
</form>`
