/** What a moderator is asked when a member reports another. */
import { sayDay } from '../../basics/day.ts'
import type { AsksOf } from '../asks/actions.ts'
import { type Choice, inWords } from '../asks/ask.ts'
import { type Somebody, sayInFull } from '../people/person.ts'
import { askNextModerator, judgePerson } from './actions.ts'
import { NO_REASON, PERSON_JUDGE_REFUSALS } from './words.ts'

declare module '../asks/ask.ts' {
  interface AskFacts {
    'person reported': { who: Somebody; reporter: Somebody; reason: string }
  }
}

const WARN: Choice = {
  answer: 'warn',
  label: 'Ask them to stop',
  words: ['ask them to stop', 'warning', 'write to them'],
  takes: 'a reason',
  isFinal: true,
}
const KEEP: Choice = { answer: 'nothing', label: 'Leave it', words: ['leave it', 'nothing to do'], takes: 'a line', isFinal: true }

export const boundaryAsks: AsksOf<'person reported'> = {
  'person reported': {
    choices: [WARN, KEEP],
    words: ({ who, reporter, reason }, by, today) => ({
      subject: 'A member reports another member',
      heading: 'A member reports another member',
      says: [
        `${sayInFull(reporter)} reports ${sayInFull(who)}. You are asked because you work for neither of their organisations.`,
        reason === '' ? NO_REASON : `They write:\n${reason}`,
        'If you ask them to stop, they read your reason in a letter, without your name and without the name of whoever reported them. If you leave it, only whoever reported them hears of it.',
      ],
      silence: `If you say nothing by ${sayDay(by, today)}, we ask another moderator.`,
    }),
    act: async (tx, { about }, { answer, line }, by, at) =>
      inWords(await judgePerson(tx, about, by, { verdict: answer === 'warn' ? 'warned' : 'kept', line }, at), PERSON_JUDGE_REFUSALS),
    async silence(tx, asks, at) {
      for (const { about, person = '' } of asks) await askNextModerator(tx, about, person, at)
    },
  },
}
