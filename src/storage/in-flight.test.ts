/** Work that nobody waits for lets requests go first, and goes on all the same. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { countingQueries, giveWay } from './in-flight.ts'

/** A request that is answered when we say so. */
function aRequest(): { answer(): void; answered: Promise<void> } {
  let answer = () => {}
  const answered = countingQueries(
    { queries: 0 },
    () =>
      new Promise<void>((resolve) => {
        answer = resolve
      }),
  )
  return { answer: () => answer(), answered }
}

/** What has happened, in order. */
function heard() {
  const all: string[] = []
  return { all, when: (what: string, happens: Promise<unknown>) => happens.then(() => void all.push(what)) }
}

it('waits for every request in flight', async () => {
  const { all, when } = heard()
  const [one, other] = [aRequest(), aRequest()]
  const work = when('work', giveWay())
  await setImmediate()
  assert.deepEqual(all, [])
  for (const { answer, answered } of [one, other]) {
    answer()
    await when('answered', answered)
  }
  await work
  assert.deepEqual(all.at(-1), 'work')
})

it('goes on after a moment, however long a request takes', async () => {
  const { answer, answered } = aRequest()
  await giveWay()
  answer()
  await answered
})

it('waits for nobody where there is no request, nor within one', async () => {
  const { all, when } = heard()
  const { answer, answered } = aRequest()
  await countingQueries({ queries: 0 }, async () => {
    const within = when('within', giveWay())
    await setImmediate()
    assert.deepEqual(all, ['within'])
    await within
  })
  answer()
  await answered
  const alone = when('alone', giveWay())
  await setImmediate()
  assert.deepEqual(all, ['within', 'alone'])
  await alone
})
