/** What a nation's past leaves in the house's own tables: the journal, what is due, letters that were sent, drafts. */
import { EMPTY_BRIEF } from '../../src/features/briefs/brief.ts'
import type { RowOf } from './bulk.ts'
import { Ids } from './ids.ts'
import { BUSY_MEMBER, type Citizen } from './people.ts'
import { dayFrom, momentFrom, type Plan } from './plan.ts'
import type { Project } from './projects.ts'
import type { Texts } from './texts.ts'

const DRAFTS_OF_BUSY = 12
/** Every so manieth person has begun a brief and left it. */
const DRAFT_EVERY = 50
const LETTERS_OF_BUSY = 200

export function* journalRows({ chance }: Plan, projects: readonly Project[]): Iterable<RowOf<'journal'>> {
  const ids = new Ids(chance)
  for (const { id, owner, how, published, ready, started, ended } of projects) {
    const row = (at: Date, did: string, who: string | null) => ({ id: ids.at(at), at, who, did, about: id, numbers: {} })
    yield row(published, 'brief published', owner.id)
    if (ready) yield row(ready, 'project ready', null)
    if (started) yield row(started, 'project started', owner.id)
    if (ended) yield row(ended, `project ${how}`, how === 'not reached' ? null : owner.id)
  }
}

export function* dueRows({ chance, now }: Plan, projects: readonly Project[]): Iterable<RowOf<'due_work'>> {
  const ids = new Ids(chance)
  for (const { id, state, published } of projects) {
    if (state === 'ended') continue
    const kind = state === 'open' ? 'brief deadline' : state === 'ready' ? 'start overdue' : 'work over'
    // Nothing is overdue: the clock of the product under measurement must have nothing to catch up with.
    const due = Math.max(momentFrom(published, 29).getTime(), momentFrom(now, chance.whole(3, 20)).getTime())
    yield { id: ids.at(published), kind, about: id, due_at: new Date(due), tries: 0, last_fault: null, failing_since: null }
  }
}

export function* draftRows({ chance, now }: Plan, people: readonly Citizen[], texts: Texts): Iterable<RowOf<'drafts'>> {
  const ids = new Ids(chance)
  const writers = [...Array.from({ length: DRAFTS_OF_BUSY }, () => people[0]), ...people.filter((_, at) => at % DRAFT_EVERY === 1)]
  for (const writer of writers) {
    if (!writer) continue
    const topic = texts.topic()
    const at = momentFrom(now, -chance.whole(1, 300))
    const roles = EMPTY_BRIEF.roles.map((role) => ({
      ...role,
      skill: texts.skill(),
      hours: '2',
      from: dayFrom(now, 20),
      until: dayFrom(now, 90),
    }))
    const typed = { ...EMPTY_BRIEF, title: texts.title(topic), problem: texts.problem(topic), forWhom: texts.forWhom(topic), roles }
    yield { id: ids.at(at), person: writer.id, typed: JSON.stringify(typed), started_at: at, saved_at: at }
  }
}

export function* letterRows({ chance, now }: Plan, people: readonly Citizen[]): Iterable<RowOf<'letters'>> {
  const ids = new Ids(chance)
  const busy = people[0]?.id
  const letters = [...Array.from({ length: LETTERS_OF_BUSY }, () => busy), ...people.map(({ id }) => id)]
  for (const person of letters) {
    const at = momentFrom(now, -chance.whole(1, 300))
    const recipient = person === busy ? BUSY_MEMBER : `${person}@nation.example`
    const about = {
      kind: 'pledge declined',
      facts: '{}',
      subject: 'Your pledge',
      body: 'Thank you for your pledge. This time it goes on without you.',
    }
    const sent = { written_at: at, sent_at: at, state: 'sent' as const, tries: 1, fault: '', once: null, ask: null, held: false }
    yield { id: ids.at(at), ...about, person: person ?? null, recipient, ...sent }
  }
}
