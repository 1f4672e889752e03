/** Measures every page in rounds, one page after the other in each, so that a noisy minute touches all alike; the median round counts. */
import { type Load, median, percentile } from './load.ts'
import type { Page } from './pages.ts'
import { processorSeconds } from './processor.ts'
import type { Product } from './product.ts'

export type Pace = { rounds: number; requests: number; seconds: number }
export type Measured = {
  page: Page
  /** With one client, milliseconds. */
  p50: number
  p99: number
  /** With many clients, requests a second. */
  throughput: number
  /** Of the product and its database together, milliseconds a request. */
  processor: number
  /** The most that one request made. */
  queries: number
  kilobytes: number
  /** Answers that were not the page, by their status. */
  wrong: Record<number, number>
}

export const CLIENTS = 16
const WARM_UP = 60

/** Below this share of a processor nothing is going on. */
const QUIET = 0.2
const A_LOOK = 500

/** At its start the product reads what everybody has and needs: how long that takes, and the slowest first page meanwhile, in milliseconds. */
export async function waitUntilQuiet(load: Load, { port, pid }: Product, home: Page): Promise<{ ms: number; slowest: number }> {
  const began = performance.now()
  for (let slowest = 0; ; ) {
    const { times } = await load.run({ port, asks: home.asks, clients: 1, seconds: 0.5 })
    slowest = Math.max(slowest, ...times)
    const used = processorSeconds([pid])
    await new Promise((resolve) => setTimeout(resolve, A_LOOK))
    if ((processorSeconds([pid]) - used) * 1000 < QUIET * A_LOOK) return { ms: performance.now() - began, slowest }
  }
}

/** `pids` are the processes whose work counts. */
export async function measurePages(
  load: Load,
  product: Product,
  pids: readonly number[],
  pages: readonly Page[],
  pace: Pace,
): Promise<Measured[]> {
  const { port } = product
  for (const { asks } of pages) await load.run({ port, asks, clients: 4, requests: WARM_UP })
  const rounds: Measured[][] = []
  for (let round = 0; round < pace.rounds; round++) {
    const measured: Measured[] = []
    for (const page of pages) measured.push(await measurePage(load, product, pids, page, pace))
    rounds.push(measured)
  }
  return pages.map((page, at) =>
    middle(
      page,
      rounds.map((round) => round[at] as Measured),
    ),
  )
}

async function measurePage(
  load: Load,
  product: Product,
  pids: readonly number[],
  page: Page,
  { requests, seconds }: Pace,
): Promise<Measured> {
  const { port } = product
  const mark = product.mark()
  const alone = await load.run({ port, asks: page.asks, clients: 1, requests })
  const queries = Math.max(0, ...product.linesSince(mark).flatMap((line) => (line.what === 'request' ? [line.queries ?? 0] : [])))
  const used = processorSeconds(pids)
  const together = await load.run({ port, asks: page.asks, clients: CLIENTS, seconds })
  const { 200: _, ...wrong } = alone.statuses
  return {
    page,
    p50: percentile(alone.times, 0.5),
    p99: percentile(alone.times, 0.99),
    throughput: together.times.length / together.seconds,
    processor: ((processorSeconds(pids) - used) * 1000) / together.times.length,
    queries,
    kilobytes: alone.bytes / alone.times.length / 1024,
    wrong,
  }
}

function middle(page: Page, rounds: readonly Measured[]): Measured {
  const of = (read: (round: Measured) => number) => median(rounds.map(read))
  return {
    page,
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    throughput: of(({ throughput }) => throughput),
    processor: of(({ processor }) => processor),
    queries: Math.max(...rounds.map(({ queries }) => queries)),
    kilobytes: of(({ kilobytes }) => kilobytes),
    wrong: rounds[0]?.wrong ?? {},
  }
}
