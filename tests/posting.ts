/** Kills the real server amid sending, over and over: no letter is lost, and a crash doubles one letter at most. */
import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openChapter } from '../src/features/chapters/actions.ts'
import { tell } from '../src/features/letters/actions.ts'
import { personWithAddress } from '../src/features/people/actions.ts'
import { EMBEDDED_WORKER } from '../src/root.ts'
import { type Db, sql, together } from '../src/storage/db.ts'
import { openEmbedded } from '../src/storage/embedded.ts'
import { migrate } from '../src/storage/migrations.ts'
import { ZONE } from './cast.ts'
import { aMailServer, type MailServer } from './mail-server.ts'
import { startServing, until } from './serving.ts'

const PEOPLE = 20
/** So many letters leave at least before the next kill. */
const [FEWEST, MOST] = [1, 12]
/** Milliseconds: longer than a letter takes, so that a kill falls into any moment. */
const LATEST = 20

export type Posted = { kills: number; letters: number; doubled: number; mostInDoubt: number }

export async function killWhileSending(kills: number): Promise<Posted> {
  const folder = await mkdtemp(join(tmpdir(), 'posting-'))
  const letters = kills * MOST + 50
  await inFolder(folder, (db) => writeLetters(db, letters))
  // Slow enough that a kill falls into every step, also between what the server has taken and what it says.
  const server = await aMailServer((line) => (line === '.' ? randomInt(0, 12) : undefined))
  let mostInDoubt = 0
  let before = new Map<string, number>()
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const serving = await startServing(folder, { APPSTARTER_MAIL: server.url })
      const enough = server.taken.length + randomInt(FEWEST, MOST)
      await until(() => server.taken.length >= enough)
      await new Promise((resolve) => setTimeout(resolve, randomInt(0, LATEST)))
      await serving.stop('SIGKILL')
      await server.quiet()
      const taken = await inFolder(folder, (db) => takenButWaiting(db, server))
      const inDoubt = [...taken].reduce((sum, [id, times]) => sum + times - (before.get(id) ?? 0), 0)
      before = taken
      assert.ok(inDoubt <= 1, `After kill ${kill} the mail server has ${inDoubt} letters that we would send again`)
      mostInDoubt = Math.max(mostInDoubt, inDoubt)
    }
    const serving = await startServing(folder, { APPSTARTER_MAIL: server.url })
    // What was in doubt after the last kill comes again, and may be the last of all.
    const isAgain = ([id, times]: [string, number]) => idsIn(server).filter((each) => each === id).length > times
    await until(() => new Set(idsIn(server)).size === letters && [...before].every(isAgain))
    await serving.stop()
  } finally {
    await server.close()
  }
  const left = await inFolder(folder, (db) => sql<{ state: string }>`select state from letters where state <> 'sent'`.execute(db))
  assert.deepEqual(left.rows, [], 'every letter that was taken is written down as sent')
  const all = idsIn(server)
  return { kills, letters, doubled: all.length - new Set(all).size, mostInDoubt }
}

async function inFolder<T>(folder: string, work: (db: Db) => Promise<T>): Promise<T> {
  const storage = await openEmbedded(folder, EMBEDDED_WORKER)
  try {
    await migrate(storage.db)
    return await work(storage.db)
  } finally {
    await storage.close()
  }
}

const writeLetters = (db: Db, letters: number): Promise<void> =>
  together(db, async (tx) => {
    const now = new Date()
    await openChapter(tx, { name: 'Posting', kind: 'real', zone: ZONE }, now)
    const people: string[] = []
    for (let number = 0; number < PEOPLE; number++) people.push((await personWithAddress(tx, `person${number}@town.example`, now)).id)
    for (let number = 0; number < letters; number++) {
      const facts = { claim: '01kaa8mvr00001abcdefghjkmn', organisation: `Letter ${number}`, broker: '', line: '' }
      await tell(tx, people[number % PEOPLE] ?? '', 'claim declined', facts, now)
    }
  })

/** Letters that would leave again, and how often the mail server has each; no time is lost until the dead process's leases end. */
async function takenButWaiting(db: Db, server: MailServer): Promise<Map<string, number>> {
  await sql`update due_work set due_at = ${new Date()} where kind = 'send letter' and due_at > ${new Date()}`.execute(db)
  const { rows } = await sql<{ id: string }>`select id from letters where state = 'waiting'`.execute(db)
  const taken = idsIn(server)
  const times = rows.map(({ id }): [string, number] => [id, taken.filter((each) => each === id).length])
  return new Map(times.filter(([, count]) => count > 0))
}

const idsIn = (server: MailServer): string[] =>
  server.taken.map(({ data }) => /^Message-ID: <(\w{26})@/im.exec(data)?.[1] ?? assert.fail(data))
