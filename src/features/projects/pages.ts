/** What a project looks like: what it is, what state it is in and until when, what one can do now. */
import { addDays } from '../../basics/day.ts'
import { isMember } from '../../basics/viewer.ts'
import type { Tag } from '../../matching/tag.ts'
import { button, buttonLink } from '../../web/components/button.ts'
import { dateField } from '../../web/components/date-field.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { notificationBanner, tag } from '../../web/components/notices.ts'
import { html, type Markup } from '../../web/markup.ts'
import { gauge, haveSign, needSign, wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { whoLink } from '../people/pages.ts'
import { sayWaits } from './choice-words.ts'
import { sayHours } from './hours.ts'
import { LESSON_FIELDS } from './lesson.ts'
import { orphanPart, ownersEnd } from './owner-pages.ts'
import { isDone, isFilled, isLive, isRoleOver, nextOf, type OtherNeed, type Project, placesOf, type Role, takesPledges } from './project.ts'
import { addressAbout } from './project-line.ts'
import {
  doneFor,
  HANDED_TO,
  LESSON_LABELS,
  LEVEL_WORDS,
  OTHER_WORDS,
  sayAfter,
  sayDates,
  sayGauge,
  sayHoursSoFar,
  sayNext,
  sayStateAndDate,
} from './words.ts'

/** What the page of pledges adds for this viewer: the pledge they have on a role, by the role's id. */
export type MyPledges = ReadonlyMap<string, { id: string; said: string }>
/** What later features show on a project's page to this visitor. */
export type Beside = (visit: Visit, project: Project) => Promise<BesideProject>
export type BesideProject = {
  watch: Markup | ''
  updates: Markup | ''
  mine: MyPledges
  /** Roles that the visitor's haves meet, by their ids: what meets each. */
  fits: ReadonlyMap<string, string>
  /** Who gives what beside time, by the need's id. */
  gifts: ReadonlyMap<string, { givers: readonly string[]; mine?: { id: string; said: string } }>
  offers: Markup | ''
  /** Projects that would like to be merged into it, for its owner. */
  joiners: Markup | ''
  /** Where a running project is, and how it came there. */
  phases: Markup | ''
  /** What somebody reads who has just brought their own brief here. */
  joined?: Markup | ''
}

export type ProjectPage = {
  project: Project
  /** What it is for: the public services and policy areas that its owner has confirmed. */
  tags: readonly Tag[]
  beside: BesideProject
  thread: Markup
  startFault?: string | undefined
  typedFirstDate?: string | undefined
}

export function projectPage(visit: Visit, about: ProjectPage): Markup {
  const { project } = about
  const isOwner = visit.viewer?.person === project.owner.id
  return html`${doneBanner(visit, project, isOwner)}
${about.startFault ? errorSummary({ errors: [{ text: about.startFault, href: '#first-date' }] }) : ''}
${head(visit, project, about.tags)}
${about.beside.watch}
${isOwner ? ownersPart(visit, about) : orphanPart(visit, project)}
${project.ending ? story(project) : ''}
${about.beside.joined ?? ''}
${about.beside.phases}
${haveAndNeed(visit, project, about.beside)}
${project.noneFits && isMember(visit.viewer) ? whyNot(project) : ''}
${about.beside.updates}
${about.thread}
${isOwner && project.state !== 'ended' ? ownersEnd(visit, project) : ''}`
}

/** The address of this page carries the notice, so the one to share stands beside it. */
function doneBanner(visit: Visit, project: Project, isOwner: boolean): Markup | '' {
  const key = visit.query('done')
  const done = doneFor(isOwner, key)
  if (!done) return ''
  const share =
    key === 'published'
      ? html`<p>Share this address: <a class="govuk-notification-banner__link" href="/projects/${project.id}">${project.title}</a></p>`
      : ''
  const content = html`<p class="govuk-notification-banner__heading">${done.text}</p>${share}`
  return notificationBanner({ kind: 'success', title: done.title, content })
}

/** The same page before it is published, without anything to press. */
export const previewOf = (visit: Visit, project: Project, tags: readonly Tag[]): Markup =>
  html`${head(visit, project, tags)}${haveAndNeed(visit, project)}`

function head(visit: Visit, project: Project, tags: readonly Tag[]): Markup {
  const { filled, more } = sayGauge(project)
  const tone = project.state === 'running' || project.state === 'ready' ? ' state-good' : project.state === 'ended' ? ' state-quiet' : ''
  return html`<div class="opening"><div><p class="state${tone}">${sayStateAndDate(project, visit.today)}</p>
<h1>${project.title}</h1>
<div class="lede">${paragraphs(project.problem)}</div>
<p class="meta">For ${project.forWhom} · Started by ${whoLink(visit.viewer, project.owner)}${project.suppliersWelcome ? ' · Suppliers are welcome' : ''}</p>
${project.organisation ? html`<p class="meta"><a href="/organisations/${project.organisation}">What else ${project.owner.organisationName} has and does</a></p>` : ''}
${tags.length > 0 ? html`<p class="govuk-visually-hidden">What it is for:</p><ul class="tags">${tags.map((tag) => html`<li><a href="${addressAbout(tag)}" rel="nofollow">${tag.name}</a></li>`)}</ul>` : ''}</div>
<div><p class="gauge-line">${gauge(placesOf(project.roles), filled)}<span class="gauge-words"><strong>${filled}</strong> <span class="meta">${more}</span></span></p>
${project.hours && project.state !== 'open' ? html`<p class="meta">${sayHoursSoFar(project.hours)}</p>` : ''}<section class="next"><h2>What happens next</h2><p>${project.ending ? sayAfter(project, visit.today) : sayNext(nextOf(project, visit.today), visit.today)}</p>${project.mergedInto ? html`<p>It goes on in <a href="/projects/${project.mergedInto.id}">${project.mergedInto.title}</a>.</p>` : ''}${sayWaits(project, visit.today).map((said) => html`<p>${said}</p>`)}</section></div></div>`
}

/** Text as it was typed: a free line begins a paragraph. */
const paragraphs = (text: string): Markup[] => text.split(/\n{2,}/).map((part) => html`<p dir="auto" class="typed">${part}</p>`)

/** Without what stands beside, it is a preview with nothing to press. */
const haveAndNeed = (visit: Visit, project: Project, beside?: BesideProject): Markup => html`<div class="two">
<section class="card card-have"><h2>Have</h2>${
  project.haves.length > 0
    ? html`<ul class="roles">${project.haves.map((have) => html`<li>${haveSign()}<div class="role"><h3>${have.what}</h3>${have.about ? html`<span class="sub">${have.about}</span>` : ''}</div></li>`)}</ul>`
    : html`<p class="meta">Nothing yet but the will to do it.</p>`
}</section>
<section class="card card-need"><h2>Need</h2><ul class="roles">${project.roles.map((role) => need(visit, project, role, beside))}${project.others.map((other) => otherNeed(visit, project, other, beside))}</ul></section>
</div>`

function otherNeed(visit: Visit, project: Project, { id, kind, what }: OtherNeed, beside?: BesideProject): Markup {
  const { givers = [], mine } = beside?.gifts.get(id) ?? {}
  const given = givers.map((giver) => html`<span class="who">${giver}</span>`)
  const mayGive = beside && visit.viewer?.person !== project.owner.id && takesPledges(project, visit.today).yes
  const action = mine
    ? html`<p class="role-action"><a href="/gifts/${mine.id}">${mine.said}<span class="govuk-visually-hidden">: ${what}</span></a></p>`
    : mayGive
      ? html`<div class="role-action">${buttonLink({ text: html`Give<span class="govuk-visually-hidden"> ${what}</span>`, href: `/needs/${id}/gift`, kind: 'need' })}</div>`
      : ''
  return html`<li>${givers.length > 0 ? wholeSign() : needSign({ welcome: true })}<div class="role"><h3 class="skill">${what}</h3><span class="sub">${OTHER_WORDS[kind]}</span>${given}</div>${action}</li>`
}

function need(visit: Visit, project: Project, role: Role, beside?: BesideProject): Markup {
  const sign = isFilled(role) ? wholeSign() : needSign({ welcome: !role.mustHave })
  const facts = [
    role.mustHave ? 'must-have' : 'welcome',
    ...(role.level === 'any' ? [] : [LEVEL_WORDS[role.level]]),
    ...(role.purpose === 'looking after' ? ['for looking after it once it is live'] : []),
    sayHours(role.hoursAWeek),
  ]
  const places = role.places > 1 ? html`<span class="sub">${role.filled} of ${role.places} places filled</span>` : ''
  const who = role.pledgers.map(
    (pledger) =>
      html`<span class="who">${pledger.isForOrganisation ? `${pledger.organisationName}, through ` : ''}${whoLink(visit.viewer, pledger)}${pledger.hoursAWeek === role.hoursAWeek ? '' : `: ${sayHours(pledger.hoursAWeek)}`}</span>`,
  )
  return html`<li>${sign}<div class="role"><h3 class="skill">${role.skill}</h3><span class="sub">${facts.join(', ')}</span><span class="sub">${sayRoleDates(visit, project, role)}</span>${places}${who}${fitsYou(project, role, beside)}</div>${beside ? roleAction(visit, project, role, beside.mine) : ''}</li>`
}

/** Where one could still step in. */
function fitsYou(project: Project, role: Role, beside?: BesideProject): Markup | '' {
  const have = beside?.fits.get(role.id)
  if (have === undefined || beside?.mine.has(role.id) || project.state === 'ended') return ''
  return html`<span class="sub">${tag({ text: 'Fits you', kind: 'good' })} You have ${have}.</span>`
}

const sayRoleDates = (visit: Visit, project: Project, role: Role): string =>
  role.purpose === 'looking after' && isLive(project) ? 'for as long as it is live' : sayDates(role.from, role.until, visit.today)

function roleAction(visit: Visit, project: Project, role: Role, mine: MyPledges): Markup | '' {
  const pledged = mine.get(role.id)
  if (pledged)
    return html`<p class="role-action"><a href="/pledges/${pledged.id}">${pledged.said}<span class="govuk-visually-hidden"> for ${role.skill}</span></a></p>`
  const mayOffer =
    visit.viewer?.person !== project.owner.id && !isRoleOver(project, role, visit.today) && takesPledges(project, visit.today).yes
  if (isFilled(role))
    return html`<p class="role-action meta">filled${mayOffer ? html`<br><a href="/roles/${role.id}/pledge">Join the line<span class="govuk-visually-hidden"> for ${role.skill}</span></a>` : ''}</p>`
  if (!mayOffer) return ''
  return html`<div class="role-action">${buttonLink({ text: html`Pledge<span class="govuk-visually-hidden"> ${role.skill}</span>`, href: `/roles/${role.id}/pledge`, kind: 'need' })}</div>`
}

/** Said before it was published, to those who would rather have joined something that was there. */
const whyNot = ({ noneFits }: Project): Markup =>
  html`<section aria-labelledby="why-not"><h2 id="why-not">Why not one of these</h2>
<p class="meta">Projects like it were there when this brief was published. Its owner said why none of them fits. Only members read this.</p>${paragraphs(noneFits)}</section>`

/** What only the owner can do now, right under what happens next. */
function ownersPart(visit: Visit, { project, beside, startFault, typedFirstDate }: ProjectPage): Markup {
  const start =
    project.state === 'ready'
      ? html`<form class="form card card-have first-date" method="post" action="/projects/${project.id}/start" novalidate><h2>When do you first meet?</h2>
${dateField({ name: 'first-date', label: 'First date', hint: 'A call is enough. Everybody who pledged gets a letter with the date.', value: typedFirstDate ?? addDays(visit.today, 7), min: visit.today, error: startFault })}
${button({ text: 'Start the project' })}</form>`
      : ''
  return html`${start}${beside.offers}${beside.joiners}`
}

function story(project: Project): Markup {
  const ending = project.ending
  if (!ending) return html``
  const parts = LESSON_FIELDS.filter((field) => ending[field] !== '')
  const to = ending.handedTo ? html`<dt>${HANDED_TO.label}</dt><dd><p class="typed" dir="auto">${ending.handedTo}</p></dd>` : ''
  return html`<section class="card lesson" aria-labelledby="lesson"><h2 id="lesson">${isDone(ending.how) ? 'How it went' : 'What it leaves behind'}</h2>
<dl>${to}${parts.map((field) => html`<dt>${LESSON_LABELS[field].label}</dt><dd>${paragraphs(ending[field])}</dd>`)}</dl></section>`
}
