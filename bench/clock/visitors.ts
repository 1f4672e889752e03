/** People who read pages at their own pace: each asks, reads, and waits a little before the next page. */
import { Agent, get, request } from 'node:http'

const PAUSE = 50

export type Visitors = { times: number[]; failures: number; stop(): Promise<void> }

export function sendVisitors(port: number, count: number, paths: readonly string[], cookie: string): Visitors {
  const agent = new Agent({ keepAlive: true })
  const visitors: Visitors = { times: [], failures: 0, stop: async () => {} }
  let isOver = false
  const visit = async (first: number): Promise<void> => {
    for (let turn = first; !isOver; turn++) {
      const asked = performance.now()
      if ((await statusOf(agent, port, paths[turn % paths.length] ?? '/', cookie)) !== 200) visitors.failures++
      visitors.times.push(performance.now() - asked)
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }
  const all = Promise.all(Array.from({ length: count }, (_, index) => visit(index)))
  visitors.stop = async () => {
    isOver = true
    await all
    agent.destroy()
  }
  return visitors
}

const statusOf = (agent: Agent, port: number, path: string, cookie: string): Promise<number> =>
  new Promise((resolve, reject) =>
    get({ agent, host: '127.0.0.1', port, path, headers: { host: `localhost:${port}`, cookie } }, (answer) =>
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0)),
    ).on('error', reject),
  )

export const textOf = (port: number, path: string): Promise<string> =>
  new Promise((resolve, reject) =>
    get({ host: '127.0.0.1', port, path, headers: { host: `localhost:${port}` } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (piece: string) => {
        text += piece
      })
      answer.on('end', () => resolve(text))
    }).on('error', reject),
  )

/** The session of the first of the demo's cast. */
export async function signIn(port: number): Promise<string> {
  const person = /<button[^>]*\svalue="(\w{26})"/.exec(await textOf(port, '/demo'))?.[1] ?? ''
  const origin = `http://localhost:${port}`
  const headers = { host: `localhost:${port}`, origin, 'content-type': 'application/x-www-form-urlencoded' }
  return new Promise((resolve, reject) =>
    request({ host: '127.0.0.1', port, path: '/demo/sign-in', method: 'POST', headers }, (answer) => {
      answer.resume()
      resolve(answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '')
    })
      .on('error', reject)
      .end(`person=${person}`),
  )
}
