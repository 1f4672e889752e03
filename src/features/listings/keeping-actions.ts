/** Asking people whether they keep what they have and need, before it ends. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Moment } from '../../basics/day.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Tx } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { ask } from '../asks/actions.ts'
import { lockPerson } from '../people/actions.ts'
import { listListingsOf, planAsking } from './actions.ts'
import { endingSoon, isOpen, type KeepRefusal, openUntil } from './listing.ts'
import { listUnclosed, saveAllClosed, saveSaidAgain } from './store.ts'

const REMINDED_AFTER = 7

/** The clock's part: one ask for all that ends soon. What ends much later is asked about in its own time. */
export async function askWhetherKept(tx: Tx, person: string, at: Moment): Promise<void> {
  const soon = endingSoon(await listListingsOf(tx, person, at), at.today)
  await planAsking(tx, person, at, soon)
  const [first] = soon.map(({ until }) => until).sort()
  if (!first) return
  const said = (is: 'have' | 'need') => soon.flatMap((each) => (each.is === is ? [each.what] : []))
  const reminder = addDays(at.today, REMINDED_AFTER)
  const term = { remindOn: reminder < first ? [reminder] : [], answerBy: first }
  const facts = { ids: soon.map(({ id }) => id), haves: said('have'), needs: said('need') }
  await ask(tx, { kind: 'listings kept', about: person, person, facts, term }, at)
}

/** All of it is open longer, or nobody sees it any more. What they have closed meanwhile stays closed. */
export async function answerKept(
  tx: Tx,
  ids: readonly string[],
  isKept: boolean,
  by: Viewer,
  at: Moment,
): Promise<Answer<true, KeepRefusal>> {
  await lockPerson(tx, by.person)
  const mine = (await listUnclosed(tx, by.person, at.zone)).filter(({ id }) => ids.includes(id))
  if (!mine.some((each) => isOpen(each, at.today))) return no('closed before')
  if (isKept) await saveSaidAgain(tx, mine, openUntil(at.today), at.now)
  else
    await saveAllClosed(
      tx,
      mine.map(({ id }) => id),
      at.now,
    )
  await planAsking(tx, by.person, at)
  const numbers = { listings: mine.length }
  await record(tx, { at: at.now, who: by.person, did: isKept ? 'listings kept' : 'listings let go', about: by.person, numbers })
  return yes(true)
}
