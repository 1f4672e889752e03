/** For whom somebody may make a promise beside themselves. */
import type { Viewer } from '../../basics/viewer.ts'
import type { Db } from '../../storage/db.ts'
import { findPerson, isSpeaker } from '../people/actions.ts'

/** The name of the organisation that a viewer may act for. */
export async function findWhomISpeakFor(db: Db, { person, organisation }: Viewer): Promise<string | undefined> {
  if (organisation === undefined || !(await isSpeaker(db, person, organisation))) return undefined
  return (await findPerson(db, person))?.organisation?.name
}
