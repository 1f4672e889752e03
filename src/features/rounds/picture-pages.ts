/** Who met whom across sectors, drawn: each sector once, and an arc between two whose people were put together. */
import { SECTORS, type Sector } from '../../basics/sector.ts'
import { html, type Markup } from '../../web/markup.ts'
import { SECTOR_NAMES } from '../members/words.ts'
import { type ShownPair, sizeOf } from './figures.ts'
import { sayPairInWords } from './round-words.ts'

const [ROW, TOP, LINE_AT, WIDTH] = [44, 26, 150, 340]
const [THINNEST, WIDEST] = [3, 18]
/** Names of two words stand in two lines, so that they are readable on a phone. */
const MOST_LETTERS = 16

export function metPicture(pairs: readonly ShownPair[]): Markup | '' {
  const used = SECTORS.filter((sector) => pairs.some(({ first, second }) => first === sector || second === sector))
  if (used.length === 0) return ''
  const y = (sector: Sector): number => TOP + used.indexOf(sector) * ROW
  const most = Math.max(1, ...pairs.map(({ people }) => sizeOf(people)))
  const height = TOP * 2 + (used.length - 1) * ROW
  const arcs = [...pairs].reverse().map(({ first, second, people }) => {
    const [from, to] = [y(first), y(second)].sort((a, b) => a - b) as [number, number]
    const isFew = people === 'few'
    const width = isFew ? 2 : THINNEST + ((WIDEST - THINNEST) * sizeOf(people)) / most
    const path =
      from === to
        ? `M${LINE_AT} ${from - 8}c34 -14 34 30 0 16`
        : `M${LINE_AT} ${from}A${reach(from, to, used.length)} ${(to - from) / 2} 0 0 1 ${LINE_AT} ${to}`
    return html`<path class="met-arc${isFew ? ' met-few' : ''}${from === to ? ' met-within' : ''}" d="${path}" stroke-width="${Math.round(width * 10) / 10}"/>`
  })
  const dots = used.map(
    (sector) => html`<circle class="met-dot" cx="${LINE_AT}" cy="${y(sector)}" r="7"/>${nameAt(SECTOR_NAMES[sector], y(sector))}`,
  )
  return html`<svg class="met" role="img" viewBox="0 0 ${WIDTH} ${height}"><title>${pairs.map(sayPairInWords).join(' ')}</title>${arcs}${dots}</svg>`
}

/** How far an arc goes to the right: the farther apart, the farther out, and never out of the picture. */
const reach = (from: number, to: number, rows: number): number =>
  Math.round(30 + ((WIDTH - LINE_AT - 45) * (to - from)) / (ROW * Math.max(1, rows - 1)))

function nameAt(name: string, y: number): Markup {
  const lines = linesOf(name)
  return html`<text class="met-name" x="${LINE_AT - 16}" text-anchor="end">${lines.map((line, at) => html`<tspan x="${LINE_AT - 16}" y="${y + 5 + (at - (lines.length - 1) / 2) * 17}">${line}</tspan>`)}</text>`
}

function linesOf(name: string): string[] {
  const lines = ['']
  for (const word of name.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last === '' || `${last} ${word}`.length <= MOST_LETTERS) lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
