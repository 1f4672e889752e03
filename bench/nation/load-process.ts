/** The clients: each asks, reads the whole answer, and asks again over the same connection. */
import { Agent, request } from 'node:http'
import type { Ask, Job, Loaded } from './load.ts'

/** Of each connection, what had come through it when its last answer ended. */
const readBefore = new WeakMap<object, number>()

process.on('message', (job: Job) => {
  run(job).then(
    (loaded) => process.send?.(loaded),
    (fault: Error) => process.send?.({ fault: `${fault.message} (port ${job.port})` }),
  )
})

async function run({ port, asks, clients, requests, seconds, pause = 0 }: Job): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const loaded: Loaded = { times: [], seconds: 0, bytes: 0, statuses: {} }
  const began = performance.now()
  const until = seconds === undefined ? Number.POSITIVE_INFINITY : began + seconds * 1000
  let next = 0
  // Never in step with the others, as people are not.
  const rest = () => (pause > 0 ? new Promise((resolve) => setTimeout(resolve, 2 * pause * Math.random())) : undefined)
  const client = async (): Promise<void> => {
    await rest()
    while (performance.now() < until && next < (requests ?? Number.POSITIVE_INFINITY)) {
      const ask = asks[next++ % asks.length] as Ask
      const asked = performance.now()
      const { status, bytes } = await send(agent, port, ask)
      loaded.times.push(performance.now() - asked)
      loaded.bytes += bytes
      loaded.statuses[status] = (loaded.statuses[status] ?? 0) + 1
      await rest()
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  loaded.seconds = (performance.now() - began) / 1000
  agent.destroy()
  return loaded
}

function send(agent: Agent, port: number, { path, method, headers, body }: Ask): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent }, (answer) => {
      // An answer lets go of its socket when it ends.
      const { socket } = answer
      const before = readBefore.get(socket) ?? 0
      answer.resume()
      answer.on('error', reject)
      answer.on('end', () => {
        readBefore.set(socket, socket.bytesRead)
        resolve({ status: answer.statusCode ?? 0, bytes: socket.bytesRead - before })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
