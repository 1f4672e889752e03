/** Unconferences to measure with: 700 people, 60 of 150 pitches chosen, five slots of thirteen rooms, unless said otherwise. */
import { type AgendaTask, openCells } from '../../src/matching/agenda/agenda-task.ts'
import { listsOf } from '../../src/matching/agenda/lists.ts'
import { Chance } from '../chance.ts'

export type Size = {
  people: number
  pitches: number
  sessions: number
  slots: number
  seats: readonly number[]
  stars: readonly [number, number]
  themes: number
}
/** Whether people star what was chosen, or starred pitches before and keep what of it was chosen. */
export type Mode = 'chosen' | 'pitches'

export const LARGE: Size = {
  people: 700,
  pitches: 150,
  sessions: 60,
  slots: 5,
  seats: [250, 120, 90, 70, 60, 50, 50, 40, 40, 30, 30, 25, 25],
  stars: [5, 10],
  themes: 10,
}
/** How unequally popular pitches are; how much people keep to their themes; and so on, as seen at One Team Gov Global. */
const [FAME, KEEPS, ELSEWHERE, SKEW] = [0.6, 0.3, 0.35, 1.3]
const [HOSTS_AGAIN, CO_HOST, AWAY] = [0.12, 0.2, 0.1]

/** The same stars, hosts and times as the yardsticks make of the same seed. Must-sees are the first three that a person starred. */
export function anUnconference(seed: number, size: Size = LARGE, mode: Mode = 'chosen'): AgendaTask & { banned: readonly number[] } {
  const chance = new Chance(seed)
  const { people, slots, stars } = size
  const themeOf = (): number => Math.floor(chance.number() ** SKEW * size.themes)
  const pitches = Array.from({ length: size.pitches }, (_, pitch) => pitch)
  const theme = pitches.map(themeOf)
  const fame = pitches.map(() => Math.exp(FAME * bell(chance)))
  const likes = Array.from({ length: people }, () => {
    const themes = new Set<number>()
    for (const many = 1 + Math.floor(chance.number() * 3); themes.size < many; ) themes.add(themeOf())
    return { themes, many: stars[0] + Math.floor(chance.number() * (stars[1] - stars[0] + 1)) }
  })
  const choose = (from: readonly number[], { themes, many }: (typeof likes)[number]): number[] => {
    const weights = from.map((pitch) => (fame[pitch] ?? 0) * (themes.has(theme[pitch] ?? -1) ? 1 : KEEPS * ELSEWHERE))
    return drawn(from, weights, many, chance)
  }
  const first = likes.map((each) => choose(pitches, each))
  const votes = new Int32Array(size.pitches)
  for (const pitch of first.flat()) votes[pitch] = (votes[pitch] ?? 0) + 1
  const chosen = pitches.toSorted((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0) || a - b).slice(0, size.sessions)
  const numbers = new Map(chosen.map((pitch, session) => [pitch, session]))
  const wishes = (mode === 'pitches' ? first : likes.map((each) => choose(chosen, each))).map((list) =>
    list.flatMap((pitch) => numbers.get(pitch) ?? []),
  )
  const hosts = someHosts(size, chance)
  const banned = hosts.map(() => (chance.is(AWAY) ? Math.floor(chance.number() * slots) : -1))
  for (const [session, those] of hosts.entries())
    for (const host of those) if (!wishes[host]?.includes(session)) wishes[host]?.push(session)
  const shape = { slots, seats: Int32Array.from(size.seats), hosts: listsOf(hosts) }
  return {
    ...shape,
    stars: listsOf(wishes),
    mustSees: listsOf(wishes.map((list) => list.slice(0, 3))),
    may: openCells(shape, (session, slot) => slot !== banned[session]),
    banned,
  }
}

/** One of a bell curve around 0 (Box and Muller, 1958). */
const bell = (chance: Chance): number => Math.sqrt(-2 * Math.log(chance.number() + 1e-300)) * Math.cos(2 * Math.PI * chance.number())

/** Without putting back, each as likely as its weight. */
function drawn(from: readonly number[], weights: number[], many: number, chance: Chance): number[] {
  const out: number[] = []
  let total = weights.reduce((sum, each) => sum + each, 0)
  while (out.length < many) {
    let left = chance.number() * total
    let at = 0
    while (at < weights.length - 1) {
      left -= weights[at] ?? 0
      if (left <= 0) break
      at++
    }
    if ((weights[at] ?? 0) <= 0) at = weights.findIndex((each) => each > 0)
    if (at < 0) break
    out.push(from[at] ?? 0)
    total -= weights[at] ?? 0
    weights[at] = 0
  }
  return out
}

function someHosts({ sessions, people }: Size, chance: Chance): number[][] {
  const used: number[] = []
  const anybody = (): number => Math.floor(chance.number() * people)
  return Array.from({ length: sessions }, () => {
    const host = used.length > 0 && chance.is(HOSTS_AGAIN) ? (used[Math.floor(chance.number() * used.length)] ?? 0) : anybody()
    used.push(host)
    if (!chance.is(CO_HOST)) return [host]
    const other = anybody()
    return other === host ? [host] : [host, other]
  })
}
