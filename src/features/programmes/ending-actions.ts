/** A programme's last day has passed: everybody who had a partner is asked three short questions, and the organiser hears what came of it. */
import type { Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { askMany, dropAsks, termOf } from '../asks/actions.ts'
import { tell } from '../letters/actions.ts'
import { listMembers } from './member-store.ts'
import { countFigures } from './nudge-store.ts'
import { listPairsOf } from './pair-store.ts'
import { lockProgramme, saveEnded } from './store.ts'

/** The clock's part. */
export async function endProgramme(tx: Tx, id: string, at: Moment): Promise<void> {
  const programme = await lockProgramme(tx, id)
  if (programme?.state !== 'running' || programme.lastDay >= at.today) return
  await saveEnded(tx, id, 'ended', '', at.now)
  await dropAsks(tx, id, at)
  await record(tx, { at: at.now, did: 'programme ended', about: id })
  const term = await termOf(tx, at)
  const pairs = await listPairsOf(tx, id, ['running', 'ended'])
  const isMember = new Set((await listMembers(tx, id, at.today)).map(({ person }) => person))
  const people = [...new Set(pairs.flatMap(({ left, right }) => [left.id, right.id]))].filter((person) => isMember.has(person))
  const facts = { programme: id, title: programme.title }
  await askMany(
    tx,
    people.map((person) => ({ kind: 'programme survey' as const, about: id, person, facts, term })),
    at,
  )
  const { meetings } = await countFigures(tx, id)
  const told = { ...facts, pairs: pairs.length, meetings, by: term.answerBy, today: at.today }
  await tell(tx, programme.organiser.id, 'programme over', told, at.now)
}
