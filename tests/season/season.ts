/** Lives one season on a database and checks it afterwards; a failure says which season it was. */
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Storage } from '../../src/storage/db.ts'
import { type Engine, openEmpty } from '../databases.ts'
import { CHECKS } from './checks.ts'
import { type Lived, liveSeason } from './driver.ts'
import { journalAgrees } from './journal-checks.ts'
import type { Plan } from './people.ts'

const MOST_SHOWN = 20

export function describeSeason(plan: Plan, engine: Engine, skip: string | false = false): void {
  const title = `a season of ${plan.people} people, ${plan.projects} projects and ${plan.weeks} weeks (${engine}, seed ${plan.seed})`
  describe(title, { skip }, () => {
    let storage: Storage
    let lived: Lived
    before(async () => {
      storage = await openEmpty(engine)
      lived = await liveSeason(storage, plan).catch((fault) => {
        throw new Error(`The season with seed ${plan.seed} broke off`, { cause: fault })
      })
    })
    after(() => storage?.close())

    for (const [sentence, check] of Object.entries({ ...CHECKS, 'the journal agrees with the tables': journalAgrees }))
      it(sentence, async () => {
        const wrong = await check(lived)
        assert.equal(wrong.length, 0, `Seed ${plan.seed}: ${wrong.length} faults\n${wrong.slice(0, MOST_SHOWN).join('\n')}`)
      })
    it('was lived by many', (context) => {
      const { sent, pressed, world } = lived
      context.diagnostic(`${world.carried.length} letters left, ${sent.length} came in, ${pressed.length} answers by page`)
      assert.ok(sent.length > plan.people / 2)
    })
  })
}
