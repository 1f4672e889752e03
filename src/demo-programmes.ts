/** The programmes of the demo: who opens them, who joins, and what pairs say. The clock matches them, asks, and ends them. */
import { addDays, type Moment } from './basics/day.ts'
import { isSector } from './basics/sector.ts'
import { answerOf } from './demo-answer.ts'
import type { DemoProgramme, DemoSide } from './demo-pack.ts'
import { fail, must, type Scene, type Stage } from './demo-scene.ts'
import { listPartnersOf } from './features/partnerships/actions.ts'
import { joinProgramme, openProgramme, waitForSide } from './features/programmes/actions.ts'
import type { Who } from './features/programmes/programme.ts'
import type { NewSide } from './features/programmes/programme-form.ts'

export function scenesOfProgramme(story: DemoProgramme, stage: Stage): Scene[] {
  const { db, who, today } = stage
  const { by, on, title, what, left, right, scarce, head = 0, closes, first, last, meetings } = story
  let made = ''
  const open = async (at: Moment): Promise<void> => {
    const sideIn = async (side: DemoSide, opensOn: string): Promise<NewSide> => {
      return { name: side.name, who: await whoIn(stage, by, side, at), capacity: side.capacity ?? 1, opensOn }
    }
    const later = addDays(at.today, head)
    const days = { closesOn: addDays(today, closes), firstDay: addDays(today, first), lastDay: addDays(today, last) }
    const sides = {
      left: await sideIn(left, scarce === 'right' ? later : at.today),
      right: await sideIn(right, scarce === 'left' ? later : at.today),
    }
    made = must(await openProgramme(db, who(by), { title, what, ...sides, ...days, meetings }, at))
  }
  return [
    { on, play: open },
    ...story.joined.map(
      ({ who: key, side, on, partners = 1 }): Scene => ({
        on,
        play: async (at) => void must(await joinProgramme(db, made, who(key), { side, partners }, at)),
      }),
    ),
    ...(story.waits ?? []).map(
      ({ who: key, side, on }): Scene => ({ on, play: async (at) => void must(await waitForSide(db, made, who(key), side, at)) }),
    ),
    ...(story.said ?? []).map(
      ({ by: key, on, to, answer, line }): Scene => ({ on, play: (at) => answerOf(stage, key, to, answer, at, line) }),
    ),
  ]
}

/** "everybody", "sector health", "own": the organisation of whoever opens it; "both": it and its partner. */
async function whoIn({ db, who }: Stage, by: string, { who: said = 'everybody' }: DemoSide, at: Moment): Promise<Who> {
  const [is, of = ''] = said.split(' ')
  const own = who(by).organisation ?? ''
  if (is === 'sector' && isSector(of)) return { is, of }
  if (is === 'everybody') return { is }
  const [partner] = await listPartnersOf(db, own, at.today)
  if (!partner) return fail(`${by} has no partner`)
  if (is === 'both') return { is: 'partnership', of: partner.partnership, name: '', organisations: [own, partner.id] }
  return is === 'own' ? { is: 'organisation', of: own, name: '' } : { is: 'organisation', of: partner.id, name: partner.name }
}
