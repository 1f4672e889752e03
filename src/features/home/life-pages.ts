/** What waits for people in the life of a project: phases, merging, and looking after it. */
import { sayDay } from '../../basics/day.ts'
import { buttonGroup, buttonLink } from '../../web/components/button.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { sayWho } from '../people/person.ts'
import type { Life, Waiting } from './waiting.ts'
import { sayNext } from './words.ts'

export function askOfLife(visit: Visit, { id, what, title, ...waiting }: Waiting, is: Life): Markup {
  const by = sayDay(waiting.by, visit.today)
  const next = sayNext({ ...waiting, is }, visit.today)
  const who = waiting.who ? sayWho(visit.viewer, waiting.who) : 'Its owner'
  const act = (text: string, href: string) =>
    buttonGroup(buttonLink({ text: html`${text}<span class="govuk-visually-hidden">: ${title}</span>`, href }))
  switch (is) {
    case 'review':
      return html`<p class="state">No word since ${by}</p><h3>${what === 'live' ? `Is ${title} still looked after?` : `What becomes of ${what} in ${title}?`}</h3>
<p>${what === 'live' ? 'Say that it is, or how it ended.' : 'Say whether it goes on, changes or stops, and why.'}</p>
${act('Say it', `/projects/${id}/phase`)}
<p class="meta">${next}</p>`
    case 'merging':
      return html`<p class="state">Answer by ${by}</p><h3>${what} would like to join ${title}</h3>
<p>${who} would like to merge it into yours.</p>
${act('Answer', `/merge-offers/${id}`)}
<p class="meta">If you say nothing by ${by}, both stay as they are.</p>`
    case 'handover':
      return html`<p class="state">Answer by ${by}</p><h3>Would you look after ${title}?</h3>
<p>You are asked to be its owner. So far it belongs to ${who}.</p>
${act('Answer', `/handovers/${id}`)}
<p class="meta">If you say nothing by ${by}, nothing changes.</p>`
    case 'giving away':
      return html`<p class="state">Waits for an owner</p><h3>Who looks after ${title} from now on?</h3>
<p>${waiting.who ? 'Its owner belongs to no organisation any more.' : 'You belong to no organisation any more. The project stays yours until you give it to somebody.'}</p>
${act('Give it another owner', `/projects/${id}/handover`)}
<p class="meta">${waiting.who ? 'Whoever you ask has two weeks to say yes.' : 'Until then a broker may ask somebody for you.'} ${next}</p>`
  }
}
