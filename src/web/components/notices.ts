/** Things that ask to be noticed: a tag, a remark set apart, and a banner about what just happened. */
import { attributes, type Content, html, type Markup } from '../markup.ts'
import { classes } from './field.ts'
import { heading } from './heading.ts'

export type TagKind = 'have' | 'need' | 'quiet' | 'good' | 'wrong' | 'sun'

const TAG: Record<TagKind, string> = { have: '', need: 'purple', quiet: 'grey', good: 'green', wrong: 'red', sun: 'yellow' }

export const tag = ({ text, kind = 'have' }: { text: Content; kind?: TagKind | undefined }): Markup =>
  html`<strong class="${classes('govuk-tag', TAG[kind] !== '' && `govuk-tag--${TAG[kind]}`)}">${text}</strong>`

export const insetText = ({ content, id }: { content: Content; id?: string | undefined }): Markup =>
  html`<div${attributes({ id, class: 'govuk-inset-text' })}>${content}</div>`

export type NotificationBanner = {
  /** A string becomes the banner's one line; markup is shown as it is. */
  content: Content
  title?: Content | undefined
  kind?: 'success' | undefined
  role?: 'alert' | 'region' | undefined
  headingLevel?: 2 | 3 | undefined
  titleId?: string | undefined
}

export const notificationBanner = (given: NotificationBanner): Markup => {
  const isSuccess = given.kind === 'success'
  const titleId = given.titleId ?? 'govuk-notification-banner-title'
  const all = attributes({
    class: classes('govuk-notification-banner', isSuccess && 'govuk-notification-banner--success'),
    role: given.role ?? (isSuccess ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-module': 'govuk-notification-banner',
  })
  const title = { class: 'govuk-notification-banner__title', id: titleId }
  const text = given.title ?? (isSuccess ? 'Success' : 'Important')
  return html`<div${all}><div class="govuk-notification-banner__header">${heading(
    given.headingLevel === 3 ? 'h3' : 'h2',
    text,
    title,
  )}</div><div class="govuk-notification-banner__content">${
    typeof given.content === 'string' ? html`<p class="govuk-notification-banner__heading">${given.content}</p>` : given.content
  }</div></div>`
}
