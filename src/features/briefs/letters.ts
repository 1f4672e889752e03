/** What briefs write. */
import { type LettersOf, linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'
import { type Brought, listHaves } from './look-alike.ts'

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'somebody joins': { project: string; title: string; who: Somebody; brought: Brought }
  }
}

export const briefLetters: LettersOf<'somebody joins'> = {
  'somebody joins': ({ project, title, who, brought }) => ({
    subject: `${title}: somebody would rather join than build the same`,
    paragraphs: [
      `${sayInFull(who)} was writing a brief, found "${title}", and would rather join it.`,
      `They wrote:\n${[brought.title, brought.problem].filter(Boolean).join('\n')}`,
      ...(brought.haves.length > 0 ? [`What they have:\n${listHaves(brought.haves)}`] : []),
      `Their words stand in the conversation of your project, where you can answer. If one of your roles fits, their pledge comes to you by letter:\n${linkTo(`/projects/${project}`)}`,
    ],
  }),
}
