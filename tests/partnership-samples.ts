/** Facts for every kind of letter about partnerships. */
import type { LetterFacts } from '../src/features/letters/letter.ts'
import { asked, ID, TODAY, who } from './sample-facts.ts'

const about = { partnership: ID, one: 'Harrowmere City Council', other: 'Tarnbeck NHS Trust', today: TODAY }
const term = { from: '2026-12-01', until: '2027-05-31' }

type Kind = Extract<keyof LetterFacts, `partnership ${string}`>

export const PARTNERSHIP_SAMPLES: { [K in Kind]: readonly LetterFacts[K][] } = {
  'partnership proposed': [{ ...about, ...asked, ...term, who, host: who, what: 'Our graduates and your nurses see each other’s work.' }],
  'partnership agreed': [
    { ...about, ...term, asked: '2027-05-03', isHost: true, host: who },
    { ...about, ...term, asked: '2027-05-03', isHost: false, host: { ...who, name: '' } },
  ],
  'partnership not agreed': [
    { ...about, why: 'declined' },
    { ...about, why: 'unanswered' },
  ],
  'partnership withdrawn': [about],
  'partnership host': [{ ...about, until: term.until }],
  'partnership ends': [{ ...about, ...asked, until: term.until, next: '2027-11-28' }],
  'partnership renewed': [{ ...about, until: '2027-11-28', asked: '2027-11-01' }],
  'partnership over': [{ ...about, ...asked, until: term.until }],
  'partnership ended': [{ ...about, came: 'Twelve nurses saw a planning office.' }],
}
