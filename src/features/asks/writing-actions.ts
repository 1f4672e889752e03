/** Writes the letters of asks: the first, and each reminder. */
import type { Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { tellEach } from '../letters/actions.ts'
import type { Ask, AskKind } from './ask.ts'

type Written = Pick<Ask, 'id' | 'kind' | 'person' | 'code' | 'facts' | 'askedOn' | 'answerBy' | 'reminded'>

export async function write(tx: Tx, asks: readonly Written[], at: Moment): Promise<void> {
  for (const kind of new Set(asks.map((each) => each.kind as AskKind))) {
    const copies = asks.flatMap(({ id, person, code, facts, askedOn, answerBy, reminded, kind: own }) => {
      const asked = { ...facts, ask: id, code, askedOn, by: answerBy, today: at.today, reminder: reminded }
      return own === kind ? [{ person, facts: asked as never, ask: id, once: `ask ${id} ${reminded}` }] : []
    })
    await tellEach(tx, kind, copies, at.now)
  }
}
