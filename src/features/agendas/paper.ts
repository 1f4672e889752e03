/** How large letters may be on paper, so that the grid of a day fills one sheet and no more. Pure. */

/** In points. */
export const LETTERS = [12, 10, 9, 8, 7, 6] as const
export type Letters = (typeof LETTERS)[number]

/** The texts of a cell that holds a session, each on lines of its own. */
export type Cell = { title: string; below: readonly string[] }
/** For each time its cells; a break has none. */
export type Rows = readonly (readonly Cell[])[]

// In millimetres, of a lying A4 sheet: without its margins, the line above the grid, and the column of times.
const [WIDE, HIGH] = [255, 165]
const A_POINT = 25.4 / 72
/** Of the size of a letter: its width on average, the height of a line, and the size of what stands below a title. */
const [WIDTH, LINE, SMALL] = [0.47, 1.22, 0.875]
/** A room has a name of two lines, and its seats. */
const LINES_OF_HEAD = 3

export function lettersFor(days: readonly Rows[], rooms: number): Letters {
  const fits = (size: Letters): boolean => days.every((rows) => heightOf(rows, WIDE / Math.max(1, rooms), size) <= HIGH)
  return LETTERS.find(fits) ?? 6
}

function heightOf(rows: Rows, wide: number, size: Letters): number {
  const [beside, above] = size < 10 ? [3.5, 2.5] : [6.5, 4.5]
  const height = (lines: number, of = 1): number => lines * of * size * LINE * A_POINT
  const perLine = (of = 1): number => (wide - beside) / (WIDTH * of * size * A_POINT)
  const cell = ({ title, below }: Cell): number =>
    height(linesOf(title, perLine())) + below.reduce((sum, text) => sum + height(linesOf(text, perLine(SMALL)), SMALL), 0)
  return rows.reduce((sum, cells) => sum + above + Math.max(height(1), ...cells.map(cell)), above + height(LINES_OF_HEAD))
}

/** Word after word; one that is longer than a line is broken. */
function linesOf(text: string, perLine: number): number {
  let [lines, used] = [1, 0]
  for (const { length } of text.split(/\s+/)) {
    if (used > 0 && used + 1 + length > perLine) [lines, used] = [lines + 1, 0]
    used += length + (used > 0 ? 1 : 0)
    for (; used > perLine && used > 1; used -= Math.max(1, Math.floor(perLine))) lines++
  }
  return lines
}
