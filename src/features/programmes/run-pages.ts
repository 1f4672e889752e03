/** What the organiser of a programme sees besides: figures, inviting, the preview, and stopping. */
import { sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { pagination } from '../../web/components/pagination.ts'
import { select } from '../../web/components/select.ts'
import { summaryList } from '../../web/components/summary-list.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import { logo } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { whoLink } from '../people/pages.ts'
import type { Figures } from './figures.ts'
import type { Pair } from './pair.ts'
import { FEWEST, MEETING_HOURS, type Programme } from './programme.ts'
import { shownCounts } from './survey.ts'
import { QUESTIONS, sayWhyTheyMeet, WORTH_WORDS } from './words.ts'

export type RunPart = {
  counts: { left: number; right: number; out: number }
  figures: Figures
  typed: { side: string; email: string }
  fault?: string | undefined
}

export function runPart(visit: Visit, programme: Programme, about: RunPart): Markup {
  const { id, state, sendBy } = programme
  return html`<section class="owner" aria-labelledby="run"><h2 id="run">For whoever runs it</h2>
${state === 'preview' ? html`<p>${sendBy ? `If you say nothing by ${sayDay(sendBy, visit.today)}, it is sent the day after as it is.` : ''}</p>${buttonGroup(buttonLink({ text: 'Look at the pairs', href: `/programmes/${id}/preview` }))}` : ''}
${figuresPart(programme, about)}
${state === 'open' ? invitePart(programme, about) : ''}
${state === 'ended' || state === 'stopped' ? '' : html`<p><a href="/programmes/${id}/ending">Stop this programme</a></p>`}</section>`
}

const FEW = 'fewer than five'

function figuresPart({ left, right, state }: Programme, { counts, figures }: RunPart): Markup {
  const { pairs, neverMet, nudges, meetings, answers } = figures
  const isSent = state === 'running' || state === 'ended' || state === 'stopped'
  const said = <K extends string>(counted: Record<K, number>, words: (key: K) => string): string => {
    const shown = shownCounts(counted)
    return (Object.keys(counted) as K[]).map((key) => `${words(key)}: ${shown[key] ?? FEW}`).join(' · ')
  }
  const yesNo = (key: 'yes' | 'no') => (key === 'yes' ? 'Yes' : 'No')
  return summaryList({
    rows: [
      { key: 'Joined', value: `${left.name}: ${counts.left} · ${right.name}: ${counts.right}` },
      ...(isSent
        ? [
            { key: 'Pairs', value: `${pairs}${counts.out > 0 ? `, ${count(counts.out, 'person', 'people')} left out` : ''}` },
            { key: 'Asked', value: count(nudges, 'time') },
            { key: 'Met', value: `${count(meetings, 'time')}, ${count(meetings * MEETING_HOURS, 'hour')}` },
            { key: 'Have not met yet', value: count(neverMet, 'pair') },
          ]
        : []),
      ...(state === 'ended' && answers < FEWEST
        ? [{ key: 'How it was', value: 'Fewer than five have answered, so nothing is shown.' }]
        : []),
      ...(state === 'ended' && answers >= FEWEST
        ? [
            { key: QUESTIONS.worth, value: said(figures.worth, (key) => WORTH_WORDS[key]) },
            { key: QUESTIONS.again, value: said(figures.again, yesNo) },
            { key: QUESTIONS.inTouch, value: said(figures.inTouch, yesNo) },
            ...(figures.lines.length > 0
              ? [
                  {
                    key: 'What they wrote',
                    value: html`<ul>${figures.lines.map((line) => html`<li class="typed" dir="auto">${line}</li>`)}</ul>`,
                  },
                ]
              : []),
          ]
        : []),
    ],
  })
}

function invitePart({ id, left, right }: Programme, { typed, fault }: RunPart): Markup {
  const items = [
    { value: 'left', text: left.name },
    { value: 'right', text: right.name },
  ]
  return html`<form class="form" method="post" action="/programmes/${id}/invitations" novalidate>
<h3>Invite somebody</h3>
${textField({ name: 'email', type: 'email', label: 'Their e-mail address', hint: 'They can join by answering the letter. Before their side opens, they are asked on that day.', autocomplete: 'off', spellcheck: false, value: typed.email, error: fault })}
${select({ name: 'side', id: 'invited-side', label: 'As', items, value: typed.side })}
${button({ text: 'Invite', kind: 'quiet' })}</form>`
}

export type PreviewPage = {
  programme: Programme
  pairs: readonly Pair[]
  counts: { left: number; right: number; out: number }
  next: string | undefined
  refused?: string | undefined
}

export function previewPage(visit: Visit, { programme, pairs, counts, next, refused }: PreviewPage): Markup {
  const { id, title, sendBy, firstDay } = programme
  const isOpen = programme.state === 'preview'
  return html`${refused ? errorSummary({ errors: [{ text: refused }] }) : ''}
${backLink({ href: `/programmes/${id}`, text: title })}
<p class="state${isOpen ? '' : ' state-quiet'}">${isOpen && sendBy ? `Look at it by ${sayDay(sendBy, visit.today)}` : 'Sent'}</p>
<h1>Who meets whom</h1>
<p class="lede">${count(counts.left + counts.right, 'person has', 'people have')} joined${counts.out > 0 ? `; ${count(counts.out, 'person is', 'people are')} left out` : ', and nobody is left out'}. These pairs are worth most together, within what each can take.</p>
${isOpen ? html`<form method="post" action="/programmes/${id}/sending">${button({ text: 'Send it' })}</form>` : ''}
${
  pairs.length > 0
    ? html`<ul class="stack">${pairs.map((pair) => pairLine(visit, pair, isOpen))}</ul>`
    : html`<div class="empty">${logo()}<div><h2>No pairs</h2><p>One side is empty, or those who have joined may not be put together. Everybody is told why when it is sent.</p></div></div>`
}
${next ? pagination({ next: { href: next, text: 'More pairs' } }) : ''}
${isOpen ? html`<section class="next"><h2>What happens next</h2><p>When it is sent, each gets a letter with the name and the address of their partner, and whoever is left out hears why. It begins on ${sayDay(firstDay, visit.today)}.${sendBy ? ` If you say nothing by ${sayDay(sendBy, visit.today)}, it is sent the day after as it is.` : ''}</p></section>` : ''}`
}

/** Two whom the organiser knows better than we do. */
const pairLine = (
  visit: Visit,
  { id, left, right, why }: Pair,
  isOpen: boolean,
): Markup => html`<li><div class="cast"><div>${whoLink(visit.viewer, left)}<br>${whoLink(visit.viewer, right)}<span class="sub">${sayWhyTheyMeet(why)}</span></div>
${isOpen ? html`<form method="post" action="/pairs/${id}/parting">${button({ text: html`Keep apart<span class="govuk-visually-hidden">: these two</span>`, kind: 'quiet' })}</form>` : ''}</div></li>`

export const stopPage = ({
  programme: { id, title },
  typed,
  fault,
}: {
  programme: Programme
  typed: string
  fault?: string | undefined
}): Markup => html`${backLink({ href: `/programmes/${id}`, text: title })}
<form class="form" method="post" action="/programmes/${id}/ending" novalidate>
${fault ? errorSummary({ errors: [{ text: fault, href: '#line' }] }) : ''}
<h1>Stop this programme?</h1>
<p class="lede">Stopping is normal. Everybody who has joined is told, with a line from you. Pairs are not asked anything more.</p>
${textArea({ name: 'line', label: 'Why it stops', hint: 'At most 500 characters. Everybody who has joined reads it.', rows: 3, value: typed, error: fault })}
${buttonGroup(button({ text: 'Stop it' }), html`<a href="/programmes/${id}">Go back, change nothing</a>`)}
<section class="next"><h2>What happens next</h2><p>Everybody gets one letter today. Who has met stays in touch as they like.</p></section>
</form>`
