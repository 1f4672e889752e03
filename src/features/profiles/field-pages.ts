/** Fields that the first form and one's own page share, and the list of what is wrong with them. */
import { errorSummary } from '../../web/components/error-summary.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import type { Markup } from '../../web/markup.ts'
import { HAVE_HINT, NEED_HINT } from '../listings/words.ts'
import { type SaidFaults, WHERE_HINT } from './words.ts'

export const faultSummary = (faults: SaidFaults): Markup | '' => {
  const errors = Object.entries(faults).map(([field, text]) => ({ text, href: `#${field}` }))
  return errors.length > 0 ? errorSummary({ errors }) : ''
}

export const nameField = (value: string, error: string | undefined): Markup =>
  textField({ name: 'name', label: 'Your name', hint: 'Only members see it.', autocomplete: 'name', value, error })

export const havesField = (value: string, error: string | undefined, label = 'What you have (optional)'): Markup =>
  textArea({ name: 'haves', label, hint: HAVE_HINT, rows: 2, value, error })

export const needsField = (value: string, error: string | undefined, label = 'What you need (optional)'): Markup =>
  textArea({ name: 'needs', label, hint: NEED_HINT, rows: 2, value, error })

export const whereField = (value: string, error: string | undefined): Markup =>
  textField({
    name: 'where',
    label: 'Where you are (optional)',
    hint: WHERE_HINT,
    width: 10,
    autocomplete: 'postal-code',
    autocapitalize: 'characters',
    spellcheck: false,
    value,
    error,
  })

export const hoursField = (value: string, error: string | undefined): Markup =>
  textField({
    name: 'hours',
    label: 'Hours a week that you could give (optional)',
    hint: 'About how many. One or two can be what somebody waits for.',
    width: 3,
    inputmode: 'decimal',
    value,
    error,
  })
