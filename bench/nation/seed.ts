/** Fills a chapter's database with a nation: straight into its tables, in their order, the same from the same seed on the same day. */
import type { Pack } from '../../src/packs/pack.ts'
import { type Storage, sql } from '../../src/storage/db.ts'
import { Chance } from '../chance.ts'
import { askRows } from './asks.ts'
import { fill } from './bulk.ts'
import { findingRows, nameSkills } from './finding.ts'
import { giftRows } from './gifts.ts'
import { listingRows } from './listings.ts'
import { claimRows, lookoutRows, speakerRows } from './members.ts'
import { draftRows, dueRows, journalRows, letterRows } from './past.ts'
import { addPeople } from './people.ts'
import type { Plan } from './plan.ts'
import { pledgeRows } from './pledges.ts'
import { endingRows, haveRows, otherNeedRows, planProjects, projectRows, roleRows, tagRows } from './projects.ts'
import type { Size } from './size.ts'
import { postRows, reportRows, updateRows, watcherRows } from './talk.ts'

const SEED = 20261121

/** How many rows each table got. */
export type Seeded = Readonly<Record<string, number>>

/** The chapter and its organisations must be there. `now` is a midnight, so that a day's nation stays the same. */
export async function seedNation({ db }: Storage, pack: Pack, size: Size, now: Date): Promise<Seeded> {
  let part = 0
  // Each part has a chance of its own, so that a change of one leaves the others as they were.
  const plan = (): Plan => ({ size, pack, now, chance: new Chance(SEED + part++) })
  const { people, strangers } = await addPeople(db, plan())
  const { projects, texts } = planProjects(plan(), people)
  const posts = postRows(plan(), projects, people, texts)
  const needs = otherNeedRows(projects, texts, plan().chance)
  const finding = findingRows(pack, projects)
  const seeded = {
    people: size.people,
    speakers: await fill(db, 'speakers', speakerRows(people, now)),
    lookouts: await fill(db, 'lookouts', lookoutRows(plan(), strangers, people)),
    claims: await fill(db, 'claims', claimRows(plan(), strangers, people)),
    'haves and needs': await fill(db, 'listings', listingRows(plan(), people)),
    projects: await fill(db, 'projects', projectRows(plan(), projects, texts)),
    tags: await fill(db, 'project_tags', tagRows(projects, texts)),
    'other needs': await fill(db, 'other_needs', needs),
    gifts: await fill(db, 'gifts', giftRows(plan(), projects, needs, people, texts)),
    'haves of projects': await fill(db, 'project_haves', haveRows(projects, texts, plan().chance)),
    roles: await fill(db, 'roles', roleRows(projects)),
    'skills of roles': await fill(db, 'role_terms', finding.terms),
    'roles read': await fill(db, 'roles_read', finding.read),
    endings: await fill(db, 'endings', endingRows(projects, texts)),
    pledges: await fill(db, 'pledges', pledgeRows(plan(), projects, people, texts)),
    posts: await fill(db, 'posts', posts),
    reports: await fill(db, 'reports', reportRows(plan(), posts, people)),
    updates: await fill(db, 'updates', updateRows(plan(), projects, texts)),
    watchers: await fill(db, 'watchers', watcherRows(plan(), projects, people)),
    drafts: await fill(db, 'drafts', draftRows(plan(), people, texts)),
    letters: await fill(db, 'letters', letterRows(plan(), people)),
    journal: await fill(db, 'journal', journalRows(plan(), projects)),
    'due work': await fill(db, 'due_work', dueRows(plan(), projects)),
    asks: await askRows(db),
  }
  await nameSkills(db)
  await tidy(db)
  return seeded
}

/** What PostgreSQL's own housekeeper, or our upkeep of the embedded engine, would have done by the next day. */
async function tidy(db: Storage['db']): Promise<void> {
  for (const statement of ['vacuum analyze', 'checkpoint']) await sql.raw(statement).execute(db)
}
