/** Two people change the same text at once: their lines are merged, and none that either of them added is lost. Pure. */

export type Merged = {
  text: string
  /** Both changed the same place, so both stand one below the other, for somebody to look over. */
  isToLookOver: boolean
}

/** Larger than this, lines are not compared one by one: both stand there. */
const MOST_COMPARED = 1_000_000

/** `base` is what both began from. A line is kept unless one of them took it out; what either of them added stands where they put it. */
export function mergeLines(base: string, theirs: string, mine: string): Merged {
  if (mine === base || mine === theirs) return { text: theirs, isToLookOver: false }
  if (theirs === base) return { text: mine, isToLookOver: false }
  const lines = linesOf(base)
  const [their, my] = [changesOf(lines, linesOf(theirs)), changesOf(lines, linesOf(mine))]
  const merged: string[] = []
  let isToLookOver = false
  for (let gap = 0; gap <= lines.length; gap++) {
    const [first, second] = [their.added[gap] ?? [], my.added[gap] ?? []]
    const both = unitedLines(first, second)
    const isReplaced = gap < lines.length && !(their.kept[gap] && my.kept[gap])
    if (isReplaced && both.length > Math.max(first.length, second.length)) isToLookOver = true
    merged.push(...both)
    const line = lines[gap]
    if (line !== undefined && their.kept[gap] && my.kept[gap]) merged.push(line)
  }
  // Lines that are alike may be taken for one another: rather all of both than one of them gone.
  const all = hasLost(merged, linesOf(theirs), linesOf(mine)) ? unitedLines(linesOf(theirs), linesOf(mine)) : merged
  return { text: all.join('\n'), isToLookOver: isToLookOver || all !== merged }
}

/** Whether something that both have is there less often. */
function hasLost(merged: readonly string[], ...texts: readonly (readonly string[])[]): boolean {
  const [there = new Map<string, number>(), ...counts] = [merged, ...texts].map(countsOf)
  const [first = new Map<string, number>(), ...others] = counts
  return [...first].some(([line, count]) => (there.get(line) ?? 0) < Math.min(count, ...others.map((each) => each.get(line) ?? 0)))
}

function countsOf(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))

/** Of each line of the base whether it stayed, and what was added before it; after the last, what was added at the end. */
type Changes = { kept: boolean[]; added: string[][] }

function changesOf(base: readonly string[], lines: readonly string[]): Changes {
  const kept = base.map(() => false)
  const added: string[][] = Array.from({ length: base.length + 1 }, () => [])
  let [gap, from] = [0, 0]
  for (const [at, to] of [...pairsOf(base, lines), [base.length, lines.length] as const]) {
    added[gap]?.push(...lines.slice(from, to))
    if (at < base.length) kept[at] = true
    ;[gap, from] = [at + 1, to + 1]
  }
  return { kept, added }
}

/** Both in their order; what they have in common stands there once. */
function unitedLines(first: readonly string[], second: readonly string[]): string[] {
  const united: string[] = []
  let [one, other] = [0, 0]
  for (const [at, to] of pairsOf(first, second)) {
    united.push(...first.slice(one, at), ...second.slice(other, to), first[at] ?? '')
    ;[one, other] = [at + 1, to + 1]
  }
  return [...united, ...first.slice(one), ...second.slice(other)]
}

/** The longest sequence of lines that both have in the same order, as pairs of places. */
function pairsOf(one: readonly string[], other: readonly string[]): (readonly [number, number])[] {
  const most = Math.min(one.length, other.length)
  let begin = 0
  while (begin < most && one[begin] === other[begin]) begin++
  let end = 0
  while (end < most - begin && one[one.length - 1 - end] === other[other.length - 1 - end]) end++
  const [rows, columns] = [one.length - begin - end, other.length - begin - end]
  const pairs: (readonly [number, number])[] = Array.from({ length: begin }, (_, at) => [at, at] as const)
  if (rows > 0 && columns > 0 && rows * columns <= MOST_COMPARED) {
    const width = columns + 1
    const longest = new Uint32Array((rows + 1) * width)
    const at = (row: number, column: number): number => longest[row * width + column] ?? 0
    for (let row = rows - 1; row >= 0; row--) {
      for (let column = columns - 1; column >= 0; column--) {
        const isSame = one[begin + row] === other[begin + column]
        longest[row * width + column] = isSame ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
      }
    }
    let [row, column] = [0, 0]
    while (row < rows && column < columns) {
      if (one[begin + row] === other[begin + column]) pairs.push([begin + row++, begin + column++])
      else if (at(row + 1, column) >= at(row, column + 1)) row++
      else column++
    }
  }
  for (let left = end; left > 0; left--) pairs.push([one.length - left, other.length - left])
  return pairs
}
