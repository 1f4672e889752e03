/** Remembers people. The only file that writes the table people. */
import type { Sector } from '../../basics/sector.ts'
import type { Viewer } from '../../basics/viewer.ts'
import { type Db, sql, type Tables, type Tx } from '../../storage/db.ts'
import { mayFind } from '../../storage/pieces.ts'
import { addAddress } from './address-store.ts'
import { type Person, viewerOf } from './person.ts'
import { PROFILE_AT_FIRST, PROFILE_FIELDS, type Profile, type SeenBy, seenBy } from './profile.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    people: {
      id: string
      name: string | null
      job: string | null
      organisation: string | null
      broker: boolean
      moderator: boolean
      joined_at: Date
      district: string
      lat: number | null
      lon: number | null
      hours_a_week: number | null
      members_see: string[]
      matches_see: string[]
    }
  }
}

export async function findPersonByEmail(db: Db, email: string): Promise<Person | undefined> {
  const row = await people(db).innerJoin('addresses as a', 'a.person', 'p.id').where('a.email', '=', email).executeTakeFirst()
  return row && toPerson(row)
}

export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
  const row = await people(db).where('p.id', '=', id).executeTakeFirst()
  return row && toPerson(row)
}

/** Many at once, as those who read our letters. */
export async function listViewers(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Viewer>> {
  const rows = await people(db)
    .where(sql<boolean>`p.id in (select json_array_elements_text(${JSON.stringify(ids)}::json))`)
    .execute()
  return new Map(rows.map((row) => [row.id, viewerOf(toPerson(row))]))
}

/** Nobody else changes what this person belongs to until this transaction ends. */
export async function lockPerson(tx: Tx, id: string): Promise<Person | undefined> {
  await tx.selectFrom('people').select('id').where('id', '=', id).forUpdate().execute()
  return findPerson(tx, id)
}

/** Those who connect people, in the order in which they joined. */
export async function listBrokers(db: Db): Promise<Person[]> {
  return (await people(db).where('p.broker', '=', true).orderBy('p.id').execute()).map(toPerson)
}

/** Those of an organisation who have said their name, by it, whom somebody may find. */
export async function listMembersToName(
  db: Db,
  organisation: string,
  viewer: Pick<Viewer, 'person' | 'organisation'>,
  most: number,
): Promise<Person[]> {
  const found = db.selectFrom('people as a').select('a.id').where('a.organisation', '=', organisation)
  const mayBeFound = found.where(mayFind(sql`${viewer.person}`, sql`${viewer.organisation ?? null}`))
  const named = people(db).where('p.id', 'in', mayBeFound).where('p.name', 'is not', null)
  return (await named.orderBy('p.name').orderBy('p.id').limit(most).execute()).map(toPerson)
}

const people = (db: Db) =>
  db
    .selectFrom('people as p')
    .leftJoin('organisations as o', 'o.id', 'p.organisation')
    .select(['p.id', 'p.name', 'p.job', 'p.organisation', 'p.broker', 'p.moderator', 'o.name as organisation_name', 'o.sector'])

/** With a confirmed address. */
export async function addPerson(tx: Tx, person: Person, email: string, now: Date): Promise<void> {
  const { id, broker, moderator } = person
  const organisation = person.organisation?.id ?? null
  await tx
    .insertInto('people')
    .values({
      ...{ id, name: person.name || null, job: person.job || null, organisation, broker, moderator, joined_at: now },
      ...profileRow(PROFILE_AT_FIRST),
      ...seenByRow(PROFILE_AT_FIRST.seenBy),
    })
    .execute()
  await addAddress(tx, person.id, email, now)
}

export async function saveOrganisationOf(tx: Tx, person: string, organisation: string | undefined): Promise<void> {
  await tx
    .updateTable('people')
    .set({ organisation: organisation ?? null })
    .where('id', '=', person)
    .execute()
}

export async function saveNameAndJob(tx: Tx, id: string, name: string, job: string): Promise<void> {
  await tx.updateTable('people').set({ name, job }).where('id', '=', id).execute()
}

export async function findProfile(db: Db, id: string): Promise<Profile | undefined> {
  return (await findWithProfile(db, id))?.profile
}

export async function findWithProfile(db: Db, id: string): Promise<{ person: Person; profile: Profile } | undefined> {
  const row = await people(db)
    .select(['p.district', 'p.lat', 'p.lon', 'p.hours_a_week', 'p.members_see', 'p.matches_see'])
    .where('p.id', '=', id)
    .executeTakeFirst()
  return row && { person: toPerson(row), profile: toProfile(row) }
}

type ProfileRow = Pick<Tables['people'], 'district' | 'lat' | 'lon' | 'hours_a_week' | 'members_see' | 'matches_see'>

function toProfile({ district, lat, lon, hours_a_week, members_see, matches_see }: ProfileRow): Profile {
  return {
    district,
    ...(lat !== null && lon !== null ? { position: { lat, lon } } : {}),
    ...(hours_a_week !== null ? { hoursAWeek: hours_a_week } : {}),
    seenBy: seenBy((field) => (members_see.includes(field) ? 'members' : matches_see.includes(field) ? 'matches' : 'matching')),
  }
}

export async function saveProfile(tx: Tx, id: string, profile: Omit<Profile, 'seenBy'>): Promise<void> {
  await tx.updateTable('people').set(profileRow(profile)).where('id', '=', id).execute()
}

export async function saveSeenBy(tx: Tx, id: string, seenBy: SeenBy): Promise<void> {
  await tx.updateTable('people').set(seenByRow(seenBy)).where('id', '=', id).execute()
}

const seenByRow = (seenBy: SeenBy) => ({
  members_see: PROFILE_FIELDS.filter((field) => seenBy[field] === 'members'),
  matches_see: PROFILE_FIELDS.filter((field) => seenBy[field] === 'matches'),
})

const profileRow = ({ district, position, hoursAWeek }: Omit<Profile, 'seenBy'>) => ({
  district,
  lat: position?.lat ?? null,
  lon: position?.lon ?? null,
  hours_a_week: hoursAWeek ?? null,
})

type Row = {
  id: string
  name: string | null
  job: string | null
  organisation: string | null
  broker: boolean
  moderator: boolean
  organisation_name: string | null
  sector: Sector | null
}

const toPerson = (row: Row): Person => ({
  id: row.id,
  name: row.name ?? '',
  job: row.job ?? '',
  broker: row.broker,
  moderator: row.moderator,
  ...(row.organisation && row.organisation_name && row.sector
    ? { organisation: { id: row.organisation, name: row.organisation_name, sector: row.sector } }
    : {}),
})
