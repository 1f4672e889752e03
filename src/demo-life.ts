/** What becomes of a project of the demo once it runs, or when it is not complete: phases, merging, another owner, an ending. */
import { addDays, type Moment } from './basics/day.ts'
import type { DemoProject } from './demo-pack.ts'
import { fail, must, type ProjectStage, type Scene } from './demo-scene.ts'
import { askForOwner } from './features/handovers/actions.ts'
import { acceptMerge, offerToMerge } from './features/merging/actions.ts'
import { sayGoLive, sayPhase } from './features/phases/actions.ts'
import { endProject, extendBrief, lookUpProject, startProject } from './features/projects/actions.ts'
import { PHASES, type Phase, phaseOf } from './features/projects/project.ts'

export function scenesOfLife(story: DemoProject, stage: ProjectStage): Scene[] {
  const { db, who, owner, today } = stage
  const { extended, started, phases = [], joining, handover, ended } = story
  const id = (): string => stage.published().id
  const then = (on: number, play: (at: Moment) => Promise<unknown>): Scene => ({ on, play: async (at) => void (await play(at)) })
  return [
    ...(extended === undefined ? [] : [then(extended, async (at) => must(await extendBrief(db, id(), owner, at)))]),
    ...(started ? [then(started.on, async (at) => must(await startProject(db, id(), owner, addDays(today, started.first), at)))] : []),
    ...phases.map(({ on, phase, reason }, turn) =>
      then(on, async (at) => {
        await endOfPhase(phase, reason, stage, at)
        if (turn === 0 && story.goLive !== undefined) must(await sayGoLive(db, id(), owner, addDays(today, story.goLive), at))
      }),
    ),
    ...(joining ? [then(joining.on, (at) => offer(joining.into, joining.reason, stage, at))] : []),
    ...(handover
      ? [then(handover.on, async (at) => must(await askForOwner(db, id(), owner, { chosen: who(handover.to).person }, at)))]
      : []),
    ...(ended ? [then(ended.on, (at) => endingOf(ended, stage, at))] : []),
  ]
}

/** The step that leads from where the project is to where the story goes. */
async function endOfPhase(to: Phase, reason: string, { db, owner, published }: ProjectStage, at: Moment): Promise<void> {
  const { id } = published()
  const project = (await lookUpProject(db, id, at.zone)) ?? fail('a project is missing')
  const steps = PHASES.indexOf(to) - PHASES.indexOf(phaseOf(project))
  const step = steps > 0 ? 'go on' : steps < 0 ? 'back' : 'stay'
  must(await sayPhase(db, id, owner, { step, reason, seen: project.phaseEnds?.[0]?.id ?? '' }, at))
}

const projectCalled = (title: string, { titles }: ProjectStage) => titles.get(title) ?? fail(`nothing is called ${title}`)

async function offer(title: string, reason: string, stage: ProjectStage, at: Moment): Promise<string> {
  const { id: into } = projectCalled(title, stage)
  return must(await offerToMerge(stage.db, stage.published().id, stage.owner, { into, reason }, at)).offer
}

async function endingOf({ how, to, into = '', lesson }: NonNullable<DemoProject['ended']>, stage: ProjectStage, at: Moment): Promise<void> {
  const { db, owner, published } = stage
  if (how !== 'merged') {
    must(await endProject(db, published().id, owner, how, { ...lesson, ...(to ? { handedTo: to } : {}) }, at))
    return
  }
  const offered = await offer(into, lesson.reason, stage, at)
  must(await acceptMerge(db, offered, projectCalled(into, stage).owner, at))
}
