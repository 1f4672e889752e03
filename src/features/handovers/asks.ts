/** Whoever is asked to look after a project answers yes or no. */
import { sayDay } from '../../basics/day.ts'
import type { AsksOf } from '../asks/actions.ts'
import { inWords, yesOr } from '../asks/ask.ts'
import { linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'
import { acceptHandover, declineHandover, expireHandover, reopenHandover } from './actions.ts'
import { HANDOVER_REOPEN_REFUSALS, TAKE_OVER_REFUSALS } from './words.ts'

declare module '../asks/ask.ts' {
  interface AskFacts {
    'owner wanted': { handover: string; project: string; title: string; who: Somebody }
  }
}

export const handoverAsks: AsksOf<'owner wanted'> = {
  'owner wanted': {
    choices: yesOr('Yes, I look after it', 'No', { isFinal: true }),
    words: (facts, by, today) => ({
      subject: `${facts.title}: would you look after it?`,
      heading: `Would you look after ${facts.title}?`,
      says: [
        `${sayInFull(facts.who)} asks whether you would be the owner of "${facts.title}" from now on. What it is, and who is in it:\n${linkTo(`/projects/${facts.project}`)}`,
        `If you say yes, the project belongs to your organisation at once, and what you pledged to it yourself is withdrawn with thanks. All about it:\n${linkTo(`/handovers/${facts.handover}`)}`,
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, nothing changes.`,
    }),
    async act(tx, { about }, { answer }, by, at) {
      return inWords(
        answer === 'yes' ? await acceptHandover(tx, about, by, at) : await declineHandover(tx, about, by, at),
        TAKE_OVER_REFUSALS,
      )
    },
    async silence(tx, asks, at) {
      for (const { about } of asks) await expireHandover(tx, about, at)
    },
    undo: async (tx, { about }, by, at) => inWords(await reopenHandover(tx, about, by, at), HANDOVER_REOPEN_REFUSALS),
  },
}
