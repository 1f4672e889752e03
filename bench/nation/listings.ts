/** What the people of a nation have and need: skills of the pack, a few of them very common, some public services, in their own words. */

import { OPEN_DAYS } from '../../src/features/listings/listing.ts'
import type { RowOf } from './bulk.ts'
import { Ids } from './ids.ts'
import type { Citizen } from './people.ts'
import { dayFrom, momentFrom, type Plan } from './plan.ts'
import { LISTINGS } from './size.ts'
import { Texts } from './texts.ts'

/** Of the ten of each person. */
const HAVES = 6
/** Listings run out after ninety days unless they are said again: most are younger, as most people come back. */
const OLDEST = 120
const CLOSED_SHARE = 0.05

export function* listingRows({ chance, now, pack }: Plan, people: readonly Citizen[]): Iterable<RowOf<'listings'>> {
  const ids = new Ids(chance)
  const texts = new Texts(pack, chance)
  for (const { id: person } of people) {
    const said = momentFrom(now, -chance.whole(1, OLDEST))
    for (let at = 0; at < LISTINGS; at++) {
      const closed = chance.is(CLOSED_SHARE) ? momentFrom(said, 0.5) : null
      yield {
        id: ids.at(said),
        person,
        kind: at < HAVES ? 'have' : 'need',
        what: chance.is(0.8) ? texts.skill() : texts.have(texts.topic()),
        said_at: said,
        until_day: dayFrom(said, OPEN_DAYS),
        closed_at: closed,
        changed_at: closed ?? said,
        session: null,
      }
    }
  }
}
