/** Whether there are still places in a room, in a word that changes while people look. */
import { html, type Markup } from '../../web/markup.ts'
import type { Fill } from './count.ts'
import { FILLS } from './words.ts'

/** Empty until somebody has counted; the script finds it by the session. */
export const fillMark = (session: string, fill: Fill | undefined): Markup =>
  html`<span class="fill${fill === 'full' ? ' fill-full' : ''}" data-fill="${session}">${fill ? FILLS[fill] : ''}</span>`
