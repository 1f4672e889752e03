/** A gift: a promise to give a project something other than time, such as data, a venue or money. Types and pure rules. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Somebody } from '../people/person.ts'
import type { OtherKind, Project } from '../projects/project.ts'
import { mayPromise, type PromiseRefusal, type ReopenRefusal } from './pledge.ts'

/** Offered asks for an answer; accepted is promised; given once the project has reached its end with it. */
export type GiftState = 'offered' | 'accepted' | 'given' | 'declined' | 'released' | 'withdrawn'
export type Gift = {
  id: string
  need: string
  kind: OtherKind
  what: string
  project: string
  title: string
  owner: string
  person: Somebody
  organisation: string
  isForOrganisation: boolean
  /** What exactly, in the giver's words. */
  line: string
  state: GiftState
  answerBy: Day
}

export const LIVING_GIFTS: readonly GiftState[] = ['offered', 'accepted']
const isAlive = ({ state }: Pick<Gift, 'state'>): boolean => LIVING_GIFTS.includes(state)

export type GiveRefusal = PromiseRefusal | 'given before'

/** Several may give to the same need: money, research participants and adopters are never too many. */
export function give(project: Project, by: Viewer, hasGiven: boolean, today: Day): Answer<true, GiveRefusal> {
  const may = mayPromise(project, by, today)
  if (!may.yes) return may
  return hasGiven ? no('given before') : yes(true)
}

export type GiftAnswerRefusal = 'not the owner' | 'answered before' | 'project ended'

export function answerGift(project: Project, gift: Gift, by: string): Answer<true, GiftAnswerRefusal> {
  if (by !== project.owner.id) return no('not the owner')
  if (gift.state !== 'offered') return no('answered before')
  return project.state === 'ended' ? no('project ended') : yes(true)
}

/** As with a pledge, but nobody waits for its place. */
export function reopenOffer(project: Project, gift: Gift, by: string, hasGivenAgain: boolean): Answer<true, ReopenRefusal> {
  if (by !== project.owner.id) return no('not the owner')
  const isAnswered = gift.state === 'accepted' || gift.state === 'declined'
  return project.state !== 'ended' && isAnswered && !hasGivenAgain ? yes(true) : no('changed meanwhile')
}

export type TakeBackRefusal = 'not yours' | 'over'

export function takeBack(gift: Gift, by: string): Answer<true, TakeBackRefusal> {
  if (by !== gift.person.id) return no('not yours')
  return isAlive(gift) ? yes(true) : no('over')
}

/** A second press on the same button finds its work done. */
export const isGiftIn = (gift: Gift, by: string, state: GiftState): boolean =>
  gift.state === state && by === (state === 'withdrawn' ? gift.person.id : gift.owner)

/** Given when the project reached its end with it; released, without a word of blame, when it ended any other way. */
export const giftAfterEnding = (gift: Pick<Gift, 'state'>, isDone: boolean): GiftState =>
  gift.state === 'accepted' && isDone ? 'given' : 'released'
