/** The pages for what went wrong. Each says what happened, what is not lost, and what to do. */
import { button } from './components/button.ts'
import type { Form } from './form.ts'
import { html, type Markup } from './markup.ts'
import { needSign } from './sign.ts'

export const notFoundPage = (reference: string): Markup => html`${missingHalf()}<h1>Page not found</h1>
<p class="lede">If you typed the address, check that it is right. If you followed a link, the page may have been removed, or it may be for somebody else to see.</p>
<p><a href="/projects">See all projects</a> or <a href="/">go to the first page</a>.</p>
${referenceLine(reference)}`

export const forbiddenPage = (why: string, reference: string): Markup => html`${missingHalf()}<h1>You cannot do this</h1>
<p class="lede">${why}</p>
<p><a href="/mine">Go to your page</a>.</p>
${referenceLine(reference)}`

export const strangeOriginPage = (reference: string): Markup => html`<h1>This did not come from our own pages</h1>
<p class="lede">Your browser did not say that the form was one of ours, so nothing was changed. Open the page here again and send it from there.</p>
<p><a href="/">Go to the first page</a>.</p>
${referenceLine(reference)}`

export const brokenPage = (reference: string): Markup => html`${missingHalf()}<h1>Sorry, something went wrong on our side</h1>
<p class="lede">Nothing that you did before is lost. Go back and try again in a minute.</p>
<p>If it happens again, tell the person who runs this chapter, with the reference number ${reference}. They can find it in our records.</p>`

export const tooLargePage = (reference: string): Markup => html`<h1>That was too much text</h1>
<p class="lede">A page can take one megabyte. Go back, shorten what you wrote, and send it again.</p>
${referenceLine(reference)}`

export const notAFormPage = (reference: string): Markup => html`<h1>This address takes forms only</h1>
<p class="lede">Nothing was changed. Open the page in a browser and send it from there.</p>
${referenceLine(reference)}`

/** Signed out while writing: what was typed stays in this page, and is sent again after signing in elsewhere. */
export const signedOutPage = (path: string, form: Form): Markup => html`<h1>You are signed out</h1>
<p class="lede">What you wrote is kept in this page. Do not close it.</p>
<ol class="govuk-list govuk-list--number"><li><a href="/sign-in" target="_blank" rel="noopener">Sign in (opens a new tab)</a>.</li><li>Come back here and send it again.</li></ol>
<form method="post" action="${path}">
${form.fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${button({ text: 'Send it again' })}
</form>`

const missingHalf = (): Markup => html`<p class="big-sign">${needSign({ welcome: true })}</p>`

const referenceLine = (reference: string): Markup => html`<p class="meta">Reference number ${reference}</p>`
