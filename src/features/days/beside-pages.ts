/** What stands of the day on the page of an event. */
import { buttonGroup, buttonLink } from '../../web/components/button.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Event } from '../events/event.ts'

/** For those who announce. */
export const eventPart = (event: Event, helps: boolean): Markup | '' =>
  helps && event.step !== 'over'
    ? html`<section aria-labelledby="day"><h2 id="day">On the day</h2>
<p>Say something to everybody who is there, and show on a big screen what is on.</p>${buttonGroup(buttonLink({ text: 'On the day', href: `/events/${event.id}/day`, kind: 'quiet' }))}</section>`
    : ''
