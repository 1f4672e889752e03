/** The weekly letter: what is asked first, numbered, then what else waits, what fits, and what the reader's projects did. */
import { type Day, sayDay } from '../../basics/day.ts'
import type { AskWords } from '../asks/ask.ts'
import { TOO_MUCH, TOO_MUCH_HERE } from '../asks/words.ts'
import type { Waiting } from '../home/waiting.ts'
import { ANSWER_ABOVE, type LettersOf, linkTo, partsOf } from '../letters/letter.ts'
import { sayInFull } from '../people/person.ts'
import type { Suggestion } from '../suggestions/suggestion.ts'
import { sayReasons, sayTerms } from '../suggestions/words.ts'
import type { DigestAsk, ProjectNews } from './digest.ts'
import { HOW_TO_ANSWER, HOW_TO_ANSWER_HERE, IN_SHORT, pathOf, sayAnswers, sayMore, sayNews, saySubject, sayWaiting } from './words.ts'

type Facts = {
  /** Their ids in the order of their numbers, by which an answer by letter is understood. */
  asks: readonly string[]
  asked: readonly DigestAsk[]
  /** How many there are; fewer may stand here. */
  allAsks: number
  waiting: readonly Waiting[]
  allWaiting: number
  suggestions: readonly Suggestion[]
  hasNewSuggestions: boolean
  news: readonly ProjectNews[]
  allNews: number
  today: Day
}

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'weekly digest': Facts
  }
}

type Kinds = Readonly<Record<string, AskWords<never>>>

/** `kinds` is what can be asked. `takesReplies`: an answer to a letter reaches us. */
export const digestLetters = (kinds: Kinds, takesReplies: boolean): LettersOf<'weekly digest'> => ({
  'weekly digest': (facts) => {
    const { allAsks, allWaiting, suggestions, hasNewSuggestions, news, allNews } = facts
    const counted = { waiting: allAsks + allWaiting, suggestions: hasNewSuggestions ? suggestions : [], news, allNews }
    return {
      subject: saySubject(counted),
      paragraphs: [
        ...(takesReplies && facts.asked.length > 0 ? [ANSWER_ABOVE] : []),
        ...askedPart(kinds, facts, takesReplies),
        ...waitingPart(facts),
        ...suggestionsPart(facts),
        ...newsPart(facts),
        'This letter comes on Monday mornings, and only when there is something to say. At the end is where you choose to get it less often, or not at all.',
      ],
    }
  },
})

function askedPart(kinds: Kinds, { asked, allAsks, today }: Facts, takesReplies: boolean): string[] {
  if (asked.length === 0) return []
  const more = allAsks - asked.length
  return [
    `Waiting for your answer. ${takesReplies ? HOW_TO_ANSWER : HOW_TO_ANSWER_HERE}`,
    ...asked.map((ask, at) => askOf(kinds, ask, at + 1, today, takesReplies)),
    ...(more > 0 ? [`${sayMore(more, more === 1 ? 'question' : 'questions')}\n${linkTo('/mine')}`] : []),
    takesReplies ? `${IN_SHORT} ${TOO_MUCH}` : `${TOO_MUCH_HERE}\n${linkTo('/letter-choices')}`,
  ]
}

function askOf(kinds: Kinds, { id, kind, code, by, facts }: DigestAsk, number: number, today: Day, takesReplies: boolean): string {
  const asking = kinds[kind]
  const words = asking?.words(facts as never, by, today)
  const [first = ''] = words?.says ?? []
  const says = partsOf(first).map(({ is, text }) => (is === 'text' ? text.trim() : ''))
  const lines = [
    `${number}. ${words?.heading ?? 'A question to you'}`,
    ...says.filter((said) => said !== ''),
    `${takesReplies ? `Reply ${sayAnswers(number, asking?.choices ?? [])}` : 'Answer'} by ${sayDay(by, today)}. Its code is ${code}.`,
    linkTo(`/asks/${id}`),
  ]
  return lines.join('\n')
}

function waitingPart({ asked, waiting, allWaiting, today }: Facts): string[] {
  if (waiting.length === 0) return []
  const more = allWaiting - waiting.length
  return [
    asked.length > 0 ? 'What else waits for you:' : 'What waits for you:',
    ...waiting.map((each) => `${sayWaiting(each, today)}\n${linkTo(pathOf(each))}`),
    ...(more > 0 ? [`${sayMore(more, more === 1 ? 'thing' : 'things')}\n${linkTo('/mine')}`] : []),
  ]
}

function suggestionsPart({ suggestions, hasNewSuggestions, today }: Facts): string[] {
  if (suggestions.length === 0) return []
  return [
    hasNewSuggestions ? 'What fits you:' : 'Nothing new fits you this week. These still do:',
    ...suggestions.map((each) => suggestionOf(each, today)),
  ]
}

function suggestionOf(suggestion: Suggestion, today: Day): string {
  if (suggestion.is !== 'brief') return `${sayInFull(suggestion.person)}\n${sayReasons(suggestion)}\n${linkTo(`/people/${suggestion.id}`)}`
  const { title, organisationName, project } = suggestion.role
  return `"${title}" (${organisationName})\n${sayReasons(suggestion)} ${sayTerms(suggestion, today)}\n${linkTo(`/projects/${project}`)}`
}

function newsPart({ news, allNews, today }: Facts): string[] {
  if (news.length === 0) return []
  const more = allNews - news.length
  return [
    'What your projects did:',
    ...news.map((each) => `"${each.title}": ${sayNews(each, today)}.\n${linkTo(`/projects/${each.project}`)}`),
    ...(more > 0 ? [`${sayMore(more, more === 1 ? 'project' : 'projects')}\n${linkTo('/mine')}`] : []),
  ]
}
