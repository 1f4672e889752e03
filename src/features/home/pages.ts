/** The first page, and the page of what is mine. */
import { dayIn, sayDay, sayTime } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { buttonGroup, buttonLink } from '../../web/components/button.ts'
import { html, type Markup } from '../../web/markup.ts'
import { haveSign, logo, needSign, wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { sayWho } from '../people/person.ts'
import type { Pledge } from '../pledges/pledge.ts'
import { sayPledgeNext, sayShortState } from '../pledges/words.ts'
import { sayHours } from '../projects/hours.ts'
import { projectCards } from '../projects/list-pages.ts'
import type { ProjectLine } from '../projects/project-line.ts'
import type { Watched } from '../projects/watch.ts'
import { watchedPart } from '../projects/watch-pages.ts'
import type { Waiting } from './waiting.ts'

export const frontPage = (visit: Visit, open: readonly ProjectLine[]): Markup => html`<div class="hero"><div>
<h1>Somebody has what you need</h1>
<p class="lede">Public servants in hundreds of places build the same things alone. Here they say what they have and what they need, and build it together.</p>
${buttonGroup(buttonLink({ text: 'Write a brief', href: '/projects/new' }), html`<a href="/projects">See what is needed</a>`)}
</div>${logo()}</div>
<ol class="steps">
<li>${haveSign()}<div><h2>Have</h2><p>Say what you want to change, and what you bring: skill and time, data, code.</p></div></li>
<li>${needSign()}<div><h2>Need</h2><p>Break the work into roles. Others pledge a few hours a week to one of them.</p></div></li>
<li>${wholeSign()}<div><h2>Start</h2><p>When the must-haves are filled and another organisation is in, you begin. If it stops, it leaves a lesson.</p></div></li>
</ol>
${openBriefs(visit, open)}`

export const homePage = (
  visit: Visit,
  waiting: readonly Waiting[],
  held: Markup | '',
  open: readonly ProjectLine[],
): Markup => html`<h1>Hello${visit.viewer?.name ? ` ${visit.viewer.name.split(' ')[0]}` : ''}</h1>
${waiting.length > 0 ? html`<p class="lede">${count(waiting.length, 'thing waits', 'things wait')} for your answer.</p>` : html`<p class="lede">Nothing waits for your answer today. Somebody may need what you have.</p>`}
${held}
${waiting.length > 0 ? waitingPart(visit, waiting) : ''}
${openBriefs(visit, open)}`

const openBriefs = (
  visit: Visit,
  open: readonly ProjectLine[],
): Markup => html`<section aria-labelledby="open"><h2 id="open">Open for pledges now</h2>
${
  open.length > 0
    ? html`${projectCards(visit, open, 'h3')}<p><a href="/projects">See all projects</a></p>`
    : html`<div class="empty">${logo()}<div><h3>No brief is open today</h3><p>Yours could be the first.</p>${buttonLink({ text: 'Write a brief', href: '/projects/new' })}</div></div>`
}</section>`

export type Mine = {
  /** Where somebody stands whose organisation nobody has told yet. */
  held: Markup | ''
  waiting: readonly Waiting[]
  projects: readonly ProjectLine[]
  pledges: readonly Pledge[]
  drafts: readonly { id: string; title: string; savedAt: Date }[]
  watched: readonly Watched[]
}

export const minePage = (visit: Visit, { held, waiting, projects, pledges, drafts, watched }: Mine): Markup => html`<h1>For you</h1>
${held}
${waitingPart(visit, waiting)}
${drafts.length > 0 ? draftsPart(visit, drafts) : ''}
<section aria-labelledby="pledges"><h2 id="pledges">Your pledges</h2>${pledgesPart(visit, pledges)}</section>
<section aria-labelledby="projects"><h2 id="projects">Your projects</h2>${
  projects.length > 0
    ? projectCards(visit, projects, 'h3')
    : html`<div class="empty">${logo()}<div><h3>You have not started anything yet</h3><p>What does your organisation pay for that the next one pays for too?</p>${buttonLink({ text: 'Write a brief', href: '/projects/new' })}</div></div>`
}</section>
${watchedPart(visit, watched)}`

const waitingPart = (
  visit: Visit,
  waiting: readonly Waiting[],
): Markup => html`<section aria-labelledby="waiting"><h2 id="waiting">Waiting for you</h2>
${waiting.length > 0 ? html`<ul class="cards">${waiting.map((each) => html`<li class="card ask-card">${ask(visit, each)}</li>`)}</ul>` : html`<p>Nothing waits for your answer. When something does, you get a letter and see it here.</p>`}</section>`

function ask(visit: Visit, waiting: Waiting): Markup {
  const { id, what, title } = waiting
  const by = sayDay(waiting.by, visit.today)
  switch (waiting.is) {
    case 'pledge':
      return html`<p class="state">Answer by ${by}</p><h3>A pledge for ${what}</h3>
<p>${waiting.who ? sayWho(visit.viewer, waiting.who) : 'Somebody'} offers ${sayHours(waiting.hoursAWeek ?? 0)} to "${title}".</p>
${buttonGroup(buttonLink({ text: html`Answer<span class="govuk-visually-hidden"> the pledge for ${what}</span>`, href: `/pledges/${id}` }))}
<p class="meta">If you say nothing, they are freed after ${by}.</p>`
    case 'start':
      return html`<p class="state state-good">Name the first date by ${by}</p><h3>${title} is ready</h3>
<p>Every must-have place is filled.</p>
${buttonGroup(buttonLink({ text: html`Name the first date<span class="govuk-visually-hidden"> of ${title}</span>`, href: `/projects/${id}#first-date` }))}
<p class="meta">If ${by} passes, we remind you every week.</p>`
    case 'choice':
      return html`<p class="state">Choose by ${by}</p><h3>The deadline of ${title} has passed</h3>
<p>Extend it once, or stop it.</p>
${buttonGroup(buttonLink({ text: html`Choose<span class="govuk-visually-hidden"> for ${title}</span>`, href: `/projects/${id}#yours` }))}
<p class="meta">If you choose nothing by ${by}, it ends as not reached and everybody is freed.</p>`
    case 'ending':
      return html`<p class="state">The work ended on ${by}</p><h3>How did ${title} end?</h3>
<p>Say whether it was delivered or has stopped. Everybody is thanked and freed.</p>
${buttonGroup(buttonLink({ text: html`Say how it ended<span class="govuk-visually-hidden">: ${title}</span>`, href: `/projects/${id}#yours` }))}
<p class="meta">It has waited since ${by}. We ask every two weeks.</p>`
    case 'gift':
      return html`<p class="state">Answer by ${by}</p><h3>An offer of ${what}</h3>
<p>${waiting.who ? sayWho(visit.viewer, waiting.who) : 'Somebody'} offers it to "${title}".</p>
${buttonGroup(buttonLink({ text: html`Answer<span class="govuk-visually-hidden"> the offer of ${what}</span>`, href: `/gifts/${id}` }))}
<p class="meta">If you say nothing, they are freed after ${by}.</p>`
    case 'lookout':
      return html`<p class="state">${waiting.by < visit.today ? `No answer since ${by}` : `Answer by ${by}`}</p><h3>Nothing fits ${what || 'somebody new'} yet</h3>
<p>They have joined, and were told that you look for somebody.</p>
${buttonGroup(buttonLink({ text: html`Look<span class="govuk-visually-hidden"> for ${what || 'somebody new'}</span>`, href: `/lookouts/${id}` }))}
<p class="meta">If ${by} passes, we remind you every week.</p>`
    case 'claim':
      return html`<p class="state">${waiting.by < visit.today ? `No answer since ${by}` : `Answer by ${by}`}</p><h3>Does ${what || 'somebody new'} work for ${title}?</h3>
<p>They say so, and their address does not tell it.</p>
${buttonGroup(buttonLink({ text: html`Answer<span class="govuk-visually-hidden"> for ${what || 'somebody new'}</span>`, href: `/claims/${id}` }))}
<p class="meta">Until somebody answers, they can only read and write drafts. The brokers are asked every week.</p>`
    case 'report':
      return html`<p class="state">Look at it by ${by}</p><h3>A reported post about ${title}</h3>
<p>A member asks the moderators to look at it.</p>
${buttonGroup(buttonLink({ text: html`Look at it<span class="govuk-visually-hidden">: a post about ${title}</span>`, href: `/reports/${id}` }), html`<a href="/reports">All reports</a>`)}
<p class="meta">If nobody answers by ${by}, we remind all moderators.</p>`
  }
}

const draftsPart = (visit: Visit, drafts: Mine['drafts']): Markup => html`<section aria-labelledby="drafts"><h2 id="drafts">Your drafts</h2>
<ul class="stack">${drafts.map((draft) => {
  const title = draft.title.trim() || 'A brief without a title yet'
  return html`<li><a href="/drafts/${draft.id}">${title}</a><span class="sub">Saved ${sayDay(dayIn(visit.zone, draft.savedAt), visit.today)}, ${sayTime(visit.zone, draft.savedAt)}. Only you can see it. <a href="/drafts/${draft.id}/removal">Throw away<span class="govuk-visually-hidden"> ${title}</span></a></span></li>`
})}</ul></section>`

function pledgesPart(visit: Visit, pledges: readonly Pledge[]): Markup {
  if (pledges.length === 0) {
    return html`<div class="empty">${logo()}<div><h3>You have not pledged yet</h3><p>A few hours a week can be what a project waits for.</p>${buttonLink({ text: 'See what is needed', href: '/projects', kind: 'need' })}</div></div>`
  }
  return html`<ul class="stack">${pledges.map(
    (pledge) => html`<li><div class="cast"><div><a class="skill" href="/pledges/${pledge.id}">${pledge.skill}, ${pledge.title}</a>
<span class="sub">${sayHours(pledge.hoursAWeek)}. ${sayPledgeNext(pledge, 'pledger', visit.today)}</span></div><strong>${sayShortState(pledge, visit.today)}</strong></div></li>`,
  )}</ul>`
}
