/** A turn of a round is planned in a thread: the same plan as here, with progress, and it can be stopped. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Neighbourhood } from '../src/matching/closeness.ts'
import { Cancelled } from '../src/matching/pairs/match-pairs.ts'
import { planRound } from '../src/matching/rounds/round.ts'
import { betweenOf, type RoundRequest } from '../src/matching/rounds/round-request.ts'
import { planInThread, planInView } from '../src/round-thread.ts'
import { aPopulation } from './population.ts'

const { candidates, vocabulary } = aPopulation(51, 60)
const skills = [...vocabulary.terms.values()]
const [a = '', b = ''] = candidates.map(({ id }) => id)
const request: RoundRequest = {
  guests: candidates.map((each) => ({ ...each, threeIsFine: true })),
  rules: { size: 2, across: ['sector'] },
  between: { blocked: [[a, b]], manages: [], metLately: [] },
  met: [],
  leftOut: new Set([a]),
  together: [],
  apart: [],
  seed: 3,
}

it('plans in a thread what would be planned here, and says how far it is', async () => {
  const told: number[] = []
  const { plan } = planInThread(request, { skills }, (done, of) => void told.push(done / of))
  assert.deepEqual(await plan, planRound({ ...request, between: betweenOf(request.between) }, new Neighbourhood(vocabulary)))
  assert.equal(told.at(-1), 1)
})
it('stops when nobody waits any more', async () => {
  const planning = planInThread(request, { skills })
  planning.cancel()
  await assert.rejects(planning.plan, Cancelled)
})
it('asks whether it goes on, goes on while nobody can say, and stops when it does not', async () => {
  const answers = [() => Promise.reject(new Error('the database is away')), async () => false]
  const planning = planInView(request, { skills }, () => (answers.shift() ?? (async () => false))(), 1)
  await assert.rejects(planning, Cancelled)
  assert.deepEqual(answers, [])
})
