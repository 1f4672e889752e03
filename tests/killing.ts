/** Kills the real server amid pledges, over and over, and looks whether everything that it acknowledged is still there. */
import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { EMBEDDED_WORKER } from '../src/root.ts'
import { sql } from '../src/storage/db.ts'
import { openEmbedded } from '../src/storage/embedded.ts'
import { aDemo, type Serving, startServing } from './serving.ts'

/** What a person did last with one role, as far as the server has acknowledged it. */
type Pair = { cookie: string; role: string; isUsable: boolean; line: string; state: 'none' | 'offered' | 'withdrawn'; isOpen: boolean }
type Promised = Map<string, 'offered' | 'withdrawn' | 'either'>

/** As many as one connection to the database keeps busy. */
const [MOST_PEOPLE, MOST_ROLES] = [6, 6]

export type Killed = { rounds: number; acknowledged: number; undecided: number; unasked: number }

export async function killOverAndOver(rounds: number): Promise<Killed> {
  const folder = await aDemo()
  const promised: Promised = new Map()
  let pairs: Pair[] | undefined
  for (let round = 1; round <= rounds; round++) {
    // That it starts at all shows that the dead process's lock was taken over.
    const serving = await startServing(folder)
    try {
      pairs ??= await allPairs(serving.origin)
      await Promise.all(pairs.filter(({ isUsable }) => isUsable).map((pair) => assertKept(serving.origin, pair)))
      await pledgeUntilKilled(serving, pairs, round, promised)
    } finally {
      await serving.stop('SIGKILL')
    }
  }
  const kept = await rowsOf(folder)
  for (const [line, state] of promised) {
    const row = kept.get(line)
    if (state === 'either') continue
    assert.equal(row, state, `The acknowledged pledge "${line}" is ${row ?? 'lost'}`)
  }
  const all = [...promised.values()]
  return {
    rounds,
    acknowledged: all.filter((state) => state !== 'either').length,
    undecided: all.filter((state) => state === 'either').length,
    unasked: [...kept.keys()].filter((line) => /^round/.test(line) && !promised.has(line)).length,
  }
}

const post = (origin: string, path: string, cookie: string, fields: Record<string, string>) =>
  fetch(origin + path, { method: 'POST', redirect: 'manual', headers: { cookie, origin }, body: new URLSearchParams(fields) })
const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const get = (origin: string, path: string, cookie: string) => fetch(origin + path, { redirect: 'manual', headers: { cookie } })

/** Everybody of the demo with every role that takes pledges. */
async function allPairs(origin: string): Promise<Pair[]> {
  const page = async (path: string, cookie = '') => (await get(origin, path, cookie)).text()
  const people = [...(await page('/demo')).matchAll(/<button[^>]*\svalue="(\w{26})"/g)].map(([, id = '']) => id)
  const cookies = await Promise.all(
    people.slice(0, MOST_PEOPLE).map(async (person) => {
      const reply = await post(origin, '/demo/sign-in', '', { person })
      assert.equal(reply.status, 303)
      return reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    }),
  )
  const projects = [...new Set((await page('/projects')).match(/\/projects\/[0-9a-z]{26}/g) ?? [])]
  const roles = new Set<string>()
  for (const project of projects) {
    for (const cookie of cookies.slice(0, 2))
      for (const [, role = ''] of (await page(project, cookie)).matchAll(/\/roles\/(\w+)\/pledge/g)) roles.add(role)
  }
  assert.ok(cookies.length === MOST_PEOPLE && roles.size > 2, `${cookies.length} people, ${roles.size} roles`)
  return cookies.flatMap((cookie) =>
    [...roles].slice(0, MOST_ROLES).map((role): Pair => ({ cookie, role, isUsable: true, line: '', state: 'none', isOpen: true })),
  )
}

/** Everybody pledges and withdraws as fast as the server answers, until it has answered some random number of times and is killed. */
async function pledgeUntilKilled(serving: Serving, pairs: Pair[], round: number, promised: Promised): Promise<void> {
  const last = randomInt(5, 60)
  let answered = 0
  let isDead = false
  const note = (): void => {
    if (++answered !== last) return
    isDead = true
    serving.process.kill('SIGKILL')
  }
  const turn = async (pair: Pair, index: number): Promise<void> => {
    for (let time = 1; pair.isUsable && !isDead; time++) {
      if (pair.state !== 'offered') await offer(pair, `round ${round} pair ${index} time ${time}`)
      else await withdraw(pair)
    }
  }
  async function offer(pair: Pair, line: string): Promise<void> {
    Object.assign(pair, { line, isOpen: true })
    promised.set(line, 'either')
    const reply = await post(serving.origin, `/roles/${pair.role}/pledges`, pair.cookie, {
      hours: '2',
      from: dayFromNow(0),
      until: dayFromNow(1),
      line,
    })
    if (reply.status !== 303) {
      assert.equal(reply.status, 422)
      promised.delete(line)
      pair.isUsable = false // their own project, or no organisation
    } else {
      promised.set(line, 'offered')
      pair.state = 'offered'
    }
    pair.isOpen = false
    note()
  }
  async function withdraw(pair: Pair): Promise<void> {
    const path = (await get(serving.origin, `/roles/${pair.role}/pledge`, pair.cookie)).headers.get('location') ?? ''
    assert.match(path, /^\/pledges\/\w{26}$/)
    pair.isOpen = true
    promised.set(pair.line, 'either')
    const reply = await post(serving.origin, `${path}/withdrawal`, pair.cookie, {})
    assert.equal(reply.status, 303)
    promised.set(pair.line, 'withdrawn')
    Object.assign(pair, { state: 'withdrawn', isOpen: false })
    note()
  }
  const turns = pairs.map((pair, index) =>
    turn(pair, index).catch((fault) => {
      // Cut off by the kill; anything else is a fault of its own.
      if (!isDead || fault instanceof assert.AssertionError) throw fault
    }),
  )
  const done = await Promise.allSettled(turns)
  if (!isDead) serving.process.kill('SIGKILL')
  const { signal } = await serving.ended
  for (const each of done) if (each.status === 'rejected') throw each.reason
  assert.equal(signal, 'SIGKILL', serving.said.text)
  assert.ok(isDead, 'Nobody could pledge any more: this has shown nothing')
}

/** After a start the same person sees what was acknowledged; what was cut off may have happened or not, and is looked up. */
async function assertKept(origin: string, pair: Pair): Promise<void> {
  const reply = await get(origin, `/roles/${pair.role}/pledge`, pair.cookie)
  assert.ok(reply.status === 200 || reply.status === 303, `${reply.status}: a session was lost`)
  const isLiving = reply.status === 303
  if (isLiving) assert.match(reply.headers.get('location') ?? '', /^\/pledges\//, 'a session was lost')
  if (!pair.isOpen) assert.equal(isLiving, pair.state === 'offered', `${pair.line} was acknowledged as ${pair.state}`)
  // What they pledged in the demo's past is not ours to play with.
  if (isLiving && pair.line === '') pair.isUsable = false
  pair.isOpen = false
  pair.state = isLiving ? 'offered' : 'none'
}

async function rowsOf(folder: string): Promise<Map<string, string>> {
  const storage = await openEmbedded(folder, EMBEDDED_WORKER)
  try {
    const { rows } = await sql<{ line: string; state: string }>`select line, state from pledges`.execute(storage.db)
    return new Map(rows.map(({ line, state }) => [line, state]))
  } finally {
    await storage.close()
  }
}
