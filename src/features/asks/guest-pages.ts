/** What whoever was asked by their address finds behind the link of their letter: what the letter says, and a button for each answer. */
import { button, buttonGroup } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Ask, Choice } from './ask.ts'
import { type AllWords, paragraphs, wordingOf } from './pages.ts'
import { GUEST_STOP, GUEST_STOPPED, sayAskState, sayByLetter } from './words.ts'

export type GuestPage = { ask: Ask; token: string; takesReplies: boolean; refused?: string | undefined }

export function guestPage(visit: Visit, asks: AllWords, { ask, token, takesReplies, refused }: GuestPage): Markup {
  const words = wordingOf({ ...visit, viewer: undefined }, asks, ask)
  const choices = asks[ask.kind]?.choices ?? []
  if (!words) return html`<h1>Nobody asks this any more</h1>`
  return html`${refused === undefined ? '' : errorSummary({ errors: [{ text: refused }] })}
<p class="state">${sayAskState(ask, visit.today)}</p>
<h1>${words.heading}</h1>
${paragraphs(words.says)}
${
  ask.state === 'open'
    ? html`<form class="form" method="post" action="/answers/${token}">${buttonGroup(
        ...choices.map(({ answer, label }, at) =>
          button({ text: label, name: 'answer', value: answer, kind: at === 0 ? undefined : 'quiet' }),
        ),
      )}</form>
<section class="next"><h2>What happens next</h2><p>${words.silence}</p><p>${sayByLetter(choices, ask.code, takesReplies)}</p></section>
<p class="meta">Would you rather not be asked? <a href="/answers/${token}/stop">Ask me no more</a></p>`
    : given(choices, ask)
}`
}

const given = (choices: readonly Choice[], { given }: Ask): Markup | '' =>
  given === undefined
    ? ''
    : html`<section class="next"><h2>Your answer</h2><p>${choices.find(({ answer }) => answer === given.answer)?.label ?? given.answer}. Thank you. There is nothing more for you to do.</p></section>`

export const guestStopPage = (token: string): Markup => html`<h1>${GUEST_STOP.title}</h1>
<p class="lede">${GUEST_STOP.text}</p>
<form method="post" action="/answers/${token}/stop">${buttonGroup(button({ text: 'Ask me no more', kind: 'warning' }), html`<a href="/answers/${token}">Go back</a>`)}</form>`

export const guestStoppedPage = (): Markup => html`<h1>${GUEST_STOPPED.title}</h1>
<p class="lede">${GUEST_STOPPED.text}</p>`
