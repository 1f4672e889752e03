/** Asking, reminding, and what comes of an answer or of silence. */
import { type Answer, no } from '../../basics/answer.ts'
import { addDays, laterOf, type Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forget, planAfter, planOn } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { findChapter } from '../chapters/actions.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { dropLetters, recall, type Telling, tell } from '../letters/actions.ts'
import { findPerson } from '../people/actions.ts'
import { viewerOf } from '../people/person.ts'
import {
  type Ask,
  type AskFacts,
  type AskKind,
  type AskRefusal,
  type AskWords,
  codeOf,
  type Given,
  mayAnswer,
  mayUndo,
  type Term,
  termFrom,
  UNDO_MINUTES,
  type UndoRefusal,
  undoUntil,
} from './ask.ts'
import { addAsk, findAsk, listOpenAbout, saveAnswered, saveClosed, saveOpenAgain, saveReminded, type Via } from './store.ts'

export { findAsk, listOpenFor, listOpenOf, listWithCode } from './store.ts'

/** One kind of ask: what it says, and what comes of its answers. A refusal is the sentence that people read. */
export type Asking<K extends AskKind> = AskWords<K> & {
  act(tx: Tx, ask: Ask, given: Given, by: Viewer, at: Moment): Promise<Answer<unknown, string>>
  /** Nobody answered in time. */
  silence(tx: Tx, ask: Ask, at: Moment): Promise<void>
  /** Takes the answer back before its letters leave; without it, an answer acts at once for good. */
  undo?(tx: Tx, ask: Ask, by: Viewer, at: Moment): Promise<Answer<unknown, string>>
}
/** What one feature asks. app.ts gathers them all. */
export type AsksOf<K extends AskKind> = { [Each in K]: Asking<Each> }
export type AllAsks = Readonly<Record<string, Asking<never>>>

/** The sentence of a kind's own refusal. */
export type Refused<Why extends string> = { yes: false; why: Why } | { yes: false; why: 'not now'; says: string }

export const REMIND = 'remind of ask'
export const EXPIRE = 'ask expires'

/** The days of an ask that is put today. */
export const termOf = async (db: Db, at: Moment): Promise<Term> => termFrom(at.today, await numbersOf(db))

const numbersOf = async (db: Db) => (await findChapter(db)) ?? AS_IT_COMES

type NewAsk<K extends AskKind> = {
  kind: K
  about: string
  person: string
  asker?: string | undefined
  facts: AskFacts[K]
  term: Term
  /** Another letter has told them of it. */
  isTold?: boolean
}

/** Puts an ask: it waits on their page, and they get a letter. */
export async function ask<K extends AskKind>(tx: Tx, given: NewAsk<K>, at: Moment): Promise<string> {
  const { kind, about, person, asker, facts, term, isTold = false } = given
  const id = newId(at.now)
  const made = { id, kind, about, person, asker, code: codeOf(id), facts: facts as object, askedOn: at.today, answerBy: term.answerBy }
  await addAsk(tx, made)
  const [first] = term.remindOn
  if (first) await planOn(tx, { kind: REMIND, about: id }, first, at.zone)
  await planAfter(tx, { kind: EXPIRE, about: id }, term.answerBy, at.zone)
  await record(tx, { at: at.now, ...(asker ? { who: asker } : {}), did: 'ask put', about: id })
  if (!isTold) await write(tx, { ...made, reminded: 0 }, at)
  return id
}

const write = (tx: Tx, made: Pick<Ask, 'id' | 'kind' | 'person' | 'code' | 'facts' | 'askedOn' | 'answerBy' | 'reminded'>, at: Moment) =>
  tell(
    tx,
    made.person,
    made.kind as AskKind,
    {
      ...made.facts,
      ask: made.id,
      code: made.code,
      askedOn: made.askedOn,
      by: made.answerBy,
      today: at.today,
      reminder: made.reminded,
    } as never,
    at.now,
    { ask: made.id, once: `ask ${made.id} ${made.reminded}` },
  )

/** The clock's part: a reminder, and the day of the next. */
export async function remindOfAsk(tx: Tx, id: string, at: Moment): Promise<void> {
  const found = await findAsk(tx, id)
  if (found?.state !== 'open' || found.answerBy < at.today) return
  const reminded = found.reminded + 1
  await saveReminded(tx, id, reminded)
  // After an absence of ours one reminder stands for all that were missed.
  const next = termFrom(found.askedOn, await numbersOf(tx)).remindOn.find((day) => day > at.today)
  if (next && next < found.answerBy) await planOn(tx, { kind: REMIND, about: id }, next, at.zone)
  await write(tx, { ...found, reminded }, at)
}

/** The clock's part: the last day has passed. */
export async function expireAsk(tx: Tx, asks: AllAsks, id: string, at: Moment): Promise<void> {
  const found = await findAsk(tx, id)
  if (found?.state !== 'open' || found.answerBy >= at.today) return
  await close(tx, found, 'expired', at)
  await asks[found.kind]?.silence(tx, found, at)
}

/** An answer acts, by the same action as the button on the thing's own page, which settles the ask itself. */
export async function answerAsk(
  db: Db,
  asks: AllAsks,
  answer: { id: string; person: string; given: Given; via: Via },
  at: Moment,
): Promise<Answer<Ask, never> | Refused<AskRefusal>> {
  const { id, person, given, via } = answer
  return together(db, async (tx) => {
    const found = await findAsk(tx, id)
    const asking = found && asks[found.kind]
    const by = await findPerson(tx, person)
    if (!found || !asking || !by) return no('not asked')
    const may = mayAnswer(
      found,
      person,
      asking.choices.find((choice) => choice.answer === given.answer),
    )
    if (!may.yes) return may
    const done = await asking.act(tx, found, given, viewerOf(by), at)
    if (!done.yes) return { yes: false, why: 'not now', says: done.why }
    // The action may have settled it already, as a button would.
    await settle(tx, found, given, via, at)
    return { yes: true, value: (await findAsk(tx, id)) ?? found }
  })
}

/** While the letters about the answer have not left. */
export async function undoAnswer(
  db: Db,
  asks: AllAsks,
  { id, person }: { id: string; person: string },
  at: Moment,
): Promise<Answer<true, never> | Refused<UndoRefusal>> {
  return together(db, async (tx) => {
    const found = await findAsk(tx, id)
    const undo = found && asks[found.kind]?.undo
    const by = await findPerson(tx, person)
    if (!found || !by) return no('not asked')
    const choice = asks[found.kind]?.choices.find(({ answer }) => answer === found.given?.answer)
    const may = mayUndo(found, person, choice, at.now)
    if (!may.yes) return may
    if (!undo) return no('left the house')
    const done = await undo(tx, found, viewerOf(by), at)
    if (!done.yes) return { yes: false, why: 'not now', says: done.why }
    await recall(tx, id)
    const answerBy = laterOf(found.answerBy, addDays(at.today, 1))
    await saveOpenAgain(tx, id, answerBy)
    await planAfter(tx, { kind: EXPIRE, about: id }, answerBy, at.zone)
    await record(tx, { at: at.now, who: person, did: 'answer taken back', about: id })
    return { yes: true, value: true }
  })
}

/** What was asked has been answered by a button of its own. The letters about the answer are told so that it can still be taken back. */
export async function settleAsk(tx: Tx, kind: AskKind, about: string, given: Given, at: Moment): Promise<Telling> {
  const open = (await listOpenAbout(tx, about)).find((each) => each.kind === kind)
  if (!open) return {}
  await settle(tx, open, given, 'page', at)
  return { ask: open.id, after: UNDO_MINUTES }
}

/** Nothing waits for an answer any more. */
export async function dropAsks(tx: Tx, about: string, at: Moment): Promise<void> {
  for (const open of await listOpenAbout(tx, about)) await close(tx, open, 'over', at)
}

async function settle(tx: Tx, { id, person }: Ask, given: Given, via: Via, at: Moment): Promise<void> {
  await saveAnswered(tx, id, { given, via, at: at.now, undoUntil: undoUntil(at.now) })
  await forgetClock(tx, id)
  await dropLetters(tx, id, person)
  await record(tx, { at: at.now, who: person, did: 'ask answered', about: id })
}

async function close(tx: Tx, { id, person }: Ask, state: 'expired' | 'over', at: Moment): Promise<void> {
  await saveClosed(tx, id, state)
  await forgetClock(tx, id)
  await dropLetters(tx, id, person)
  await record(tx, { at: at.now, did: `ask ${state}`, about: id })
}

async function forgetClock(tx: Tx, id: string): Promise<void> {
  for (const kind of [REMIND, EXPIRE]) await forget(tx, kind, id)
}
