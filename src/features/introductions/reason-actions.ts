/** Finds the one sentence that says why two should meet. */
import type { Moment } from '../../basics/day.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { fitOf } from '../suggestions/fit-actions.ts'
import type { Party } from './introduction.ts'
import type { Why } from './why.ts'

/** Of what each shows the other, since both read it: what one has and the other needs, or what both care about; where nothing is said that fits, that they work in different sectors, or at least for different organisations. */
export async function whyBetween(db: Db, knowledge: Knowledge, one: Party, other: Party, at: Moment): Promise<Why> {
  const side = ({ id, organisation }: Party) => ({ person: id, ...(organisation === undefined ? {} : { organisation }) })
  const fit = await fitOf(db, knowledge, side(one), side(other), true, at)
  if (fit) return { is: fit.is, mine: fit.mine, theirs: fit.theirs }
  const [mine, theirs] = [one.sector ?? '', other.sector ?? '']
  return mine !== theirs ? { is: 'sectors', mine, theirs } : { is: 'organisations', mine: '', theirs: '' }
}
