/** The page that tells what came of an event, session by session, and what stands of it on the page of the event. */
import { count } from '../../basics/text.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner } from '../../web/components/notices.ts'
import { html, type Markup } from '../../web/markup.ts'
import { logo, wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import type { Event } from '../events/event.ts'
import { sayDates } from '../events/words.ts'
import { isWritten } from './note.ts'
import { LICENCE } from './open-data.ts'
import { readPart } from './pages.ts'
import { DONE, sayMissing, sayNextOf, saySum, sayWhen } from './words.ts'
import { linesOf, type Part, type Settled, sumOf, type WriteUp } from './write-up.ts'

export type WrittenUpPage = WriteUp & { missing: readonly Part[]; runs: boolean; comes: boolean; refused?: string | undefined }

export function writtenUpPage(visit: Visit, { event, parts, isPublished, missing, runs, comes, refused }: WrittenUpPage): Markup {
  const done = refused ? undefined : DONE[visit.query('done') ?? '']
  const written = parts.filter(({ note }) => note !== undefined && isWritten(note))
  const notes = parts.map(({ note }) => note)
  const sum = sumOf(notes)
  const [haves, needs] = [linesOf(notes, 'have').length, linesOf(notes, 'need').length]
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${refused ? errorSummary({ errors: [{ text: refused }] }) : ''}
${backLink({ href: `/events/${event.id}`, text: event.title })}
<p class="state${isPublished ? ' state-good' : ' state-quiet'}">${isPublished ? 'Published' : 'For those who come, until the organiser publishes it'}</p>
<h1>What came of it</h1>
<p class="lede">${event.title}, ${sayDates(event, visit.today)}: ${count(written.length, 'session')} written up, ${count(haves, 'have')} and ${count(needs, 'need')}.</p>
${sum.all > 0 ? html`<p class="why">${wholeSign()} <strong>${saySum(sum)}.</strong>${sum['going on'] > 0 ? ` ${sum['going on']} still going.` : ''}</p>` : ''}
${missing.length > 0 && (runs || comes) ? missingPart(visit, missing) : ''}
${written.length > 0 ? written.map((part) => sessionPart(visit, part)) : html`<div class="empty">${logo()}<div><h2>Nobody has written anything yet</h2><p>Whoever was in a session begins its note on the page of the session.</p></div></div>`}
${nonesPart(parts)}
<section class="next"><h2>What happens next</h2><p>${sayNextOf(event, missing.length, visit)}</p></section>
<p class="meta">Take it along: <a href="/events/${event.id}/written-up.csv">as a table (CSV)</a> or <a href="/events/${event.id}/written-up.json">as data (JSON)</a>, without any name, under ${LICENCE.name}.</p>
${runs && event.step === 'over' ? publishPart(event, isPublished) : ''}`
}

const sessionPart = (visit: Visit, { session, note }: Part): Markup =>
  html`<section class="card note-card" aria-labelledby="s-${session.id}"><h2 id="s-${session.id}"><a href="/sessions/${session.id}">${session.title}</a></h2>
<p class="meta">${sayWhen(session, visit.today)}</p>${note ? readPart(visit, note, (text) => html`<h3>${text}</h3>`) : ''}</section>`

/** Nothing is over in silence: what is missing stands there with its owner and its date. */
const missingPart = ({ today }: Visit, missing: readonly Part[]): Markup =>
  html`<section aria-labelledby="missing"><h2 id="missing">${count(missing.length, 'session')} without a word</h2>
<ul class="stack">${missing.map(({ session, note }) => html`<li><a href="/sessions/${session.id}/note">${session.title}</a><span class="sub">${sayMissing(session, note?.answerBy, today)}</span></li>`)}</ul></section>`

const nonesPart = (parts: readonly Part[]): Markup | '' => {
  const nones = parts.filter(({ note }) => note?.isNone)
  return nones.length === 0
    ? ''
    : html`<section aria-labelledby="nones"><h2 id="nones">Nothing to keep</h2><ul>${nones.map(({ session }) => html`<li>${session.title}${session.isEncore ? ' (once more)' : ''}</li>`)}</ul></section>`
}

const publishPart = ({ id }: Event, isPublished: boolean): Markup =>
  html`<section aria-labelledby="publishing"><h2 id="publishing">For everybody?</h2>
<p>${isPublished ? 'Everybody can read this page and take the data along. Names are seen by those who come and by members, of those alone who said that they were there.' : 'Read it through first: names that somebody typed into a text are not taken out by us. Then everybody can read it, and nobody outside sees who was there.'}</p>
<form method="post" action="/events/${id}/written-up"><input type="hidden" name="on" value="${isPublished ? 'no' : 'yes'}">${button({ text: isPublished ? 'Take it back' : 'Publish it', ...(isPublished ? { kind: 'quiet' } : {}) })}</form></section>`

/** On the page of the event, from its first day on. */
export const besideEventPart = ({ id, step }: Event, { sessions, settled }: Settled): Markup =>
  html`<section aria-labelledby="written-up"><h2 id="written-up">What came of it</h2>
<p>${step === 'over' ? `Of ${count(sessions, 'session')} ${settled} ${settled === 1 ? 'has' : 'have'} a note, or the word that there is nothing to keep.` : 'Every session ends with a note, or with the word that there is nothing to keep. Whoever is there writes it, together, on the page of the session.'}${step === 'over' && settled < sessions ? ` Their hosts are asked about the rest.` : ''}</p>
${buttonGroup(buttonLink({ text: 'What came of it', href: `/events/${id}/written-up`, kind: 'quiet' }))}</section>`
