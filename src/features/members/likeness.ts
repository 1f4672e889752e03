/** Which known names somebody may have meant by what they typed. */

const NEAREST = 0.35

/** Letters three by three, so that a slip of the finger changes only a few of them. */
function threesOf(name: string): Set<string> {
  const plain = ` ${name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  return new Set(Array.from({ length: Math.max(0, plain.length - 2) }, (_, at) => plain.slice(at, at + 3)))
}

/** The likest first; none that is far off. Ties go by name, so that the list is the same every time. */
export function likest<T extends { name: string }>(said: string, all: readonly T[], most: number): T[] {
  const typed = threesOf(said)
  return all
    .map((each) => {
      const threes = threesOf(each.name)
      const shared = [...typed].filter((three) => threes.has(three)).length
      return { each, likeness: (2 * shared) / (typed.size + threes.size) }
    })
    .filter(({ likeness }) => likeness >= NEAREST)
    .sort((a, b) => b.likeness - a.likeness || a.each.name.localeCompare(b.each.name))
    .slice(0, most)
    .map(({ each }) => each)
}
