/** Opening a programme, joining one of its sides, leaving it again, inviting, and stopping. Each in one transaction. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { forgetMany, planAfter, planOn } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { ask, askMany, dropAsks, dropAsksOfMany, settleAsk, termOf } from '../asks/actions.ts'
import { findApartness } from '../boundaries/actions.ts'
import { tellEach } from '../letters/actions.ts'
import { findPersonWithAddress, isSpeaker, listViewers } from '../people/actions.ts'
import { CLOSES, NUDGE, OPENS, OVER, PAIR_OVER } from './clocks.ts'
import { findStanding, listMembers, listWaiters, putMember, putWaiter, removeMember, removeWaiter } from './member-store.ts'
import { listPairsOf, savePairsEnded } from './pair-store.ts'
import {
  isFor,
  type JoinRefusal,
  mayInvite,
  mayJoin,
  mayOpenProgramme,
  mayStop,
  type OpenRefusal,
  type Programme,
  type RunRefusal,
  SIDES,
  type SideKey,
} from './programme.ts'
import type { NewProgramme } from './programme-form.ts'
import { addProgramme, lockProgramme, saveEnded } from './store.ts'

export { findProgramme as lookUpProgramme } from './store.ts'

type Missing = 'not found'

export const speaks = async (db: Db, { person, organisation }: Viewer): Promise<boolean> =>
  organisation !== undefined && (await isSpeaker(db, person, organisation))

export async function openProgramme(db: Db, viewer: Viewer, programme: NewProgramme, at: Moment): Promise<Answer<string, OpenRefusal>> {
  return together(db, async (tx) => {
    const may = mayOpenProgramme(viewer, await speaks(tx, viewer))
    if (!may.yes) return may
    const id = newId(at.now)
    await addProgramme(tx, id, viewer.person, programme, at.now)
    await record(tx, { at: at.now, who: viewer.person, did: 'programme opened', about: id })
    const later = SIDES.map((side) => programme[side].opensOn).find((day) => day > at.today)
    if (later !== undefined) await planOn(tx, { kind: OPENS, about: id }, later, at.zone)
    await planAfter(tx, { kind: CLOSES, about: id }, programme.closesOn, at.zone)
    return yes(id)
  })
}

/** By its button, or by an answer to a letter; with how many partners one would meet. Joining twice changes that number. */
export async function joinProgramme(
  db: Db,
  id: string,
  viewer: Viewer,
  { side, partners }: { side: SideKey; partners: number },
  at: Moment,
): Promise<Answer<true, JoinRefusal | Missing>> {
  return together(db, async (tx) => {
    const programme = await lockProgramme(tx, id)
    if (!programme) return no('not found')
    const { isPaused, membership } = await findStanding(tx, id, viewer.person, at.today)
    const may = mayJoin(programme, side, viewer, { isPaused, joined: membership?.side }, partners, at.today)
    if (!may.yes) return may
    await putMember(tx, { programme: id, person: viewer.person, side, partners }, at.now)
    await settleAsk(tx, 'join programme', id, { answer: 'yes', line: '' }, at, viewer.person)
    if (!membership) await record(tx, { at: at.now, who: viewer.person, did: 'programme joined', about: id, numbers: { partners } })
    return yes(true)
  })
}

/** They are told when their side opens. */
export async function waitForSide(
  db: Db,
  id: string,
  viewer: Viewer,
  side: SideKey,
  at: Moment,
): Promise<Answer<true, JoinRefusal | Missing>> {
  return together(db, async (tx) => {
    const programme = await lockProgramme(tx, id)
    if (!programme) return no('not found')
    const { isPaused, membership } = await findStanding(tx, id, viewer.person, at.today)
    const may = mayJoin(programme, side, viewer, { isPaused, joined: membership?.side }, 1, at.today)
    if (!may.yes && may.why !== 'not open yet') return may
    await putWaiter(tx, id, viewer.person, side, at.now)
    return yes(true)
  })
}

/** The clock's part: the other side may join from today on, and those who wanted to know are asked. */
export async function openSide(tx: Tx, id: string, at: Moment): Promise<void> {
  const programme = await lockProgramme(tx, id)
  if (programme?.state !== 'open') return
  const term = await termOf(tx, at)
  const answerBy = term.answerBy < programme.closesOn ? term.answerBy : programme.closesOn
  for (const side of SIDES.filter((each) => programme[each].opensOn <= at.today)) {
    const people = await listWaiters(tx, id, side)
    const asks = people.map((person) => {
      return { kind: 'join programme' as const, about: id, person, facts: joinFacts(programme, side), term: { ...term, answerBy } }
    })
    await askMany(tx, asks, at)
    for (const person of people) await removeWaiter(tx, id, person)
  }
}

const joinFacts = (programme: Programme, side: SideKey) => {
  const { id, title, what, meetings, closesOn, firstDay, lastDay, [side]: own, organiser } = programme
  const other = programme[side === 'left' ? 'right' : 'left'].name
  return { programme: id, title, what, side, name: own.name, other, meetings, closesOn, firstDay, lastDay, organiser }
}

/** Somebody whom the organiser knows by their address. Nobody learns from it whether we know the address. */
export async function inviteToProgramme(
  db: Db,
  id: string,
  viewer: Viewer,
  { side, email }: { side: SideKey; email: string },
  at: Moment,
): Promise<Answer<true, RunRefusal | Missing>> {
  return together(db, async (tx) => {
    const programme = await lockProgramme(tx, id)
    if (!programme) return no('not found')
    const may = mayInvite(programme, viewer, at.today)
    if (!may.yes) return may
    const person = await findPersonWithAddress(tx, email)
    const reader = person && (await listViewers(tx, [person.id])).get(person.id)
    if (!reader || !isFor(programme[side], reader) || reader.organisation === undefined) return yes(true)
    const standing = await findStanding(tx, id, reader.person, at.today)
    const { isApart, hides } = await findApartness(tx, viewer.person, reader.person)
    const isAway = isApart || (hides && reader.organisation === viewer.organisation) || standing.isPaused
    if (isAway || standing.membership || standing.ask) return yes(true)
    if (programme[side].opensOn > at.today) await putWaiter(tx, id, reader.person, side, at.now)
    else {
      const term = await termOf(tx, at)
      const answerBy = term.answerBy < programme.closesOn ? term.answerBy : programme.closesOn
      const facts = joinFacts(programme, side)
      await ask(tx, { kind: 'join programme', about: id, person: reader.person, facts, term: { ...term, answerBy } }, at)
    }
    return yes(true)
  })
}

/** Nobody has to say why. Partners hear of it. Once it is over this ends the pairs that go on, and who took part stays known. */
export async function leaveProgramme(db: Db, id: string, viewer: Viewer, at: Moment): Promise<Answer<Programme, 'over' | Missing>> {
  return together(db, async (tx) => {
    const programme = await lockProgramme(tx, id)
    if (!programme) return no('not found')
    const { person } = viewer
    await removeWaiter(tx, id, person)
    await settleAsk(tx, 'join programme', id, { answer: 'no', line: '' }, at, person)
    const { membership } = await findStanding(tx, id, person, at.today)
    if (!membership) return yes(programme)
    const pairs = await listPairsOf(tx, id, ['running'], person)
    const isOver = programme.state === 'ended' || programme.state === 'stopped'
    if (isOver && pairs.length === 0) return no('over')
    if (!isOver) await removeMember(tx, id, person)
    await record(tx, { at: at.now, who: person, did: 'programme left', about: id })
    await endPairs(
      tx,
      pairs.map((pair) => pair.id),
      at,
    )
    const { title, organiser } = programme
    const copies = pairs.map((pair) => {
      const [gone, other] = pair.left.id === person ? [pair.left, pair.right] : [pair.right, pair.left]
      return { person: other.id, facts: { programme: id, title, who: gone, organiser, today: at.today } }
    })
    await tellEach(tx, 'programme partner left', copies, at.now)
    return yes(programme)
  })
}

/** Nothing is asked of them any more. */
export async function endPairs(tx: Tx, pairs: readonly string[], at: Moment): Promise<void> {
  if (pairs.length === 0) return
  await savePairsEnded(tx, pairs, at.now)
  await forgetMany(tx, [NUDGE, PAIR_OVER], pairs)
  await dropAsksOfMany(tx, pairs, at)
}

/** With a line to everybody who has joined. */
export async function stopProgramme(
  db: Db,
  id: string,
  viewer: Viewer,
  line: string,
  at: Moment,
): Promise<Answer<true, RunRefusal | Missing>> {
  return together(db, async (tx) => {
    const programme = await lockProgramme(tx, id)
    if (!programme) return no('not found')
    const may = mayStop(programme, viewer)
    if (!may.yes) return may
    if (line === '') return no('nothing said')
    await saveEnded(tx, id, 'stopped', line, at.now)
    await forgetMany(tx, [OPENS, CLOSES, OVER], [id])
    await dropAsks(tx, id, at)
    const pairs = await listPairsOf(tx, id, ['running'])
    await endPairs(
      tx,
      pairs.map((pair) => pair.id),
      at,
    )
    await record(tx, { at: at.now, who: viewer.person, did: 'programme stopped', about: id })
    const members = await listMembers(tx, id, at.today)
    const facts = { programme: id, title: programme.title, line, organiser: programme.organiser, today: at.today }
    const copies = members.filter(({ person }) => person !== viewer.person).map(({ person }) => ({ person, facts }))
    await tellEach(tx, 'programme stopped', copies, at.now)
    return yes(true)
  })
}
