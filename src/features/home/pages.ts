/** The first page, and the page of what is mine. */
import { dayIn, sayDay, sayTime } from '../../basics/day.ts'
import { buttonLink } from '../../web/components/button.ts'
import { html, type Markup } from '../../web/markup.ts'
import { logo } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import type { Introduction } from '../introductions/introduction.ts'
import { introductionsPart } from '../introductions/pages.ts'
import type { Gift } from '../pledges/gift.ts'
import { sayGiftState } from '../pledges/gift-words.ts'
import type { Pledge } from '../pledges/pledge.ts'
import { sayPledgeNext, sayShortState } from '../pledges/words.ts'
import { sayHours } from '../projects/hours.ts'
import { projectCards } from '../projects/list-pages.ts'
import type { ProjectLine } from '../projects/project-line.ts'
import { type AllWaiting, askedPart, waitingPart } from './waiting-pages.ts'
import type { Watched } from './watched.ts'
import { watchedPart } from './watched-pages.ts'

export const openBriefs = (
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
  waiting: AllWaiting
  projects: readonly ProjectLine[]
  pledges: readonly Pledge[]
  introductions: readonly Introduction[]
  gifts: readonly Gift[]
  drafts: readonly { id: string; title: string; savedAt: Date; joined: readonly { id: string; title: string }[] }[]
  watched: readonly Watched[]
}

export const minePage = (
  visit: Visit,
  { held, waiting, projects, pledges, introductions, gifts, drafts, watched }: Mine,
): Markup => html`<h1>For you</h1>
<p><a href="/profile">What you have and need</a> · <a href="/suggestions">Who and what fits you</a> · <a href="/programmes">Programmes</a> · <a href="/rounds">Rounds</a> · <a href="/events">Events</a> · <a href="/asks">Answer by code</a></p>
${held}
${waitingPart(visit, waiting)}
${askedPart(visit, waiting)}
${introductionsPart(visit, introductions)}
${drafts.length > 0 ? draftsPart(visit, drafts) : ''}
<section aria-labelledby="pledges"><h2 id="pledges">Your pledges</h2>${pledgesPart(visit, pledges)}${giftsPart(visit, gifts)}</section>
<section aria-labelledby="projects"><h2 id="projects">Your projects</h2>${
  projects.length > 0
    ? projectCards(visit, projects, 'h3')
    : html`<div class="empty">${logo()}<div><h3>You have not started anything yet</h3><p>What does your organisation pay for that the next one pays for too?</p>${buttonLink({ text: 'Write a brief', href: '/projects/new' })}</div></div>`
}</section>
${watchedPart(visit, watched)}`

const draftsPart = (visit: Visit, drafts: Mine['drafts']): Markup => html`<section aria-labelledby="drafts"><h2 id="drafts">Your drafts</h2>
<ul class="stack">${drafts.map((draft) => {
  const title = draft.title.trim() || 'A brief without a title yet'
  return html`<li><a href="/drafts/${draft.id}">${title}</a><span class="sub">Saved ${sayDay(dayIn(visit.zone, draft.savedAt), visit.today)}, ${sayTime(visit.zone, draft.savedAt)}. Only you can see it. ${draft.joined.map(({ id, title: theirs }) => html`Joined: <a href="/projects/${id}">${theirs}</a>. `)}<a href="/drafts/${draft.id}/removal">Throw away<span class="govuk-visually-hidden"> ${title}</span></a></span></li>`
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

const giftsPart = (visit: Visit, gifts: readonly Gift[]): Markup | '' =>
  gifts.length === 0
    ? ''
    : html`<ul class="stack">${gifts.map(
        (gift) =>
          html`<li><a class="skill" href="/gifts/${gift.id}">${gift.what}, ${gift.title}</a><span class="sub">${sayGiftState(gift, visit.today)}</span></li>`,
      )}</ul>`
