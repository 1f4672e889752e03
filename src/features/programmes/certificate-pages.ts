/** The certificate of hours: a page that prints well, and only of one's own. */
import { sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { backLink } from '../../web/components/links.ts'
import { html, type Markup } from '../../web/markup.ts'
import { wholeSign } from '../../web/sign.ts'
import type { Visit } from '../../web/visit.ts'
import { type Person, type Somebody, sayWho } from '../people/person.ts'
import type { Pair } from './pair.ts'
import { MEETING_HOURS, type Programme } from './programme.ts'

export type CertificatePage = { programme: Programme; person: Person; pairs: readonly Pair[] }

/** One's own alone; what it counts is what the two of each pair said themselves. */
export function certificatePage(visit: Visit, { programme, person, pairs }: CertificatePage): Markup {
  const { id, title, firstDay, lastDay, organiser } = programme
  const met = pairs.reduce((sum, pair) => sum + pair.met, 0)
  const partnerOf = ({ left, right }: Pair): Somebody => (left.id === person.id ? right : left)
  const back = backLink({ href: `/programmes/${id}`, text: title })
  if (met === 0)
    return html`${back}<h1>Certificate of hours</h1><p class="lede">Nothing is counted yet. Every two weeks we ask you in a word whether you met; the first time that you or your partner say so, your hours stand here.</p>`
  return html`<div class="not-on-paper">${back}<p class="state">Print this page, or keep it as PDF</p></div>
<section class="certificate">${wholeSign()}
<h1>Certificate of hours</h1>
<p class="lede"><strong>${person.name || 'You'}</strong>${person.job ? `, ${person.job}` : ''}${person.organisation ? `, ${person.organisation.name}` : ''}</p>
<p>has taken part in <strong>${title}</strong>, from ${sayDay(firstDay)} until ${sayDay(lastDay)}, and met ${pairs.length === 1 ? 'one partner' : `${pairs.length} partners`} ${count(met, 'time')}: <strong>${count(met * MEETING_HOURS, 'hour')}</strong>.</p>
<ul class="stack">${pairs.map((pair) => html`<li>${partnerOf(pair).organisationName || 'A partner'}<span class="sub">${count(pair.met, 'meeting')}, ${count(pair.met * MEETING_HOURS, 'hour')}</span></li>`)}</ul>
<p class="meta">Run by ${sayWho(visit.viewer, organiser)}. As those who met have said until ${sayDay(visit.today)}. Each meeting counts as ${count(MEETING_HOURS, 'hour')}.</p>
</section>`
}
