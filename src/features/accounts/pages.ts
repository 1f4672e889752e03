/** The pages for signing in, and for seeing where one is signed in. */
import { dayIn, sayDay, sayTime } from '../../basics/day.ts'
import { button } from '../../web/components/button.ts'
import { details } from '../../web/components/details.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Session } from './session.ts'
import { SIGN_IN_MINUTES } from './sign-in.ts'

const summary = (faults: { name: string; text: string | undefined }[]): Markup | '' => {
  const errors = faults.flatMap(({ name, text }) => (text ? [{ text, href: `#${name}` }] : []))
  return errors.length > 0 ? errorSummary({ errors }) : ''
}

export const signInPage = (about: {
  typed: string
  next: string
  fault?: string | undefined
}): Markup => html`<form class="form" method="post" action="/sign-in" novalidate>
${summary([{ name: 'email', text: about.fault }])}
<h1>Sign in or join</h1>
<p class="lede">Type your work e-mail address. We send you one letter with a link and a six-digit code. There is no password.</p>
<input type="hidden" name="next" value="${about.next}">
${textField({ name: 'email', label: 'Work e-mail address', type: 'email', autocomplete: 'email', spellcheck: false, value: about.typed, error: about.fault })}
${button({ text: 'Send me a letter' })}
<p>Have you got your letter already? <a href="/sign-in/code">Type its code</a>.</p>
<p class="meta">The part after the @ tells us which organisation you work for. Others see at most that part.</p>
</form>`

export type CodePage = {
  email: string
  isKnownHere: boolean
  typed: string
  isDemo: boolean
  emailFault?: string | undefined
  codeFault?: string | undefined
}

export const codePage = (about: CodePage): Markup => html`<form class="form" method="post" action="/sign-in/code" novalidate>
${summary([
  { name: 'email', text: about.emailFault },
  { name: 'code', text: about.codeFault },
])}
<h1>${about.isKnownHere ? 'Read your letter' : 'Type the code from your letter'}</h1>
${
  about.isKnownHere
    ? html`<p class="lede">We have written to ${about.email}. Open the link in the letter, or type its code here.</p>
<input type="hidden" name="email" value="${about.email}">`
    : textField({
        name: 'email',
        label: 'Work e-mail address',
        type: 'email',
        autocomplete: 'email',
        spellcheck: false,
        value: about.email,
        error: about.emailFault,
      })
}
${textField({ name: 'code', label: 'Six-digit code', width: 10, inputmode: 'numeric', autocomplete: 'one-time-code', spacedOut: true, value: about.typed, error: about.codeFault, attributes: { maxlength: 12 } })}
${button({ text: 'Sign in' })}
${about.isDemo ? html`<p>In this demo no letter leaves the house. <a href="/letters">Read it here</a>.</p>` : ''}
${details({ summary: 'No letter?', content: html`<p>It can take a minute, and it may lie among the unwanted mail. The link and the code work for ${SIGN_IN_MINUTES} minutes. <a href="/sign-in">Ask for a new letter</a>.</p>` })}
</form>`

export const linkPage = (path: string): Markup => html`<form class="form" method="post" action="${path}">
<h1>Sign in</h1>
<p class="lede">One press and you are in.</p>
${button({ text: 'Sign in' })}
<p class="meta">We ask for the press because mail scanners open every link in a letter.</p>
</form>`

export const refusedPage = (title: string, why: string): Markup => html`<h1>${title}</h1>
<p class="lede">${why}</p>
<p><a href="/sign-in/code">Type a code</a> or <a href="/sign-in">ask for a new letter</a>.</p>`

export const sessionsPage = (visit: Visit, sessions: readonly Session[]): Markup => html`<h1>Where you are signed in</h1>
<p class="lede">If you do not know one of these, end it.</p>
<ul class="stack sessions">${sessions.map(
  (session) => html`<li><strong>${session.browser}</strong>${session.id === visit.session ? ' (this one)' : ''}
<span class="sub">Since ${sayDay(dayIn(visit.zone, session.startedAt), visit.today)}, ${sayTime(visit.zone, session.startedAt)}. Ends by itself on ${sayDay(dayIn(visit.zone, session.expiresAt), visit.today)}.</span>
<form method="post" action="/sessions/${session.id}/end">${button({ text: session.id === visit.session ? 'Sign out here' : html`End<span class="govuk-visually-hidden"> ${session.browser}</span>`, kind: 'quiet' })}</form></li>`,
)}</ul>`
