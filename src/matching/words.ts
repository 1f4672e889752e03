/** Cuts text into words as skills are written: C#, C++, .NET and Node.js stay whole, "front-end" is two words. */

/** One word: as it was typed, as it is compared, and what stands between it and the word before. */
export type Word = { typed: string; stem: string; gap: string }

// "R&D", "R & D" and "H&S" are one word: a letter, an ampersand, a letter.
const WORD = /\p{L} ?& ?\p{L}(?![\p{L}\p{N}])|\.?[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*(?:\+\+|#)?/gu

/**
 * The words of a text, in order.
 * @example wordsOf('C# & .NET developers').map(({ stem }) => stem) // ['c#', '.net', 'develop']
 */
export function wordsOf(text: string): Word[] {
  const plain = text.normalize('NFKC').replace(/[’']s\b/g, '')
  let end = 0
  return [...plain.matchAll(WORD)].map((found) => {
    const typed = found[0].replaceAll(' ', '')
    const gap = plain.slice(end, found.index)
    end = found.index + found[0].length
    return { typed, stem: stemOf(typed), gap }
  })
}

/** Words that mean the same craft: the doer, the doing and the thing done. The first is their common stem. */
const FAMILIES = [
  'design designs designer designers designing designed',
  'develop develops developer developers developing development dev devs',
  'manage manages manager managers managing management mgmt',
  'analyse analyses analyst analysts analysis analysing analytics analytical analyze analyzing',
  'research researches researcher researchers researching',
  'engineer engineers engineering',
  'architect architects architecture architectural',
  'test tests tester testers testing',
  'write writes writer writers writing',
  'facilitate facilitates facilitator facilitators facilitation facilitating',
  'commission commissions commissioner commissioners commissioning',
  'train trains trainer trainers training',
  'plan plans planner planners planning',
  'edit edits editor editors editing',
  'program programs programme programmes programmer programmers programming',
  'coach coaches coaching',
  'mentor mentors mentoring',
  'audit audits auditor auditors auditing',
]
const STEMS = new Map(FAMILIES.flatMap((family) => family.split(' ').map((word, _, [stem = word]) => [word, stem])))

/** Plural and family only: a harder stemmer would make "leadership" of "lead". */
function stemOf(typed: string): string {
  const word = typed.toLowerCase()
  return STEMS.get(word) ?? (isPlural(word) ? (STEMS.get(word.slice(0, -1)) ?? word.slice(0, -1)) : word)
}

const isPlural = (word: string): boolean => word.length > 3 && /[^siu]s$/.test(word)
