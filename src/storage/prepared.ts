/** How the embedded database is asked: a statement is parsed once and its plan kept, instead of both for every request. */
import { type messages, type PGlite, parse, protocol } from '@electric-sql/pglite'

/** So many different statements are kept; then the one that was not asked for longest makes room. */
const MOST_PREPARED = 400
/** After these, a kept statement could answer with other columns than the table has. */
const CHANGES_SHAPE = new Set(['CREATE', 'ALTER', 'DROP'])

export type Done = { rows: unknown[]; affected: number }
type Message = messages.BackendMessage
type Prepared = { name: string; types: number[]; described: Message[] }

const { bind, close, describe, execute, parse: parsing, sync } = protocol.serialize

export class PreparedStatements {
  readonly #engine: PGlite
  readonly #kept = new Map<string, Prepared>()
  #last = 0

  constructor(engine: PGlite) {
    this.#engine = engine
  }

  async ask(text: string, parameters: readonly unknown[]): Promise<Done> {
    if (parameters.length === 0) return this.#askOnce(text)
    const prepared = this.#kept.get(text) ?? (await this.#prepare(text))
    // The map begins with what was not asked for longest.
    this.#kept.delete(text)
    this.#kept.set(text, prepared)
    const { name, types, described } = prepared
    const values = parameters.map((value, at) => this.#written(value, types[at] ?? 0))
    const answered = await this.#say(bind({ statement: name, values }), execute())
    const [done] = parse.parseResults([...described, ...answered], this.#engine.parsers)
    return { rows: done?.rows ?? [], affected: done?.affectedRows ?? 0 }
  }

  async #askOnce(text: string): Promise<Done> {
    const { rows, affectedRows = 0, command = '' } = await this.#engine.query(text)
    if (CHANGES_SHAPE.has(command)) await this.#forget([...this.#kept.keys()])
    return { rows, affected: affectedRows }
  }

  async #prepare(text: string): Promise<Prepared> {
    if (this.#kept.size >= MOST_PREPARED) await this.#forget([...this.#kept.keys()].slice(0, 1))
    const name = `s${++this.#last}`
    const told = await this.#say(parsing({ name, text }), describe({ type: 'S', name }))
    return {
      name,
      types: parse.parseDescribeStatementResults(told),
      described: told.filter((message) => message.name === 'rowDescription'),
    }
  }

  async #forget(texts: readonly string[]): Promise<void> {
    const names = texts.flatMap((text) => this.#kept.get(text)?.name ?? [])
    for (const text of texts) this.#kept.delete(text)
    if (names.length > 0) await this.#say(...names.map((name) => close({ type: 'S', name })))
  }

  #written(value: unknown, type: number): string | null {
    if (value === null || value === undefined) return null
    return this.#engine.serializers[type]?.(value) ?? String(value)
  }

  /** All in one breath; after a fault the engine listens again from the sync on. */
  #say(...spoken: Uint8Array[]): Promise<Message[]> {
    return this.#engine.execProtocolStream(Buffer.concat([...spoken, sync()]))
  }
}
