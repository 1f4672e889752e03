/** From page to page: numbered when `items` is given, else just the one before and the one after. */
import { attributes, type Content, html, type Markup } from '../markup.ts'

type Step = { href: string; text?: Content | undefined; label?: Content | undefined }
export type PageItem = { number: number | string; href: string; current?: boolean | undefined; spoken?: string | undefined } | 'gap'

export type Pagination = {
  previous?: Step | undefined
  next?: Step | undefined
  items?: readonly PageItem[] | undefined
  label?: string | undefined
}

const ARROW = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

const arrow = (way: 'prev' | 'next'): Markup =>
  html`<svg class="govuk-pagination__icon govuk-pagination__icon--${way}" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="${ARROW[way]}"></path></svg>`

const step = (way: 'prev' | 'next', given: Step, isBlock: boolean): Markup => {
  const name = way === 'prev' ? 'Previous' : 'Next'
  const text = given.text ?? html`${name}<span class="govuk-visually-hidden"> page</span>`
  const title = html`<span class="govuk-pagination__link-title${
    isBlock && given.label === undefined && ' govuk-pagination__link-title--decorated'
  }">${text}</span>`
  const label =
    isBlock &&
    given.label !== undefined &&
    html` <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">${given.label}</span>`
  const isBefore = isBlock || way === 'prev'
  return html`<div class="govuk-pagination__${way}"><a class="govuk-link govuk-pagination__link" href="${given.href}" rel="${way}">${
    isBefore && arrow(way)
  } ${title}${label} ${!isBefore && arrow(way)}</a></div>`
}

const page = (item: PageItem): Markup => {
  if (item === 'gap') return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">&ctdot;</li>`
  const all = attributes({
    href: item.href,
    'aria-label': item.spoken ?? `Page ${item.number}`,
    'aria-current': item.current ? 'page' : undefined,
  })
  return html`<li class="govuk-pagination__item${
    item.current && ' govuk-pagination__item--current'
  }"><a class="govuk-link govuk-pagination__link"${all}>${item.number}</a></li>`
}

export const pagination = ({ previous, next, items, label = 'Pagination' }: Pagination): Markup => {
  const isBlock = items === undefined && (previous !== undefined || next !== undefined)
  return html`<nav class="govuk-pagination${isBlock && ' govuk-pagination--block'}" aria-label="${label}">${
    previous && step('prev', previous, isBlock)
  }${items && html`<ul class="govuk-pagination__list">${items.map(page)}</ul>`}${next && step('next', next, isBlock)}</nav>`
}
