/** The page on which those who were there write the note of a session together. Every line is a form of its own, for a thumb on a phone. */
import { sayDay } from '../../basics/day.ts'
import { button } from '../../web/components/button.ts'
import { details } from '../../web/components/details.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText, notificationBanner } from '../../web/components/notices.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Session } from '../agendas/agenda.ts'
import { type Attendee, isIn } from '../events/attendee.ts'
import type { Event } from '../events/event.ts'
import { addForms, type LineTools, writableLines } from './line-pages.ts'
import { isWritten, LINE_KINDS, type LineKind, lastDayOf, maySayNone, type Note, type TypedLine } from './note.ts'
import { sayHere } from './pages.ts'
import { DONE, HEADINGS, HERE_HINT, NOTHING_YET, sayMissing, sayWhen, TAKER_HINT, VERSIONS, WRITE_NO_NAMES } from './words.ts'

export type WritingPage = {
  session: Session
  event: Event
  note: Note
  me: Attendee | undefined
  /** What was typed and is not saved, and from what it began. */
  typed?: { heard: string; base: string }
  lines?: TypedLine
  faults?: Readonly<Record<string, string>>
  refused?: string | undefined
}

export function writingPage(visit: Visit, about: WritingPage): Markup {
  const { session, event, note, me, typed, faults = {}, refused } = about
  const errors = [...(refused ? [{ text: refused }] : []), ...Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }))]
  const done = errors.length > 0 ? undefined : DONE[visit.query('done') ?? '']
  const [heard, base] = [typed?.heard ?? note.heard, typed?.base ?? note.heard]
  const action = `/sessions/${session.id}/note`
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${errors.length > 0 ? errorSummary({ errors }) : ''}
${backLink({ href: `/sessions/${session.id}`, text: 'The session' })}
<p class="state">Open until ${sayDay(lastDayOf(event), visit.today)}</p>
<h1>${session.title}</h1>
<p class="lede">What came of it? ${sayWhen(session, visit.today)}.</p>
${insetText({ content: WRITE_NO_NAMES })}
<section aria-labelledby="here"><h2 id="here">Who was here</h2><div data-note-part="here">${herePart(session.id, note, me)}</div><p class="meta">${HERE_HINT}</p></section>
<form class="form" method="post" action="${action}" data-writes-together="${action}" novalidate>
<input type="hidden" name="base" value="${base}">
${textArea({ name: 'heard', label: 'What we heard', labelSize: 'm', hint: 'A few lines are enough.', rows: 8, value: heard, error: faults['heard'] })}
<p class="meta" role="status" data-saved data-while-typing="It saves itself while you type, and what others write appears here.">Others may be writing too: what they saved meanwhile is kept, and so is yours.</p>
${button({ text: 'Save what we heard' })}</form>
<p><a href="${`/sessions/${session.id}/versions`}">${VERSIONS}</a>, with who saved them, for those who write here.</p>
${LINE_KINDS.map((kind) => kindPart(visit, kind, about))}
${!note.isNone && maySayNone(note, session, visit.today).yes ? nonePart(session.id) : ''}
<section class="next"><h2>What happens next</h2><p>${note.isNone ? 'There is nothing to keep. Whoever writes something changes that.' : isWritten(note) ? 'Whoever took a next step on is asked on its date what became of it. A month after the event we ask what became of all of it.' : sayMissing(session, note.answerBy, visit.today)}</p></section>`
}

const herePart = (session: string, { here }: Pick<Note, 'here'>, me: Attendee | undefined): Markup => {
  const isHere = here.some(({ attendee }) => attendee === me?.id)
  return html`<p>${here.length === 0 ? 'Nobody has said so yet.' : sayHere(here)}</p>${
    isIn(me)
      ? html`<form method="post" action="/sessions/${session}/presence"><input type="hidden" name="on" value="${isHere ? 'no' : 'yes'}">${button({ text: isHere ? 'Take me away' : 'I was here', kind: 'quiet' })}</form>`
      : ''
  }`
}

const kindPart = (visit: Visit, kind: LineKind, { session, note, lines, faults = {}, ...about }: WritingPage): Markup => {
  const id = kind.replace(' ', '-')
  const tools = { ...about, session }
  return html`<section aria-labelledby="${id}-of"><h2 id="${id}-of">${HEADINGS[kind]}</h2>
${kind === 'next step' ? html`<p class="meta">${TAKER_HINT}</p>` : ''}
<div data-note-part="${id}">${listPart(visit, kind, note, tools)}</div>
${addForms(session.id, kind, lines?.kind === kind ? lines : undefined, faults)}</section>`
}

const listPart = (visit: Visit, kind: LineKind, note: Note, tools: LineTools): Markup => {
  const mine = note.lines.filter((line) => line.kind === kind)
  return mine.length === 0 ? html`<p>${NOTHING_YET[kind]}</p>` : writableLines(visit, mine, tools)
}

/** What the script puts where it stands on the page. */
export const changingParts = (visit: Visit, { session, event, note, me }: WritingPage): Record<string, string> => ({
  here: String(herePart(session.id, note, me)),
  ...Object.fromEntries(LINE_KINDS.map((kind) => [kind.replace(' ', '-'), String(listPart(visit, kind, note, { session, event, me }))])),
})

const nonePart = (session: string): Markup =>
  details({
    summary: 'Is there nothing to keep?',
    content: html`<p>That is a good answer too, and nobody is asked about it any more.</p><form method="post" action="/sessions/${session}/none">${button({ text: 'Nothing to keep', kind: 'quiet' })}</form>`,
  })
