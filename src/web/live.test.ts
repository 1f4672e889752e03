/** Streams of news: one question for all who listen, and an end when nobody does or the house is closed. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { openLive } from './live.ts'

const SOON = { askEvery: 5, aliveEvery: 1000 }
const by = (heard?: string, source = '192.0.2.1') => ({ source, heard })

/** Reads until a piece matches, and returns it. */
async function hear(body: ReadableStreamDefaultReader<Uint8Array>, what: RegExp): Promise<string> {
  for (;;) {
    const { value, done } = await body.read()
    if (done) assert.fail('The stream has ended.')
    const piece = new TextDecoder().decode(value)
    if (what.test(piece)) return piece
  }
}
const listenTo = (live: ReturnType<typeof openLive>, ask: () => Promise<string>, heard?: string) =>
  (live.listen('topic', ask, by(heard)) ?? assert.fail('Nobody may listen.')).getReader()

it('asks once for all who listen, tells each what is new, and stops to ask when nobody listens', async (test) => {
  const live = openLive(SOON)
  test.after(() => live.stop())
  let asked = 0
  let answer = (_: string) => {}
  const ask = () => {
    asked++
    return new Promise<string>((resolve) => {
      answer = resolve
    })
  }
  const all = Array.from({ length: 20 }, () => listenTo(live, ask))
  for (const each of all) assert.match(await hear(each, /retry/), /^retry: \d+\n\n$/)
  const answered = async (text: string) => {
    const number = asked
    answer(text)
    while (asked === number) await pause(1)
  }
  // The first answer may be older than the pages of those who came while it was looked for.
  await answered('one')
  assert.equal(asked, 2)
  await answered('one')
  for (const each of all) assert.match(await hear(each, /data/), /^id: \S+\ndata: one\n\n$/)
  await answered('two\nlines')
  for (const each of all) assert.match(await hear(each, /data/), /data: two\ndata: lines\n\n$/)
  answer('two\nlines')
  for (const each of all) await each.cancel()
  assert.equal(live.count(), 0)
  await pause(20)
  const before = asked
  await pause(20)
  assert.equal(asked, before)
})

it('tells nobody again what they have heard, nor what is older than their page', async () => {
  const live = openLive(SOON)
  const first = listenTo(live, async () => 'one')
  const [, id = ''] = /^id: (\S+)/.exec(await hear(first, /data/)) ?? []
  let answer = (_: string) => {}
  const slow = () =>
    new Promise<string>((resolve) => {
      answer = resolve
    })
  const back = listenTo(live, slow, id)
  await hear(back, /retry/)
  const told = hear(back, /data/)
  assert.equal(await Promise.race([told, pause(30, 'nothing')]), 'nothing')
  answer('')
  await Promise.all([live.stop(), told.catch(() => {})])
})

it('says now and then that it is alive, and goes on after a fault', async () => {
  const faults: unknown[] = []
  const live = openLive({ askEvery: 2, aliveEvery: 10, onFault: (fault) => faults.push(fault) })
  let turn = 0
  const body = listenTo(live, async () => (turn++ === 0 ? Promise.reject(new Error('no database')) : 'one'))
  assert.equal(await hear(body, /alive/), ': alive\n\n')
  await hear(body, /one/)
  assert.equal(faults.length, 1)
  await live.stop()
})

it('has a limit, does not count those who never read, and ends every stream when it stops', async () => {
  const live = openLive({ ...SOON, most: 3, mostFromOne: 2 })
  const ask = async () => 'one'
  live.listen('topic', ask, by())
  const [one, two] = [listenTo(live, ask), listenTo(live, ask)]
  for (const each of [one, two]) await hear(each, /data/)
  assert.equal(live.listen('topic', ask, by()), undefined)
  const other = live.listen('other', ask, by(undefined, '192.0.2.2'))?.getReader()
  await other?.read()
  assert.equal(live.count(), 3)
  assert.equal(live.listen('other', ask, by(undefined, '192.0.2.3')), undefined)
  await live.stop()
  for (const each of [one, two]) assert.equal((await each.read()).done, true)
  assert.equal(live.count(), 0)
  assert.equal(live.listen('topic', ask, by()), undefined)
})
