/** Asking, reminding, and what comes of an answer or of silence. */
import { type Answer, no } from '../../basics/answer.ts'
import { addDays, type Day, laterOf, type Moment, startOfDay } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forgetMany, planAfter, planMany } from '../../storage/due-work.ts'
import { record, recordMany } from '../../storage/journal.ts'
import { findChapter } from '../chapters/actions.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { dropLetters, recall, type Telling } from '../letters/actions.ts'
import { findPerson } from '../people/actions.ts'
import { viewerOf } from '../people/person.ts'
import {
  type Ask,
  type AskFacts,
  type AskKind,
  type AskRefusal,
  codeOf,
  type Given,
  isLate,
  mayAnswer,
  mayUndo,
  nextReminder,
  type Term,
  termFrom,
  UNDO_MINUTES,
  type UndoRefusal,
  undoUntil,
  waitsUntil,
} from './ask.ts'
import type { AllAsks, Refused } from './asking-actions.ts'
import {
  type AskedOf,
  addAsks,
  findAsk,
  listAsks,
  listOpenAbout,
  saveAnswerBy,
  saveAnswered,
  saveClosed,
  saveOpenAgain,
  saveReminded,
  type Via,
} from './store.ts'
import { write } from './writing-actions.ts'

export type { AllAsks, AsksOf, Refused } from './asking-actions.ts'
export { type AskedOf, findAsk, listOpenFor, listOpenOf, listWithCode } from './store.ts'

export const REMIND = 'remind of ask'
export const EXPIRE = 'ask expires'

/** The days of an ask that is put today. */
export const termOf = async (db: Db, at: Moment): Promise<Term> => termFrom(at.today, await numbersOf(db))

const numbersOf = async (db: Db) => (await findChapter(db)) ?? AS_IT_COMES

type NewAsk<K extends AskKind> = {
  kind: K
  about: string
  asker?: string | undefined
  facts: AskFacts[K]
  term: Term
  /** Another letter has told them of it. */
  isTold?: boolean
} & AskedOf

/** Puts an ask: it waits on their page, and they get a letter. Returns its id. */
export async function ask<K extends AskKind>(tx: Tx, given: NewAsk<K>, at: Moment): Promise<string> {
  const [id = ''] = await askMany(tx, [given], at)
  return id
}

/** For the first time, or once more: an ask that waits keeps its code, and its letter is a reminder. */
export async function askAgain<K extends AskKind>(tx: Tx, given: NewAsk<K> & { person: string }, at: Moment): Promise<void> {
  const open = (await listOpenAbout(tx, [given.about])).find(({ kind, person }) => kind === given.kind && person === given.person)
  if (!open) return void (await ask(tx, given, at))
  const { answerBy } = given.term
  await saveReminded(tx, [open.id])
  await saveAnswerBy(tx, open.id, answerBy)
  await write(tx, [{ ...open, facts: given.facts as object, answerBy, reminded: open.reminded + 1 }], at)
}

/** Somebody else answers from now on. */
export async function handOnAsks(tx: Tx, about: string, person: string, at: Moment): Promise<void> {
  const open = await listOpenAbout(tx, [about])
  await close(tx, open, at)
  const again = open.map(({ kind, facts, answerBy }) => ({
    kind: kind as AskKind,
    about,
    person,
    facts: facts as never,
    term: waitsUntil(answerBy),
  }))
  await askMany(tx, again, at)
}

/** There is more time to answer. */
export async function moveAsks(tx: Tx, about: string, answerBy: Day): Promise<void> {
  for (const { id } of await listOpenAbout(tx, [about])) await saveAnswerBy(tx, id, answerBy)
}

/** Many in a few statements. */
export async function askMany<K extends AskKind>(tx: Tx, all: readonly NewAsk<K>[], at: Moment): Promise<string[]> {
  if (all.length === 0) return []
  const made = all.map(({ kind, about, asker, facts, term, isTold = false, ...to }) => {
    const id = newId(at.now)
    const ask = {
      id,
      kind,
      about,
      ...('person' in to ? { person: to.person } : { address: to.address }),
      asker,
      code: codeOf(id),
      facts: facts as object,
      askedOn: at.today,
      answerBy: term.answerBy,
      reminded: 0,
    }
    return { ask, term, isTold }
  })
  await addAsks(
    tx,
    made.map(({ ask }) => ask),
  )
  await planMany(
    tx,
    made.flatMap(({ ask: { id }, term }) => [
      ...term.remindOn.slice(0, 1).map((day) => ({ kind: REMIND, about: id, at: startOfDay(at.zone, day) })),
      ...(term.hasOwnClock ? [] : [{ kind: EXPIRE, about: id, at: startOfDay(at.zone, addDays(term.answerBy, 1)) }]),
    ]),
  )
  await recordMany(
    tx,
    made.map(({ ask: { id, asker } }) => ({ at: at.now, ...(asker ? { who: asker } : {}), did: 'ask put', about: id })),
  )
  await write(
    tx,
    made.flatMap(({ ask, isTold }) => (isTold ? [] : [ask])),
    at,
  )
  return made.map(({ ask: { id } }) => id)
}

/** The clock's part: a reminder of each, and the day of the next. */
export async function remindOfAsks(tx: Tx, ids: readonly string[], at: Moment): Promise<void> {
  const open = (await listAsks(tx, ids)).filter(({ state, answerBy }) => state === 'open' && answerBy >= at.today)
  const numbers = await numbersOf(tx)
  await saveReminded(
    tx,
    open.map(({ id }) => id),
  )
  await planMany(
    tx,
    open.flatMap((each) => {
      const next = nextReminder(each, numbers, at.today)
      return next ? [{ kind: REMIND, about: each.id, at: startOfDay(at.zone, next) }] : []
    }),
  )
  await write(
    tx,
    open.map((each) => ({ ...each, reminded: each.reminded + 1 })),
    at,
  )
}

/** The clock's part: the last day has passed. */
export async function expireAsks(tx: Tx, asks: AllAsks, ids: readonly string[], at: Moment): Promise<void> {
  const late = (await listAsks(tx, ids)).filter((each) => each.state === 'open' && isLate(each, at.today))
  for (const kind of new Set(late.map((each) => each.kind)))
    await asks[kind]?.silence?.(
      tx,
      late.filter((each) => each.kind === kind),
      at,
    )
  // After what they are about, as with an answer: so whoever answers meanwhile and the clock never wait for each other.
  await close(tx, late, at)
}

/** An answer acts, by the same action as the button on the thing's own page, which settles the ask itself. */
export async function answerAsk(
  db: Db,
  asks: AllAsks,
  answer: { id: string; given: Given; via: Via } & AskedOf,
  at: Moment,
): Promise<Answer<Ask, never> | Refused<AskRefusal>> {
  const { id, given, via } = answer
  return together(db, async (tx) => {
    const found = await findAsk(tx, id)
    const asking = found && asks[found.kind]
    if (!found || !asking) return no('not asked')
    const may = mayAnswer(
      found,
      'person' in answer ? answer.person : answer.address,
      asking.choices.find((choice) => choice.answer === given.answer),
    )
    if (!may.yes) return may
    const by = found.person === undefined ? undefined : await findPerson(tx, found.person)
    if (!asking.hear && !by) return no('not asked')
    const done = by && asking.act ? await asking.act(tx, found, given, viewerOf(by), at) : await asking.hear?.(tx, found, given, at)
    if (!done?.yes) return { yes: false, why: 'not now', says: done?.why ?? '' }
    await settle(tx, found, given, via, at, (await findAsk(tx, id))?.state === 'answered')
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

/** What was asked, in one of these ways, of this person where several were asked, has been answered by a button of its own. The letters about the answer are told so that it can still be taken back. */
export async function settleAsk(
  tx: Tx,
  kind: AskKind | readonly AskKind[],
  about: string,
  given: Given,
  at: Moment,
  by?: string,
): Promise<Telling> {
  const kinds: readonly string[] = [kind].flat()
  const open = (await listOpenAbout(tx, [about])).find((each) => kinds.includes(each.kind) && (by ?? each.person) === each.person)
  if (!open) return {}
  await settle(tx, open, given, 'page', at)
  return { ask: open.id, after: UNDO_MINUTES }
}

/** Nothing waits for an answer any more, except what is asked in this way. */
export const dropAsks = (tx: Tx, about: string, at: Moment, except?: AskKind): Promise<void> => dropAsksOfMany(tx, [about], at, except)

export async function dropAsksOfMany(tx: Tx, abouts: readonly string[], at: Moment, except?: AskKind): Promise<void> {
  const open = await listOpenAbout(tx, abouts)
  await close(
    tx,
    open.filter(({ kind }) => kind !== except),
    at,
  )
}

/** `isKept`: the action has kept it already, as a button would; then only how it came and what stands with it are added. */
async function settle(tx: Tx, ask: Ask, given: Given, via: Via, at: Moment, isKept = false): Promise<void> {
  const { id, person } = ask
  await saveAnswered(tx, id, { given, via, at: at.now, undoUntil: undoUntil(at.now) })
  await forgetMany(tx, [REMIND, EXPIRE], [id])
  await dropLetters(tx, [ask])
  const numbers = given.hours === undefined ? {} : { numbers: { hours: given.hours } }
  const who = person === undefined ? {} : { who: person }
  if (!isKept) await record(tx, { at: at.now, ...who, did: 'ask answered', about: id, ...numbers })
}

/** Expired where the last day has passed, and over where nobody waits any more. */
async function close(tx: Tx, asks: readonly Ask[], at: Moment): Promise<void> {
  if (asks.length === 0) return
  const closed = await saveClosed(
    tx,
    asks.map(({ id }) => id),
    at.today,
  )
  const ids = closed.map(({ id }) => id)
  await forgetMany(tx, [REMIND, EXPIRE], ids)
  await dropLetters(tx, closed)
  await recordMany(
    tx,
    closed.map(({ id, state }) => ({ at: at.now, did: `ask ${state}`, about: id })),
  )
}
