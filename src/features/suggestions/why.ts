/** Why somebody fits, one reason at a time, each true of both: made of what the score added up, in the words of those who typed them. Pure. */
import { list } from '../../basics/text.ts'
import type { Candidate } from '../../matching/candidate.ts'
import { CLOSENESS } from '../../matching/closeness.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { PairScore, Reason } from '../../matching/pair-score.ts'
import { interestIn } from '../profiles/details.ts'
import type { Texts } from '../profiles/told.ts'

/** `mine` is what the reader has, needs or shares, `theirs` what the other does; of sectors, which; of who is near, in kilometres. */
export type Why = {
  is: 'has' | 'needs' | 'teaches' | 'learns' | 'shares' | 'near' | 'sectors' | 'organisations'
  mine: string
  theirs: string
}
/** `closeness`: how well what one has is what the other needs, from 0 to 1. */
export type WhyFound = Why & { closeness: number }

/** What may be told of one of two. */
export type Side = { candidate: Candidate; texts: Texts }

/** A list of more is not read. */
const MOST_SHARED = 2
/** Something to talk about is less than help, and more than nothing. */
const SHARED = 0.5

/** The best first. Whoever only works elsewhere has no reason: there must be something that one of them said. */
export function whysOf(knowledge: Knowledge, score: PairScore, me: Side, other: Side): WhyFound[] {
  const { reasons } = score.fit(me.candidate, other.candidate)
  const found = [
    ...reasons
      .flatMap((reason) => (reason.is === 'need' ? (needIn(knowledge, reason, me, other) ?? []) : []))
      .sort((a, b) => b.closeness - a.closeness || Number(helpsMe(b)) - Number(helpsMe(a))),
    ...sharedIn(knowledge, reasons),
  ]
  return found.length === 0 ? [] : [...found, ...reasons.flatMap((reason) => besideIn(reason, me.candidate, other.candidate))]
}

const helpsMe = ({ is }: Why): boolean => is === 'has' || is === 'teaches'

function needIn(knowledge: Knowledge, reason: Extract<Reason, { is: 'need' }>, me: Side, other: Side): WhyFound | undefined {
  // Another kind of the same thing counts a little, and is no reason.
  if (knowledge.neighbourhood.closeness(reason.need, reason.have) < CLOSENESS.broader) return undefined
  const isMine = reason.to === me.candidate.id
  const [to, by] = isMine ? [me.texts, other.texts] : [other.texts, me.texts]
  const need = textWith(knowledge, to.needs, reason.need)
  const wanted = need ?? textWith(knowledge, to.learning, reason.need)
  const have = textWith(knowledge, by.haves, reason.have)
  if (wanted === undefined || have === undefined) return undefined
  const { closeness } = reason
  if (isMine) return { is: need === undefined ? 'teaches' : 'has', mine: wanted, theirs: have, closeness }
  return { is: need === undefined ? 'learns' : 'needs', mine: have, theirs: wanted, closeness }
}

const textWith = (knowledge: Knowledge, texts: readonly string[], term: string): string | undefined =>
  texts.find((text) => knowledge.termsIn(text).includes(term))

function sharedIn(knowledge: Knowledge, reasons: readonly Reason[]): WhyFound[] {
  const names = reasons.flatMap((reason) => (reason.is === 'interest' ? (topicName(knowledge, reason.interest) ?? []) : []))
  const what = list(names.slice(0, MOST_SHARED))
  return what === '' ? [] : [{ is: 'shares', mine: what, theirs: what, closeness: SHARED }]
}

const topicName = (knowledge: Knowledge, topic: string): string | undefined => interestIn(topic) ?? knowledge.tags.get(topic)?.name

function besideIn(reason: Reason, me: Candidate, other: Candidate): WhyFound[] {
  if (reason.is === 'nearby') return [{ is: 'near', mine: '', theirs: String(reason.kilometres), closeness: 0 }]
  return reason.is === 'across' && reason.what === 'sector' ? [{ is: 'sectors', mine: me.sector, theirs: other.sector, closeness: 0 }] : []
}
