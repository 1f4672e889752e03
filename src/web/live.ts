/** What changes while people look: each process asks once a moment for all who listen to the same, and tells each of them (server-sent events). */
import { AsyncResource } from 'node:async_hooks'
import { createHash, randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

/** What can be heard of a topic now, whole: whoever hears it needs nothing that was told before. */
type Ask = () => Promise<string>
type Writer = { to: ReadableStreamDefaultController<Uint8Array>; done(): void }
type Listener = {
  topic: Topic
  source: string
  /** What they have heard last. */
  heard: string
  /** The question that was being asked when they came: its answer may be older than what they see already. */
  since: number
  /** Only who has read everything is told more, so nothing piles up for those on a bad line. */
  waiting?: Writer | undefined
}
type Topic = {
  ask: Ask
  listeners: Set<Listener>
  asked: number
  answered: number
  told?: ReturnType<typeof written>
  watching: Promise<void>
}

export type LiveOptions = {
  askEvery?: number
  aliveEvery?: number
  /** How many may listen to this process, and how many of them from one address: a whole venue may stand behind one. */
  most?: number
  mostFromOne?: number
  onFault?: (fault: unknown) => void
}
export type Live = {
  /** Undefined when too many listen already. */
  listen(name: string, ask: Ask, by: { source: string; heard: string | undefined }): ReadableStream<Uint8Array> | undefined
  count(): number
  /** Ends every stream, and returns when nothing is asked any more. */
  stop(): Promise<void>
}

/** After a lost line a browser comes back by itself, not all in the same second. */
const BACK_AFTER = [2000, 7000] as const
const PAUSES_AFTER_FAULT = 10

const encoder = new TextEncoder()
const ALIVE = encoder.encode(': alive\n\n')

const written = (text: string) => {
  const id = createHash('sha256').update(text).digest('base64url').slice(0, 16)
  const lines = text.split('\n').map((line) => `data: ${line}\n`)
  return { id, bytes: encoder.encode(`id: ${id}\n${lines.join('')}\n`) }
}

export function openLive(options: LiveOptions = {}): Live {
  const { askEvery = 1000, aliveEvery = 25_000, most = 2000, mostFromOne = 1500, onFault = () => {} } = options
  const topics = new Map<string, Topic>()
  const bySource = new Map<string, number>()
  const stopping = new AbortController()
  // What is asked for many belongs to the request of none of them.
  const outside = new AsyncResource('live')
  let all = 0
  let alive: NodeJS.Timeout | undefined

  const wait = (ms: number) => pause(ms, undefined, { signal: stopping.signal }).catch(() => undefined)

  function join(name: string, ask: Ask, source: string, heard: string): Listener {
    const known = topics.get(name)
    const topic = known ?? { ask, listeners: new Set<Listener>(), asked: 0, answered: 0, watching: Promise.resolve() }
    const listener: Listener = { topic, source, heard, since: topic.asked }
    topic.listeners.add(listener)
    count(source, 1)
    alive ??= setInterval(sayAlive, aliveEvery)
    if (!known) {
      topics.set(name, topic)
      topic.watching = outside.runInAsyncScope(watch, undefined, name, topic)
    }
    return listener
  }

  function leave(listener: Listener): void {
    if (!listener.topic.listeners.delete(listener)) return
    listener.waiting?.done()
    listener.waiting = undefined
    count(listener.source, -1)
    if (all > 0) return
    clearInterval(alive)
    alive = undefined
  }

  function count(source: string, more: 1 | -1): void {
    all += more
    const those = (bySource.get(source) ?? 0) + more
    if (those > 0) bySource.set(source, those)
    else bySource.delete(source)
  }

  async function watch(name: string, topic: Topic): Promise<void> {
    while (topic.listeners.size > 0 && !stopping.signal.aborted) {
      let pauses = 1
      try {
        const number = ++topic.asked
        const now = written(await topic.ask())
        topic.answered = number
        if (now.id !== topic.told?.id) topic.told = now
        for (const listener of topic.listeners) tell(listener)
      } catch (fault) {
        pauses = PAUSES_AFTER_FAULT
        onFault(fault)
      }
      await wait(askEvery * pauses)
    }
    topics.delete(name)
  }

  function tell(listener: Listener): void {
    const { told, answered } = listener.topic
    if (!listener.waiting || !told || answered <= listener.since || told.id === listener.heard) return
    listener.heard = told.id
    write(listener, told.bytes)
  }

  function write(listener: Listener, bytes: Uint8Array): void {
    const { waiting } = listener
    listener.waiting = undefined
    waiting?.to.enqueue(bytes)
    waiting?.done()
  }

  function sayAlive(): void {
    for (const { listeners } of topics.values()) {
      for (const listener of listeners) write(listener, ALIVE)
    }
  }

  function end(listener: Listener): void {
    listener.waiting?.to.close()
    leave(listener)
  }

  return {
    count: () => all,

    listen(name, ask, { source, heard = '' }) {
      if (stopping.signal.aborted || all >= most || (bySource.get(source) ?? 0) >= mostFromOne) return undefined
      let listener: Listener | undefined
      return new ReadableStream<Uint8Array>(
        {
          // Whoever never reads, such as one that only asked for the headers, does not listen.
          pull(to) {
            if (stopping.signal.aborted) return to.close()
            if (listener) {
              const known = listener
              return new Promise<void>((done) => {
                known.waiting = { to, done }
                tell(known)
              })
            }
            listener = join(name, ask, source, heard)
            to.enqueue(encoder.encode(`retry: ${randomInt(...BACK_AFTER)}\n\n`))
            return undefined
          },
          cancel() {
            if (listener) leave(listener)
          },
        },
        { highWaterMark: 0 },
      )
    },

    async stop() {
      stopping.abort()
      const those = [...topics.values()]
      for (const { listeners } of those) for (const listener of [...listeners]) end(listener)
      await Promise.all(those.map(({ watching }) => watching))
    },
  }
}
