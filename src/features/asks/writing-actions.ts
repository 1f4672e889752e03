/** Writes the letters of asks: the first, and each reminder. */
import type { Day, Moment } from '../../basics/day.ts'
import type { Tx } from '../../storage/db.ts'
import { tellEach } from '../letters/actions.ts'
import type { Ask, AskKind } from './ask.ts'
import { isGuests, writeToGuest } from './guest-actions.ts'

type Written = Pick<Ask, 'id' | 'kind' | 'person' | 'address' | 'code' | 'facts' | 'askedOn' | 'answerBy' | 'reminded'>

export async function write(tx: Tx, asks: readonly Written[], at: Moment): Promise<void> {
  for (const each of asks) if (isGuests(each)) await writeToGuest(tx, each, askedIn(each, at.today), at.now)
  for (const kind of new Set(asks.map((each) => each.kind as AskKind))) {
    const copies = asks.flatMap((each) => {
      const { id: ask, person, reminded } = each
      const isMeant = person !== undefined && each.kind === kind
      return isMeant ? [{ person, facts: askedIn(each, at.today) as never, ask, once: `ask ${ask} ${reminded}` }] : []
    })
    await tellEach(tx, kind, copies, at.now)
  }
}

const askedIn = ({ id: ask, code, facts, askedOn, answerBy: by, reminded: reminder }: Written, today: Day): object => ({
  ...facts,
  ...{ ask, code, askedOn, by, today, reminder },
})
