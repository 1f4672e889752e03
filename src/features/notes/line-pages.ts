/** The lines of a note while it is written: what one can do with each, and the form that adds one. */
import { button } from '../../web/components/button.ts'
import { dateField } from '../../web/components/date-field.ts'
import { details } from '../../web/components/details.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Session } from '../agendas/agenda.ts'
import type { Attendee } from '../events/attendee.ts'
import type { Event } from '../events/event.ts'
import { type Line, type LineKind, mayMake, maySay, mayTake, mayTakeOut, OUTCOMES, type TypedLine } from './note.ts'
import { lineSub, SIGNS, sayLine } from './pages.ts'
import { ADD, OUTCOME_WORDS } from './words.ts'

export type LineTools = { session: Session; event: Event; me: Attendee | undefined }

export const writableLines = (visit: Visit, lines: readonly Line[], tools: LineTools): Markup =>
  html`<ul class="stack">${lines.map((line) => html`<li class="suggestion">${SIGNS[line.kind]()}<div class="note-line"><span class="typed" dir="auto">${sayLine(line, visit.today)}</span>${lineSub(visit, line)}${actions(visit, line, tools)}</div></li>`)}</ul>`

function actions(visit: Visit, line: Line, { session, event, me }: LineTools): Markup | '' {
  const by = { viewer: visit.viewer, me }
  const does = (what: string, text: string, on?: 'yes' | 'no'): Markup =>
    html`<form method="post" action="/note-lines/${line.id}/${what}">${on ? html`<input type="hidden" name="on" value="${on}">` : ''}${button({ text, kind: 'quiet' })}</form>`
  const mine = line.takenBy !== undefined && line.takenBy.attendee === me?.id
  const first = [
    ...(mayMake(line, 'listing', by).yes ? [does('listing', line.kind === 'have' ? 'I have this: list it' : 'I need this: list it')] : []),
    ...(!line.takenBy && mayTake(line, me, true).yes ? [does('taker', 'I take it on', 'yes')] : []),
    ...(mayMake(line, 'draft', by).yes ? [does('draft', 'Make it a project')] : []),
  ]
  const more = [
    ...(mine && line.outcome === undefined ? [does('taker', 'Let it go', 'no')] : []),
    ...(mayTakeOut(line, { session, event }, by).yes ? [does('removal', 'Take it out')] : []),
  ]
  const rest = html`${maySay(line, me).yes ? becameForm(line) : ''}${more.length > 0 ? html`<div class="note-actions">${more}</div>` : ''}`
  return html`${first.length > 0 ? html`<div class="note-actions">${first}</div>` : ''}${String(rest) === '' ? '' : details({ summary: mine ? 'What became of it, and more' : 'More', content: rest })}`
}

/** One sentence, then one of three buttons. */
const becameForm = ({ id, outcomeLine }: Line): Markup =>
  html`<form method="post" action="/note-lines/${id}/outcome" novalidate>
${textField({ name: 'line', id: `line-${id}`, label: 'What became of it (optional)', value: outcomeLine })}
<div class="note-actions">${OUTCOMES.map((outcome) => button({ text: OUTCOME_WORDS[outcome], kind: 'quiet', name: 'outcome', value: outcome }))}</div></form>`

export function addForms(session: string, kind: LineKind, typed: TypedLine | undefined, faults: Readonly<Record<string, string>>): Markup {
  const id = kind.replace(' ', '-')
  const { label, hint, button: text } = ADD[kind]
  const day =
    kind === 'next step' || kind === 'meeting'
      ? dateField({
          ...{ name: 'on', id: `${id}-on`, label: kind === 'meeting' ? 'On which day' : 'Until when', value: typed?.on ?? '' },
          error: faults[`${id}-on`],
        })
      : ''
  const what = textField({ name: 'what', id: `${id}-what`, label, hint, value: typed?.what ?? '', error: faults[`${id}-what`] })
  return html`<form class="note-add" method="post" action="/sessions/${session}/lines" novalidate><input type="hidden" name="kind" value="${kind}">${kind === 'meeting' ? html`${day}${what}` : html`${what}${day}`}${button({ text, ...(kind === 'need' ? { kind } : {}) })}</form>`
}
