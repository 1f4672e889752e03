/** Opening a chapter, once. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Tx } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import type { Chapter } from './chapter.ts'
import { addChapter, findChapter } from './store.ts'

export { findChapter } from './store.ts'

export async function openChapter(tx: Tx, chapter: Chapter, now: Date): Promise<Answer<Chapter, 'there is one already'>> {
  if (await findChapter(tx)) return no('there is one already')
  await addChapter(tx, chapter, now)
  await record(tx, { at: now, did: 'chapter opened', about: 'chapter' })
  return yes(chapter)
}
