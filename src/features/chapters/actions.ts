/** Opening a chapter, once; and what its pack knows, which the chapter keeps with itself so that it can move house whole. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { Knowledge, type KnowledgeParts, NOTHING_KNOWN } from '../../matching/knowledge.ts'
import type { Db, Tx } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import type { Chapter } from './chapter.ts'
import { addChapter, findChapter, listPackParts, putPackPart } from './store.ts'

export { findChapter } from './store.ts'

export async function openChapter(tx: Tx, chapter: Chapter, now: Date): Promise<Answer<Chapter, 'there is one already'>> {
  if (await findChapter(tx)) return no('there is one already')
  await addChapter(tx, chapter, now)
  await record(tx, { at: now, did: 'chapter opened', about: 'chapter' })
  return yes(chapter)
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
