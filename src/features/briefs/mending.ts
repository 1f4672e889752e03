/** A published brief as its owner mends it: read by the same rules as when it was written. */
import type { Day } from '../../basics/day.ts'
import type { Mended } from '../projects/mending.ts'
import type { OtherNeed, Project } from '../projects/project.ts'
import { EMPTY_BRIEF, EMPTY_OTHER, type Fault, MOST, readBrief, type TypedBrief } from './brief.ts'

export const typedFrom = ({ title, problem, forWhom, tags, others, suppliersWelcome }: Project): TypedBrief => ({
  ...EMPTY_BRIEF,
  title,
  problem,
  forWhom,
  tags,
  others: others.map(({ kind, what }) => ({ kind, what })),
  suppliers: suppliersWelcome ? 'yes' : '',
})

/** The last row is free, to add one more. */
export function withFreeRow(typed: TypedBrief): TypedBrief {
  const isFull = typed.others.length >= MOST.others || typed.others.at(-1)?.what.trim() === ''
  return isFull && typed.others.length > 0 ? typed : { ...typed, others: [...typed.others, EMPTY_OTHER] }
}

const MENDABLE = /^(title|problem|for-whom|tags|other-)/

/** `asked` are the other needs so far: somebody may have answered them, so none of them may be left blank. */
export function readMended(typed: TypedBrief, asked: readonly OtherNeed[], today: Day): { mended: Mended; faults: readonly Fault[] } {
  const { brief, faults } = readBrief(typed, today)
  const blank = asked.flatMap((_, at): Fault[] =>
    (typed.others[at]?.what ?? '').trim() === '' ? [{ field: `other-${at + 1}-what`, why: 'empty' }] : [],
  )
  const { title, problem, forWhom, tags, others, suppliersWelcome } = brief
  return {
    mended: { title, problem, forWhom, tags, others, suppliersWelcome },
    faults: [...faults.filter(({ field }) => MENDABLE.test(field)), ...blank],
  }
}
