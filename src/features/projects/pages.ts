/** What a project looks like: what it is, what state it is in and until when, what one can do now. */
import { addDays, sayDay } from '../../basics/day.ts'
import { isMember } from '../../basics/viewer.ts'
import type { Tag } from '../../matching/tag.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { dateField } from '../../web/components/date-field.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { notificationBanner, tag } from '../../web/components/notices.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import { gauge, haveSign, needSign, wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { whoLink } from '../people/pages.ts'
import { sayHours } from './hours.ts'
import { LESSON_FIELDS, type Lesson, type LessonFaults, MOST_LESSON } from './lesson.ts'
import { addressAbout } from './list-search.ts'
import { mend } from './mending.ts'
import { extend, type How, isFilled, nextOf, type OtherNeed, type Project, placesOf, type Role, takesPledges } from './project.ts'
import { doneFor, LESSON_LABELS, LEVEL_WORDS, OTHER_WORDS, sayAfter, sayDates, sayGauge, sayNext, sayStateAndDate } from './words.ts'

/** What the page of pledges adds for this viewer: the pledge they have on a role, by the role's id. */
export type MyPledges = ReadonlyMap<string, { id: string; said: string }>
/** What later features show on a project's page to this visitor. */
export type Beside = (visit: Visit, project: Project) => Promise<BesideProject>
export type BesideProject = {
  mine: MyPledges
  /** Roles that the visitor's haves meet, by their ids: what meets each. */
  fits: ReadonlyMap<string, string>
  /** Who gives what beside time, by the need's id. */
  gifts: ReadonlyMap<string, { givers: readonly string[]; mine?: { id: string; said: string } }>
  offers: Markup | ''
  /** What somebody reads who has just brought their own brief here. */
  joined?: Markup | ''
}

export type ProjectPage = {
  project: Project
  /** What it is for: the public services and policy areas that its owner has confirmed. */
  tags: readonly Tag[]
  beside: BesideProject
  watch: Markup | ''
  updates: Markup | ''
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
${about.watch}
${isOwner ? ownersPart(visit, about) : ''}
${project.ending ? story(project) : ''}
${about.beside.joined ?? ''}
${haveAndNeed(visit, project, about.beside)}
${project.noneFits && isMember(visit.viewer) ? whyNot(project) : ''}
${about.updates}
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
<section class="next"><h2>What happens next</h2><p>${project.ending ? sayAfter(project.ending.on, visit.today) : sayNext(nextOf(project, visit.today), visit.today)}</p></section></div></div>`
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
  return html`<li>${sign}<div class="role"><h3 class="skill">${role.skill}</h3><span class="sub">${facts.join(', ')}</span><span class="sub">${sayDates(role.from, role.until, visit.today)}</span>${places}${who}${fitsYou(project, role, beside)}</div>${beside ? roleAction(visit, project, role, beside.mine) : ''}</li>`
}

/** Where one could still step in. */
function fitsYou(project: Project, role: Role, beside?: BesideProject): Markup | '' {
  const have = beside?.fits.get(role.id)
  if (have === undefined || beside?.mine.has(role.id) || project.state === 'ended') return ''
  return html`<span class="sub fits">${tag({ text: 'Fits you', kind: 'good' })} You have ${have}.</span>`
}

function roleAction(visit: Visit, project: Project, role: Role, mine: MyPledges): Markup | '' {
  const pledged = mine.get(role.id)
  if (pledged)
    return html`<p class="role-action"><a href="/pledges/${pledged.id}">${pledged.said}<span class="govuk-visually-hidden"> for ${role.skill}</span></a></p>`
  const mayOffer = visit.viewer?.person !== project.owner.id && role.until >= visit.today && takesPledges(project, visit.today).yes
  if (isFilled(role))
    return html`<p class="role-action meta">filled${mayOffer ? html`<br><a href="/roles/${role.id}/pledge">Join the line<span class="govuk-visually-hidden"> for ${role.skill}</span></a>` : ''}</p>`
  if (!mayOffer) return ''
  return html`<div class="role-action">${buttonLink({ text: html`Pledge<span class="govuk-visually-hidden"> ${role.skill}</span>`, href: `/roles/${role.id}/pledge`, kind: 'need' })}</div>`
}

/** Said before it was published, to those who would rather have joined something that was there. */
const whyNot = ({ noneFits }: Project): Markup =>
  html`<section class="none-fits" aria-labelledby="why-not"><h2 id="why-not">Why not one of these</h2>
<p class="meta">Projects like it were there when this brief was published. Its owner said why none of them fits. Only members read this.</p>${paragraphs(noneFits)}</section>`

/** What only the owner can do now, right under what happens next. */
function ownersPart(visit: Visit, { project, beside, startFault, typedFirstDate }: ProjectPage): Markup {
  const start =
    project.state === 'ready'
      ? html`<form class="form card card-have first-date" method="post" action="/projects/${project.id}/start" novalidate><h2>When do you first meet?</h2>
${dateField({ name: 'first-date', label: 'First date', hint: 'A call is enough. Everybody who pledged gets a letter with the date.', value: typedFirstDate ?? addDays(visit.today, 7), min: visit.today, error: startFault })}
${button({ text: 'Start the project' })}</form>`
      : ''
  return html`${start}${beside.offers}`
}

function ownersEnd(visit: Visit, project: Project): Markup {
  const mayExtend = extend(project, project.owner.id, visit.today).yes
  return html`<section class="owner" aria-labelledby="yours"><h2 id="yours">Your project</h2>
<div class="govuk-button-group">
${mayExtend ? html`<form method="post" action="/projects/${project.id}/extension">${button({ text: 'Extend by 14 days', kind: 'quiet' })}</form>` : ''}
${project.state === 'running' ? buttonLink({ text: 'It is delivered', href: `/projects/${project.id}/ending?how=delivered` }) : ''}
${mend(project, project.owner.id).yes ? buttonLink({ text: 'Mend what it says', href: `/projects/${project.id}/brief`, kind: 'quiet' }) : ''}
${buttonLink({ text: 'Stop the project', href: `/projects/${project.id}/ending?how=stopped`, kind: 'quiet' })}
</div>
${project.state === 'open' && !mayExtend && !project.isExtended ? html`<p class="meta">In the last week before ${sayDay(project.openUntil, visit.today)} you can extend it once, by 14 days.</p>` : ''}
<p class="meta">Stopping is normal. You leave a short note, everybody is thanked and freed, and the next who try can start from there.</p></section>`
}

function story(project: Project): Markup {
  const ending = project.ending
  if (!ending) return html``
  const parts = LESSON_FIELDS.filter((field) => ending[field] !== '')
  return html`<section class="card lesson" aria-labelledby="lesson"><h2 id="lesson">${ending.how === 'delivered' ? 'How it went' : 'What it leaves behind'}</h2>
<dl>${parts.map((field) => html`<dt>${LESSON_LABELS[field].label}</dt><dd>${paragraphs(ending[field])}</dd>`)}</dl></section>`
}

export type EndingPage = {
  project: Project
  how: Exclude<How, 'not reached'>
  typed: Lesson
  faults: LessonFaults
  refused?: string | undefined
}

export function endingPage({ project, how, typed, faults, refused }: EndingPage): Markup {
  const errors = LESSON_FIELDS.flatMap((field) => (faults[field] ? [{ text: sayLessonFault(field, faults), href: `#${field}` }] : []))
  const title = how === 'delivered' ? 'It is delivered' : 'Stop the project'
  return html`${backLink({ href: `/projects/${project.id}`, text: project.title })}
<form class="form" method="post" action="/projects/${project.id}/ending" novalidate>
${errors.length > 0 || refused ? errorSummary({ errors: refused ? [{ text: refused }] : errors }) : ''}
<h1>${title}</h1>
<p class="lede">${how === 'delivered' ? 'Well done.' : 'Stopping is normal.'} Leave a short note for the next who try. It is public. Everybody who pledged is thanked and freed at once.</p>
<input type="hidden" name="how" value="${how}">
${LESSON_FIELDS.map((field) =>
  textArea({
    name: field,
    label: `${LESSON_LABELS[field].label}${how === 'delivered' && field === 'again' ? ' (optional)' : ''}`,
    hint: LESSON_LABELS[field].hint,
    rows: 3,
    value: typed[field],
    error: faults[field] && sayLessonFault(field, faults),
  }),
)}
${buttonGroup(button({ text: how === 'delivered' ? 'Say it is delivered' : 'Stop the project' }), html`<a href="/projects/${project.id}">Go back, change nothing</a>`)}
</form>`
}

function sayLessonFault(field: keyof Lesson, faults: LessonFaults): string {
  const { label, empty } = LESSON_LABELS[field]
  if (faults[field] === 'empty') return empty
  return faults[field] === 'too long'
    ? `Shorten your answer to "${label}" to ${MOST_LESSON} characters or fewer.`
    : `Type your answer to "${label}" again: it has a character that cannot be shown.`
}
