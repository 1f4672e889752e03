/** The page on which somebody stars sessions: one form, which works on a small phone and without a script. */
import { sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { checkboxes } from '../../web/components/choices.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { fieldset } from '../../web/components/fieldset.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText, notificationBanner } from '../../web/components/notices.ts'
import { select } from '../../web/components/select.ts'
import { html, type Markup } from '../../web/markup.ts'
import { haveSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { type Attendee, isIn } from '../events/attendee.ts'
import { type Event, stepEnds } from '../events/event.ts'
import { isOpenToStars, MOST_MUST_SEES, MOST_STARS, type Session, type StarRefusal, type Stars } from './star.ts'
import { HOW_STARS_WORK, SAVED, STAR_REFUSALS, STARS_ARE_SECRET, sayNext } from './words.ts'

export type StarsPage = { me: Attendee | undefined; sessions: readonly Session[]; chosen: Stars; refused?: StarRefusal }

export function starsPage(visit: Visit, event: Event, { me, sessions, chosen, refused }: StarsPage): Markup {
  const isOpen = isOpenToStars(event)
  const done = !refused && visit.query('done') === 'saved'
  const href = refused === 'too many must-sees' ? '#must-1' : '#star'
  return html`${done ? notificationBanner({ kind: 'success', ...{ title: SAVED.title, content: SAVED.text } }) : ''}
${refused ? errorSummary({ errors: [{ text: STAR_REFUSALS[refused], href }] }) : ''}
${backLink({ href: `/events/${event.id}`, text: event.title })}
<p class="state${isOpen ? '' : ' state-quiet'}">${isOpen ? `Open until ${sayDay(stepEnds(event), visit.today)}` : 'Closed'}</p>
<h1>What would you like to see?</h1>
<p class="lede">${HOW_STARS_WORK}</p>
${insetText({ content: STARS_ARE_SECRET })}
${!isIn(me) ? html`<p>${STAR_REFUSALS['not in']}</p>${isOpen ? buttonGroup(buttonLink({ text: 'Sign up for the event', href: `/events/${event.id}` })) : ''}` : isOpen ? form(event.id, sessions, chosen, refused) : kept(sessions, chosen)}
<section class="next"><h2>What happens next</h2><p>${sayNext(event, visit.today)}</p></section>`
}

/** What must be seen is chosen from lists of its own, so that there cannot be more than three. */
function form(event: string, sessions: readonly Session[], { stars, mustSees }: Stars, refused: StarRefusal | undefined): Markup {
  if (sessions.length === 0) return html`<p>There are no sessions yet.</p>`
  const items = sessions.map(({ id, title }) => ({ value: id, text: title }))
  const musts = Array.from({ length: MOST_MUST_SEES }, (_, at) =>
    select({
      ...{ name: `must-${at + 1}`, label: `Must-see ${at + 1}`, value: mustSees[at] ?? '' },
      items: [{ value: '', text: 'None' }, ...items],
    }),
  )
  const error = refused === 'too many' ? STAR_REFUSALS[refused] : undefined
  return html`<form class="form" method="post" action="/events/${event}/stars" novalidate>
${checkboxes({ name: 'star', legend: `Up to ${MOST_STARS} sessions that I would like to see`, small: true, items, values: stars, error })}
${fieldset({ legend: `Up to ${MOST_MUST_SEES} that I must see`, content: html`<p class="govuk-hint">Each of them is starred too.</p>${musts}` })}
${button({ text: 'Save my stars' })}</form>`
}

function kept(sessions: readonly Session[], { stars, mustSees }: Stars): Markup {
  const mine = sessions.filter(({ id }) => stars.includes(id))
  if (mine.length === 0) return html`<p>You starred nothing.</p>`
  return html`<ul class="stack">${mine.map(({ id, title }) => html`<li class="suggestion">${haveSign()}<div><a href="/pitches/${id}">${title}</a>${mustSees.includes(id) ? html`<span class="sub">I must see this.</span>` : ''}</div></li>`)}</ul>`
}

/** On the page of the event: their own stars are counted for them, nobody else's. */
export function besidePart(visit: Visit, event: Event, mine: number | undefined): Markup {
  const href = `/events/${event.id}/stars`
  const until = sayDay(stepEnds(event), visit.today)
  return html`<section aria-labelledby="stars"><h2 id="stars">Stars</h2>
<p>${mine === undefined ? STAR_REFUSALS['not in'] : mine === 0 ? `Say what you would like to see, until ${until}.` : `You starred ${count(mine, 'session')}. You can change them until ${until}.`}</p>
${mine === undefined ? html`<p><a href="${href}">How stars work</a></p>` : buttonGroup(buttonLink({ text: mine === 0 ? 'Star sessions' : 'Change my stars', href }))}</section>`
}
