/** Forgets sessions that have ended and sign-ins that nobody can use any more. */
import { A_DAY } from '../../basics/day.ts'
import { type Job, plan } from '../../storage/due-work.ts'
import { removeOld } from './store.ts'

export const FORGET_OLD = 'forget old sign-ins'

export const accountJobs: Job[] = [
  {
    kind: FORGET_OLD,
    async inside(tx, about, now) {
      await removeOld(tx, now, new Date(now.getTime() - A_DAY))
      await plan(tx, { kind: FORGET_OLD, about, at: new Date(now.getTime() + A_DAY) })
    },
  },
]
