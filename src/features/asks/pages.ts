/** An ask with its answers; and in short, as a card among what waits for somebody. */
import { sayDay, sayTime } from '../../basics/day.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { dateField } from '../../web/components/date-field.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { forReader, partsOf } from '../letters/letter.ts'
import { type AnswerFaults, type Ask, type AskWords, type Choice, MOST_LINE, type TypedAnswer, type Wording } from './ask.ts'
import { ANSWER_FAULTS, CODE_HINT, sayAskState, sayByLetter, TOO_MUCH } from './words.ts'

export type AllWords = Readonly<Record<string, AskWords<never>>>

/** What somebody may read of an ask: names only as far as they may see them. */
export function wordingOf(visit: Visit, asks: AllWords, { kind, facts, answerBy }: Ask): Wording | undefined {
  const shown = visit.viewer ? forReader(facts, visit.viewer) : facts
  return asks[kind]?.words(shown as never, answerBy, visit.today)
}

/** As in the letter, but what stands before an address leads there: "All about it". */
export const paragraphs = (says: readonly string[]): Markup[] =>
  says.map((said) => {
    const [before = '', path] = partsOf(said).map(({ text }) => text)
    if (path === undefined) return html`<p class="typed" dir="auto">${before}</p>`
    const [, text = '', leading = ''] = /^(.*[.!?"]\s)?(.*?)[:.]?\s*$/s.exec(before) ?? []
    return html`<p>${text}<a href="${path}">${leading || 'See more'}</a></p>`
  })

const NOTHING_TYPED: TypedAnswer = { line: '', hours: '', day: '' }

/** What was typed, what is wrong with it, and why it could not be: each may be missing. */
export type Trouble = { typed?: TypedAnswer; faults?: AnswerFaults; refused?: string }

/** `canUndo`: this kind of answer can be taken back. `takesReplies`: an answer to its letter reaches us. */
export type AskPage = { ask: Ask; canUndo: boolean; takesReplies: boolean; trouble?: Trouble | undefined }

export function askPage(visit: Visit, asks: AllWords, about: AskPage): Markup {
  const { ask, canUndo, trouble = {} } = about
  const words = wordingOf(visit, asks, ask)
  if (!words) return html`<h1>Nobody asks this any more</h1><p><a href="/mine">See what waits for you</a></p>`
  const { faults = {}, refused } = trouble
  const errors = [
    ...(refused ? [{ text: refused }] : []),
    ...Object.entries(faults).map(([field, fault]) => ({ text: ANSWER_FAULTS[fault], href: `#${field}` })),
  ]
  return html`${errors.length > 0 ? errorSummary({ errors }) : ''}
${backLink({ href: '/mine', text: 'For you' })}
<p class="state">${sayAskState(ask, visit.today)}</p>
<h1>${words.heading}</h1>
${paragraphs(words.says)}
${ask.state === 'open' ? answerForm(visit, about, asks[ask.kind]?.choices ?? [], words) : answerGiven(visit, asks, ask, canUndo)}`
}

function answerForm(
  visit: Visit,
  { ask, takesReplies, trouble: { typed = NOTHING_TYPED, faults = {} } = {} }: AskPage,
  choices: readonly Choice[],
  { silence }: Wording,
): Markup {
  const say = (field: keyof TypedAnswer) => faults[field] && ANSWER_FAULTS[faults[field]]
  const takes = (what: Choice['takes']) => choices.filter((choice) => choice.takes === what)
  const labels = (...what: Choice['takes'][]) =>
    what
      .flatMap(takes)
      .map(({ label, takes }) => `"${label}"${takes === 'a line' ? ' (optional)' : ''}`)
      .join(' or ')
  return html`<form class="form" id="answer" method="post" action="/asks/${ask.id}/answer" novalidate>
${takes('hours').length > 0 ? textField({ name: 'hours', label: `Hours, with ${labels('hours')}`, width: 3, inputmode: 'decimal', value: typed.hours, error: say('hours') }) : ''}
${takes('a day').length > 0 ? dateField({ name: 'day', label: `Which day, with ${labels('a day')}`, value: typed.day, min: visit.today, error: say('day') }) : ''}
${labels('a line', 'a reason') !== '' ? textArea({ name: 'line', label: `A line, with ${labels('a line', 'a reason')}`, hint: `It is passed on in a letter. At most ${MOST_LINE} characters.`, rows: 2, value: typed.line, error: say('line') }) : ''}
${buttonGroup(...choices.map(({ answer, label }, at) => button({ text: label, name: 'answer', value: answer, kind: at === 0 ? undefined : 'quiet' })))}
</form>
<section class="next"><h2>What happens next</h2><p>${silence}</p><p>${sayByLetter(choices, ask.code, takesReplies)}</p><p class="meta">${takesReplies ? html`${TOO_MUCH} Or <a href="/letter-choices">choose it on a page</a>.` : html`Too much just now? <a href="/letter-choices">Choose a day until which nothing is asked of you</a>.`}</p></section>`
}

function answerGiven(visit: Visit, asks: AllWords, { id, kind, given, state, undoUntil }: Ask, canUndo: boolean): Markup {
  if (state !== 'answered' || !given) return html`<p><a href="/mine">See what else waits for you</a></p>`
  const choice = asks[kind]?.choices.find(({ answer }) => answer === given.answer)
  const isUndoable = canUndo && !choice?.isFinal && undoUntil && visit.now < undoUntil
  return html`<section class="next"><h2>Your answer</h2><p>${choice?.label ?? given.answer}.</p>${given.line ? html`<blockquote class="typed" dir="auto">${given.line}</blockquote>` : ''}
${isUndoable ? html`<p>You can take it back until ${sayTime(visit.zone, undoUntil)}. Then the others are told.</p><form method="post" action="/asks/${id}/retraction">${button({ text: 'Take it back', kind: 'quiet' })}</form>` : ''}
<p><a href="/mine">See what else waits for you</a></p></section>`
}

/** One of the cards of what waits for somebody. */
export function askCard(visit: Visit, asks: AllWords, ask: Ask): Markup | '' {
  const words = wordingOf(visit, asks, ask)
  if (!words) return ''
  const [first = ''] = words.says
  return html`<p class="state">${sayAskState(ask, visit.today)}</p><h3>${words.heading}</h3>
<p class="typed" dir="auto">${textOf(first)}</p>
${buttonGroup(buttonLink({ text: html`Answer<span class="govuk-visually-hidden">: ${words.heading}</span>`, href: `/asks/${ask.id}` }))}
<p class="meta">${words.silence}</p>`
}

/** The other side: what somebody else has not answered yet. */
export function askedLine(visit: Visit, asks: AllWords, ask: Ask): Markup | '' {
  const words = wordingOf(visit, asks, ask)
  return words
    ? html`<li>${words.heading}<span class="sub">They answer by ${sayDay(ask.answerBy, visit.today)}. We remind them.</span></li>`
    : ''
}

const textOf = (said: string): string =>
  partsOf(said)
    .map(({ is, text }) => (is === 'link' ? '' : text))
    .join('')
    .trim()

/** For whoever has the code of a letter and nothing else. */
export const codePage = (
  typed: string,
  fault?: string,
): Markup => html`${fault ? errorSummary({ errors: [{ text: fault, href: '#code' }] }) : ''}
<h1>Answer by code</h1>
<form class="form" method="get" action="/asks" novalidate>
${textField({ name: 'code', label: 'The code of the letter', hint: CODE_HINT, width: 10, autocomplete: 'off', autocapitalize: 'characters', spellcheck: false, spacedOut: true, value: typed, error: fault })}
${buttonGroup(button({ text: 'Find the question' }), html`<a href="/mine">See all that waits for you</a>`)}
</form>`
