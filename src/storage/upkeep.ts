/** The embedded database has no housekeeper of its own: once a day we checkpoint, vacuum and analyse. */
import { A_DAY } from '../basics/day.ts'
import { type Storage, sql } from './db.ts'
import { type Job, plan } from './due-work.ts'

export const UPKEEP = 'upkeep of the database'

export const upkeepJob = (storage: Storage): Job => ({
  kind: UPKEEP,
  async outside(db, about, now) {
    if (storage.engine === 'embedded') for (const statement of ['vacuum analyze', 'checkpoint']) await sql.raw(statement).execute(db)
    await db.transaction().execute((tx) => plan(tx, { kind: UPKEEP, about, at: new Date(now.getTime() + A_DAY) }))
  },
})
