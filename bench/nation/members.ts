/** Who speaks for each organisation, and who still waits for somebody to say that they work there. */
import type { RowOf } from './bulk.ts'
import { Ids } from './ids.ts'
import type { Citizen } from './people.ts'
import { dayFrom, momentFrom, type Plan } from './plan.ts'

/** Claims that are open in a whole nation on one day; colleagues answer most within the week. */
const OPEN_CLAIMS = 120
const OPEN_DAYS = 9
const LOOKOUTS = 6
const LOOK_DAYS = 7

/** The first of each organisation, as the product names them. */
export function* speakerRows(people: readonly Citizen[], now: Date): Iterable<RowOf<'speakers'>> {
  const named = new Set<string>()
  for (const { id, organisation } of people) {
    if (named.has(organisation)) continue
    named.add(organisation)
    yield { organisation, person: id, named_by: null, named_at: momentFrom(now, -300) }
  }
}

/** `strangers` are the people whose organisation is not known. */
export function* claimRows({ chance, now }: Plan, strangers: readonly string[], people: readonly Citizen[]): Iterable<RowOf<'claims'>> {
  const ids = new Ids(chance)
  for (const [at, person] of strangers.entries()) {
    const isOpen = at < OPEN_CLAIMS
    const asked = momentFrom(now, isOpen ? -chance.whole(0, OPEN_DAYS) : -chance.whole(30, 300))
    yield {
      id: ids.at(asked),
      person,
      organisation: chance.pickSkewed(people, 2).organisation,
      said_name: 'Town Hall',
      sector: null,
      asked_at: asked,
      state: isOpen ? 'open' : 'declined',
      answered_at: isOpen ? null : momentFrom(asked, 3),
      answered_by: isOpen ? null : (people[1]?.id ?? null),
      line: isOpen ? '' : 'Nobody at the town hall knows this name.',
    }
  }
}

/** For whom brokers look today: those who joined lately and for whom nothing fitted. */
export function* lookoutRows({ chance, now }: Plan, strangers: readonly string[], people: readonly Citizen[]): Iterable<RowOf<'lookouts'>> {
  const ids = new Ids(chance)
  const broker = people[1]?.id ?? null
  for (const person of strangers.slice(-LOOKOUTS)) {
    const begun_at = momentFrom(now, -chance.whole(0, 5))
    yield { id: ids.at(begun_at), person, broker, begun_at, answer_by: dayFrom(begun_at, LOOK_DAYS), line: '', ended_at: null }
  }
}
