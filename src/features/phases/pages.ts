/** The four phases on a project's page, their history, and the page on which the owner says what becomes of one. */
import { addDays, sayDay } from '../../basics/day.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { radios } from '../../web/components/choices.ts'
import { dateField } from '../../web/components/date-field.ts'
import { details } from '../../web/components/details.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText } from '../../web/components/notices.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import { journey } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { PHASES, type PhaseEnd, type Project, phaseOf, reviewBy } from '../projects/project.ts'
import { PHASE_WORDS, sayReview } from '../projects/words.ts'
import { stepsFrom, type TypedPhaseEnd } from './phase.ts'
import { sayPhaseEnd, sayPhaseNow, sayStep } from './words.ts'

/** Where a running project is, as a line of four stations, and how it came there. */
export function phasesPart(visit: Visit, project: Project): Markup | '' {
  const ends = project.phaseEnds ?? []
  if (project.state !== 'running') return ends.length > 0 ? history(visit, ends) : ''
  const at = PHASES.indexOf(phaseOf(project))
  const goLive = project.goLive && sayDay(project.goLive, visit.today)
  const stations = PHASES.map((phase, index) => ({
    name: PHASE_WORDS[phase],
    is: index < at || at === PHASES.length - 1 ? ('behind' as const) : index === at ? ('here' as const) : ('ahead' as const),
    ...(phase === 'live' && goLive ? { date: goLive } : {}),
  }))
  const title = `Phase ${at + 1} of ${PHASES.length}: ${PHASE_WORDS[phaseOf(project)]}`
  return html`<section class="phases" aria-labelledby="phases"><h2 id="phases">${title}</h2>
${journey(stations, `${title}${goLive ? `, live on ${goLive}` : ''}`)}
<p>${sayPhaseNow(project, visit.today)}</p>
${ends.length > 0 ? history(visit, ends) : ''}</section>`
}

const history = (visit: Visit, ends: readonly PhaseEnd[]): Markup =>
  details({
    id: 'phase-history',
    summary: 'How each phase ended, and why',
    content: html`<ol class="stack" reversed>${ends.map(
      (end) =>
        html`<li><strong>${sayPhaseEnd(end)}</strong> <span class="meta">${sayDay(end.on, visit.today)}</span><p class="typed" dir="auto">${end.reason}</p></li>`,
    )}</ol>`,
  })

export type PhasePage = {
  project: Project
  typed: TypedPhaseEnd
  faults: { step?: string; reason?: string }
  typedGoLive?: string | undefined
  goLiveFault?: string | undefined
}

export function phasePage(visit: Visit, { project, typed, faults, typedGoLive, goLiveFault }: PhasePage): Markup {
  const phase = phaseOf(project)
  const errors = [
    ...(faults.step ? [{ text: faults.step, href: '#step' }] : []),
    ...(faults.reason ? [{ text: faults.reason, href: '#reason' }] : []),
    ...(goLiveFault ? [{ text: goLiveFault, href: '#go-live' }] : []),
  ]
  return html`${backLink({ href: `/projects/${project.id}`, text: project.title })}
${errors.length > 0 ? errorSummary({ errors }) : ''}
<h1>${phase === 'live' ? 'Is it still looked after?' : `What becomes of ${phase}?`}</h1>
<p class="lede">${sayReview(phase, reviewBy(project, visit.today), visit.today)}</p>
<form class="form" method="post" action="/projects/${project.id}/phase-ends" novalidate>
<input type="hidden" name="seen" value="${project.phaseEnds?.[0]?.id ?? ''}">
${radios({
  name: 'step',
  legend: 'What do you say?',
  items: stepsFrom(phase).map((step) => ({ value: step, ...sayStep(step, phase) })),
  value: typed.step,
  error: faults.step,
})}
${textArea({ name: 'reason', label: 'Why?', hint: "One or two sentences. They are public, with today's date, and everybody who pledged gets them.", rows: 4, value: typed.reason, error: faults.reason })}
${button({ text: 'Say it' })}
</form>
${phase === 'discovery' ? insetText({ content: 'A day to go live can be named once discovery has ended.' }) : phase === 'live' ? '' : goLiveForm(visit, project, typedGoLive, goLiveFault)}
<section class="owner" aria-labelledby="over"><h2 id="over">Or is it over?</h2>
<p>Delivered, handed over and stopped are all good endings. Each leaves a short note for the next who try.</p>
${buttonGroup(buttonLink({ text: 'Say how it ended', href: `/projects/${project.id}/ending`, kind: 'quiet' }))}</section>`
}

const goLiveForm = (visit: Visit, project: Project, typed: string | undefined, fault: string | undefined): Markup =>
  html`<form class="form card card-have" method="post" action="/projects/${project.id}/go-live" novalidate><h2>When does it go live?</h2>
${dateField({ name: 'go-live', label: 'The day on which it goes live', hint: 'You can move it later. Everybody who pledged is told.', value: typed ?? project.goLive ?? addDays(visit.today, 84), min: visit.today, error: fault })}
${button({ text: project.goLive ? 'Move the day' : 'Name the day' })}</form>`
