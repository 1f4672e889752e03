/** What a project writes about its updates: one letter for all that is new. */
import { type Day, sayDay } from '../../basics/day.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'project update': { project: string; title: string; updates: readonly { on: Day; said: string }[]; today: Day }
  }
}

export const updateLetters: LettersOf<'project update'> = {
  'project update': ({ project, title, updates, today }) => ({
    subject: `${title}: what happened since`,
    paragraphs: [
      ...updates.map(({ on, said }) => `${sayDay(on, today)}:\n${said}`),
      `The project, and its earlier updates:\n${linkTo(`/projects/${project}`)}`,
      'This comes to everybody who is in the project, gives it something or watches it. If you only watch it, you can stop on its page.',
    ],
  }),
}
