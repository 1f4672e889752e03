/** What threads write: to moderators when a post is reported, and to its writer and its reporters what became of it. */
import { type Day, sayDay } from '../../basics/day.ts'
import { count } from '../../basics/text.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import type { Verdict } from './report.ts'

type About = { post: string; title: string; today: Day }
type Answered = { title: string; path: string; on: Day; reason: string; today: Day }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'post reported': About & { by: Day }
    'reports wait': About & { since: Day; again: number }
    'post removed': Answered & { said: string }
    'report answered': Answered & { verdict: Verdict }
  }
}

const page = ({ post }: About): string => linkTo(`/reports/${post}`)

export const threadLetters: LettersOf<'post reported' | 'reports wait' | 'post removed' | 'report answered'> = {
  'post reported': (facts) => ({
    subject: `A post was reported: ${facts.title}`,
    paragraphs: [
      `A member asks the moderators to look at a post in the conversation about "${facts.title}".`,
      `Look at it by ${sayDay(facts.by, facts.today)}, then remove it or keep it:\n${page(facts)}`,
      'If nobody has answered by then, we remind all moderators.',
    ],
  }),
  'reports wait': (facts) => ({
    subject: `A reported post waits for an answer: ${facts.title}`,
    paragraphs: [
      `A post in the conversation about "${facts.title}" was reported on ${sayDay(facts.since, facts.today)}, and nobody has answered yet.`,
      `Remove it or keep it:\n${page(facts)}`,
      `We ask again in ${count(facts.again, 'day')}.`,
    ],
  }),
  'post removed': (facts) => ({
    subject: `${facts.title}: a moderator has removed your post`,
    paragraphs: [
      `A moderator has removed what you wrote on ${sayDay(facts.on, facts.today)} in the conversation about "${facts.title}". That can happen to anybody.`,
      `The reason:\n${facts.reason}`,
      `You wrote:\n${facts.said}`,
      `You are welcome to write again, in other words:\n${linkTo(facts.path)}`,
    ],
  }),
  'report answered': (facts) => ({
    subject: `${facts.title}: the post that you reported`,
    paragraphs: [
      `Thank you for telling us about a post of ${sayDay(facts.on, facts.today)} in the conversation about "${facts.title}". A moderator has looked at it.`,
      facts.verdict === 'removed'
        ? 'It has been removed, and its writer has been told why. Only the moderators know who reported it.'
        : 'It stays. Only the moderators know who reported it.',
      ...(facts.verdict === 'kept' && facts.reason ? [`The reason:\n${facts.reason}`] : []),
      linkTo(facts.path),
    ],
  }),
}
