/** Why no agenda can be made: which rule cannot be kept, and for which sessions. Types and pure rules. */
import type { Broken } from '../../matching/agenda/rules.ts'
import { type Inputs, type Nowhere, Openness, type Topic, whyNowhere } from './inputs.ts'
import { fitting } from './work.ts'

/** Sessions are named by what they are called. */
export type Fault =
  | { why: 'no sessions' | 'no times' | 'no rooms' }
  | { why: Nowhere | 'no place'; title: string }
  | { why: 'too much for a host'; title: string; sessions: number; times: number }
  | { why: 'same host' | 'both at the top'; title: string; other: string }

/** What can be said before anything is searched for. */
export function faultIn(inputs: Inputs): Fault | undefined {
  const { topics, slots, rooms } = inputs
  const open = new Openness(inputs)
  if (topics.length === 0) return { why: 'no sessions' }
  if (slots.length === 0) return { why: 'no times' }
  if (rooms.length === 0) return { why: 'no rooms' }
  for (const topic of topics) {
    const why = whyNowhere(inputs, open, topic)
    if (why) return { why, title: topic.title }
  }
  const places = slots.flatMap((slot) => rooms.filter((room) => !open.isShut(slot, room))).length
  const { inputs: fit, out } = fitting(inputs)
  // With more sessions than places the last are left out; otherwise it is a rule that leaves none.
  if (topics.length > places) return tooMuchForAHost(fit, open)
  const [first] = out
  return tooMuchForAHost(inputs, open) ?? (first ? { why: 'no place', title: first.title } : undefined)
}

/** Nobody hosts two sessions at once. */
function tooMuchForAHost({ topics, slots }: Inputs, open: Openness): Fault | undefined {
  const hosted = new Map<string, Topic[]>()
  for (const topic of topics) for (const { attendee } of open.hostsOf(topic)) hosted.set(attendee, [...(hosted.get(attendee) ?? []), topic])
  for (const theirs of hosted.values()) {
    const times = slots.filter((slot) => theirs.some((topic) => open.areHostsThere(topic, slot))).length
    if (theirs.length > times) return { why: 'too much for a host', title: theirs[0]?.title ?? '', sessions: theirs.length, times }
  }
  return undefined
}

/** What the best grid that was found does not keep. */
export function faultOf([first]: readonly Broken[], topics: readonly Pick<Topic, 'title'>[]): Fault | undefined {
  if (!first) return undefined
  const title = topics[first.session]?.title ?? ''
  if (first.why === 'cell') return { why: 'no place', title }
  return { why: first.why === 'host' ? 'same host' : 'both at the top', title, other: topics[first.other]?.title ?? '' }
}
