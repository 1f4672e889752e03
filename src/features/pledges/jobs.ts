/** What the clock does with pledges. */
import { momentAt } from '../../basics/day.ts'
import type { Job } from '../../storage/due-work.ts'
import { record } from '../../storage/journal.ts'
import { tell } from '../letters/actions.ts'
import { lockProject } from '../projects/actions.ts'
import { aboutOf, releaseUnanswered } from './actions.ts'
import { afterEnding, fillsPlace } from './pledge.ts'
import { findPledge, listPledgesOfProject, saveBegun, saveOver } from './store.ts'

export const pledgeJobs = (zone: string): Job[] => [
  { kind: 'begin pledges', inside: (tx, project) => saveBegun(tx, project) },

  {
    kind: 'free pledges',
    async inside(tx, id, now) {
      const project = await lockProject(tx, id, zone)
      if (project?.state !== 'ended') return
      for (const pledge of await listPledgesOfProject(tx, id, ['offered', 'waiting', 'accepted', 'active'])) {
        const state = afterEnding(pledge, project.ending?.how === 'delivered')
        await saveOver(tx, pledge.id, state, now)
        await record(tx, { at: now, did: `pledge ${state}`, about: pledge.id })
        // Those who filled a place have been thanked with the project's own letter.
        if (!fillsPlace(pledge)) await tell(tx, pledge.person.id, 'offer freed', aboutOf(pledge), now)
      }
    },
  },

  {
    kind: 'remind of pledge',
    async inside(tx, id, now) {
      const pledge = await findPledge(tx, id)
      if (pledge?.state !== 'offered') return
      await tell(
        tx,
        pledge.owner,
        'pledge waits',
        { ...aboutOf(pledge), who: pledge.person, by: pledge.answerBy, today: momentAt(zone, now).today },
        now,
      )
    },
  },

  { kind: 'pledge unanswered', inside: (tx, id, now) => releaseUnanswered(tx, id, momentAt(zone, now)) },
]
