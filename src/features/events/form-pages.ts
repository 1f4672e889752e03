/** The one form on which an event is opened, and the same without its times to change it. */
import { button, buttonGroup } from '../../web/components/button.ts'
import { dateField } from '../../web/components/date-field.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { fieldset } from '../../web/components/fieldset.ts'
import { backLink } from '../../web/components/links.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Event } from './event.ts'
import { MOST_DAYS, MOST_WHAT, type TypedDetails, type TypedEvent } from './event-form.ts'
import type { SaidFaults } from './form-words.ts'

const summary = (faults: SaidFaults): Markup | '' => {
  const errors = Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }))
  return errors.length > 0 ? errorSummary({ errors }) : ''
}

export const eventForm = (
  visit: Visit,
  typed: TypedEvent,
  faults: SaidFaults,
): Markup => html`${backLink({ href: '/events', text: 'Events' })}
<form class="form" method="post" action="/events" novalidate>
${summary(faults)}
<h1>Open an event</h1>
<p class="lede">Those who come make the programme. Everything but the name, the purpose and the venue can stay as it stands here, and can be changed later.</p>
${first(visit, typed, faults)}
${fieldset({
  legend: 'The times of a day',
  legendSize: 'm',
  content: html`<p>Lunch and other breaks are put in afterwards.</p><div class="pair">
${textField({ name: 'begins', label: 'First session at', width: 5, value: typed.begins, error: faults['begins'] })}
${textField({ name: 'slots', label: 'Sessions one after another', width: 3, inputmode: 'numeric', value: typed.slots, error: faults['slots'] })}</div><div class="pair">
${textField({ name: 'minutes', label: 'Minutes a session', width: 3, inputmode: 'numeric', value: typed.minutes, error: faults['minutes'] })}
${textField({ name: 'gap', label: 'Minutes between two', width: 3, inputmode: 'numeric', value: typed.gap, error: faults['gap'] })}</div>`,
})}
${textField({ name: 'room', label: 'The largest room', hint: 'Others are put in afterwards, with their seats and what is in them.', value: typed.room, error: faults['room'] })}
${last(typed, faults)}
${buttonGroup(button({ text: 'Open it' }), html`<a href="/events">Go back, open nothing</a>`)}
<section class="next"><h2>What happens next</h2><p>People sign up from today on. Within a week you open the event for pitches; before the first day they are scored and starred, and the agenda is made. Each of these steps has a last day that you can change.</p></section>
</form>`

export const detailsForm = (
  visit: Visit,
  { id, title }: Event,
  typed: TypedDetails,
  faults: SaidFaults,
): Markup => html`${backLink({ href: `/events/${id}`, text: title })}
<form class="form" method="post" action="/events/${id}/details" novalidate>
${summary(faults)}
<h1>Change what the event says</h1>
<p class="lede">If the days or the venue change, everybody who comes gets a letter.</p>
${first(visit, typed, faults)}
${last(typed, faults)}
${buttonGroup(button({ text: 'Save it' }), html`<a href="/events/${id}">Go back, change nothing</a>`)}
</form>`

const first = (visit: Visit, typed: TypedDetails, faults: SaidFaults): Markup => html`
${textField({ name: 'title', label: 'Its name', value: typed.title, error: faults['title'] })}
${textArea({ name: 'what', label: 'What for?', hint: `Everybody can read it. At most ${MOST_WHAT} characters.`, rows: 3, value: typed.what, error: faults['what'] })}
${textField({ name: 'venue', label: 'Venue', hint: 'For example: the town hall of Harrowmere.', value: typed.venue, error: faults['venue'] })}
${textField({ name: 'address', label: 'Its address (optional)', value: typed.address, error: faults['address'] })}
<div class="pair">${dateField({ name: 'first', label: 'First day', min: visit.today, value: typed.first, error: faults['first'] })}
${dateField({ name: 'last', label: 'Last day (optional)', hint: `At most ${MOST_DAYS} days.`, min: visit.today, value: typed.last, error: faults['last'] })}</div>
${textField({ name: 'places', label: 'How many people can come?', hint: 'Whoever signs up later waits, and gets a place when somebody leaves.', width: 5, inputmode: 'numeric', value: typed.places, error: faults['places'] })}`

const last = (typed: TypedDetails, faults: SaidFaults): Markup => html`
${textArea({ name: 'conduct', label: 'How do people treat each other?', hint: 'The code of conduct. It stands on the page of the event.', rows: 5, value: typed.conduct, error: faults['conduct'] })}
${textArea({ name: 'sponsors', label: 'Sponsors (optional)', hint: 'One in a line. They are thanked, and rank nothing.', rows: 2, value: typed.sponsors, error: faults['sponsors'] })}`
