/** What projects write about their phases. */
import { type Day, sayDay } from '../../basics/day.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import type { PhaseEnd } from '../projects/project.ts'
import { sayPhaseEnd } from './words.ts'

type About = { project: string; title: string }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'phase ended': About & { end: PhaseEnd; by: Day; today: Day }
    'go live named': About & { on: Day; before?: Day; today: Day }
  }
}

const page = ({ project }: About): string => linkTo(`/projects/${project}`)

export const phaseLetters: LettersOf<'phase ended' | 'go live named'> = {
  'phase ended': (facts) => ({
    subject: `${facts.title}: ${sayPhaseEnd(facts.end).toLowerCase()}`,
    paragraphs: [
      `${sayPhaseEnd(facts.end)}. The owner of "${facts.title}" says why:\n${facts.end.reason}`,
      `The owner says by ${sayDay(facts.by, facts.today)} what comes after that. Your pledge stays as it is; you can withdraw it at any time.\n${page(facts)}`,
    ],
  }),
  'go live named': (facts) => ({
    subject: `${facts.title}: goes live on ${sayDay(facts.on, facts.today)}`,
    paragraphs: [
      `"${facts.title}" goes live on ${sayDay(facts.on, facts.today)}${facts.before ? `, not on ${sayDay(facts.before, facts.today)}` : ''}.`,
      page(facts),
    ],
  }),
}
