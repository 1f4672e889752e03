/** The clock as people use it: through the running server, and without one. */
import assert from 'node:assert/strict'
import { mkdtemp, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { askControl, type Words } from '../src/control.ts'
import { aDemo, type Ended, runCommand, startServing } from './serving.ts'

const MANUAL = { APPSTARTER_CLOCK: 'manual' }
const aFolder = async (): Promise<string> => join(await mkdtemp(join(tmpdir(), 'clock-')), 'data')
const DAY = 86_400_000

type Facts = { now?: string; ran?: { at: string; kind: string; done: number; failed: number } | number; failed?: number }
const factsOf = ({ out }: Ended): Facts[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
const timeIn = (ended: Ended): number => Date.parse(factsOf(ended).at(-1)?.now ?? '')
const clock = (folder: string, ...words: string[]): Promise<Ended> =>
  runCommand(['clock', ...words], { APPSTARTER_DATA: folder, ...MANUAL })

/** What the running server says to it. */
async function ask(folder: string, command: string, words: Words): Promise<unknown> {
  const heard: unknown[] = []
  await askControl({ data: folder, databaseUrl: undefined }, command, words, ({ facts }) => heard.push(facts))
  return heard.at(-1)
}

function assertRefused(ended: Ended, code: number, sentence: RegExp): void {
  assert.match(ended.said, sentence)
  assert.deepEqual([ended.code, ended.out], [code, ''])
}

describe('the clock', () => {
  it('is moved through the running server, and every page says what it shows', async () => {
    const none = await aFolder()
    assertRefused(await clock(none), 1, /^There is no chapter here yet/)
    await assert.rejects(stat(none), { code: 'ENOENT' })
    const folder = await aDemo()
    const serving = await startServing(folder, MANUAL)
    try {
      const before = Date.parse(((await ask(folder, 'clock', {})) as Facts).now ?? '')
      const moved = await clock(folder, '--advance', '2d', '--json')
      assert.equal(timeIn(moved), before + 2 * DAY)
      const steps = factsOf(moved).flatMap(({ ran }) => (typeof ran === 'object' ? [ran] : []))
      const times = steps.map(({ at }) => at)
      assert.deepEqual(times, [...times].sort())
      assert.ok(steps.some(({ done }) => done > 0) && steps.every(({ failed }) => failed === 0))
      assert.equal(
        steps.reduce((sum, { done }) => sum + done, 0),
        factsOf(moved).at(-1)?.ran,
      )
      const shown = /by hand: it is (\d+ \w+ \d{4}), \d\d:\d\d\./.exec((await serving.visitor().get('/')).text)?.[1]
      assert.equal(Date.parse(`${shown} UTC`), Math.floor(timeIn(moved) / DAY) * DAY)
      assertRefused(await clock(folder, '--set', '2020-01-01T09:00'), 1, /^It is \w+ .* here already, and a clock never goes back\.\n$/)
      assertRefused(await clock(folder, '--advance', 'soon'), 2, /^--advance needs a span like 14d/)
      assertRefused(await clock(folder, '--set', '2030-01-01', '--advance', '1d'), 2, /^Say --set or --advance, not both/)
      await assert.rejects(ask(folder, 'clock', { set: 'soon' }), /--set needs a time like/)
      const chapter = await ask(folder, 'chapter', {
        remind: '5,10',
        expire: '21',
        holiday: ['2029-12-24=Christmas Eve'],
        work: '2029-12-26',
      })
      const { asks, holidays } = chapter as { asks: object; holidays: { day: string; name: string }[] }
      assert.deepEqual(asks, { remindAfter: [5, 10], days: 21 })
      assert.deepEqual(
        holidays.filter(({ day }) => day.startsWith('2029-12')),
        [
          { day: '2029-12-24', name: 'Christmas Eve' },
          { day: '2029-12-25', name: 'Christmas Day' },
        ],
      )
      const refused = ['chapter', '--expire', '30', '--work', '2029-12-27']
      assertRefused(await runCommand(refused, { APPSTARTER_DATA: folder }), 1, /^2029-12-27: This day is a working day already\.\n$/)
      assert.match((await runCommand(['chapter'], { APPSTARTER_DATA: folder })).out, /after 5 and 10 days, and ends after 21/)
    } finally {
      await serving.stop()
    }
    // Without a server the same folder goes on, and by the machine's clock it would lie in the future.
    const alone = await clock(folder, '--advance', '36h', '--json')
    assert.deepEqual([alone.code, factsOf(alone).at(-1)?.failed], [0, 0])
    assert.match((await clock(folder)).out, /^It is .* by a clock that is moved by hand\.\n\nNext\n {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}/)
    assertRefused(
      await runCommand(['serve'], { PORT: '0', APPSTARTER_DATA: folder }),
      1,
      /has been moved by hand, to .* Set APPSTARTER_CLOCK=manual/,
    )
  })

  it("shows what is due, and is not moved, where it is the machine's", async () => {
    const folder = await aFolder()
    await runCommand(['new-chapter', folder, '--name', 'Harbour', '--broker', 'b@council.example', '--pack', 'none'])
    const environment = { APPSTARTER_DATA: folder }
    assert.match(
      (await runCommand(['clock'], environment)).out,
      /by the machine's clock\.\n\nNext\n.* plan digest .*\n\nAll\n +1 {2}plan digest\b/,
    )
    assertRefused(
      await runCommand(['clock', '--advance', '1d'], environment),
      1,
      /^The clock here is the machine's\..*APPSTARTER_CLOCK=manual\.\n$/,
    )
    const serving = await startServing(folder)
    await serving.stop('SIGKILL')
    // The dead server's socket and lock are in nobody's way.
    assert.match((await runCommand(['clock'], environment)).out, /upkeep of the database {2}chapter\n/)
  })
})
