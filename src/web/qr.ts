/** A square of dots that a phone's camera reads as an address (QR code), drawn as one path. */
import { encode } from 'uqr'
import { html, type Markup } from './markup.ts'

/** Dots of free space around it, as the standard asks (ISO/IEC 18004). */
const EDGE = 4

/** `text` says what it leads to, for those who cannot see it. It is black on white in dark mode too: cameras expect it so. */
export function qrCode(address: string, text: string): Markup {
  const { data, size } = encode(address, { border: EDGE, ecc: 'M' })
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return html`<svg class="qr" role="img" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><title>${text}</title><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`
}
