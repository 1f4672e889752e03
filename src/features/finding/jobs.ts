/** What the clock does so that roles are found by their skills, also after the chapter got a newer vocabulary. */
import { A_DAY } from '../../basics/day.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { type Job, plan } from '../../storage/due-work.ts'
import { readRoles } from './actions.ts'

export const READ_ROLES = 'read roles'

export const findingJobs = (knowledge: Knowledge): Job[] => [
  {
    kind: READ_ROLES,
    async inside(tx, about, now) {
      const isDone = await readRoles(tx, knowledge)
      await plan(tx, { kind: READ_ROLES, about, at: isDone ? new Date(now.getTime() + A_DAY) : now })
    },
  },
]
