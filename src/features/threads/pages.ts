/** What a thread looks like: a conversation on paper, with a place to write at its end. */

import { newId } from '../../basics/id.ts'
import { sayNumber } from '../../basics/text.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { textArea } from '../../web/components/text-area.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { whoLink } from '../people/pages.ts'
import { MOST_SAID, type Post, type Stretch, type Subject, type Thread } from './post.ts'
import { CONVERSATION, HOW_TO_JOIN, REMOVED_WORDS, sayClosed, sayWhen } from './words.ts'

/** What somebody has typed and not sent yet, or sent with a mistake. */
export type TypedPost = { form: string; said: string; fault?: string | undefined }

const pathOf = (about: string, until?: string): string => `/threads/${about}${until ? `?until=${until}` : ''}`
/** The page of its thread on which a post stands. */
export const placeOf = (post: Post): string => `/threads/${post.about}?around=${post.id}#post-${post.id}`

/** Shown at the end of the page that it is about. */
export const threadPart = (visit: Visit, subject: Pick<Subject, 'id'>, thread: Thread): Markup =>
  html`<section class="thread" id="conversation" aria-labelledby="talk"><h2 id="talk">${CONVERSATION}</h2>
${thread.is === 'closed' ? closed(visit, thread.posts) : html`${opening(thread)}${stretch(visit, subject, thread)}${writeForm(visit, subject)}`}</section>`

function closed(visit: Visit, posts: number): Markup {
  const way = visit.viewer
    ? html`<p>${HOW_TO_JOIN.notYet.before} <a href="/mine">${HOW_TO_JOIN.notYet.link}</a>.</p>`
    : html`<p>${HOW_TO_JOIN.signedOut.before} <a href="/sign-in?next=${encodeURIComponent(`${visit.path}#conversation`)}">${HOW_TO_JOIN.signedOut.link}</a>.</p>`
  return html`<p>${sayClosed(posts)}</p>${way}`
}

const opening = ({ posts }: Stretch): Markup =>
  html`<p class="meta">${posts.length > 0 ? 'Only members read this.' : 'Nobody has written yet. Ask a question, or say what you could bring. Only members read this.'}</p>`

/** A page of its own, for what was said before. */
export function threadPage(visit: Visit, subject: Subject, thread: Stretch, typed?: TypedPost): Markup {
  return html`${backLink({ href: `${subject.path}#conversation`, text: subject.title })}
${typed?.fault ? errorSummary({ errors: [{ text: typed.fault, href: '#said' }] }) : ''}
<h1>${CONVERSATION}</h1>
<p class="lede">About <a href="${subject.path}">${subject.title}</a>. Only members read this.</p>
<div class="thread">${stretch(visit, subject, thread)}
${thread.hasLater ? html`<p><a href="${pathOf(subject.id)}">Newest posts</a></p>` : writeForm(visit, subject, typed)}</div>`
}

const stretch = (visit: Visit, subject: Pick<Subject, 'id'>, { posts, earlier }: Stretch): Markup =>
  html`${earlier ? html`<p><a href="${pathOf(subject.id, earlier)}" rel="prev">Earlier posts</a></p>` : ''}
${posts.length > 0 ? html`<ol class="posts">${posts.map((post) => postItem(visit, post))}</ol>` : ''}`

function postItem(visit: Visit, post: Post): Markup {
  const when = sayWhen(visit.zone, post.saidAt, visit.today)
  if (post.removed)
    return html`<li class="post" id="post-${post.id}"><p class="meta">${REMOVED_WORDS[post.removed.by]}. It was written ${when}.</p></li>`
  const edited = post.editedAt ? ` · edited ${sayWhen(visit.zone, post.editedAt, visit.today)}` : ''
  return html`<li class="post" id="post-${post.id}"><p class="post-head"><strong>${whoLink(visit.viewer, post.person)}</strong> <span class="meta">${when}${edited}</span></p>
${words(post.said)}
<p class="post-ways">${ways(visit, post, when)}</p></li>`
}

/** Read alone, each link says which post it means. */
function ways(visit: Visit, post: Post, when: string): Markup {
  const link = (noun: string, text: string): Markup =>
    html`<a href="/posts/${post.id}/${noun}">${text}<span class="govuk-visually-hidden"> the post of ${when}</span></a>`
  return post.person.id === visit.viewer?.person ? html`${link('revision', 'Edit')} ${link('removal', 'Remove')}` : link('report', 'Report')
}

/** As it was typed: line breaks stay. */
export const words = (said: string): Markup => html`<p class="typed" dir="auto">${said}</p>`

const writeForm = (visit: Visit, subject: Pick<Subject, 'id'>, typed?: TypedPost): Markup =>
  html`<form class="form write-post" method="post" action="/threads/${subject.id}/posts" novalidate>
<input type="hidden" name="form" value="${typed?.form ?? newId(visit.now)}">
${textArea({ name: 'said', label: 'Write to the others', hint: `Plain text, at most ${sayNumber(MOST_SAID)} characters. Every member can read it, with your name.`, rows: 4, value: typed?.said, error: typed?.fault })}
${button({ text: 'Post it' })}</form>`

export const revisionPage = (post: Post, typed: string, fault?: string): Markup => html`${backLink({ href: placeOf(post) })}
<form class="form" method="post" action="/posts/${post.id}/revision" novalidate>
${fault ? errorSummary({ errors: [{ text: fault, href: '#said' }] }) : ''}
<h1>Edit your post</h1>
${textArea({ name: 'said', label: 'What you wrote', hint: 'The others see that it was edited, and when.', rows: 8, value: typed, error: fault })}
${buttonGroup(button({ text: 'Save' }), html`<a href="${placeOf(post)}">Go back, change nothing</a>`)}
</form>`

export const removalPage = (post: Post): Markup => html`${backLink({ href: placeOf(post) })}
<h1>Remove your post?</h1>
<p class="lede">Its words go for good. The others still see that something was said here, so that they can follow the conversation.</p>
<blockquote class="quoted">${words(post.said)}</blockquote>
<form method="post" action="/posts/${post.id}/removal">${buttonGroup(button({ text: 'Remove it', kind: 'warning' }), html`<a href="${placeOf(post)}">Keep it</a>`)}</form>`
