/** Somebody as the score sees them, and as other members do: what they keep to themselves helps to find who fits, and no reason tells it. */
import type { Candidate } from '../../matching/candidate.ts'

/** What they have, need and would like to learn, in their own words. */
export type Texts = Readonly<Record<'haves' | 'needs' | 'learning', readonly string[]>>

export type Told = {
  all: Candidate
  said: Texts
  /** The same of what every member may see of them. */
  shown: Candidate
  shows: Texts
  /** They have said that they take no introductions for now. */
  takesNone: boolean
}

export const hasToldAnything = ({ all, said }: Told): boolean =>
  said.haves.length + said.needs.length + said.learning.length + all.interests.length > 0
