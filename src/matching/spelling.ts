/** Finds the known word that a mistyped one was meant to be: one letter missing, too many, wrong, or two changed places. */

/** Shorter words have too many neighbours: "planing" is near, "tram" is near "team". */
const SHORTEST = 7

/** Words by everything that is left of them when one letter is taken out (symmetric deletes, after Garbe's SymSpell). */
export class Spelling {
  readonly #known = new Set<string>()
  readonly #byRest = new Map<string, string[]>()

  add(word: string): void {
    if (this.#known.has(word)) return
    this.#known.add(word)
    if (word.length < SHORTEST - 1 || !/^\p{L}+$/u.test(word)) return
    for (const rest of restsOf(word)) this.#byRest.set(rest, [...(this.#byRest.get(rest) ?? []), word])
  }

  /** The one word that is meant; undefined when the word is known, short, or could be several. The first letter must be right. */
  meant(typed: string): string | undefined {
    if (this.#known.has(typed) || typed.length < SHORTEST || !/^\p{L}+$/u.test(typed)) return undefined
    const near = new Set(restsOf(typed).flatMap((rest) => this.#byRest.get(rest) ?? []))
    const meant = [...near].filter((word) => word[0] === typed[0] && isOneSlip(typed, word))
    return meant.length === 1 ? meant[0] : undefined
  }
}

const restsOf = (word: string): string[] => [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))]

function isOneSlip(a: string, b: string): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  let from = 0
  while (from < short.length && long[from] === short[from]) from++
  let same = 0
  while (same < short.length - from && long[long.length - 1 - same] === short[short.length - 1 - same]) same++
  const [leftLong, leftShort] = [long.slice(from, long.length - same), short.slice(from, short.length - same)]
  if (leftLong.length <= 1) return true
  return leftLong.length === 2 && leftShort.length === 2 && leftLong[0] === leftShort[1] && leftLong[1] === leftShort[0]
}
