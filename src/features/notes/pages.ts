/** A note as it is read: on the page of its session, and among all others of its event. */
import { type Day, sayDay } from '../../basics/day.ts'
import { count, list } from '../../basics/text.ts'
import { maySee } from '../../basics/viewer.ts'
import { buttonGroup, buttonLink } from '../../web/components/button.ts'
import { html, type Markup } from '../../web/markup.ts'
import { haveSign, needSign, wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { isPast, type Session } from '../agendas/agenda.ts'
import { type Became, isSettled, isWritten, type Line, type LineKind, type Named, type Note } from './note.ts'
import { HEADINGS, OUTCOME_WORDS, sayMissing } from './words.ts'

export const SIGNS: Record<LineKind, () => Markup> = { have: haveSign, need: needSign, 'next step': wholeSign, meeting: wholeSign }

/** "Ann Example, Bo Example and 3 others were here." Whoever sees no names sees a number. */
export function sayHere(here: readonly Named[]): string {
  const names = here.flatMap(({ name }) => (name === '' ? [] : [name]))
  const others = here.length - names.length
  if (names.length === 0) return `${count(here.length, 'person says that they were', 'people say that they were')} here.`
  const all = [...names, ...(others > 0 ? [count(others, 'other')] : [])]
  return `${list(all)} ${all.length === 1 ? 'was' : 'were'} here.`
}

/** What stands behind a line: its date, who took it on, and what became of it. */
export function lineSub(visit: Visit, line: Line): Markup | '' {
  const { kind, on, takenBy, outcome, outcomeLine, became } = line
  const parts = [
    ...(kind === 'next step' && on ? [`Until ${sayDay(on, visit.today)}`] : []),
    ...(takenBy ? [takenBy.name === '' ? 'Somebody has taken it on' : `${takenBy.name} has taken it on`] : []),
  ]
  const said = outcome
    ? html` <strong>${OUTCOME_WORDS[outcome]}.</strong>${outcomeLine ? html` <span class="typed" dir="auto">${outcomeLine}</span>` : ''}`
    : ''
  const links = became.filter(({ is }) => is !== 'over').map((each) => html` ${becameLink(visit, each)}`)
  if (parts.length === 0 && !outcome && links.length === 0) return ''
  return html`<span class="sub">${parts.length > 0 ? `${parts.join('. ')}.` : ''}${said}${links}</span>`
}

function becameLink({ viewer }: Visit, { as, thing, person, is }: Became): Markup {
  const isMine = viewer?.person === person
  if (is === 'project') return html`It became <a href="/projects/${thing}">a project</a>.`
  if (as === 'draft') return isMine ? html`It became <a href="/drafts/${thing}">a draft of yours</a>.` : html`It became a draft of a brief.`
  if (isMine) return html`It became <a href="/profile">a listing of yours</a>.`
  return maySee(viewer, { is: 'person', of: person })
    ? html`It became <a href="/people/${person}">a listing</a>.`
    : html`It became a listing.`
}

/** "3 December: by video" */
export const sayLine = ({ kind, what, on }: Pick<Line, 'kind' | 'what' | 'on'>, today: Day): string =>
  kind === 'meeting' ? [on ? sayDay(on, today) : '', what].filter(Boolean).join(': ') : what

const linesPart = (visit: Visit, lines: readonly Line[]): Markup =>
  html`<ul class="stack">${lines.map((line) => html`<li class="suggestion">${SIGNS[line.kind]()}<div><span class="typed" dir="auto">${sayLine(line, visit.today)}</span>${lineSub(visit, line)}</div></li>`)}</ul>`

/** Headings of their own level; `id` keeps those of several sessions apart. */
export function readPart(visit: Visit, note: Note, heading: (text: string) => Markup): Markup {
  const kind = (is: LineKind): Markup | '' => {
    const lines = note.lines.filter((line) => line.kind === is)
    return lines.length === 0 ? '' : html`<div>${heading(HEADINGS[is])}${linesPart(visit, lines)}</div>`
  }
  const sides = [kind('have'), kind('need')].filter((part) => part !== '')
  return html`${note.heard === '' ? '' : html`${heading('What we heard')}<p class="typed" dir="auto">${note.heard}</p>`}${sides.length > 0 ? html`<div class="two">${sides}</div>` : ''}${kind('next step')}${kind('meeting')}
${note.outcome ? html`${heading('A month later')}<p><strong>${OUTCOME_WORDS[note.outcome]}.</strong> <span class="typed" dir="auto">${note.outcomeLine}</span></p>` : ''}
${note.here.length > 0 ? html`<p class="meta">${sayHere(note.here)}</p>` : ''}`
}

/** On the page of the session. */
export function besidePart(visit: Visit, session: Session, note: Note | undefined, mayWrite: boolean): Markup {
  const known = note !== undefined && (isSettled(note) || note.here.length > 0) ? note : undefined
  const says = known?.isNone
    ? 'There is nothing to keep of it.'
    : isWritten(known ?? { heard: '', lines: [] })
      ? ''
      : 'Nobody has written anything yet.'
  return html`<section aria-labelledby="note"><h2 id="note">What came of it</h2>
${says ? html`<p>${says}${known?.isNone ? '' : ` ${sayMissing(session, note?.answerBy, visit.today)}`}</p>` : ''}
${known ? readPart(visit, known, (text) => html`<h3>${text}</h3>`) : ''}
${mayWrite ? buttonGroup(buttonLink({ text: known ? 'Write with the others' : 'Begin the note', href: `/sessions/${session.id}/note`, ...(isPast(session, visit) ? {} : { kind: 'quiet' }) })) : ''}</section>`
}
