/** Teaching the suggestions: each word counts from the next page and the next weekly letter on. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { type Db, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { findPerson } from '../people/actions.ts'
import { fitOf } from './fit-actions.ts'
import { awayUntil, metBy, type Wish } from './wish.ts'
import { removeAway, saveAway, saveLike } from './wish-store.ts'

export { listAway } from './wish-store.ts'

/** Said of somebody who does not fit any more, "more" teaches nothing. */
export async function sayOfSuggestion(
  db: Db,
  knowledge: Knowledge,
  by: Viewer,
  candidate: string,
  wish: Wish,
  at: Moment,
): Promise<Answer<Wish, 'not found'>> {
  return together(db, async (tx) => {
    const person = await findPerson(tx, candidate)
    if (!person || candidate === by.person) return no('not found')
    if (wish !== 'more') await saveAway(tx, by.person, candidate, awayUntil(wish, at.today), at.now)
    else {
      const other = { person: candidate, ...(person.organisation ? { organisation: person.organisation.id } : {}) }
      const fit = await fitOf(tx, knowledge, by, other, false, at)
      if (fit) await saveLike(tx, by.person, metBy(fit), at.now)
    }
    await record(tx, { at: at.now, who: by.person, did: `suggestion ${wish}`, about: by.person })
    return yes(wish)
  })
}

/** They may be suggested again. To do it twice is nothing. */
export async function takeBackWish(db: Db, by: string, candidate: string, at: Moment): Promise<void> {
  await together(db, async (tx) => {
    if (await removeAway(tx, by, candidate)) await record(tx, { at: at.now, who: by, did: 'suggestion wish taken back', about: by })
  })
}
