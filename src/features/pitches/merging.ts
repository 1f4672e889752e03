/** Two pitches become one, when all of their hosts agree. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Event, mayRun } from '../events/event.ts'
import { isOpenToPitches, type Pitch } from './pitch.ts'

export type MergingState = 'asked' | 'merged' | 'refused' | 'over'
export type Merging = {
  id: string
  event: string
  /** Goes into the other. */
  pitch: { id: string; title: string }
  into: { id: string; title: string }
  state: MergingState
  /** Who is asked, and what they have said. */
  consents: readonly Consent[]
}
export type Consent = { attendee: string; person?: string; agrees: boolean | null }

export type ProposeRefusal = 'not the organiser' | 'over' | 'not pitching' | 'the same' | 'not there' | 'asked before'

export function mayPropose(
  event: Event,
  viewer: Viewer,
  pitch: Pitch | undefined,
  into: Pitch | undefined,
  open: readonly Merging[],
): Answer<{ pitch: Pitch; into: Pitch }, ProposeRefusal> {
  const run = mayRun(event, viewer)
  if (!run.yes) return run
  if (!isOpenToPitches(event)) return no('not pitching')
  if (!pitch || !into) return no('not there')
  if (pitch.id === into.id) return no('the same')
  const waits = open.some((each) => [each.pitch.id, each.into.id].some((id) => id === pitch.id || id === into.id))
  return waits ? no('asked before') : yes({ pitch, into })
}

/** The hosts of both, each once; whoever proposes it agrees. */
export function consentsFor({ pitch, into }: { pitch: Pitch; into: Pitch }, proposer: string): Consent[] {
  const hosts = new Map([...pitch.hosts, ...into.hosts].map((host) => [host.attendee, host]))
  return [...hosts.values()].map(({ attendee, person }) => ({
    attendee,
    ...(person === undefined ? {} : { person }),
    agrees: person === proposer ? true : null,
  }))
}

/** One no is enough to leave both as they are. */
export function stateAfter(consents: readonly Consent[]): MergingState {
  if (consents.some(({ agrees }) => agrees === false)) return 'refused'
  return consents.every(({ agrees }) => agrees) ? 'merged' : 'asked'
}

export type ConsentRefusal = 'not asked' | 'over'

export function mayConsent({ consents, state }: Merging, attendee: string | undefined): Answer<true, ConsentRefusal> {
  if (!consents.some((each) => each.attendee === attendee)) return no('not asked')
  return state === 'asked' ? yes(true) : no('over')
}
