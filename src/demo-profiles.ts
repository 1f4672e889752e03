/** What people of the demo tell when they have more than a minute: of themselves, whom they would meet, and from whom they keep away. */
import { addDays } from './basics/day.ts'
import type { DemoProfile } from './demo-pack.ts'
import { must, type Scene, type Stage } from './demo-scene.ts'
import { blockPerson, changeBoundaries, reportPerson } from './features/boundaries/actions.ts'
import { tellDetails } from './features/profiles/actions.ts'

/** After the day on which everybody has said what they have. */
const TOLD = -7

export function scenesOfProfile(key: string, profile: DemoProfile, { db, who, today }: Stage): Scene[] {
  const { tells, finds, paused, blocks = [], reports = [] } = profile
  const own = who(key)
  const tell: Scene = {
    on: TOLD,
    async play(at) {
      await tellDetails(db, own.person, tells, at)
      const pausedUntil = paused === undefined ? {} : { pausedUntil: addDays(today, paused) }
      if (finds || paused !== undefined)
        await changeBoundaries(db, own.person, { hides: false, isAnonymous: false, ...finds, ...pausedUntil }, at)
      for (const other of blocks) must(await blockPerson(db, own, who(other).person, at))
    },
  }
  return [
    tell,
    ...reports.map(
      ({ who: reported, on, why }): Scene => ({
        on,
        play: async (at) => void must(await reportPerson(db, own, who(reported).person, { reason: why, blocks: false }, at)),
      }),
    ),
  ]
}
