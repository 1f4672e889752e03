/** Pitches that say nearly the same. Pure. */
import { LookAlikes } from '../../matching/look-alikes.ts'
import { stemOfNeed, wordsOfNeed } from '../../matching/need-words.ts'
import { isLikeEnough } from '../briefs/look-alike.ts'
import type { Pitch } from './pitch.ts'

type Titled = Pick<Pitch, 'id' | 'title'>
const MOST_ALIKE = 3
/** Of all words of the shorter title so many stand in the other. */
const SHARE = 0.6

const needOf = ({ id, title }: Titled) => ({ key: id, org: '', title })
const stems = (title: string): Set<string> => new Set(wordsOfNeed(title).map(stemOfNeed))

/** Words that few pitches use stand in both; or most of the words of the shorter one do. */
function isAlike(one: string, other: string, words: readonly string[]): boolean {
  if (isLikeEnough({ tags: [], words }, one, other)) return true
  const [here, there] = [stems(one), stems(other)]
  const both = [...here].filter((stem) => there.has(stem)).length
  return words.length > 0 && both >= SHARE * Math.min(here.size, there.size)
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
