/** How well two fit: the same whoever asks, and the same with and without the reasons. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { aPopulation } from '../../tests/population.ts'
import { Neighbourhood } from './closeness.ts'
import { scoreAmong } from './pair-score.ts'

it('scores two alike, whoever is named first, and whether reasons are asked for or not', () => {
  const { candidates, vocabulary } = aPopulation(15, 60)
  const people = candidates.map((each, at) => ({ ...each, missedOut: at % 5, wishes: at % 2 === 0 ? each.wishes : (['nearby'] as const) }))
  const score = scoreAmong(new Neighbourhood(vocabulary), people)
  for (const a of people)
    for (const b of people) {
      const { score: asked, addends } = score.fit(a, b)
      assert.deepEqual([score.score(a, b), score.score(b, a)], [asked, asked])
      assert.ok(addends.every(({ share }) => share >= 0 && share <= 1 + 1e-9))
    }
})
