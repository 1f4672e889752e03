/** Composing digests for many people at once: some queries for all of them, none for each. */
import type { Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { planMany } from '../../storage/due-work.ts'
import { listOpenFor } from '../asks/actions.ts'
import { listWaitingOfMany } from '../home/actions.ts'
import { tellMany } from '../letters/actions.ts'
import { forReader } from '../letters/letter.ts'
import { weekNumber } from '../suggestions/exposure.ts'
import { listInLetters } from '../suggestions/exposure-actions.ts'
import { suggestToMany } from '../suggestions/many-actions.ts'
import type { Memory } from '../suggestions/memory.ts'
import { idsOf } from '../suggestions/suggestion.ts'
import {
  type Digest,
  isWorthSending,
  MOST_ASKS,
  MOST_NEWS,
  MOST_WAITING,
  newsFrom,
  nextDigests,
  type Reader,
  wantsDigest,
  weekOf,
} from './digest.ts'
import { listProjectNews } from './news-store.ts'
import { recentIn, remember } from './remembered.ts'
import { listReaders, listSaidBy, listUnplanned, listZones, saveTold, WEEKLY } from './store.ts'

export { WEEKLY } from './store.ts'

export const PLAN = 'plan digest'
export const PLAN_ALL = 'plan digests'

/** The clock's part: composes what is due, and plans the next of each from now, so that an absence of weeks is made up for once. */
export async function writeDigests(tx: Tx, memory: Memory, people: readonly string[], at: Moment): Promise<number> {
  const readers = await listReaders(tx, people)
  const nextIn = nextDigests(at)
  await planNext(
    tx,
    readers.map(({ viewer, choices }) => ({ person: viewer.person, at: nextIn(choices.zone) })),
  )
  const wanting = readers.filter((reader) => wantsDigest(reader, nextIn(reader.choices.zone), at))
  if (wanting.length === 0) return 0
  const digests = await composeAll(tx, memory, wanting, at)
  const worth = await counted(tx, memory, wanting, digests, at)
  const copies = worth.map(({ reader, digest }) => copyOf(reader, digest, at))
  const told = worth.map(({ reader, digest }) => ({
    person: reader.viewer.person,
    remembered: remember(reader.remembered, digest.suggestions.flatMap(idsOf), at.today),
  }))
  await saveTold(tx, told, at.now)
  return tellMany(tx, 'weekly digest', copies, at.now)
}

/** Those that say something. Whom they suggest is counted. */
async function counted(
  tx: Tx,
  memory: Memory,
  readers: readonly Reader[],
  digests: ReadonlyMap<string, Digest>,
  at: Moment,
): Promise<{ reader: Reader; digest: Digest }[]> {
  const worth = readers.flatMap((reader) => {
    const digest = digests.get(reader.viewer.person)
    return digest && isWorthSending(digest) ? [{ reader, digest }] : []
  })
  const lists = new Map(worth.map(({ reader, digest }) => [reader.viewer.person, digest.suggestions]))
  const kept = await listInLetters(tx, memory, lists, at)
  return worth.flatMap(({ reader, digest }) => {
    const suggestions = kept.get(reader.viewer.person) ?? []
    const told = { ...digest, suggestions, hasNewSuggestions: digest.hasNewSuggestions && suggestions.length > 0 }
    return isWorthSending(told) ? [{ reader, digest: told }] : []
  })
}

async function composeAll(tx: Tx, memory: Memory, readers: readonly Reader[], at: Moment): Promise<ReadonlyMap<string, Digest>> {
  const people = readers.map(({ viewer }) => viewer.person)
  const asks = byPerson(await listOpenFor(tx, people))
  const waiting = await listWaitingOfMany(
    tx,
    readers.map(({ viewer }) => viewer),
    at.today,
    at.zone,
  )
  const news = await listProjectNews(
    tx,
    readers.map((reader) => ({ person: reader.viewer.person, from: newsFrom(reader, at.now) })),
  )
  const said = await listSaidBy(tx, people, at.today)
  const week = weekNumber(at.today)
  const askers = readers.map(({ viewer, remembered }) => {
    const own = said.get(viewer.person) ?? NOTHING_SAID
    return { viewer, said: own, recent: recentIn(remembered, at.today), turn: turnOf(viewer.person) + week }
  })
  const suggested = await suggestToMany(tx, memory, askers, at)
  return new Map(
    people.map((person) => {
      const { suggestions = [], isNew = false } = suggested.get(person) ?? {}
      const open = (asks.get(person) ?? []).map(({ id, kind, code, answerBy, facts }) => ({ id, kind, code, by: answerBy, facts }))
      return [
        person,
        { asks: open, waiting: waiting.get(person) ?? [], suggestions, hasNewSuggestions: isNew, news: news.get(person) ?? [] },
      ]
    }),
  )
}

function byPerson<Thing extends { person: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing[]> {
  const found = new Map<string, Thing[]>()
  for (const thing of things) found.set(thing.person, [...(found.get(thing.person) ?? []), thing])
  return found
}

/** `asks` are the ids in the order of their numbers: so an answer by letter finds the one it means. */
const copyOf = ({ viewer, choices }: Reader, digest: Digest, at: Moment) => {
  const { asks, waiting, suggestions, hasNewSuggestions, news } = digest
  const asked = asks.slice(0, MOST_ASKS).map((ask) => ({ ...ask, facts: forReader(ask.facts, viewer) }))
  return {
    reader: viewer,
    once: `digest ${weekOf(choices.zone ?? at.zone, at.now)}`,
    facts: {
      ...{ asks: asked.map(({ id }) => id), asked, allAsks: asks.length },
      ...{ waiting: waiting.slice(0, MOST_WAITING), allWaiting: waiting.length },
      ...{ suggestions, hasNewSuggestions, news: news.slice(0, MOST_NEWS), allNews: news.length, today: at.today },
    },
  }
}

const NOTHING_SAID = { haves: [], needs: [] }

/** Another one for every person, the same every time. */
function turnOf(person: string): number {
  let hash = 0
  for (let at = 0; at < person.length; at++) hash = (Math.imul(hash, 31) + person.charCodeAt(at)) >>> 0
  return hash
}

/** The next Monday morning of each, in one statement. */
const planNext = (tx: Tx, people: readonly { person: string; at: Date }[]): Promise<void> =>
  planMany(
    tx,
    people.map(({ person, at }) => ({ kind: WEEKLY, about: person, at })),
  )

/** When somebody joins, and when they move to another zone. */
export async function planDigests(tx: Tx, people: readonly string[], at: Moment): Promise<void> {
  const nextIn = nextDigests(at)
  const zones = await listZones(tx, people)
  await planNext(
    tx,
    zones.map(({ person, zone }) => ({ person, at: nextIn(zone) })),
  )
}

const A_CHUNK = 5000

/** For those who were here before there were digests: as often as one likes, and nothing that is planned moves. The last id of a full chunk. */
export async function planMissing(tx: Tx, after: string, at: Moment): Promise<string | undefined> {
  const people = await listUnplanned(tx, { after, most: A_CHUNK })
  await planDigests(tx, people, at)
  return people.length < A_CHUNK ? undefined : people.at(-1)
}
