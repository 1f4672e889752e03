/** Merging: a project ends and goes on in another one, when the other one's owner agrees. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import { isId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Somebody } from '../people/person.ts'
import type { Project } from '../projects/project.ts'

/** Over: one of the two ended in another way before there was an answer. */
export type MergeState = 'waiting' | 'accepted' | 'declined' | 'withdrawn' | 'expired' | 'over'
type Side = { id: string; title: string; owner: Somebody; hasEnded: boolean }
export type MergeOffer = { id: string; from: Side; into: Side; reason: string; state: MergeState; answerBy: Day }
/** A project to merge into, as much as a form shows. */
export type Alike = { id: string; title: string; organisationName?: string }

export type MergeRefusal = 'not the owner' | 'ended' | 'waiting already' | 'no such project' | 'itself' | 'other ended' | 'asked before'

/** `askedBefore`: the same two have had their answer. */
export function offerMerge(project: Project, into: Project | undefined, by: string, askedBefore: boolean): Answer<Project, MergeRefusal> {
  if (by !== project.owner.id) return no('not the owner')
  if (project.state === 'ended') return no('ended')
  if (project.merging) return no('waiting already')
  if (!into) return no('no such project')
  if (into.id === project.id) return no('itself')
  if (into.state === 'ended') return no('other ended')
  return askedBefore ? no('asked before') : yes(into)
}

export type MergeAnswerRefusal = 'not asked' | 'answered before' | 'ended meanwhile'

export function mayAnswerMerge(offer: MergeOffer, by: string): Answer<true, MergeAnswerRefusal> {
  if (by !== offer.into.owner.id) return no('not asked')
  if (offer.state !== 'waiting') return no('answered before')
  return offer.from.hasEnded || offer.into.hasEnded ? no('ended meanwhile') : yes(true)
}

export function withdrawMerge(offer: MergeOffer, by: string): Answer<true, MergeAnswerRefusal> {
  if (by !== offer.from.owner.id) return no('not asked')
  return offer.state === 'waiting' ? yes(true) : no('answered before')
}

export type MergeReopenRefusal = 'not asked' | 'changed meanwhile'

/** Whoever said no takes it back, while both projects live and the other has asked nobody else. */
export function reopenMerging(offer: MergeOffer, by: string, waitsElsewhere: boolean): Answer<true, MergeReopenRefusal> {
  if (by !== offer.into.owner.id) return no('not asked')
  const isAlive = !offer.from.hasEnded && !offer.into.hasEnded && !waitsElsewhere
  return offer.state === 'declined' && isAlive ? yes(true) : no('changed meanwhile')
}

/** The project that somebody means by what they pasted: its address, or its id. */
export function projectIn(typed: string): string | undefined {
  const id = /\/projects\/([0-9a-z]{26})(?![0-9a-z])/.exec(typed)?.[1] ?? typed.trim()
  return isId(id) ? id : undefined
}

/** The two owners may read of it. */
export const concerns = (offer: MergeOffer, viewer: Viewer): boolean =>
  viewer.person === offer.from.owner.id || viewer.person === offer.into.owner.id || viewer.broker
