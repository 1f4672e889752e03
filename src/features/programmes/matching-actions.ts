/** At its closing a programme is matched: the pairs that are worth most together, within everybody's number of partners and boundaries. */
import { type Answer, no, yes } from '../../basics/answer.ts'
import { addDays, type Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import { isSector } from '../../basics/sector.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { workingDayFrom } from '../../basics/working-day.ts'
import { type Candidate, whyNot } from '../../matching/candidate.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { scoreAmong } from '../../matching/pair-score.ts'
import { type Db, type Tx, together } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { ask, dropAsks, termOf } from '../asks/actions.ts'
import { findWhoIsApart } from '../boundaries/actions.ts'
import { findChapter } from '../chapters/actions.ts'
import { AS_IT_COMES } from '../chapters/chapter.ts'
import { whyBetween } from '../introductions/reason-actions.ts'
import { listCandidates } from '../profiles/candidate-actions.ts'
import { listMembers, listMetSince, type Member, saveOut } from './member-store.ts'
import { addApart, listApart, listPairs, putProposed } from './pair-store.ts'
import { type Edge, pairUp } from './pairing.ts'
import { maySend, type OutWhy, type Programme, type RunRefusal } from './programme.ts'
import { lockProgramme, savePreview } from './store.ts'

/** The organiser has so long to look at the preview, and longer over a weekend. */
const PREVIEW_DAYS = 3
const [HALF_A_YEAR, A_YEAR] = [26 * 7, 365]

/** The clock's part: nobody can join any more. */
export async function closeProgramme(tx: Tx, knowledge: Knowledge, id: string, at: Moment): Promise<void> {
  const programme = await lockProgramme(tx, id)
  if (programme?.state !== 'open' || programme.closesOn >= at.today) return
  const { calendar } = (await findChapter(tx)) ?? AS_IT_COMES
  const sendBy = workingDayFrom(addDays(at.today, PREVIEW_DAYS), calendar)
  await dropAsks(tx, id, at)
  await savePreview(tx, id, sendBy)
  const { pairs, out } = await matchProgramme(tx, knowledge, programme, at)
  await record(tx, { at: at.now, did: 'programme matched', about: id, numbers: { pairs, out } })
  const { title, organiser, firstDay } = programme
  const facts = { programme: id, title, pairs, out, firstDay }
  const term = { ...(await termOf(tx, at)), answerBy: sendBy }
  await ask(tx, { kind: 'programme preview', about: id, person: organiser.id, facts, term }, at)
}

/** Who is proposed to whom; anew each time somebody leaves, or the organiser keeps two apart. */
async function matchProgramme(tx: Tx, knowledge: Knowledge, programme: Programme, at: Moment): Promise<{ pairs: number; out: number }> {
  const members = await listMembers(tx, programme.id, addDays(at.today, -A_YEAR))
  const candidates = await candidatesOf(tx, knowledge, members, at)
  const sides = [members.filter(({ side }) => side === 'left'), members.filter(({ side }) => side === 'right')] as const
  const edges = await edgesOf(tx, knowledge, programme.id, sides, candidates, at)
  const [left, right] = sides
  const made = []
  for (const { left: one, right: other, score } of pairUp(edges, sides)) {
    const [a, b] = [left[one]?.person ?? '', right[other]?.person ?? '']
    const why = await reasonFor(tx, knowledge, candidates.get(a), candidates.get(b), at)
    made.push({ id: newId(at.now), left: a, right: b, score, until: programme.lastDay, ...(why ? { why } : {}) })
  }
  await putProposed(tx, programme.id, made, at.now)
  const out = outOf(sides, edges, new Set(made.flatMap((pair) => [pair.left, pair.right])))
  await saveOut(tx, programme.id, out)
  return { pairs: made.length, out: out.size }
}

/** By what each shows the other, since both read it. Colleagues read only that both have joined. */
async function reasonFor(tx: Tx, knowledge: Knowledge, one: Candidate | undefined, other: Candidate | undefined, at: Moment) {
  if (!one || !other || one.organisation === other.organisation) return undefined
  const party = ({ id, organisation, sector }: Candidate) => ({
    ...{ id, organisation, isPaused: false, isFull: false, open: 0 },
    ...(isSector(sector) ? { sector } : {}),
  })
  return whyBetween(tx, knowledge, party(one), party(other), at)
}

/** Whoever has joined wants to meet somebody, whatever they said of introductions. */
async function candidatesOf(tx: Tx, knowledge: Knowledge, members: readonly Member[], at: Moment): Promise<ReadonlyMap<string, Candidate>> {
  const ids = members.map(({ person }) => person)
  const missed = new Map(members.map(({ person, missedOut }) => [person, missedOut]))
  const found = await listCandidates(tx, knowledge, ids, at)
  return new Map(found.map((each) => [each.id, { ...each, isFull: false, missedOut: missed.get(each.id) ?? 0 }]))
}

async function edgesOf(
  tx: Tx,
  knowledge: Knowledge,
  programme: string,
  [left, right]: readonly [readonly Member[], readonly Member[]],
  candidates: ReadonlyMap<string, Candidate>,
  at: Moment,
): Promise<Edge[]> {
  const ids = [...candidates.keys()]
  const isApart = await findWhoIsApart(tx, ids)
  const kept = [...(await listMetSince(tx, ids, addDays(at.today, -HALF_A_YEAR))), ...(await listApart(tx, programme))]
  const pairs = new Set(kept.flatMap(({ one, other }) => [`${one} ${other}`, `${other} ${one}`]))
  const between = { blocked: isApart, manages: () => false, metLately: (a: string, b: string) => pairs.has(`${a} ${b}`) }
  const score = scoreAmong(knowledge.neighbourhood, [...candidates.values()])
  const edges: Edge[] = []
  for (const [from, one] of left.entries())
    for (const [to, other] of right.entries()) {
      const [a, b] = [candidates.get(one.person), candidates.get(other.person)]
      if (a && b && whyNot(a, b, between) === undefined) edges.push({ left: from, right: to, score: score.score(a, b) })
    }
  return edges
}

function outOf(
  sides: readonly [readonly Member[], readonly Member[]],
  edges: readonly Edge[],
  paired: ReadonlySet<string>,
): ReadonlyMap<string, OutWhy> {
  const out = new Map<string, OutWhy>()
  for (const [at, side] of (['left', 'right'] as const).entries())
    for (const [index, { person }] of (sides[at] ?? []).entries()) {
      if (paired.has(person)) continue
      const others = sides[1 - at] ?? []
      const hasEdge = edges.some((edge) => edge[side] === index)
      out.set(person, others.length === 0 ? 'nobody there' : hasEdge ? 'all taken' : 'nobody fits')
    }
  return out
}

/** The organiser keeps two apart, and everybody is matched anew. */
export async function partPair(
  db: Db,
  knowledge: Knowledge,
  pair: string,
  viewer: Viewer,
  at: Moment,
): Promise<Answer<string, RunRefusal | 'not found'>> {
  return together(db, async (tx) => {
    const [found] = await listPairs(tx, [pair])
    const programme = found && (await lockProgramme(tx, found.programmeId))
    if (!found || !programme) return no('not found')
    const may = maySend(programme, viewer)
    if (!may.yes) return may
    await addApart(tx, programme.id, found.left.id, found.right.id)
    await matchProgramme(tx, knowledge, programme, at)
    await record(tx, { at: at.now, who: viewer.person, did: 'programme matched', about: programme.id })
    return yes(programme.id)
  })
}

/** Somebody has left while the organiser looks at the preview. */
export async function matchAgain(db: Db, knowledge: Knowledge, id: string, at: Moment): Promise<void> {
  await together(db, async (tx) => {
    const programme = await lockProgramme(tx, id)
    if (programme?.state === 'preview') await matchProgramme(tx, knowledge, programme, at)
  })
}
