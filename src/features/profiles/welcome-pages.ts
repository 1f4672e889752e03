/** The first form: at most six things, and one can start. */
import { button } from '../../web/components/button.ts'
import { radios } from '../../web/components/choices.ts'
import { html, type Markup } from '../../web/markup.ts'
import { organisationFields } from '../members/pages.ts'
import type { Organisation } from '../organisations/organisation.ts'
import type { TypedAbout } from './about.ts'
import { faultSummary, havesField, hoursField, nameField, needsField, whereField } from './field-pages.ts'
import type { SaidFaults } from './words.ts'

/** How we learn for whom somebody works: we know it, they choose among those of their domain, or they say it. */
export type Employer =
  | { is: 'known'; name: string }
  | { is: 'one of'; choices: readonly Organisation[]; chosen: string }
  | { is: 'said'; typed: string; near: readonly { id: string; name: string }[]; which: string; sector: string; asksSector: boolean }

export type WelcomePage = {
  typed: Pick<TypedAbout, 'name' | 'where' | 'hours'>
  haves: string
  needs: string
  next: string
  employer: Employer
  knowsPlaces: boolean
  faults: SaidFaults
}

export const welcomePage = ({
  typed,
  haves,
  needs,
  next,
  employer,
  knowsPlaces,
  faults,
}: WelcomePage): Markup => html`<form class="form" method="post" action="/welcome" novalidate>
${faultSummary(faults)}
<h1>Who are you?</h1>
${lede(employer)}
<input type="hidden" name="next" value="${next}">
${nameField(typed.name, faults.name)}
${organisationField(employer, faults)}
${havesField(haves, faults.haves)}
${needsField(needs, faults.needs)}
${knowsPlaces ? whereField(typed.where, faults.where) : ''}
${hoursField(typed.hours, faults.hours)}
${button({ text: 'Start' })}
<p class="meta">You can change all of this later, and choose what members see of it.</p>
</form>`

function lede(employer: Employer): Markup {
  if (employer.is === 'known')
    return html`<p class="lede">Your address tells us that you work for ${employer.name}. A minute more, and you see who fits.</p>`
  return employer.is === 'one of'
    ? html`<p class="lede">Your address serves more than one organisation. A minute more, and you see who fits.</p>`
    : html`<p class="lede">Your address does not tell us for whom you work, so somebody has to say yes first: a colleague who is here, or a broker. Until then you can read everything and write drafts.</p>`
}

function organisationField(employer: Employer, faults: SaidFaults): Markup | '' {
  if (employer.is === 'known') return ''
  if (employer.is === 'one of') {
    const items = employer.choices.map(({ id, name }) => ({ value: id, text: name }))
    return radios({ name: 'organisation', legend: 'Which do you work for?', items, value: employer.chosen, error: faults.organisation })
  }
  return organisationFields({ ...employer, organisation: employer.typed, faults })
}
