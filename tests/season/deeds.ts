/** What people do on pages: they choose their mornings, write briefs, offer help, look after their projects; and what brokers do. */
import assert from 'node:assert/strict'
import { addDays, dayIn } from '../../src/basics/day.ts'
import { ZONE } from '../cast.ts'
import type { Seen } from '../visit.ts'
import { send } from './forms.ts'
import type { Person, Words } from './people.ts'
import { SKILLS, type World } from './world.ts'

export const sound = (seen: Seen | undefined, what: string): Seen => {
  assert.ok(seen, `there is a form for ${what}`)
  assert.equal(seen.status, 200, `${what}: ${seen.text.slice(0, 600)}`)
  return seen
}

/** Where and from when on somebody has their mornings. */
export type Moved = { person: number; zone: string; at: Date }

export async function chooseZone({ visitorOf, now }: World, person: Person, zone: string): Promise<Moved> {
  const visitor = await visitorOf(person)
  sound(await send(visitor, await visitor.get('/letter-choices'), /^\/letter-choices$/, { zone }), 'the zone')
  return { person: person.number, zone, at: now() }
}

export async function publish({ visitorOf, now }: World, owner: Person, number: number): Promise<void> {
  const { chance } = owner
  const visitor = await visitorOf(owner)
  const today = dayIn(ZONE, now())
  const roles = Array.from({ length: 1 + chance.below(2) }, (_, at) => {
    const row = `role-${at + 1}-`
    const [from, weeks] = [addDays(today, 7 + chance.below(10)), 3 + chance.below(10)]
    return {
      ...{ [`${row}skill`]: SKILLS[(number + at * 2) % SKILLS.length] ?? '', [`${row}level`]: 'any', [`${row}hours`]: '3' },
      ...{ [`${row}places`]: String(1 + chance.below(2)), [`${row}from`]: from, [`${row}until`]: addDays(from, weeks * 7) },
      ...{ [`${row}must`]: at === 0 ? 'must' : 'welcome', [`${row}purpose`]: chance.isIn(15) ? 'looking after' : 'creating' },
    }
  })
  const typed = {
    title: `Project ${number}`,
    problem: `What project ${number} is for.`,
    'for-whom': 'residents',
    days: String(21 + chance.below(8)),
  }
  const fields = Object.assign({}, typed, ...roles, Object.fromEntries([['then', 'preview']]))
  const preview = sound(await send(visitor, await visitor.get('/projects/new'), /^\/drafts\/\w+$/, fields), 'a brief')
  const sure = { 'none-fits': 'They are for others.', 'not-the-same': 'yes' }
  const done = sound(await send(visitor, preview, /\/publication$/, sure), 'its publication')
  assert.match(done.path, /\?done=published$/)
}

/** Somebody looks through the projects, and offers to help with one that has a place, or a line for one. */
export async function offerHelp({ visitorOf }: World, person: Person): Promise<void> {
  const { chance } = person
  const visitor = await visitorOf(person)
  const list = await visitor.get('/projects')
  const projects = [...new Set(list.links.filter((link) => /^\/projects\/[0-9a-z]{26}$/.test(link)))]
  let roles: string[] = []
  for (let looked = 0; looked < 3 && roles.length === 0 && projects.length > 0; looked++) {
    const project = await visitor.get(chance.pick(projects))
    roles = [...new Set(project.links.filter((link) => /^\/roles\/\w+\/pledge$/.test(link)))]
  }
  if (roles.length === 0) return
  const seen = await send(visitor, await visitor.get(chance.pick(roles)), /^\/roles\/\w+\/pledges$/, { line: 'I have done this before.' })
  if (seen) assert.ok([200, 422].includes(seen.status), seen.text)
}

export async function withdraw({ visitorOf }: World, person: Person, pledge: string): Promise<void> {
  const visitor = await visitorOf(person)
  await send(visitor, await visitor.get(`/pledges/${pledge}/withdrawal`), /\/withdrawal$/)
}

const LESSON = { reason: 'It was done as far as it could be.', tried: 'A form and a map.', learnt: 'Ask first.', again: 'More people.' }

type Given = Words['given']
/** Nothing where there is no such form any more, or where it answers nothing that was asked. */
type Deed = (world: World, owner: Person, project: string) => Promise<Given | undefined>

/** What a letter asks of the owner of a project, each on the project's own page; and which answer that is. */
export const OWNED: Readonly<Record<string, Deed>> = {
  'project ready': begin,
  'at the deadline': choose,
  'at the last deadline': stop,
  'phase overdue': goOn,
  'work over': finish,
}

async function begin({ visitorOf, now }: World, owner: Person, project: string): Promise<Given | undefined> {
  const visitor = await visitorOf(owner)
  const day = addDays(dayIn(ZONE, now()), 1 + owner.chance.below(8))
  // Somebody may have had to leave since the letter came.
  const seen = await send(visitor, await visitor.get(`/projects/${project}`), /\/start$/, { 'first-date': day })
  return seen && sound(seen, 'a start') && { answer: 'start', day }
}

async function choose(world: World, owner: Person, project: string): Promise<Given | undefined> {
  const visitor = await world.visitorOf(owner)
  const page = await visitor.get(`/projects/${project}/choice`)
  const extended = owner.chance.isIn(70) ? await send(visitor, page, /\/extension$/) : undefined
  return extended ? sound(extended, 'an extension') && { answer: 'extend' } : stop(world, owner, project)
}

async function stop({ visitorOf }: World, owner: Person, project: string): Promise<Given | undefined> {
  const visitor = await visitorOf(owner)
  const seen = await send(visitor, await visitor.get(`/projects/${project}/ending?how=stopped`), /\/ending$/, LESSON)
  return seen && sound(seen, 'a stop') && { answer: 'stop', line: LESSON.reason }
}

async function goOn({ visitorOf }: World, owner: Person, project: string): Promise<Given | undefined> {
  const visitor = await visitorOf(owner)
  const said = { step: owner.chance.isIn(80) ? 'go on' : 'stay', reason: 'It has shown what it should.' }
  const seen = await send(visitor, await visitor.get(`/projects/${project}/phase`), /\/phase-ends$/, said)
  return seen && sound(seen, 'a phase') && { answer: said.step === 'stay' ? 'change' : said.step, line: said.reason }
}

async function finish({ visitorOf }: World, owner: Person, project: string): Promise<Given | undefined> {
  const how = owner.chance.pick(['delivered', 'delivered', 'handed over'])
  const visitor = await visitorOf(owner)
  const page = await visitor.get(`/projects/${project}/ending?how=${encodeURIComponent(how)}`)
  const seen = await send(visitor, page, /\/ending$/, { ...LESSON, 'handed-to': 'The next team' })
  return seen && sound(seen, 'an ending') && how === 'delivered' ? { answer: how, line: LESSON.reason } : undefined
}

/** A broker takes what is in the inbox, closes some of it, and reads what was not understood. Says which projects have no next date. */
export async function broker({ visitorOf, broker: who }: World): Promise<string> {
  const visitor = await visitorOf(who)
  const inbox = await visitor.get('/broker')
  for (const link of new Set(inbox.links.filter((each) => /^\/broker\/[0-9a-z]{26}$/.test(each)))) {
    const item = await visitor.get(link)
    const taken = await send(visitor, item, /\/taking$/)
    if (taken) sound(taken, 'an item')
    if (who.chance.isIn(40))
      sound(await send(visitor, await visitor.get(link), /\/closing$/, { outcome: 'solved', line: 'Seen to.' }), 'a closing')
  }
  const replies = await visitor.get('/replies')
  for (const link of new Set(replies.links.filter((each) => /^\/replies\/[0-9a-z]{26}$/.test(each)))) {
    const closed = await send(visitor, await visitor.get(link), /\/closing$/, { closing: 'I have called them.' })
    if (closed) sound(closed, 'a reply')
  }
  const dates = await visitor.get('/broker/dates')
  return dates.text.includes('Every project has its next date') ? '' : dates.text
}
