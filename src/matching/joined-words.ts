/** Takes words apart that were written as one, as in "freeschoolmeals": into the likeliest known words, by how often each is used. */

const SHORTEST_JOINED = 8
const LONGEST_PART = 16
/** A word that fewer texts use is not known well enough to be found inside another. */
const FEWEST_TEXTS = 3
/** Each further part must earn its place. */
const COST_OF_A_PART = 1
const SHORT_WORDS = new Set(['of', 'in', 'to', 'on', 'my', 'it', 'or', 'up', 'by', 'at', 'do', 'we', 'us'])

export class JoinedWords {
  /** How many texts there are. */
  texts: number
  readonly #uses: ReadonlyMap<string, number>
  readonly #known = new Map<string, readonly string[]>()

  /** `uses` says in how many texts each word stands; it may grow. What has been taken apart stays as it is. */
  constructor(texts: number, uses: ReadonlyMap<string, number>) {
    this.texts = texts
    this.#uses = uses
  }

  /** The parts of a joined word; empty when it is one word. */
  partsOf(word: string): readonly string[] {
    if (word.length < SHORTEST_JOINED) return []
    const known = this.#known.get(word) ?? this.#split(word)
    this.#known.set(word, known)
    return known
  }

  /** The best way to each place in the word, from left to right (Viterbi over single words). */
  #split(word: string): readonly string[] {
    const best = new Float64Array(word.length + 1).fill(Number.NEGATIVE_INFINITY)
    const from = new Int32Array(word.length + 1)
    best[0] = 0
    for (let start = 0; start < word.length; start++) {
      if (best[start] === Number.NEGATIVE_INFINITY) continue
      for (let end = start + 2; end <= Math.min(word.length, start + LONGEST_PART); end++) {
        const uses = this.#uses.get(word.slice(start, end)) ?? 0
        const isWhole = start === 0 && end === word.length
        if (isWhole || uses < FEWEST_TEXTS || (end - start === 2 && !SHORT_WORDS.has(word.slice(start, end)))) continue
        const score = (best[start] as number) + Math.log(uses / this.texts) - COST_OF_A_PART
        if (score <= (best[end] as number)) continue
        best[end] = score
        from[end] = start
      }
    }
    if (best[word.length] === Number.NEGATIVE_INFINITY) return []
    const parts: string[] = []
    for (let end = word.length; end > 0; end = from[end] as number) parts.unshift(word.slice(from[end] as number, end))
    return parts
  }
}
