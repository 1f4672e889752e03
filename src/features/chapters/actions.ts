/** Opening a chapter, once; its numbers and days off; and what its pack knows, which it keeps with itself so that it can move house whole. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import type { Holiday } from '../../basics/working-day.ts'
import { Knowledge, type KnowledgeParts, NOTHING_KNOWN } from '../../matching/knowledge.ts'
import type { Db, Tx } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { type Asking, type AskingRefusal, mayAskSo, mayShareSo, type NewChapter, type Sharing, type SharingRefusal } from './chapter.ts'
import { type HolidayRefusal, mayBeHoliday, mayWorkOn } from './holiday.ts'
import { addChapter, dropHoliday, findChapter, listPackParts, putHolidays, putPackPart, saveAsking, saveSharing } from './store.ts'

export { findChapter, listHolidays } from './store.ts'

export async function openChapter(tx: Tx, chapter: NewChapter, now: Date): Promise<Answer<NewChapter, 'there is one already'>> {
  if (await findChapter(tx)) return no('there is one already')
  await addChapter(tx, chapter, now)
  await record(tx, { at: now, did: 'chapter opened', about: 'chapter' })
  return yes(chapter)
}

/** For what is asked from now on; what was asked before keeps its days. */
export async function changeAsking(tx: Tx, asks: Asking, now: Date): Promise<Answer<Asking, AskingRefusal>> {
  const answer = mayAskSo(asks)
  if (!answer.yes) return answer
  await saveAsking(tx, asks)
  const reminders = Object.fromEntries(asks.remindAfter.map((days, turn) => [`reminder ${turn + 1}`, days]))
  await record(tx, { at: now, did: 'numbers changed', about: 'chapter', numbers: { ...reminders, days: asks.days } })
  return answer
}

/** For what is promised from now on. */
export async function changeSharing(tx: Tx, share: Sharing, now: Date): Promise<Answer<Sharing, SharingRefusal>> {
  const answer = mayShareSo(share)
  if (!answer.yes) return answer
  await saveSharing(tx, share)
  await record(tx, { at: now, did: 'numbers changed', about: 'chapter', numbers: share })
  return answer
}

/** A pack's, with the chapter's opening. */
export const keepHolidays = (tx: Tx, holidays: readonly Holiday[]): Promise<void> => putHolidays(tx, holidays)

export async function takeOff(tx: Tx, holiday: Holiday, now: Date): Promise<Answer<Holiday, HolidayRefusal>> {
  const answer = mayBeHoliday(holiday)
  if (!answer.yes) return answer
  await putHolidays(tx, [answer.value])
  await record(tx, { at: now, did: 'holiday taken', about: holiday.day })
  return answer
}

export async function workOn(tx: Tx, day: Day, now: Date): Promise<Answer<Day, HolidayRefusal>> {
  const chapter = await findChapter(tx)
  if (!chapter) return no('no chapter')
  const answer = mayWorkOn(day, chapter.calendar)
  if (!answer.yes) return answer
  await dropHoliday(tx, day)
  await record(tx, { at: now, did: 'holiday worked', about: day })
  return answer
}

/** Keeps a pack's knowledge; keeping a newer one replaces it. */
export async function keepKnowledge(tx: Tx, { skills, publicServices, policyAreas, places }: KnowledgeParts): Promise<void> {
  const parts = { skills, publicServices, policyAreas, places: [...places] }
  for (const [part, content] of Object.entries(parts)) await putPackPart(tx, part, JSON.stringify(content))
}

/** A chapter without a pack knows no skills, tags and places: texts are still compared by their words. */
export async function readKnowledge(db: Db): Promise<Knowledge> {
  const kept = Object.fromEntries((await listPackParts(db)).map(({ part, content }) => [part, JSON.parse(content)]))
  return new Knowledge({ ...NOTHING_KNOWN, ...kept, places: new Map(kept['places'] ?? []) })
}
