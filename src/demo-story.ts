/** What happens to one project of the demo, each thing on its day and by the one who would do it. */
import { addDays, type Day, type Moment } from './basics/day.ts'
import { newId } from './basics/id.ts'
import { scenesOfBrokers } from './demo-brokers.ts'
import { scenesOfLife } from './demo-life.ts'
import type { DemoProject } from './demo-pack.ts'
import { scenesOfGift, scenesOfPledge } from './demo-promises.ts'
import { fail, must, type Scene, type Stage } from './demo-scene.ts'
import { scenesOfTalk } from './demo-talk.ts'
import { publish, saveDraft } from './features/briefs/actions.ts'
import { EMPTY_BRIEF, EMPTY_ROLE, type TypedBrief } from './features/briefs/brief.ts'
import { lookUpProject } from './features/projects/actions.ts'
import type { Project } from './features/projects/project.ts'

export function scenesOf(story: DemoProject, stage: Stage): Scene[] {
  const { db, who, today } = stage
  const owner = who(story.owner)
  const write = async (at: Moment): Promise<string> => {
    const id = newId(at.now)
    await saveDraft(db, id, owner, typedBrief(story, today), at)
    return id
  }
  if (story.published === undefined) return [{ on: 0, play: async (at) => void (await write(at)) }]
  let project: Project | undefined
  const open = async (at: Moment): Promise<void> => {
    const id = must(await publish(db, await write(at), owner, at))
    project = await lookUpProject(db, id, at.zone)
    stage.titles.set(story.title, { id, owner })
  }
  const published = () => project ?? fail(`${story.title} is not published yet`)
  const itsStage = { ...stage, owner, published }
  return [
    { on: story.published, play: open },
    ...(story.pledges ?? []).flatMap((pledge) => scenesOfPledge(pledge, itsStage)),
    ...(story.gifts ?? []).flatMap((gift) => scenesOfGift(gift, itsStage)),
    ...scenesOfLife(story, itsStage),
    ...scenesOfTalk(story, itsStage),
    ...scenesOfBrokers(story, itsStage),
  ]
}

function typedBrief(project: DemoProject, today: Day): TypedBrief {
  const { title, problem, forWhom, days, haves, roles, others = [], tags = [], noneFits = '' } = project
  const typedRoles = roles.map(({ skill, level = 'any', places = 1, hours, from, until, must: isMust, purpose = 'creating' }) => ({
    skill,
    level,
    places: String(places),
    hours: String(hours),
    from: addDays(today, from),
    until: addDays(today, until),
    must: isMust ? 'must' : 'welcome',
    purpose,
  }))
  return {
    ...EMPTY_BRIEF,
    title,
    problem,
    forWhom,
    days: String(days),
    haves,
    roles: typedRoles.length > 0 ? typedRoles : [EMPTY_ROLE],
    others,
    tags,
    suppliers: project.suppliers ? 'yes' : '',
    noneFits,
  }
}
