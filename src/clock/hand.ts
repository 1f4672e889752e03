/** A clock that stands still until somebody moves it: for demos, trainings and tests. Where it stands is in the database, for every process. */
import { randomUUID } from 'node:crypto'
import type { Storage } from '../storage/db.ts'
import { beginHand, findHand, letGoOfHand, putHand } from './store.ts'

export type Hand = {
  now: () => Date
  /** Reads where it stands. False while another process moves it: what falls due on the way is for the mover to run. */
  look(): Promise<boolean>
  /** Keeps others from it until it is let go. False when another process moves it. */
  take(): Promise<boolean>
  /** Puts it forward. False when it stands later already, or another process moves it. */
  put(to: Date): Promise<boolean>
  letGo(): Promise<void>
}

/** A mover that has died keeps others from the clock for so long; one that lives says so more often. */
const MOVING = 10_000
const STILL_MOVING = 2_000

export async function openHand({ db, engine }: Pick<Storage, 'db' | 'engine'>, machine: () => Date): Promise<Hand> {
  const mover = randomUUID()
  let timer: NodeJS.Timeout | undefined
  const begin = async () => {
    await beginHand(db, machine())
    return findHand(db)
  }
  // A demo that is begun again begins its clock again.
  const read = async () => (await findHand(db)) ?? (await begin()) ?? { now: machine(), mover: undefined, until: undefined }
  // Nobody else can have the embedded database open, so whoever moved the clock has died.
  if (engine === 'embedded') await letGoOfHand(db)
  await beginHand(db, machine())
  let current = (await read()).now
  async function put(to: Date): Promise<boolean> {
    const isMoved = await putHand(db, { to, mover, until: new Date(machine().getTime() + MOVING), machine: machine() })
    if (isMoved && to > current) current = to
    return isMoved
  }
  return {
    now: () => current,
    async look() {
      const { now, mover: other, until } = await read()
      current = now
      return other === undefined || other === mover || until === undefined || until < machine()
    },
    async take() {
      timer ??= setInterval(() => void put(current).catch(() => {}), STILL_MOVING)
      return put(current)
    },
    put,
    async letGo() {
      clearInterval(timer)
      timer = undefined
      await letGoOfHand(db, mover)
    },
  }
}
