/** Our list of projects beside the same list made with Express 5 and Nunjucks, loaded in turns; only ratios of one run are worth comparing. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inRoot } from '../../src/root.ts'
import type { ListOfProjects } from './list.ts'
import { type Ask, type Load, median } from './load.ts'
import { CLIENTS } from './measure.ts'
import { processorSeconds } from './processor.ts'
import { type Started, startProgram } from './product.ts'

/** Requests a second, processor time of the program alone in milliseconds a request, and bytes. */
export type Side = { throughput: number; processor: number; kilobytes: number }
/** `ratio` is by throughput, `cheaper` by processor time: how often ours could be made for one of the peer's. */
export type Compared = { name: string; encoding: string; ours: Side; peer: Side; ratio: number; cheaper: number }

const PATH = '/projects'
const ENCODINGS = { plain: 'identity', gzip: 'gzip' } as const

/** `product` is the running product on the same database; without one only the rows in memory are compared. */
export async function compare(
  load: Load,
  given: { folder: string; list: ListOfProjects; product: Started | undefined; databaseUrl: string | undefined },
  pace: { rounds: number; seconds: number },
): Promise<Compared[]> {
  const { folder, list, product, databaseUrl } = given
  const file = join(folder, 'list.json')
  writeFileSync(file, JSON.stringify(list))
  const started: Started[] = []
  const begin = async (name: string, env: Record<string, string> = {}): Promise<Started> => {
    const script = fileURLToPath(inRoot(`build/bench/nation/${name}-process.js`))
    const program = await startProgram(script, [file], env, join(folder, `${name}${Object.keys(env).join('')}.log`))
    started.push(program)
    return program
  }
  try {
    const pairs = [
      ...(product && databaseUrl
        ? [{ name: 'from PostgreSQL', ours: product, peer: await begin('peer', { DATABASE_URL: databaseUrl }) }]
        : []),
      { name: 'from memory', ours: await begin('own-list'), peer: await begin('peer') },
    ]
    const compared: Compared[] = []
    for (const { name, ours, peer } of pairs)
      for (const encoding of Object.keys(ENCODINGS) as (keyof typeof ENCODINGS)[])
        compared.push({ name, encoding, ...(await inTurns(load, ours, peer, ENCODINGS[encoding], pace)) })
    return compared
  } finally {
    for (const program of started) await program.stop()
  }
}

/** Whoever goes first changes from round to round. */
async function inTurns(
  load: Load,
  ours: Started,
  peer: Started,
  encoding: string,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<{ ours: Side; peer: Side; ratio: number; cheaper: number }> {
  const ask = (port: number): Ask => ({
    path: PATH,
    method: 'GET',
    headers: { host: `127.0.0.1:${port}`, 'accept-encoding': encoding },
    body: '',
  })
  const once = async ({ port, pid }: Started): Promise<Side> => {
    const used = processorSeconds([pid])
    const { times, bytes, statuses, seconds: took } = await load.run({ port, asks: [ask(port)], clients: CLIENTS, seconds })
    if (statuses[200] !== times.length) throw new Error(`The list on port ${port} answers ${JSON.stringify(statuses)}`)
    const processor = ((processorSeconds([pid]) - used) * 1000) / times.length
    return { throughput: times.length / took, processor, kilobytes: bytes / times.length / 1024 }
  }
  for (const program of [ours, peer, ours, peer]) await once(program)
  const [mine, theirs]: [Side[], Side[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    const turns = [() => once(ours).then((side) => mine.push(side)), () => once(peer).then((side) => theirs.push(side))]
    for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn()
  }
  const ratio = median(mine.map((side, at) => side.throughput / (theirs[at]?.throughput ?? 1)))
  const cheaper = median(mine.map((side, at) => (theirs[at]?.processor ?? 0) / side.processor))
  return { ours: middle(mine), peer: middle(theirs), ratio, cheaper }
}

const middle = (sides: readonly Side[]): Side => ({
  throughput: median(sides.map(({ throughput }) => throughput)),
  processor: median(sides.map(({ processor }) => processor)),
  kilobytes: median(sides.map(({ kilobytes }) => kilobytes)),
})
