/** What was measured, as Markdown. */
import type { Compared } from './compare.ts'
import type { Measured } from './measure.ts'
import { CLIENTS } from './measure.ts'
import type { Engine } from './places.ts'
import type { Seeded } from './seed.ts'

/** Above these a page misses its target on PostgreSQL. */
const TARGETS = { p99: 50, queries: 10 }
const ENGINES: Record<Engine, string> = { server: 'PostgreSQL', embedded: 'The embedded database' }

export type Report = {
  engine: Engine
  seeded: Seeded
  seedSeconds: number
  startMs: number
  reading: { ms: number; slowest: number }
  megabytes: { start: number; load: number }
  pages: readonly Measured[]
}

export function sayReport({ engine, seeded, seedSeconds, startMs, reading, megabytes, pages }: Report): string {
  const rows = Object.entries(seeded).map(([table, count]) => `${count.toLocaleString('en-GB')} ${table}`)
  return `## ${ENGINES[engine]}

${rows.join(', ')}; seeded in ${Math.round(seedSeconds)} s. First page ${Math.round(startMs)} ms after the start; what everybody has and needs was read for ${Math.round(reading.ms / 1000)} s more, with ${Math.round(reading.slowest)} ms for the slowest page meanwhile. Memory of the process: ${Math.round(megabytes.start)} MB after the start, ${Math.round(megabytes.load)} MB after the load.

| page | as | p50 ms | p99 ms | requests/s, ${CLIENTS} clients | processor ms | queries | kB |
|---|---|---|---|---|---|---|---|
${pages.map(sayPage).join('\n')}
`
}

function sayPage({ page, p50, p99, throughput, processor, queries, kilobytes, wrong }: Measured): string {
  const faults = Object.entries(wrong).map(([status, times]) => ` **${times} x ${status}**`)
  const cells = [
    `${page.name}${faults.join('')}`,
    page.who,
    p50.toFixed(1),
    marked(p99.toFixed(1), p99 > TARGETS.p99),
    throughput.toFixed(0),
    processor.toFixed(1),
    marked(String(queries), queries > TARGETS.queries),
    kilobytes.toFixed(1),
  ]
  return `| ${cells.join(' | ')} |`
}

const marked = (text: string, isMissed: boolean): string => (isMissed ? `**${text}**` : text)

export const sayCompared = (compared: readonly Compared[]): string => `## Beside Express 5 and Nunjucks

The same list of 20 projects, ${CLIENTS} clients, alternating rounds; requests a second and processor time of the program in the median round, and the median of the rounds' ratios (above 1, ours does more).

| list | answers | ours a second | peer a second | by throughput | ours ms | peer ms | by processor | kB ours | kB peer |
|---|---|---|---|---|---|---|---|---|---|
${compared.map(sayPair).join('\n')}
`

function sayPair({ name, encoding, ours, peer, ratio, cheaper }: Compared): string {
  const cells = [name, encoding, ours.throughput.toFixed(0), peer.throughput.toFixed(0), ratio.toFixed(2)]
  const times = [ours.processor.toFixed(2), peer.processor.toFixed(2), cheaper.toFixed(2)]
  return `| ${[...cells, ...times, ours.kilobytes.toFixed(1), peer.kilobytes.toFixed(1)].join(' | ')} |`
}
