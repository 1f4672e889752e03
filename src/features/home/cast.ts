/** Somebody of the demo's cast, and what is going on in their life here. */
import { SECTORS } from '../../basics/sector.ts'
import type { Organisation } from '../organisations/organisation.ts'
import type { Person } from '../people/person.ts'

export type CastMember = Person & {
  speaker: boolean
  /** They say for whom they work, and nobody has confirmed it. */
  held: boolean
  /** Offers to their own projects that wait for their answer. */
  offers: number
  /** Projects of their own: past the deadline of the brief, ready, running, open, ended. */
  choosing: number
  ready: number
  running: number
  open: number
  ended: number
  drafts: number
  /** Promises of theirs that are accepted, and those that wait for an answer. */
  promised: number
  waiting: number
}

/** What is most worth trying as this person comes first. */
const STORIES = [
  'held',
  'choosing',
  'ready',
  'offers',
  'running',
  'broker',
  'moderator',
  'supplier',
  'open',
  'ended',
  'drafts',
  'waiting',
  'promised',
] as const
export type Story = (typeof STORIES)[number]

export const storiesOf = (member: CastMember): Story[] =>
  STORIES.filter((story) => (story === 'supplier' ? member.organisation?.sector === 'supplier' : Boolean(member[story])))

/** In the order of the sectors, then as they joined; those of no known organisation come last. */
export function byOrganisation(cast: readonly CastMember[]): { organisation: Organisation | undefined; members: CastMember[] }[] {
  const groups: { organisation: Organisation | undefined; members: CastMember[] }[] = []
  for (const member of cast) {
    const group = groups.find(({ organisation }) => organisation?.id === member.organisation?.id)
    if (group) group.members.push(member)
    else groups.push({ organisation: member.organisation, members: [member] })
  }
  const place = (organisation: Organisation | undefined) => (organisation ? SECTORS.indexOf(organisation.sector) : SECTORS.length)
  return groups.sort((a, b) => place(a.organisation) - place(b.organisation))
}

/** One for each story, and nobody twice. */
export function goodToBeginWith(cast: readonly CastMember[], most: number): { member: CastMember; story: Story }[] {
  const chosen: { member: CastMember; story: Story }[] = []
  for (const story of STORIES) {
    const member = cast.find((each) => storiesOf(each).at(0) === story)
    if (member) chosen.push({ member, story })
  }
  return chosen.slice(0, most)
}
