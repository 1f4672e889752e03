/** Every sentence people read about the list of projects. */
import { count } from '../../basics/text.ts'
import { STATE_WORDS } from '../projects/words.ts'
import { MOST_RANKED, type Narrowing, type Shown } from './search.ts'

export const ASKING = 'What are you trying to do?'
export const ASKING_HINT = 'For example: free school meals, report a missed bin, parking permits.'

export const SHOWN_WORDS: Record<Shown, string> = {
  open: STATE_WORDS.open,
  running: 'Ready or running',
  ended: 'Ended, with lessons',
  all: 'All',
}

/** Above the links that narrow a list down. */
export const NARROWING_WORDS: Record<Narrowing, string> = {
  for: 'For you',
  skill: 'Skill needed',
  service: 'Public service',
  area: 'Policy area',
  sector: 'Started by',
  region: 'Region',
}
export const FITS_ME = 'Needs what I have'
export const SAY_HAVES = 'Say what you have'

export const sayFound = (found: number, q: string): string => (q === '' ? count(found, 'project') : `${count(found, 'project')} for "${q}"`)

export const MORE_THAN_RANKED = `These are the ${MOST_RANKED} that fit best. Add a word, or narrow down, to see others.`
export const LOOSENED = 'Hardly any project has all of these words, so these have some of them.'
