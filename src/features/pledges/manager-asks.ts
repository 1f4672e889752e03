/** What comes of the question to a manager. */
import type { AsksOf } from '../asks/actions.ts'
import { inWords } from '../asks/ask.ts'
import { managerWords } from '../managers/asks.ts'
import { goWithoutYes, leaveManagerAlone, managerAgrees } from './manager-actions.ts'
import { NOT_HELD } from './words.ts'

export const managerAsks: AsksOf<'manager agrees'> = {
  'manager agrees': {
    ...managerWords,
    async hear(tx, { about }, { answer }, at) {
      const done = answer === 'yes' ? await managerAgrees(tx, about, at) : await goWithoutYes(tx, about, 'declined', at)
      return inWords(done, NOT_HELD)
    },
    async silence(tx, asks, at) {
      for (const { about } of asks) await goWithoutYes(tx, about, 'unanswered', at)
    },
    stop: (tx, { about, address }, at) => leaveManagerAlone(tx, about, address, at),
    lost: async (tx, { about }, at) => void (await goWithoutYes(tx, about, 'never reached', at)),
  },
}
