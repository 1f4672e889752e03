/** The page on which anybody becomes anybody in the demo. */
import { button } from '../../web/components/button.ts'
import { html, type Markup } from '../../web/markup.ts'
import { SECTOR_NAMES } from '../members/words.ts'
import { byOrganisation, type CastMember, goodToBeginWith, storiesOf } from './cast.ts'
import { STORY_WORDS } from './cast-words.ts'

const TO_BEGIN_WITH = 6
const STORIES_SAID = 2

export const castPage = (cast: readonly CastMember[], viewer: string | undefined): Markup => {
  const groups = byOrganisation(cast)
  const known = groups.filter(({ organisation }) => organisation).length
  return html`<h1>Sign in as somebody</h1>
<p class="lede">This demo has a cast of ${cast.length} in ${known} organisations. Nobody is real, and neither are their organisations. Be one of them, do something, then be another.</p>
<nav class="card" aria-labelledby="begin"><h2 id="begin">Good to begin with</h2>
<ul class="stack">${goodToBeginWith(cast, TO_BEGIN_WITH).map(
    ({ member, story }) => html`<li><a href="#who-${member.id}">${firstName(member)}</a>: ${STORY_WORDS[story](member)}</li>`,
  )}</ul></nav>
<div class="crews">${groups.map(
    ({ organisation, members }) => html`<section aria-labelledby="of-${organisation?.id ?? 'none'}">
<h2 id="of-${organisation?.id ?? 'none'}">${organisation?.name ?? 'Not known yet'}</h2>
<p class="meta">${organisation ? SECTOR_NAMES[organisation.sector] : 'Their address does not tell for whom they work'}</p>
<ul class="stack">${members.map((member) => html`<li id="who-${member.id}">${castLine(member, viewer)}</li>`)}</ul></section>`,
  )}</div>`
}

const firstName = ({ name }: CastMember): string => name.split(' ')[0] || 'somebody new'

function castLine(member: CastMember, viewer: string | undefined): Markup {
  const stories = storiesOf(member).slice(0, STORIES_SAID)
  const said = [...stories.map((story) => STORY_WORDS[story](member)), member.speaker ? 'speaks for it' : ''].filter(Boolean)
  const who = html`<div><strong>${member.name || 'Somebody new'}</strong>${member.job === '' ? '' : html`, ${member.job}`}
<span class="sub">${said.join(' · ')}</span></div>`
  if (member.id === viewer) return html`<div class="cast">${who}<p class="meta">That is you</p></div>`
  return html`<form class="cast" method="post" action="/demo/sign-in">${who}${button({ text: `Be ${firstName(member)}`, kind: 'quiet', name: 'person', value: member.id })}</form>`
}
