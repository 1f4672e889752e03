/** Every sentence people read where they look for people. */
import type { Knowledge } from '../../matching/knowledge.ts'
import { SECTOR_NAMES } from '../members/words.ts'
import type { WhyFound } from './seek.ts'

export const LOOKING = 'Search for people'
export const ASKING = 'What should they know?'
export const ASKING_HINT = 'A skill or a policy area, for example: user research, housing.'
export const NO_PLACE = 'Say on your page where you are, and you can look for people near you.'
export const PLACE_HINT = 'How far finds only people who show members where they are.'
export const HOW_FOUND = 'You find people by what they show to all members. What they keep to themselves finds nobody.'

export const LOOK_REFUSALS: Record<'not a member' | 'supplier', string> = {
  'not a member': 'You can look for people when somebody has said that you belong to your organisation.',
  supplier: 'Suppliers answer when they are asked. They do not look for people first.',
}

/** One sentence that is true of what they show. */
export function sayFound(why: WhyFound, knowledge: Knowledge): string {
  switch (why.is) {
    case 'has':
      return `They have ${why.what}.`
    case 'is close':
      return `They have ${why.what}, which is close to ${knowledge.nameOf(why.to)}.`
    case 'works on':
      return `They work on ${knowledge.tags.get(why.area)?.name ?? why.area}.`
    case 'near':
      return why.kilometres < 1 ? 'They are in the same place as you.' : `They are about ${why.kilometres} km from you.`
    case 'works in':
      return `Their sector: ${SECTOR_NAMES[why.sector].toLowerCase()}.`
  }
}

export const sayUnknown = (q: string): string =>
  `We do not know "${q}" as a skill or a policy area, so it narrows nothing down. Try another word for it.`
