/** The pages of one's own addresses. */
import { sayDay } from '../../basics/day.ts'
import { list } from '../../basics/text.ts'
import { button, buttonGroup, buttonLink } from '../../web/components/button.ts'
import { details } from '../../web/components/details.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { insetText, notificationBanner } from '../../web/components/notices.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { SIGN_IN_MINUTES } from '../accounts/sign-in.ts'
import { type Organisation, organisationsOf, type Recognised } from '../organisations/organisation.ts'
import type { Address } from '../people/address.ts'
import { ADDRESS_DONE, COMES_BACK } from './words.ts'

export type AddressesPage = {
  addresses: readonly (Address & { tells: Recognised })[]
  /** Whom they work for, and whether they speak for it. */
  employer: { id: string; name: string; speaks: boolean } | undefined
  /** The address whose code we wait for. */
  beingAdded: string | undefined
  typed: string
  fault?: string | undefined
  refused?: string | undefined
}

export function addressesPage(visit: Visit, about: AddressesPage): Markup {
  const { addresses, employer, beingAdded, typed, fault, refused } = about
  const done = ADDRESS_DONE[visit.query('done') ?? '']
  const errors = [...(fault ? [{ text: fault, href: '#email' }] : []), ...(refused ? [{ text: refused }] : [])]
  return html`${done ? notificationBanner({ kind: 'success', title: done.title, content: done.text }) : ''}
${errors.length > 0 ? errorSummary({ errors }) : ''}
<h1>Your addresses</h1>
<p class="lede">You can sign in with each of them. Others see at most the part after the @. A second, private one keeps your place when you change your job.</p>
<ul class="cards">${addresses.map((address) => html`<li class="card">${addressCard(visit, address, addresses.length > 1, employer?.id)}</li>`)}</ul>
${beingAdded === undefined ? '' : insetText({ content: html`We have written to ${beingAdded}. <a href="/addresses/code">Type the code from the letter</a>.` })}
<form class="form" method="post" action="/addresses" novalidate>
<h2>Add an address</h2>
${textField({ name: 'email', label: 'E-mail address', hint: 'Private or at work. We send it a letter with a code.', type: 'email', autocomplete: 'email', spellcheck: false, value: typed, error: fault })}
${button({ text: 'Send a code' })}
</form>
${employer ? employerPart(employer) : html`<section aria-labelledby="employer"><h2 id="employer">For whom you work</h2><p>We do not know yet. Add your address at work, or <a href="/claims/new">say which organisation is yours</a>.</p></section>`}`
}

const employerPart = ({
  id,
  name,
  speaks,
}: {
  id: string
  name: string
  speaks: boolean
}): Markup => html`<section aria-labelledby="employer"><h2 id="employer">For whom you work</h2>
<p>You belong to ${name}${speaks ? ', and you speak for it' : ''}. <a href="/organisations/${id}/speakers">Who speaks for ${name}</a></p>
<p>If you change to another organisation, add your address there.</p>
${buttonLink({ text: 'I no longer work there', href: '/addresses/departure', kind: 'quiet' })}</section>`

function addressCard(visit: Visit, address: Address & { tells: Recognised }, isOneOfMany: boolean, employer: string | undefined): Markup {
  const { id, email, provenOn, takesLetters, bouncedOn, tells } = address
  const others = organisationsOf(tells).filter((organisation) => organisation.id !== employer)
  return html`<h2>${email}</h2>
${
  bouncedOn === undefined
    ? ''
    : html`<p class="state">Letters come back since ${sayDay(bouncedOn, visit.today)}</p><p>${COMES_BACK}${isOneOfMany && takesLetters ? ' Or have your letters sent to another address.' : ''}</p>
<form method="post" action="/addresses/${id}/repair">${button({ text: html`It works again<span class="govuk-visually-hidden">: ${email}</span>` })}</form>`
}
<p class="meta">${[saysWhat(tells), `Yours since ${sayDay(provenOn, visit.today)}.`, ...(isOneOfMany && takesLetters ? ['Your letters go here.'] : [])].filter(Boolean).join(' ')}</p>
${others.map((organisation) => moveForm(id, organisation))}
${
  isOneOfMany
    ? html`<div class="govuk-button-group">${takesLetters ? '' : html`<form method="post" action="/addresses/${id}/letters">${button({ text: html`Send my letters here<span class="govuk-visually-hidden">: ${email}</span>`, kind: 'quiet' })}</form>`}
<a href="/addresses/${id}/removal">Remove<span class="govuk-visually-hidden"> ${email}</span></a></div>`
    : ''
}`
}

const saysWhat = (tells: Recognised): string => {
  const names = organisationsOf(tells).map(({ name }) => name)
  return names.length === 0 ? '' : `An address of ${list(names)}.`
}

const moveForm = (
  address: string,
  { id, name }: Organisation,
): Markup => html`<form method="post" action="/addresses/${address}/employment">
<p>You now work for ${name}?</p>${button({ text: `I now work for ${name}`, name: 'organisation', value: id })}</form>
<p class="meta">What you pledged before keeps the organisation that you had.</p>`

export type CodePage = { email: string; typed: string; isDemo: boolean; fault?: string | undefined }

export const addressCodePage = ({
  email,
  typed,
  isDemo,
  fault,
}: CodePage): Markup => html`${backLink({ href: '/addresses', text: 'Your addresses' })}
<form class="form" method="post" action="/addresses/proof" novalidate>
${fault ? errorSummary({ errors: [{ text: fault, href: '#code' }] }) : ''}
<h1>Read the letter</h1>
<p class="lede">We have written to ${email}. Type the code from the letter.</p>
<input type="hidden" name="email" value="${email}">
${textField({ name: 'code', label: 'Six-digit code', width: 10, inputmode: 'numeric', autocomplete: 'one-time-code', spacedOut: true, value: typed, error: fault, attributes: { maxlength: 12 } })}
${button({ text: 'Add this address' })}
${isDemo ? html`<p>In this demo no letter leaves the house. <a href="/letters">Read it here</a>.</p>` : ''}
${details({ summary: 'No code?', content: html`<p>The letter can take a minute, and it may lie among the unwanted mail. The code works for ${SIGN_IN_MINUTES} minutes. The letter may also say why the address cannot be added. <a href="/addresses">Ask for a new letter</a>.</p>` })}
</form>`

export const removalPage = (
  address: Address,
  goesTo: string,
  refused?: string,
): Markup => html`${backLink({ href: '/addresses', text: 'Your addresses' })}
${refused ? errorSummary({ errors: [{ text: refused }] }) : ''}
<h1>Remove this address?</h1>
<p class="lede">You can no longer sign in with ${address.email}. ${goesTo ? `Your letters go to ${goesTo}.` : ''} We tell each of your addresses, this one too.</p>
<form method="post" action="/addresses/${address.id}/removal">${buttonGroup(button({ text: 'Remove it', kind: 'warning' }), html`<a href="/addresses">Keep it</a>`)}</form>`

export type DeparturePage = { organisation: string; goes: readonly string[]; speaks?: boolean; refused?: string | undefined }

export const departurePage = ({
  organisation,
  goes,
  speaks = false,
  refused,
}: DeparturePage): Markup => html`${backLink({ href: '/addresses', text: 'Your addresses' })}
${refused ? errorSummary({ errors: [{ text: refused }] }) : ''}
<h1>You no longer work for ${organisation}?</h1>
${
  refused
    ? buttonGroup(buttonLink({ text: 'Add an address', href: '/addresses#email' }))
    : html`<p class="lede">Your place here stays yours. What you pledged and published keeps ${organisation}.</p>
<ul>${goes.length > 0 ? html`<li>You can no longer sign in with ${list(goes)}.</li>` : ''}${speaks ? html`<li>You no longer speak for ${organisation}.</li>` : ''}<li>Until you say for whom you work now, you can read and write drafts, and nothing new of yours is shown or counted.</li></ul>
<form method="post" action="/addresses/departure">${buttonGroup(button({ text: `I no longer work for ${organisation}`, kind: 'warning' }), html`<a href="/addresses">Go back</a>`)}</form>`
}`
