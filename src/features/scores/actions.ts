/** Dealing cards and scoring them. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import type { Attendee } from '../events/attendee.ts'
import { isOpen, mayScore, nextCard, type ScoreRefusal, type Scoring } from './scoring.ts'
import { addDeal, findHand, listStanding, lockScoring, passGone, putRater, saveScore } from './store.ts'

type Missing = 'not found'
/** `who` is nobody at a terminal, and for whoever has no account. */
export type Rater = { id: string; who?: string }

export const raterOf = ({ id, person }: Attendee): Rater => ({ id, ...(person === undefined ? {} : { who: person }) })

/** The first card, or the one that they hold already. */
export async function takeCard(
  db: Db,
  event: string,
  attendee: Attendee | undefined,
  at: Moment,
): Promise<Answer<true, ScoreRefusal | Missing>> {
  return together(db, async (tx) => {
    const scoring = await lockScoring(tx, event)
    if (!scoring) return no('not found')
    const may = mayScore(scoring, attendee)
    if (!may.yes) return may
    await putRater(tx, { id: may.value.id, event, attendee: may.value.id, atTerminal: false }, at.now)
    return takeFirst(tx, scoring, raterOf(may.value), at)
  })
}

export async function takeFirst(tx: Tx, scoring: Scoring, rater: Rater, at: Moment): Promise<Answer<true, ScoreRefusal>> {
  await passGone(tx, rater.id)
  const { card, scored, had } = await findHand(tx, scoring.event, rater.id)
  if (card) return yes(true)
  if (scored >= scoring.each) return no('all done')
  return (await deal(tx, scoring, rater, had, at)) ? yes(true) : no('no card left')
}

/** No when none is left for them. */
async function deal(tx: Tx, scoring: Scoring, { id: rater }: Rater, had: number, at: Moment): Promise<boolean> {
  const cards = await listStanding(tx, scoring.event, rater, at.now)
  const pitch = nextCard(scoring, cards, { rater, had })
  if (pitch === undefined) return false
  await addDeal(tx, { id: newId(at.now), event: scoring.event, pitch, rater }, at.now)
  return true
}

export type Said = { deal: string; points: number | 'pass' }

/**
 * What somebody thinks of the card that they hold, or that they hand it back because it is theirs; then the next one. What is sent again
 * finds its card scored, and changes nothing.
 */
export async function scoreCard(
  db: Db,
  event: string,
  rater: Rater,
  said: Said,
  at: Moment,
): Promise<Answer<true, ScoreRefusal | Missing>> {
  return together(db, async (tx) => {
    const scoring = await lockScoring(tx, event)
    if (!scoring) return no('not found')
    const open = isOpen(scoring)
    if (!open.yes) return open
    const saved = await saveScore(tx, said.deal, rater.id, said.points === 'pass' ? null : said.points)
    if (!saved) return yes(true)
    const did = said.points === 'pass' ? 'card handed back' : 'card scored'
    await record(tx, { at: at.now, ...(rater.who === undefined ? {} : { who: rater.who }), did, about: event })
    if (saved.scored < scoring.each) await deal(tx, scoring, rater, saved.had, at)
    return yes(true)
  })
}
