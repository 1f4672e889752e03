/** What a thread is asked to plan: a round's input without functions, because only what is plain can be sent. */
import type { Between } from '../candidate.ts'
import type { RoundInput } from './round.ts'

type Pairs = readonly (readonly [string, string])[]
/** In either order. */
export type KnownPairs = { blocked: Pairs; manages: Pairs; metLately: Pairs }
export type RoundRequest = Omit<RoundInput, 'between'> & { between: KnownPairs }

export function betweenOf({ blocked, manages, metLately }: KnownPairs): Between {
  const has = (pairs: Pairs): ((a: string, b: string) => boolean) => {
    const others = new Map<string, Set<string>>()
    const put = (a: string, b: string): void => void others.set(a, (others.get(a) ?? new Set()).add(b))
    for (const [a, b] of pairs) {
      put(a, b)
      put(b, a)
    }
    return (a, b) => others.get(a)?.has(b) ?? false
  }
  return { blocked: has(blocked), manages: has(manages), metLately: has(metLately) }
}
