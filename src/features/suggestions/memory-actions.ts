/** Keeps the memory of this process: everything is read once, then each question first reads what is new. */
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { Memory } from './memory.ts'
import { findJournalEnd, listRememberedPeople, listRememberedProjects, readNews } from './memory-store.ts'

/** The memory as it is right now. */
export type Recall = () => Promise<Memory>

const A_CHUNK = 100

/** Questions wait until the projects and the first people are read; in a large chapter the other people come after. */
export function openMemory(db: Db, knowledge: Knowledge): Recall {
  const memory = new Memory(knowledge)
  let upTo = ''
  let known: ReadonlySet<string> = new Set()
  let begun: Promise<void> | undefined
  let reading: Promise<void> | undefined
  let queued: Promise<void> | undefined

  async function begin(): Promise<void> {
    upTo = await findJournalEnd(db)
    await readProjects()
    const last = await readPeople('')
    if (last !== undefined) void readFrom(last)
  }

  async function readProjects(): Promise<void> {
    for (let after: string | undefined = ''; after !== undefined; ) {
      const projects = await listRememberedProjects(db, { after, most: A_CHUNK })
      for (const project of projects) memory.putProject(project)
      after = projects.length < A_CHUNK ? undefined : projects.at(-1)?.id
    }
  }

  /** The last id of a full chunk: there may be more. */
  async function readPeople(after: string): Promise<string | undefined> {
    const people = await listRememberedPeople(db, { after, most: A_CHUNK })
    for (const person of people) memory.putPerson(person)
    return people.length < A_CHUNK ? undefined : people.at(-1)?.id
  }

  /** In the background. When the database fails, the next question begins anew. */
  async function readFrom(first: string): Promise<void> {
    try {
      for (let after: string | undefined = first; after !== undefined; ) after = await readPeople(after)
    } catch {
      begun = undefined
    }
  }

  async function followJournal(): Promise<void> {
    const { news, upTo: end } = await readNews(db, upTo)
    const fresh = news.filter(({ id }) => !known.has(id))
    const concerned = [...new Set(fresh.flatMap(({ about, who }) => (who === null ? [about] : [about, who])))]
    if (concerned.length > 0) {
      for (const project of await listRememberedProjects(db, { concerning: concerned })) memory.putProject(project)
      for (const person of await listRememberedPeople(db, { concerning: concerned })) memory.putPerson(person)
    }
    known = new Set(news.map(({ id }) => id))
    upTo = end
  }

  /** A question that comes while the news is read needs what came after: all those that wait share the next reading. */
  function catchUp(): Promise<void> {
    if (!reading) {
      reading = followJournal().finally(() => {
        reading = undefined
      })
      return reading
    }
    queued ??= reading
      .catch(() => undefined)
      .then(() => {
        queued = undefined
        return catchUp()
      })
    return queued
  }

  return async () => {
    begun ??= begin().catch((fault) => {
      begun = undefined
      throw fault
    })
    await begun
    await catchUp()
    return memory
  }
}
