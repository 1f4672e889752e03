/** What changes while people look: whether there are still places in a room, and where everything is. */
import { html, type Markup } from '../../web/markup.ts'
import type { Fill } from './count.ts'
import { placesOf } from './news-pages.ts'
import { FILLS } from './words.ts'

/** Empty until somebody has counted; the script finds it by the session. */
export const fillMark = (session: string, fill: Fill | undefined): Markup =>
  html`<span class="fill${fill === 'full' ? ' fill-full' : ''}" data-fill="${session}">${fill ? FILLS[fill] : ''}</span>`

/** By it the script knows whether a page shows everything where it is. */
export const placesMark = (sessions: Parameters<typeof placesOf>[0]): Markup =>
  html`<span hidden data-places="${placesOf(sessions)}"></span>`
