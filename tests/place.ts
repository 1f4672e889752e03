/** A small town whose house has open doors, on the embedded database, for the tests of one describe. */
import { after, before } from 'node:test'
import type { Storage } from '../src/storage/db.ts'
import { openEmpty } from './databases.ts'
import { aTown, type Town } from './town.ts'
import { type House, openHouse } from './visit.ts'

export type Place = { storage: Storage; town: Town; house: House }

/** Filled before the first test, closed after the last; what a test does there stays there for the next. */
export function aPlace(): Place {
  const place = {} as Place
  before(async () => {
    const storage = await openEmpty('embedded')
    Object.assign(place, { storage, town: await aTown(storage.db), house: await openHouse(storage) })
  })
  after(() => place.storage.close())
  return place
}
