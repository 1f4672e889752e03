/** What the clock does so that roles are found by their skills, also after the chapter got a newer vocabulary. */
import type { Knowledge } from '../../matching/knowledge.ts'
import { type Job, plan } from '../../storage/due-work.ts'
import { readRoles } from './actions.ts'

export const READ_ROLES = 'read roles'
const A_DAY = 24 * 60 * 60_000

export const findingJobs = (knowledge: Knowledge): Job[] => [
  {
    kind: READ_ROLES,
    async inside(tx, about, now) {
      const isDone = await readRoles(tx, knowledge)
      await plan(tx, { kind: READ_ROLES, about, at: isDone ? new Date(now.getTime() + A_DAY) : now })
    },
  },
]
