/** Which questions belong to a request: they are counted, and whatever nobody waits for gives way to them. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { LogEvent } from 'kysely'

/** So long at most each question of other work waits, so that it goes on however many pages are asked for. */
const MOST_MS = 10

const request = new AsyncLocalStorage<{ queries: number }>()
const waiting = new Set<() => void>()
let inFlight = 0

/** Does the work of one request, and counts its queries. */
export async function countingQueries<T>(tally: { queries: number }, work: () => Promise<T>): Promise<T> {
  inFlight++
  try {
    return await request.run(tally, work)
  } finally {
    inFlight--
    if (inFlight === 0) for (const goOn of [...waiting]) goOn()
  }
}

export function countQuery(event: LogEvent): void {
  const tally = request.getStore()
  if (tally && event.level === 'query') tally.queries += 1
}

/** Returns when this process has no request to answer, after a moment at the latest; within a request at once. */
export async function giveWay(): Promise<void> {
  if (inFlight === 0 || request.getStore()) return
  await new Promise<void>((resolve) => {
    const goOn = () => {
      clearTimeout(timer)
      waiting.delete(goOn)
      resolve()
    }
    const timer = setTimeout(goOn, MOST_MS)
    waiting.add(goOn)
  })
}
