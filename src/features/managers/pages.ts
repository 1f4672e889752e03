/** On the form to pledge: how much of a week it takes, and who must agree to that. */

import { insetText } from '../../web/components/notices.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { ManagerRefusal } from './manager.ts'
import { freeHours, type Shared } from './share.ts'
import { MANAGER_REFUSALS, sayManagerHint, sayOwnShare, sayWarning } from './words.ts'

/** Nothing where the hours are nobody's week. */
export function sharePart(shared: Shared | undefined): Markup | '' {
  if (!shared) return ''
  const warning = sayWarning(shared.share, shared.sharing)
  const said = sayOwnShare(shared.hours, shared.share)
  return warning === undefined ? html`<p class="meta">${said}</p>` : insetText({ content: html`<p>${said}</p><p>${warning}</p>` })
}

export type ManagerField = { typed: string; shared: Shared | undefined; fault: ManagerRefusal | undefined }

/** Shown where a yes is needed, and kept with what was typed when it is not any more. */
export function managerField({ typed, shared, fault }: ManagerField): Markup | '' {
  const isNeeded = shared?.share.weight === 'above'
  if (!isNeeded && typed === '') return ''
  const hint = shared ? sayManagerHint(freeHours(shared.share.others, shared.sharing)) : undefined
  return textField({
    name: 'manager',
    label: `Your manager's work e-mail address${isNeeded ? '' : ' (not needed for these hours)'}`,
    type: 'email',
    autocomplete: 'off',
    spellcheck: false,
    hint,
    value: typed,
    error: fault && MANAGER_REFUSALS[fault],
  })
}
