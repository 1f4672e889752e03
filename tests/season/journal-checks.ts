/** Plays the journal from its first line to its last, and compares what comes of it with the tables. */
import { type Db, sql } from '../../src/storage/db.ts'
import type { Lived } from './driver.ts'

type Entry = { did: string; about: string; who: string | null; numbers: Record<string, number> }

/** Of each thing the state that its last such entry tells; what an entry tells of nothing is left out. */
function lastOf(journal: readonly Entry[], stateIn: (entry: Entry) => string | undefined): Map<string, string> {
  const states = new Map<string, string>()
  for (const entry of journal) {
    const state = stateIn(entry)
    if (state !== undefined) states.set(entry.about, state)
  }
  return states
}

const after = (start: string, known: readonly string[]) => {
  return ({ did }: Entry): string | undefined => known.find((each) => did === `${start} ${each}`)
}

function compare(what: string, told: ReadonlyMap<string, string>, kept: readonly { id: string; state: string }[]): string[] {
  const wrong = kept.flatMap(({ id, state }) =>
    told.get(id) === state ? [] : [`${what} ${id} is ${state}, and the journal says ${told.get(id)}`],
  )
  return told.size === kept.length ? wrong : [...wrong, `${kept.length} times ${what}, and the journal knows ${told.size}`]
}

const rows = async <Row>(db: Db, query: ReturnType<typeof sql<Row>>): Promise<Row[]> => (await query.execute(db)).rows
type Kept = { id: string; state: string }

export async function journalAgrees({ world, sent }: Lived): Promise<string[]> {
  const { db } = world.storage
  const journal = await rows(db, sql<Entry>`select did, about, who, numbers from journal order by id`)
  const many = (did: string): number => journal.filter((entry) => entry.did === did).length

  const asks = lastOf(journal, (entry) =>
    entry.did === 'ask put' || entry.did === 'answer taken back' ? 'open' : after('ask', ['answered', 'expired', 'over'])(entry),
  )
  const projects = lastOf(journal, (entry) =>
    entry.did === 'brief published' || entry.did === 'project open again'
      ? 'open'
      : entry.did === 'project started'
        ? 'running'
        : after('project', ['delivered', 'handed over', 'stopped', 'not reached', 'merged'])(entry)
          ? 'ended'
          : after('project', ['ready'])(entry),
  )
  const pledged = lastOf(journal, (entry) =>
    entry.did === 'pledge open again'
      ? 'offered'
      : after('pledge', ['offered', 'waiting', 'accepted', 'declined', 'released', 'withdrawn', 'done'])(entry),
  )
  const started = new Set(journal.flatMap(({ did, about }) => (did === 'project started' ? [about] : [])))
  const projectOf = new Map(
    (await rows(db, sql<{ id: string; project: string }>`select id, project from pledges`)).map((row) => [row.id, row.project]),
  )
  // One entry tells that a place is somebody's, and another that all of a project's places have begun.
  const pledges = new Map(
    [...pledged].map(([id, state]) => [id, state === 'accepted' && started.has(projectOf.get(id) ?? '') ? 'active' : state]),
  )
  const replies = lastOf(journal, ({ did }) => /^reply (.*)$/.exec(did)?.[1])

  return [
    ...compare('an ask', asks, await rows(db, sql<Kept>`select id, state from asks order by id`)),
    ...compare('a project', projects, await rows(db, sql<Kept>`select id, state from projects order by id`)),
    ...compare('a pledge', pledges, await rows(db, sql<Kept>`select id, state from pledges order by id`)),
    ...compare('a reply', replies, await rows(db, sql<Kept>`select id, state from received order by id`)),
    ...(await hoursAgree(db, journal)),
    ...answeredOnce(journal),
    ...(await countsAgree(db, many)),
    ...(many('reply answered') === sent.filter(({ should }) => should === 'answered').length
      ? []
      : [`${many('reply answered')} letters counted, of ${sent.length}`]),
  ]
}

/** Hours that were said to be done, as the journal counts them and as the tables do. */
async function hoursAgree(db: Db, journal: readonly Entry[]): Promise<string[]> {
  const told = new Map<string, number>()
  for (const { did, about, numbers } of journal) {
    if (did === 'ask answered') told.set(about, numbers['hours'] ?? 0)
    if (did === 'answer taken back') told.delete(about)
  }
  const sum = [...told.values()].reduce((all, hours) => all + hours, 0)
  const [kept] = await rows(db, sql<{ hours: number }>`select coalesce(sum(hours), 0)::float8 as hours from asks where state = 'answered'`)
  if (sum === 0) return ['nobody did any hours: this has shown nothing']
  return kept?.hours === sum ? [] : [`the journal says ${sum} hours, and the tables ${kept?.hours}`]
}

/** Nothing is answered a second time before the first answer was taken back. */
function answeredOnce(journal: readonly Entry[]): string[] {
  const answered = new Set<string>()
  const wrong: string[] = []
  for (const { did, about } of journal) {
    if (did === 'answer taken back') answered.delete(about)
    if (did !== 'ask answered') continue
    if (answered.has(about)) wrong.push(`the journal says twice that ${about} was answered`)
    answered.add(about)
  }
  return wrong
}

/** How often the journal says so, and how many there are. */
async function countsAgree(db: Db, many: (did: string) => number): Promise<string[]> {
  const counts: [what: string, told: number, query: ReturnType<typeof sql<{ count: number }>>][] = [
    ['people', many('person joined'), sql`select count(*) as count from people`],
    ['stopped letters', many('letters stopped'), sql`select count(*) as count from letter_choices where stopped_at is not null`],
    [
      'addresses that bounce',
      many('address bounced') - many('address works'),
      sql`select count(*) as count from addresses where bounced_at is not null`,
    ],
    ['items', many('broker item opened'), sql`select count(*) as count from broker_items`],
    [
      'closed items',
      many('broker item closed') + many('broker item settled'),
      sql`select count(*) as count from broker_items where closed_at is not null`,
    ],
    [
      'letters that never left',
      ['stopped', 'not wanted', 'paused', 'address bounces', 'refused', 'too late'].reduce(
        (sum, state) => sum + many(`letter ${state}`),
        0,
      ),
      sql`select count(*) as count from letters where state in ('stopped', 'not wanted', 'paused', 'address bounces', 'refused', 'too late')`,
    ],
    [
      'endings',
      many('project delivered') + many('project handed over') + many('project stopped') + many('project not reached'),
      sql`select count(*) as count from endings`,
    ],
  ]
  const wrong: string[] = []
  for (const [what, told, query] of counts) {
    const [kept] = await rows(db, query)
    if (kept?.count !== told) wrong.push(`${kept?.count} ${what}, and the journal says ${told}`)
  }
  return wrong
}
