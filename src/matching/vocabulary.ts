/** A vocabulary of skills: terms with broader terms and synonyms, and the terms that a text speaks of. */
import { Spelling } from './spelling.ts'
import { type Word, wordsOf } from './words.ts'

export type TermId = string
export type Term = {
  id: TermId
  name: string
  kind: 'skill' | 'tool' | 'knowledge'
  /** Ids of broader terms. */
  broader: readonly TermId[]
  /**
   * Other ways to write exactly this. One that begins with "=" counts only as it is written, capitals and all. One that begins
   * with "!" is a phrase in which the word means something else: "!French polishing".
   */
  synonyms: readonly string[]
}

/** A place in a text where a term is meant: words from `start` up to, not including, `end`. */
export type Mention = { term: TermId; start: number; end: number; isExact: boolean }

/** `term` is undefined where a phrase means nothing that we know. */
type Node = { next: Map<string, Node>; ends: { term: TermId | undefined; exactly: string | undefined }[] }
type Reading = Omit<Mention, 'term'> & { term: TermId | undefined }

const EXACTLY = '='
const NOT = '!'
const LINKS = new Set(['of', 'for', 'in'])
/** A capital, or a capitalised word: "R", "Go", "Access". Written so it may still be an ordinary word, unless its neighbours speak of a craft. */
const DOUBTFUL = /^\p{Lu}(\p{Ll}*)$/u
const CRAFT_AFTER = new Set(
  'develop program language code script package library database macro form report spreadsheet formula studio shiny skill stack app application'.split(
    ' ',
  ),
)
const CRAFT_BEFORE = new Set('in using use with know knows learn microsoft ms'.split(' '))
const BETWEEN = /^\s*[,/;+&|()]\s*$/
const AND = new Set(['and', 'or'])

export class Vocabulary {
  readonly terms: ReadonlyMap<TermId, Term>
  readonly #root: Node = aNode()
  readonly #spelling = new Spelling()

  constructor(terms: readonly Term[]) {
    this.terms = new Map(terms.map((term) => [term.id, term]))
    for (const term of terms) {
      const isNameExact = term.synonyms.includes(EXACTLY + term.name)
      for (const written of isNameExact ? term.synonyms : [term.name, ...term.synonyms]) this.#learn(term.id, written)
    }
  }

  /**
   * The terms that a text mentions, in order, each once. The longest reading wins, and no word is read twice:
   * "service design" is Service design and not also Design.
   */
  recognise(text: string): TermId[] {
    return [...new Set(this.mentionsIn(wordsOf(text)).map(({ term }) => term))]
  }

  mentionsIn(typed: readonly Word[]): Mention[] {
    const words = typed.map((word) => ({ ...word, stem: this.#spelling.meant(word.stem) ?? word.stem }))
    const found: Mention[] = []
    for (let start = 0; start < words.length; ) {
      const reading = this.#turnedAt(words, start) ?? this.#longestAt(words, start)
      if (reading?.term !== undefined) found.push({ ...reading, term: reading.term })
      start = reading?.end ?? start + 1
    }
    return found.filter((mention) => !isDoubtful(words, mention) || speaksOfCraft(words, mention, found))
  }

  /** A term and everything above it, nearest first. */
  lineOf(id: TermId): TermId[] {
    const line = [id]
    for (let at = 0; at < line.length; at++)
      for (const above of this.terms.get(line[at] ?? '')?.broader ?? []) if (!line.includes(above)) line.push(above)
    return line
  }

  #learn(term: TermId, written: string): void {
    const exactly = written.startsWith(EXACTLY) ? written.slice(EXACTLY.length) : undefined
    const isOther = written.startsWith(NOT)
    let node = this.#root
    for (const { stem } of wordsOf(exactly ?? written)) {
      const next = node.next.get(stem) ?? aNode()
      node.next.set(stem, next)
      node = next
      this.#spelling.add(stem)
    }
    node.ends.push({ term: isOther ? undefined : term, exactly })
  }

  #longestAt(words: readonly Word[], start: number): Reading | undefined {
    let best: Reading | undefined
    let node: Node | undefined = this.#root
    for (let end = start; end < words.length; ) {
      node = node.next.get(words[end]?.stem ?? '')
      if (!node) break
      end++
      const ways = node.ends.filter(({ exactly }) => exactly === undefined || exactly === typedFrom(words, start, end))
      const fits = ways.find(({ exactly }) => exactly !== undefined) ?? ways[0]
      if (fits) best = { term: fits.term, start, end, isExact: fits.exactly !== undefined }
    }
    return best
  }

  /** "design of services" is read as "services design". */
  #turnedAt(words: readonly Word[], start: number): Reading | undefined {
    const [first, link, second] = words.slice(start, start + 3)
    if (!first || !link || !second || !LINKS.has(link.stem)) return undefined
    const turned = this.#longestAt([second, first], 0)
    // Two words that are read as one already mean what they say: "analysis of data" is turned, "code of conduct" is not.
    return turned?.end === 2 ? { ...turned, start, end: start + 3 } : undefined
  }
}

/** One word of which only the capital says that it may be a skill. */
const isDoubtful = (words: readonly Word[], { start, end, isExact }: Mention): boolean =>
  isExact && end === start + 1 && DOUBTFUL.test(words[start]?.typed ?? '')

/** It stands alone, in a list with other skills, or beside a word of the craft. */
function speaksOfCraft(words: readonly Word[], mention: Mention, all: readonly Mention[]): boolean {
  const { start, end } = mention
  if (words.length === 1) return true
  const after = words[end]
  const before = words[start - 1]
  if (after && /^[\s-]+$/.test(after.gap) && CRAFT_AFTER.has(after.stem)) return true
  if (before && words[start]?.gap === ' ' && CRAFT_BEFORE.has(before.stem)) return true
  return all.some((other) => other !== mention && (isListed(words, other, mention) || isListed(words, mention, other)))
}

/** "Python, R", "R and SQL", "C#/Go". */
function isListed(words: readonly Word[], left: Mention, right: Mention): boolean {
  const next = words[right.start]
  if (!next) return false
  if (right.start === left.end) return BETWEEN.test(next.gap)
  return right.start === left.end + 1 && AND.has(words[left.end]?.stem ?? '')
}

const aNode = (): Node => ({ next: new Map(), ends: [] })

const typedFrom = (words: readonly Word[], start: number, end: number): string =>
  words
    .slice(start, end)
    .map(({ typed }) => typed)
    .join(' ')
