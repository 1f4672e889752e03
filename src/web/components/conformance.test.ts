/** Components write the markup of govuk-frontend, for every one of its fixtures whose options we offer. */
import { describe } from 'node:test'
import { conform } from '../../../tests/components/fixtures.ts'
import { type Content, raw } from '../markup.ts'
import { type ButtonKind, button, buttonLink } from './button.ts'
import { details } from './details.ts'
import { errorSummary } from './error-summary.ts'
import { errorMessage, hint, label, type Size } from './field.ts'
import { fieldset } from './fieldset.ts'
import { backLink, skipLink } from './links.ts'
import { insetText, notificationBanner, type TagKind, tag } from './notices.ts'
import { pagination } from './pagination.ts'
import { summaryList } from './summary-list.ts'
import { table } from './table.ts'

type Said = { text?: string; html?: string }
type Heading = Said & { classes?: string; isPageHeading?: boolean }

const said = ({ text, html }: Said): Content => (html === undefined ? String(text ?? '') : raw(html))
const SAID = ['text', 'html']

const sizeOf = (classes: string | undefined, before: string): Size | undefined => classes?.replace(before, '') as Size | undefined
const isSize = (size: string | undefined): boolean => size === undefined || ['s', 'm', 'l', 'xl'].includes(size)

describe('components', () => {
  const BUTTONS: Record<string, ButtonKind> = { '': 'have', 'govuk-button--secondary': 'quiet', 'govuk-button--warning': 'warning' }
  type ButtonOptions = Said & {
    classes?: string
    href?: string
    name?: string
    value?: string
    type?: 'button'
    id?: string
    disabled?: boolean
  }
  conform<ButtonOptions & { attributes?: Record<string, string> }>({
    component: 'button',
    offered: [...SAID, 'classes', 'href', 'name', 'value', 'type', 'id', 'disabled', 'attributes'],
    draw: ({ classes = '', href, name, value, type, id, disabled, attributes, ...text }) => {
      const kind = BUTTONS[classes]
      if (kind === undefined) return 'classes'
      if (href !== undefined) return buttonLink({ text: said(text), href, kind, id, attributes })
      return button({ text: said(text), kind, name, value, type, id, disabled, attributes })
    },
    least: 17,
  })

  conform<{ summaryText?: string; summaryHtml?: string; open?: boolean; id?: string } & Said>({
    component: 'details',
    offered: [...SAID, 'summaryText', 'summaryHtml', 'open', 'id'],
    draw: ({ summaryText, summaryHtml, open, id, ...text }) => {
      const summary = said({
        ...(summaryText !== undefined && { text: summaryText }),
        ...(summaryHtml !== undefined && { html: summaryHtml }),
      })
      return details({ summary, content: said(text), open, id })
    },
    least: 8,
  })

  conform<Said & { id?: string }>({
    component: 'hint',
    offered: [...SAID, 'id'],
    draw: ({ id, ...text }) => hint({ text: said(text), ...(id !== undefined && { id }) }),
    least: 4,
  })

  conform<Said & { id?: string }>({
    component: 'error-message',
    offered: [...SAID, 'id'],
    draw: ({ id, ...text }) => errorMessage({ text: said(text), ...(id !== undefined && { id }) }),
    least: 4,
  })

  conform<Heading & { for?: string }>({
    component: 'label',
    offered: [...SAID, 'classes', 'isPageHeading', 'for'],
    draw: (given) => {
      const size = sizeOf(given.classes, 'govuk-label--')
      if (given.text === undefined && given.html === undefined) return 'no words'
      if (!isSize(size)) return 'classes'
      return label({ text: said(given), size, isHeading: given.isPageHeading, ...(given.for !== undefined && { for: given.for }) })
    },
    least: 14,
  })

  conform<{ legend?: Heading; html?: string; describedBy?: string; role?: string; classes?: string }>({
    component: 'fieldset',
    offered: ['legend', 'legend.text', 'legend.html', 'legend.classes', 'legend.isPageHeading', 'html', 'describedBy', 'role', 'classes'],
    draw: ({ legend, html, describedBy, role, classes }) => {
      const size = sizeOf(legend?.classes, 'govuk-fieldset__legend--')
      if (legend === undefined || said(legend) === '') return 'no words'
      if (!isSize(size)) return 'classes'
      return fieldset({
        legend: said(legend),
        legendSize: size,
        legendIsHeading: legend.isPageHeading,
        content: raw(html ?? ''),
        describedBy,
        role,
        classes,
      })
    },
    least: 16,
  })

  type SummaryOptions = { titleText: string; descriptionText?: string; descriptionHtml?: string; errorList?: (Said & { href?: string })[] }
  conform<SummaryOptions>({
    component: 'error-summary',
    offered: ['titleText', 'descriptionText', 'descriptionHtml', 'errorList', 'errorList.text', 'errorList.html', 'errorList.href'],
    draw: ({ titleText, descriptionText, descriptionHtml, errorList = [] }) =>
      errorSummary({
        title: titleText,
        description: descriptionHtml === undefined ? descriptionText : raw(descriptionHtml),
        errors: errorList.map(({ href, ...text }) => ({ text: said(text), href })),
      }),
    least: 13,
  })

  conform<Said & { href?: string }>({
    component: 'skip-link',
    offered: [...SAID, 'href'],
    draw: ({ href, ...text }) => skipLink({ text: said(text), ...(href !== undefined && { href }) }),
    least: 6,
  })

  conform<Said & { href?: string }>({
    component: 'back-link',
    offered: [...SAID, 'href'],
    draw: ({ href = '#', text = 'Back', ...rest }) => backLink({ href, text: said({ text, ...rest }) }),
    least: 4,
  })

  type StepOptions = { href: string; text?: string; labelText?: string }
  type ItemOptions = { number: number; href: string; current?: boolean; ellipsis?: boolean; visuallyHiddenText?: string }
  conform<{ previous?: StepOptions; next?: StepOptions; items?: ItemOptions[]; landmarkLabel?: string }>({
    component: 'pagination',
    offered: [
      ...['previous', 'previous.href', 'previous.text', 'previous.labelText', 'next', 'next.href', 'next.text', 'next.labelText'],
      ...['items', 'items.number', 'items.href', 'items.current', 'items.ellipsis', 'items.visuallyHiddenText', 'landmarkLabel'],
    ],
    draw: ({ previous, next, items, landmarkLabel }) => {
      if (items?.some((item) => !item)) return 'empty items'
      return pagination({
        previous: previous && { ...previous, label: previous.labelText },
        next: next && { ...next, label: next.labelText },
        items: items?.map(({ ellipsis, visuallyHiddenText, ...item }) => (ellipsis ? 'gap' : { ...item, spoken: visuallyHiddenText })),
        label: landmarkLabel,
      })
    },
    least: 12,
  })

  type RowOptions = { key: Said; value: Said; actions?: { items?: (Said & { href: string; visuallyHiddenText?: string })[] } }
  conform<{ rows: RowOptions[]; classes?: string }>({
    component: 'summary-list',
    offered: [
      ...[
        'rows',
        'rows.key',
        'rows.key.text',
        'rows.key.html',
        'rows.value',
        'rows.value.text',
        'rows.value.html',
        'rows.actions',
        'classes',
      ],
      ...['rows.actions.items', 'rows.actions.items.text', 'rows.actions.items.html', 'rows.actions.items.href'],
      'rows.actions.items.visuallyHiddenText',
    ],
    draw: ({ rows, classes }) => {
      if (rows.some((row) => !row || row.actions?.items?.length === 0)) return 'empty items'
      return summaryList({
        rows: rows.map(({ key, value, actions }) => ({
          key: said(key),
          value: said(value),
          actions: actions?.items?.map((item) => ({ text: said(item), href: item.href, hidden: item.visuallyHiddenText })),
        })),
        hasBorder: classes !== 'govuk-summary-list--no-border',
      })
    },
    least: 11,
  })

  type CellOptions = Said & { format?: 'numeric'; colspan?: number; rowspan?: number }
  const cell = ({ format, colspan, rowspan, ...text }: CellOptions) => ({
    content: said(text),
    isNumber: format === 'numeric',
    colspan,
    rowspan,
  })
  const CELL = ['text', 'html', 'format', 'colspan', 'rowspan']
  type TableOptions = {
    head?: CellOptions[]
    rows: CellOptions[][]
    caption?: string
    captionClasses?: string
    firstCellIsHeader?: boolean
  }
  conform<TableOptions>({
    component: 'table',
    offered: [
      'head',
      'rows',
      'caption',
      'captionClasses',
      'firstCellIsHeader',
      ...CELL.flatMap((name) => [`head.${name}`, `rows.${name}`]),
    ],
    draw: ({ head, rows, caption, captionClasses, firstCellIsHeader }) => {
      const captionSize = sizeOf(captionClasses, 'govuk-table__caption--')
      if (rows.some((row) => !row)) return 'empty items'
      return table({ caption, captionSize, head: head?.map(cell), rows: rows.map((row) => row.map(cell)), firstCellIsHeader })
    },
    least: 11,
  })

  const TAGS: Record<string, TagKind> = {
    '': 'have',
    'govuk-tag--purple': 'need',
    'govuk-tag--grey': 'quiet',
    'govuk-tag--green': 'good',
    'govuk-tag--red': 'wrong',
    'govuk-tag--yellow': 'sun',
  }
  conform<Said & { classes?: string }>({
    component: 'tag',
    offered: [...SAID, 'classes'],
    draw: ({ classes = '', ...text }) => {
      const kind = TAGS[classes]
      return kind === undefined ? 'classes' : tag({ text: said(text), kind })
    },
    least: 8,
  })

  conform<Said & { id?: string }>({
    component: 'inset-text',
    offered: [...SAID, 'id'],
    draw: ({ id, ...text }) => insetText({ content: said(text), id }),
    least: 4,
  })

  type BannerOptions = Said & {
    type?: 'success'
    titleText?: string
    titleHeadingLevel?: 2 | 3
    titleId?: string
    role?: 'alert' | 'region'
  }
  conform<BannerOptions>({
    component: 'notification-banner',
    offered: [...SAID, 'type', 'titleText', 'titleHeadingLevel', 'titleId', 'role'],
    draw: ({ type, titleText, titleHeadingLevel, titleId, role, ...text }) =>
      notificationBanner({ content: said(text), kind: type, title: titleText, headingLevel: titleHeadingLevel, titleId, role }),
    least: 15,
  })
})
