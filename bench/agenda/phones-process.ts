/** Phones in a room with bad wifi: each takes a card, thinks, scores, and sends again whatever it had no answer to. */
import { Agent, request } from 'node:http'
import { Chance } from '../chance.ts'
import type { Phones, Told } from './phones.ts'

process.on('message', (phones: Phones) => {
  run(phones).then(
    (told) => process.send?.(told),
    (fault: Error) => process.send?.({ fault: fault.message }),
  )
})

type Answer = { status: number; text: string }
const PATIENCE = 20_000

async function run({ port, event, cookies, seconds, seed }: Phones): Promise<Told> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const told: Told = { posts: [], pages: [], statuses: {}, scored: 0, resent: 0, dropped: 0 }
  const score = `/events/${event}/score`

  const ask = (method: string, path: string, cookie: string, body = '', dropAfter?: number): Promise<Answer | undefined> =>
    new Promise((resolve) => {
      const began = performance.now()
      const form =
        body || method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded', origin: `http://localhost:${port}` } : {}
      const headers = { host: `localhost:${port}`, cookie, ...form }
      const asked = request({ host: '127.0.0.1', port, method, path, headers, agent, timeout: PATIENCE }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', () => resolve(undefined))
        answer.on('end', () => {
          ;(method === 'POST' ? told.posts : told.pages).push(performance.now() - began)
          const status = answer.statusCode ?? 0
          told.statuses[status] = (told.statuses[status] ?? 0) + 1
          resolve({ status, text: Buffer.concat(parts).toString() })
        })
      })
      asked.on('error', () => resolve(undefined))
      asked.on('timeout', () => asked.destroy())
      if (dropAfter !== undefined) setTimeout(() => asked.destroy(), dropAfter)
      asked.end(body)
    })

  const phone = async (cookie: string, chance: Chance): Promise<void> => {
    const pause = (most: number) => new Promise((resolve) => setTimeout(resolve, most * 1000 * chance.number()))
    await pause(seconds / 2)
    await ask('POST', `/events/${event}/deals`, cookie)
    for (;;) {
      const page = await ask('GET', score, cookie)
      const deal = /name="deal" value="(\w+)"/.exec(page?.text ?? '')?.[1]
      if (deal === undefined) break
      await pause(seconds / 6)
      const body = `deal=${deal}&points=${chance.whole(1, 5)}`
      // Some lose the network in the moment of sending, and some press twice.
      const drop = chance.is(0.05) ? 20 * chance.number() : undefined
      const answer = ask('POST', `/events/${event}/scores`, cookie, body, drop)
      told.dropped += Number(drop !== undefined)
      if (drop === undefined && chance.is(0.1)) {
        told.resent++
        await ask('POST', `/events/${event}/scores`, cookie, body)
      }
      for (let done = await answer; !done; ) done = await ask('POST', `/events/${event}/scores`, cookie, body)
      told.scored++
    }
  }
  await Promise.all(cookies.map((cookie, at) => phone(cookie, new Chance(seed + at))))
  agent.destroy()
  return told
}
