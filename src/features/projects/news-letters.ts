/** What a project writes to those who watch it. */
import { type Day, sayDay } from '../../basics/day.ts'
import { type LettersOf, type LetterText, linkTo } from '../letters/letter.ts'
import type { News } from './project.ts'
import { HOW_WORDS } from './words.ts'

type Facts = { project: string; title: string; news: News; today: Day }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'watched project': Facts
  }
}

export const newsLetters: LettersOf<'watched project'> = {
  'watched project': (facts) => {
    const { subject, paragraphs } = tell(facts)
    const link = linkTo(`/projects/${facts.project}`)
    return {
      subject: `${facts.title}: ${subject}`,
      paragraphs: [
        ...paragraphs,
        `Its page:\n${link}`,
        'This comes to everybody who watches the project or gives it something. If you only watch it, you can stop on its page.',
      ],
    }
  },
}

function tell({ title, news, today }: Facts): LetterText {
  if (news.is === 'ready')
    return {
      subject: 'every must-have place is filled',
      paragraphs: [`Every must-have place of "${title}" is filled. The owner names the first date by ${sayDay(news.by, today)}.`],
    }
  if (news.is === 'started')
    return { subject: 'it starts', paragraphs: [`"${title}" starts. Everybody in it first meets on ${sayDay(news.on, today)}.`] }
  const how = HOW_WORDS[news.how].toLowerCase()
  return { subject: how, paragraphs: [`"${title}" has ended: ${how}.`, ...(news.learnt ? [`What was learnt:\n${news.learnt}`] : [])] }
}
