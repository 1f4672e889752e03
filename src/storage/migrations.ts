/** Brings a database to today's shape: numbered steps, forward only, each in its own transaction, with a checksum so that history cannot be rewritten. */
import { createHash } from 'node:crypto'
import { type Db, sql, together } from './db.ts'
import foundations from './migrations/0001-foundations.sql'
import people from './migrations/0002-people.sql'
import projects from './migrations/0003-projects.sql'
import pledges from './migrations/0004-pledges.sql'
import organisations from './migrations/0005-organisations.sql'
import wrongCodes from './migrations/0006-wrong-codes.sql'
import wholeBriefs from './migrations/0007-whole-briefs.sql'
import membership from './migrations/0008-membership.sql'
import listings from './migrations/0009-listings.sql'
import threads from './migrations/0010-threads.sql'
import updatesAndWatchers from './migrations/0011-updates-and-watchers.sql'
import life from './migrations/0012-life.sql'
import gifts from './migrations/0013-gifts.sql'
import joinings from './migrations/0014-joinings.sql'
import lookouts from './migrations/0015-lookouts.sql'
import indexes from './migrations/0016-indexes.sql'
import finding from './migrations/0017-finding.sql'
import shownHaves from './migrations/0018-shown-haves.sql'
import nowhere from './migrations/0019-nowhere.sql'
import chapterCalendar from './migrations/0020-chapter-calendar.sql'
import failingWork from './migrations/0021-failing-work.sql'
import received from './migrations/0022-received.sql'
import post from './migrations/0023-post.sql'
import asks from './migrations/0024-asks.sql'
import clock from './migrations/0025-clock.sql'
import whatPeopleHave from './migrations/0026-what-people-have.sql'
import checkIns from './migrations/0027-check-ins.sql'
import digests from './migrations/0028-digests.sql'
import broker from './migrations/0029-broker.sql'
import managers from './migrations/0030-managers.sql'
import lookingBack from './migrations/0031-looking-back.sql'
import profiles from './migrations/0032-profiles.sql'
import introductions from './migrations/0033-introductions.sql'
import suggestionWishes from './migrations/0034-suggestion-wishes.sql'
import boundaries from './migrations/0035-boundaries.sql'
import listingsKept from './migrations/0036-listings-kept.sql'
import journalOrder from './migrations/0037-journal-order.sql'
import exposures from './migrations/0038-exposures.sql'
import partnerships from './migrations/0039-partnerships.sql'
import rounds from './migrations/0040-rounds.sql'
import copies from './migrations/0041-copies.sql'
import programmes from './migrations/0042-programmes.sql'
import howRoundsMeet from './migrations/0043-how-rounds-meet.sql'
import events from './migrations/0044-events.sql'
import scores from './migrations/0045-scores.sql'
import stars from './migrations/0046-stars.sql'
import agendas from './migrations/0047-agendas.sql'
import roundMatchings from './migrations/0048-round-matchings.sql'
import eventsCalledOff from './migrations/0049-events-called-off.sql'
import notes from './migrations/0050-notes.sql'
import days from './migrations/0051-days.sql'
import listingsFromSessions from './migrations/0052-listings-from-sessions.sql'
import agendaStars from './migrations/0053-agenda-stars.sql'
import swapDays from './migrations/0054-swap-days.sql'
import toldPlaces from './migrations/0055-told-places.sql'
import noteVersions from './migrations/0056-note-versions.sql'
import noteLengths from './migrations/0057-note-lengths.sql'
import agendasWaitedFor from './migrations/0058-agendas-waited-for.sql'

export type Migration = { number: number; name: string; text: string }

export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'foundations', text: foundations },
  { number: 2, name: 'people', text: people },
  { number: 3, name: 'projects', text: projects },
  { number: 4, name: 'pledges', text: pledges },
  { number: 5, name: 'organisations', text: organisations },
  { number: 6, name: 'wrong codes', text: wrongCodes },
  { number: 7, name: 'whole briefs', text: wholeBriefs },
  { number: 8, name: 'membership', text: membership },
  { number: 9, name: 'listings', text: listings },
  { number: 10, name: 'threads', text: threads },
  { number: 11, name: 'updates and watchers', text: updatesAndWatchers },
  { number: 12, name: 'life', text: life },
  { number: 13, name: 'gifts', text: gifts },
  { number: 14, name: 'joinings', text: joinings },
  { number: 15, name: 'lookouts', text: lookouts },
  { number: 16, name: 'indexes', text: indexes },
  { number: 17, name: 'finding', text: finding },
  { number: 18, name: 'shown haves', text: shownHaves },
  { number: 19, name: 'nowhere', text: nowhere },
  { number: 20, name: 'chapter calendar', text: chapterCalendar },
  { number: 21, name: 'failing work', text: failingWork },
  { number: 22, name: 'received', text: received },
  { number: 23, name: 'post', text: post },
  { number: 24, name: 'asks', text: asks },
  { number: 25, name: 'clock', text: clock },
  { number: 26, name: 'what people have', text: whatPeopleHave },
  { number: 27, name: 'check-ins', text: checkIns },
  { number: 28, name: 'digests', text: digests },
  { number: 29, name: 'broker', text: broker },
  { number: 30, name: 'managers', text: managers },
  { number: 31, name: 'looking-back', text: lookingBack },
  { number: 32, name: 'profiles', text: profiles },
  { number: 33, name: 'introductions', text: introductions },
  { number: 34, name: 'suggestion wishes', text: suggestionWishes },
  { number: 35, name: 'boundaries', text: boundaries },
  { number: 36, name: 'listings kept', text: listingsKept },
  { number: 37, name: 'journal order', text: journalOrder },
  { number: 38, name: 'exposures', text: exposures },
  { number: 39, name: 'partnerships', text: partnerships },
  { number: 40, name: 'rounds', text: rounds },
  { number: 41, name: 'copies', text: copies },
  { number: 42, name: 'programmes', text: programmes },
  { number: 43, name: 'how rounds meet', text: howRoundsMeet },
  { number: 44, name: 'events', text: events },
  { number: 45, name: 'scores', text: scores },
  { number: 46, name: 'stars', text: stars },
  { number: 47, name: 'agendas', text: agendas },
  { number: 48, name: 'round matchings', text: roundMatchings },
  { number: 49, name: 'events called off', text: eventsCalledOff },
  { number: 50, name: 'notes', text: notes },
  { number: 51, name: 'days', text: days },
  { number: 52, name: 'listings from sessions', text: listingsFromSessions },
  { number: 53, name: 'agenda stars', text: agendaStars },
  { number: 54, name: 'swap days', text: swapDays },
  { number: 55, name: 'told places', text: toldPlaces },
  { number: 56, name: 'note versions', text: noteVersions },
  { number: 57, name: 'note lengths', text: noteLengths },
  { number: 58, name: 'agendas waited for', text: agendasWaitedFor },
]

type Ran = { number: number; name: string; checksum: string }

/** The same number everywhere, so that two processes starting at once migrate one after the other. */
const MIGRATING = 7_214_001

/** Runs what has not run yet and returns it. Refuses a database whose history differs from this program's. */
export async function migrate(db: Db, migrations: readonly Migration[] = MIGRATIONS): Promise<Migration[]> {
  await together(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${MIGRATING})`.execute(tx)
    await sql`create table if not exists migrations (number int primary key, name text not null, checksum text not null, ran_at timestamptz not null default now())`.execute(
      tx,
    )
  })
  const ran: Migration[] = []
  for (const migration of migrations) {
    const isNew = await together(db, async (tx) => {
      await sql`select pg_advisory_xact_lock(${MIGRATING})`.execute(tx)
      const before = await listRan(tx)
      refuseOtherHistory(before, migrations)
      if (before.some((each) => each.number === migration.number)) return false
      for (const statement of statementsOf(migration.text)) await sql.raw(statement).execute(tx)
      await sql`insert into migrations (number, name, checksum) values (${migration.number}, ${migration.name}, ${checksum(migration)})`.execute(
        tx,
      )
      return true
    })
    if (isNew) ran.push(migration)
  }
  return ran
}

/** Numbers of the migrations that this database still waits for. */
export async function listMissing(db: Db, migrations: readonly Migration[] = MIGRATIONS): Promise<number[]> {
  const ran = await listRan(db)
  return migrations.filter((each) => !ran.some((done) => done.number === each.number)).map((each) => each.number)
}

const listRan = async (db: Db): Promise<Ran[]> =>
  (await sql<Ran>`select number, name, checksum from migrations order by number`.execute(db)).rows

function refuseOtherHistory(ran: readonly Ran[], migrations: readonly Migration[]): void {
  for (const done of ran) {
    const known = migrations.find((each) => each.number === done.number)
    if (!known)
      throw new WrongHistory(
        `This database has been used by a newer Appstarter (it ran migration ${done.number}, "${done.name}"). Start that version, or a later one.`,
      )
    if (checksum(known) !== done.checksum)
      throw new WrongHistory(
        `Migration ${done.number} ("${done.name}") has changed since it ran on this database. Migrations are never edited: put the old text back, and write a new one.`,
      )
  }
}

/** Every table that our migrations make. */
export const OUR_TABLES: readonly string[] = MIGRATIONS.flatMap(({ text }) =>
  [...text.matchAll(/^create table (\w+)/gm)].map(([, table = '']) => table),
)

export class WrongHistory extends Error {}

const checksum = (migration: Migration): string => createHash('sha256').update(migration.text).digest('hex')

/** A statement ends with a semicolon at the end of a line. */
const statementsOf = (text: string): string[] =>
  text
    .split(/;\s*$/m)
    .map((part) => part.trim())
    .filter((part) => part.replace(/^--.*$/gm, '').trim() !== '')
