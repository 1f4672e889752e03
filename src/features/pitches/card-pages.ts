/** Cards to print: a line, a name, and a square that a phone reads to type it in. */
import { backLink } from '../../web/components/links.ts'
import { html, type Markup } from '../../web/markup.ts'
import { qrCode } from '../../web/qr.ts'
import type { Event } from '../events/event.ts'

/** Two beside each other, three below each other: a sheet of A4. */
const ON_A_SHEET = 6

/** `address` is where a card is typed in. */
export function cardsPage({ id, title, code }: Event, address: string): Markup {
  const card = html`<li class="pitch-card"><p><strong>${title}</strong></p><p>What would you talk about?</p><p class="pitch-line"></p><p class="pitch-line"></p><p>Your name</p><p class="pitch-line"></p>
<div class="pitch-code">${qrCode(address, 'Type this card in')}<p>Type it in with your phone, or give it to a helper. The code of the event is <strong>${code}</strong>.</p></div></li>`
  return html`<div class="not-on-paper">${backLink({ href: `/events/${id}/pitches`, text: `Pitches of ${title}` })}
<h1>Cards to print</h1>
<p class="lede">A sheet of six. Print as many as you need, cut them, and lay them on the tables.</p>
<p>Whoever has a phone types their card in themselves: the square leads to one line and a name, and knows the code already. For all others a helper does it.</p>
<p><a href="${address}">Type a card in</a></p></div>
<ul class="pitch-cards">${Array.from({ length: ON_A_SHEET }, () => card)}</ul>`
}
