/** Pitches that say nearly the same. Pure. */
import { LookAlikes } from '../../matching/look-alikes.ts'
import { isEmptyWord, stemOfNeed, wordsOfNeed } from '../../matching/need-words.ts'
import type { Pitch } from './pitch.ts'

type Titled = Pick<Pitch, 'id' | 'title'>
const MOST_ALIKE = 3
/** Of the words of the shorter title so many stand in the other, and two at the least. */
const [SHARE, FEWEST] = [0.4, 2] as const

const needOf = ({ id, title }: Titled) => ({ key: id, org: '', title })
const stems = (title: string): Set<string> =>
  new Set(
    wordsOfNeed(title)
      .filter((word) => !isEmptyWord(word))
      .map(stemOfNeed),
  )

/** `words`: those of both that few pitches use. */
function isAlike(one: string, other: string, words: readonly string[]): boolean {
  const [here, there] = [stems(one), stems(other)]
  const [both, shorter] = [[...here].filter((stem) => there.has(stem)).length, Math.min(here.size, there.size)]
  return words.length > 0 && both >= Math.max(SHARE * shorter, Math.min(FEWEST, shorter))
}

/** The likest first. */
export function alikeTo<T extends Titled>(title: string, pitches: readonly T[]): T[] {
  const found = new LookAlikes(pitches.map(needOf)).best({ key: '', org: '', title }, MOST_ALIKE, { ownToo: true })
  return found.flatMap(({ key, words }) => {
    const pitch = pitches.find(({ id }) => id === key)
    return pitch && isAlike(title, pitch.title, words) ? [pitch] : []
  })
}

export type AlikePair<T> = { one: T; other: T }

/** Each two once, the one that was said earlier first. */
export function alikePairs<T extends Titled>(pitches: readonly T[]): AlikePair<T>[] {
  const all = new LookAlikes(pitches.map(needOf))
  const place = new Map(pitches.map(({ id }, at) => [id, at]))
  return pitches.flatMap((other, at) =>
    all.best(needOf(other), MOST_ALIKE, { ownToo: true }).flatMap(({ key, words }) => {
      const one = pitches[place.get(key) ?? -1]
      return one && (place.get(key) ?? 0) < at && isAlike(one.title, other.title, words) ? [{ one, other }] : []
    }),
  )
}
