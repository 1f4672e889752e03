/** Reasons as one of those who meet reads them, with names instead of ids. Pure. */
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Reason } from '../../matching/pair-score.ts'
import type { Why } from '../introductions/why.ts'
import type { SeenBy } from '../people/profile.ts'
import { type PairWhy, shownReasons, whyOf } from './meeting.ts'

type Met = { mine: string; theirs: string }
export type ReadWhy = {
  has?: Met
  needs?: Met
  both: readonly string[]
  across: readonly ('sector' | 'profession' | 'organisation' | 'region')[]
}

const INTEREST = 'interest-'

/** Of a skill, a tag or an interest, by its id. */
export const namesIn =
  (knowledge: Knowledge) =>
  (id: string): string =>
    id.startsWith(INTEREST) ? id.slice(INTEREST.length) : (knowledge.tags.get(id)?.name ?? knowledge.nameOf(id))

type Side = { id: string; seenBy: SeenBy }

/** Of two who meet, what both show each other. */
export const reasonsBetween = (whys: readonly PairWhy[], one: Side, other: Side): Reason[] =>
  shownReasons(whyOf(whys, one.id, other.id), new Map([one, other].map(({ id, seenBy }) => [id, seenBy])), 'matches')

export function readBy(reader: string, reasons: readonly Reason[], nameOf: (id: string) => string): ReadWhy {
  const needs = reasons.flatMap((reason) => (reason.is === 'need' ? [reason] : []))
  const [mine, theirs] = [needs.find(({ to }) => to === reader), needs.find(({ to }) => to !== reader)]
  return {
    ...(mine ? { has: { mine: nameOf(mine.need), theirs: nameOf(mine.have) } } : {}),
    ...(theirs ? { needs: { mine: nameOf(theirs.have), theirs: nameOf(theirs.need) } } : {}),
    both: reasons.flatMap((reason) => (reason.is === 'interest' ? [nameOf(reason.interest)] : [])),
    across: reasons.flatMap((reason) => (reason.is === 'across' ? [reason.what] : [])),
  }
}

/** What the first question is about: the same for both, as one of them reads it. */
export function whyAsked(reader: string, reasons: readonly Reason[], nameOf: (id: string) => string): Why {
  const first = reasons.find((reason) => reason.is === 'need')
  if (first?.is !== 'need') return { is: 'sectors', mine: '', theirs: '' }
  const [need, have] = [nameOf(first.need), nameOf(first.have)]
  return first.to === reader ? { is: 'has', mine: need, theirs: have } : { is: 'needs', mine: have, theirs: need }
}

/** By whom the question is chosen: the same two, whoever reads it. */
export const firstTwo = (members: readonly { id: string }[]): [string, string] => {
  const [one = '', other = ''] = members.map(({ id }) => id).sort()
  return [one, other]
}
