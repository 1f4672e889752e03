/** The people of a nation, their addresses, and where they work: most of them in a few large organisations. */
import type { Db } from '../../src/storage/db.ts'
import { sql } from '../../src/storage/db.ts'
import type { Chance } from '../chance.ts'
import { fill, type RowOf } from './bulk.ts'
import { Ids } from './ids.ts'
import { aJob, aName } from './names.ts'
import { DAY, type Plan } from './plan.ts'

export type Citizen = { id: string; organisation: string }
type Workplace = { id: string; domain: string }

const YEARS = 4 * 365
const BROKER_EVERY = 1000
/** Their organisation is not known yet. */
const UNKNOWN_EVERY = 25

/** Of where they are and how much time they have. */
const NOTHING_SAID = {
  ...{ district: '', lat: null, lon: null, hours_a_week: null },
  ...{ members_see: ['haves', 'needs', 'hours'], matches_see: [] },
}

/** The address of the member who has much to do: the first of all. */
export const BUSY_MEMBER = 'busy.member@nation.example'
/** The address of the broker whose pages are measured. */
export const BROKER = 'broker@nation.example'

/** Those who may act, and the ids of those whose organisation is not known; in the order in which they joined. */
export async function addPeople(db: Db, { size, now, chance }: Plan): Promise<{ people: Citizen[]; strangers: string[] }> {
  const workplaces = chance.shuffled(await listWorkplaces(db))
  const ids = new Ids(chance)
  const people: RowOf<'people'>[] = []
  const addresses: RowOf<'addresses'>[] = []
  for (let number = 0; number < size.people; number++) {
    const joined = new Date(now.getTime() - Math.round(YEARS * DAY * (1 - number / size.people)) - DAY)
    const id = ids.at(joined)
    const work = chance.pickSkewed(workplaces, 2)
    const name = aName(chance)
    const isKnown = number < 2 || number % UNKNOWN_EVERY > 0
    people.push({
      id,
      name,
      job: aJob(chance),
      organisation: isKnown ? work.id : null,
      broker: number === 1 || number % BROKER_EVERY === BROKER_EVERY - 1,
      moderator: number === 1,
      joined_at: joined,
      ...NOTHING_SAID,
    })
    addresses.push({
      id,
      email: addressOf(number, name, isKnown ? work.domain : 'kindness.example'),
      person: id,
      confirmed_at: joined,
      bounced_at: null,
      takes_letters: true,
    })
  }
  await fill(db, 'people', people)
  await fill(db, 'addresses', addresses)
  return {
    people: people.flatMap(({ id, organisation }) =>
      organisation === null ? [] : [{ id: String(id), organisation: String(organisation) }],
    ),
    strangers: people.flatMap(({ id, organisation }) => (organisation === null ? [String(id)] : [])),
  }
}

function addressOf(number: number, name: string, domain: string): string {
  if (number === 0) return BUSY_MEMBER
  if (number === 1) return BROKER
  return `${name.toLowerCase().replaceAll(' ', '.')}.${number}@${domain}`
}

/** In the order of their names, because their ids differ from run to run. */
async function listWorkplaces(db: Db): Promise<Workplace[]> {
  const { rows } = await sql<{ id: string; domain: string | null }>`
    select o.id, min(d.domain) as domain from organisations o left join organisation_domains d on d.organisation = o.id
    group by o.id order by o.name`.execute(db)
  return rows.map(({ id, domain }) => ({ id, domain: domain ?? 'nhs.example' }))
}

/** Somebody else than these, of those who do a lot more often. */
export function anybody(chance: Chance, people: readonly Citizen[], but: ReadonlySet<string>): Citizen {
  for (;;) {
    const found = chance.pickSkewed(people, 1.5)
    if (!but.has(found.id)) return found
  }
}
