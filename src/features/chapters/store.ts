/** Remembers which chapter this is, and what its pack knows. The only file that writes the tables chapter and pack_parts. */
import type { Db, Tx } from '../../storage/db.ts'
import type { Chapter } from './chapter.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    chapter: { name: string; kind: 'demo' | 'real'; zone: string; have_colour: string | null; need_colour: string | null; opened_at: Date }
    pack_parts: { part: string; content: string }
  }
}

export async function findChapter(db: Db): Promise<Chapter | undefined> {
  const row = await db.selectFrom('chapter').select(['name', 'kind', 'zone', 'have_colour', 'need_colour']).executeTakeFirst()
  if (!row) return undefined
  const { name, kind, zone, have_colour, need_colour } = row
  return { name, kind, zone, ...(have_colour ? { haveColour: have_colour } : {}), ...(need_colour ? { needColour: need_colour } : {}) }
}

/** A second chapter in one database is refused by the table itself. */
export async function addChapter(tx: Tx, chapter: Chapter, now: Date): Promise<void> {
  const { name, kind, zone, haveColour, needColour } = chapter
  await tx
    .insertInto('chapter')
    .values({ name, kind, zone, have_colour: haveColour ?? null, need_colour: needColour ?? null, opened_at: now })
    .execute()
}

export async function listPackParts(db: Db): Promise<{ part: string; content: string }[]> {
  return db.selectFrom('pack_parts').select(['part', 'content']).execute()
}

export async function putPackPart(tx: Tx, part: string, content: string): Promise<void> {
  await tx
    .insertInto('pack_parts')
    .values({ part, content })
    .onConflict((conflict) => conflict.column('part').doUpdateSet({ content }))
    .execute()
}
