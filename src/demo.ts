/** The demo: an invented chapter whose past is lived through the same actions that people use, so that every rule held. */
import { fileURLToPath } from 'node:url'
import { gatherJobs } from './app.ts'
import { addDays, daysBetween, instantAt, type Moment, momentAt, startOfDay } from './basics/day.ts'
import { gatherCast, scenesOfPerson } from './demo-cast.ts'
import { scenesOfEvent } from './demo-events.ts'
import { scenesOfIntroduction } from './demo-introductions.ts'
import { type Offset, readDemoPack } from './demo-pack.ts'
import { scenesOfPartnership } from './demo-partnerships.ts'
import { scenesOfProfile } from './demo-profiles.ts'
import { scenesOfProgramme } from './demo-programmes.ts'
import { scenesOfRound } from './demo-rounds.ts'
import { fail, type Scene, type Stage } from './demo-scene.ts'
import { scenesOf } from './demo-story.ts'
import { ROUND } from './features/broker/jobs.ts'
import { findChapter, keepHolidays, keepKnowledge, openChapter } from './features/chapters/actions.ts'
import type { Chapter, NewChapter } from './features/chapters/chapter.ts'
import { CHECK_IN } from './features/check-ins/actions.ts'
import { WEEKLY } from './features/digests/actions.ts'
import { weekOf } from './features/digests/digest.ts'
import { addOrganisations } from './features/organisations/actions.ts'
import { openMemory } from './features/suggestions/memory-actions.ts'
import { onPage } from './mail/page.ts'
import { Knowledge } from './matching/knowledge.ts'
import { readPack } from './packs/read.ts'
import { inRoot } from './root.ts'
import { type Db, type Storage, sql, together } from './storage/db.ts'
import { type Job, plan } from './storage/due-work.ts'
import { OUR_TABLES } from './storage/migrations.ts'
import { runNext } from './storage/run-work.ts'

const OPENED: Offset = -300
const JOINED: Offset = -290
const MINUTE = 60_000
const NINE = 9 * 60 * MINUTE
const BETWEEN = 4 * MINUTE

/** Told whole, or not at all. */
export async function openDemo(storage: Storage, now: Date): Promise<Chapter> {
  const [pack, country] = [await readDemoPack(), await readPack(fileURLToPath(inRoot('packs/uk')))]
  const opening: NewChapter = { name: pack.name, kind: 'demo', zone: pack.zone }
  const present = momentAt(pack.zone, now)
  const opened = dayOf(present, OPENED)(0)
  const people = pack.organisations.flatMap((organisation) => organisation.people)
  return together(storage.db, async (db) => {
    await throwDemoAway(db)
    // Nothing is counted yet, so a plan for one value is as good as for another.
    await sql`set local plan_cache_mode = force_generic_plan`.execute(db)
    // It is made while a table is empty, when to read all of it looks best, and kept until the story is long.
    await sql`set local enable_seqscan = off`.execute(db)
    await openChapter(db, opening, opened.now)
    await keepKnowledge(db, country.pack)
    await keepHolidays(db, country.pack.holidays)
    const chapter = (await findChapter(db)) ?? fail('the chapter is not open')
    await addOrganisations(db, pack.organisations, opened.now)
    await together(db, (tx) => plan(tx, { kind: ROUND, about: 'chapter', at: opened.now }))
    const knowledge = new Knowledge(country.pack)
    const cast = await gatherCast(db, people, knowledge, dayOf(present, JOINED))
    const who = (key: string) => cast.get(key) ?? fail(`nobody is called ${key}`)
    const stage: Stage = { db, who, today: present.today, titles: new Map() }
    const scenes = [
      ...people.flatMap((person, turn) => scenesOfPerson(person, who(person.key), turn, db)),
      ...Object.entries(pack.profiles).flatMap(([key, profile]) => scenesOfProfile(key, profile, stage)),
      ...pack.projects.flatMap((project) => scenesOf(project, stage)),
      ...pack.introductions.flatMap((introduction) => scenesOfIntroduction(introduction, stage, knowledge)),
      ...pack.partnerships.flatMap((partnership) => scenesOfPartnership(partnership, stage)),
      ...pack.rounds.flatMap((round) => scenesOfRound(round, stage, knowledge)),
      ...pack.programmes.flatMap((programme) => scenesOfProgramme(programme, stage)),
      ...pack.events.flatMap((event) => scenesOfEvent(event, stage)),
    ]
    const jobs = new Map(gatherJobs({ ...storage, db }, chapter, onPage, '', openMemory(db, knowledge), knowledge))
    for (const kind of LEFT) jobs.delete(kind)
    await play(db, jobs, scenes, present)
    return chapter
  })
}

/** The moments of a day in the past, one scene after the other from nine o'clock on; the present is now. */
function dayOf({ now, today, zone }: Moment, on: Offset): (scene: number) => Moment {
  const nine = startOfDay(zone, addDays(today, on)).getTime() + NINE
  return (scene) => momentAt(zone, on < 0 ? new Date(nine + scene * BETWEEN) : now)
}

/** Left until the chapter is open: letters, looking for whom nothing fits, since on the first days nobody else is there, and check-ins, which the story puts itself. */
const LEFT = ['send letter', 'send letter at once', 'send letter with all', 'first look', CHECK_IN]

/** The one Monday of the story on which people got their weekly letter, for all of them to see. */
function dayOfDigests({ now, today, zone }: Moment): Offset {
  const monday = weekOf(zone, now)
  return instantAt(zone, monday, NINE / MINUTE) <= now ? daysBetween(today, monday) : daysBetween(today, addDays(monday, -7))
}

/** Day by day: first the clock does what is due, then people do what they did. */
async function play(db: Db, jobs: ReadonlyMap<string, Job>, scenes: readonly Scene[], present: Moment): Promise<void> {
  const quiet = new Map([...jobs].filter(([kind]) => kind !== WEEKLY))
  const digestsOn = dayOfDigests(present)
  for (const on of [...new Set([...scenes.map((scene) => scene.on), digestsOn, 0])].sort((a, b) => a - b)) {
    const moment = dayOf(present, on)
    for (;;) {
      const ran = await runNext(db, on === digestsOn ? jobs : quiet, moment(0).now)
      if (ran?.fault) throw ran.fault
      if (!ran) break
    }
    for (const [index, scene] of scenes.filter((each) => each.on === on).entries()) await scene.play(moment(index + 1))
  }
}

/** Empties our tables; the caller has made sure that they hold a demo, or nothing that was finished. */
export async function throwDemoAway(db: Db): Promise<void> {
  await together(db, async (tx) => {
    // To truncate a table takes as long when there is nothing in it.
    if (await isAnythingThere(tx)) await sql`truncate ${sql.join(OUR_TABLES.map((name) => sql.table(name)))}`.execute(tx)
  })
}

async function isAnythingThere(db: Db): Promise<boolean> {
  const { rows } = await sql<{ anything: boolean }>`
    select bool_or(pg_relation_size(oid) > 0) as anything from pg_class
      where relnamespace = current_schema()::regnamespace and relname in (${sql.join(OUR_TABLES)})`.execute(db)
  return rows[0]?.anything ?? false
}
