/** Every sentence people read in the weekly letter. */
import { type Day, sayDay, sayTime } from '../../basics/day.ts'
import type { Choice } from '../asks/ask.ts'
import { isItemKind } from '../broker/item.ts'
import { KIND_WORDS } from '../broker/words.ts'
import type { Waiting } from '../home/waiting.ts'
import { HOW_WORDS } from '../projects/words.ts'
import type { Suggestion } from '../suggestions/suggestion.ts'
import type { ProjectNews } from './digest.ts'

const count = (many: number, one: string, more = `${one}s`): string => (many === 1 ? `1 ${one}` : `${many} ${more}`)

/** "a", "a and b", "a, b and c". */
export const sayList = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

export type Counted = { waiting: number; suggestions: readonly Suggestion[]; news: readonly ProjectNews[]; allNews: number }

/** A longer one would push the rest out of a subject. */
const LONGEST_TITLE = 30

/** "3 things wait for you, and 2 briefs fit you". */
export function saySubject({ waiting, suggestions, news, allNews }: Counted): string {
  const briefs = suggestions.filter(({ is }) => is === 'brief').length
  const people = suggestions.length - briefs
  const fits = sayList([...(briefs > 0 ? [count(briefs, 'brief')] : []), ...(people > 0 ? [count(people, 'person', 'people')] : [])])
  const [first] = news
  const parts = [
    ...(waiting > 0 ? [`${count(waiting, 'thing')} ${waiting === 1 ? 'waits' : 'wait'} for you`] : []),
    ...(suggestions.length > 0 ? [`${fits} ${suggestions.length === 1 ? 'fits' : 'fit'} you`] : []),
    ...(first
      ? [allNews > 1 ? `news of ${allNews} projects` : `news of ${first.title.length > LONGEST_TITLE ? 'a project' : first.title}`]
      : []),
  ]
  const said = parts.length === 2 ? parts.join(', and ') : sayList(parts)
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`
}

const SAMPLE_DAY = '5 January'
const sample = (number: number, { answer, takes }: Choice): string =>
  takes === 'hours'
    ? `"${answer} ${number}: 3 hours"`
    : takes === 'a day'
      ? `"${answer} ${number}: ${SAMPLE_DAY}"`
      : takes === 'a reason'
        ? `"${answer} ${number} because ..."`
        : `"${answer} ${number}"`

/** What to write for one of several things asked: "yes 1" or "no 1". */
export function sayAnswers(number: number, choices: readonly Choice[]): string {
  const samples = choices.map((choice) => sample(number, choice))
  return samples.length < 2 ? samples.join('') : `${samples.slice(0, -1).join(', ')} or ${samples.at(-1)}`
}

/** Each begins a line of its own, with the link below it. */
export function sayWaiting({ is, what, title, isTheirs, by }: Waiting, today: Day): string {
  const on = sayDay(by, today)
  const who = what || 'somebody new'
  switch (is) {
    case 'giving away':
      return `"${title}" waits for an owner${isTheirs ? '' : ', since you belong to no organisation any more'}.`
    case 'lookout':
      return `Nothing fits ${who} yet: write to them by ${on}.`
    case 'bounce':
      return `Letters to ${what || 'somebody'} have come back since ${on}.`
    case 'reply':
      return `A letter from ${what || 'somebody'} that we did not understand: read it by ${on}.`
    case 'broken promise':
      return `${title ? `"${title}": ` : ''}${isItemKind(what) ? KIND_WORDS[what].name : what}, since ${on}${isTheirs ? ', and no broker has taken it' : ''}.`
    case 'report':
      return `A reported post about "${title}": look at it by ${on}.`
  }
}

/** Where it is answered. */
export const pathOf = ({ is, id }: Waiting): string => PATHS[is](id)
const PATHS: Record<Waiting['is'], (id: string) => string> = {
  'giving away': (id) => `/projects/${id}/handover`,
  lookout: (id) => `/lookouts/${id}`,
  report: (id) => `/reports/${id}`,
  bounce: (id) => `/bounces/${id}`,
  reply: (id) => `/replies/${id}`,
  'broken promise': (id) => `/broker/${id}`,
}

/** "every must-have place is filled; 2 updates, 1 message". */
export function sayNews({ isReady, startsOn, phase, ended, updates, posts, joined, watchers }: ProjectNews, today: Day): string {
  const steps = [
    ...(ended ? [HOW_WORDS[ended].toLowerCase()] : []),
    ...(isReady ? ['every must-have place is filled'] : []),
    ...(startsOn ? [`everybody first meets on ${sayDay(startsOn, today)}`] : []),
    ...(phase ? [`now in ${phase}`] : []),
  ]
  const counts = [
    ...(updates > 0 ? [count(updates, 'update')] : []),
    ...(posts > 0 ? [count(posts, 'new message')] : []),
    ...(joined > 0 ? [`${count(joined, 'more person', 'more people')} in it`] : []),
    ...(watchers > 0 ? [`${count(watchers, 'more person watches', 'more people watch')} it`] : []),
  ]
  return [...steps, ...counts].join(', ')
}

export const sayMore = (more: number, what: string): string => `And ${more} more ${what}.`

export const HOW_TO_ANSWER = 'To answer, reply to this letter with a word and a number as its first line:'
export const HOW_TO_ANSWER_HERE = 'To answer, press a button on its page, or type its code on yours. A reply to this letter reaches nobody:'
export const IN_SHORT =
  'Several answers are fine, each on a line of its own. A line may follow, such as "no 1 not this year". Or press a button on its page.'

/** Under the tick box for the weekly letter. */
export const sayNextDigest = (on: Day, at: Date, zone: string, today: Day): string =>
  `The next one comes on Monday, ${sayDay(on, today)}, at ${sayTime(zone, at)}, if there is something to say.`
