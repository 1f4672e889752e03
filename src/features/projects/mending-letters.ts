/** What those who have pledged read when the brief says something else. */
import { type LettersOf, linkTo } from '../letters/letter.ts'

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'brief mended': { project: string; before: string; title: string; problem: string }
  }
}

export const mendingLetters: LettersOf<'brief mended'> = {
  'brief mended': ({ project, before, title, problem }) => ({
    subject: `${before}: its owner has changed what the brief says`,
    paragraphs: [
      `You pledged to "${before}". Its owner has changed what it says. It reads now:`,
      `${title}\n${problem}`,
      `Your pledge stands. If it no longer fits, you can withdraw it, and nobody thinks less of you:\n${linkTo(`/projects/${project}`)}`,
    ],
  }),
}
