/** On the form to pledge: how much of a week it takes. */
import { insetText } from '../../web/components/notices.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Shared } from './share.ts'
import { sayOwnShare, sayWarning } from './words.ts'

/** Nothing where the hours are nobody's week. */
export function sharePart(shared: Shared | undefined): Markup | '' {
  if (!shared) return ''
  const warning = sayWarning(shared.share, shared.sharing)
  const said = sayOwnShare(shared.hours, shared.share)
  return warning === undefined ? html`<p class="meta">${said}</p>` : insetText({ content: html`<p>${said}</p><p>${warning}</p>` })
}
