/** Every sentence people read about who meets whom, and why. */
import { list, sayNumber } from '../../basics/text.ts'
import type { Reason } from '../../matching/pair-score.ts'
import type { LeftOut } from '../../matching/rounds/meeting.ts'

/** More reasons than three are a list, and nobody reads it. */
const MOST_REASONS = 3

export type Naming = {
  /** Of a person, by their id. */
  person(id: string): string
  /** Of a skill or a topic, by its id. */
  thing(id: string): string
}

const ACROSS = { sector: 'sectors', profession: 'professions', organisation: 'organisations', region: 'regions' } as const

/** "Ann needs data analysis, which Ben has. Both care about housing. They work in different sectors." True of both. */
export function sayReasons(a: string, b: string, reasons: readonly Reason[], { person, thing }: Naming): string {
  const needs = [a, b].flatMap((to) => {
    const met = reasons.find((reason) => reason.is === 'need' && reason.to === to)
    if (met?.is !== 'need') return []
    const by = person(to === a ? b : a)
    return [
      met.need === met.have
        ? `${person(to)} needs ${thing(met.need)}, which ${by} has.`
        : `${person(to)} needs ${thing(met.need)}, and ${by} has ${thing(met.have)}.`,
    ]
  })
  const interests = reasons.flatMap((reason) => (reason.is === 'interest' ? [thing(reason.interest)] : [])).slice(0, MOST_REASONS)
  const across = reasons.flatMap((reason) => (reason.is === 'across' ? [ACROSS[reason.what]] : [])).slice(0, 2)
  const near = reasons.find((reason) => reason.is === 'nearby')
  const all = [
    ...needs,
    ...(interests.length > 0 ? [`Both care about ${list(interests)}.`] : []),
    ...(near?.is === 'nearby' ? [`They are ${near.kilometres < 1 ? 'in the same place' : `${sayNumber(near.kilometres)} km apart`}.`] : []),
    ...(across.length > 0 ? [`They work in different ${list(across)}.`] : []),
  ]
  return all.slice(0, MOST_REASONS).join(' ') || 'Nothing that they said is alike: a surprise for both.'
}

export const LEFT_OUT: Record<LeftOut['why'], string> = {
  'the same person': 'There is nobody else.',
  paused: 'They have paused, or everybody else has.',
  full: 'They meet as many as they want already.',
  blocked: 'They are not to meet the others.',
  manager: 'Those who are left are their managers, or are managed by them.',
  'the same team': 'Those who are left are of the same team.',
  'met lately': 'They have met all the others lately.',
  'no way to meet':
    'There is no way to meet that suits both them and somebody else: look at how they meet, where, and within how many kilometres.',
  'too far': 'Nobody who is left is near enough.',
  'no language': 'Nobody else speaks their language.',
  'the same sector': 'Those who are left are of the same sector, and this round is across sectors.',
  'the same organisation': 'Those who are left are of the same organisation, and this round is across organisations.',
  'the same profession': 'Those who are left are of the same profession, and this round is across professions.',
  'kept apart': 'The organiser keeps them apart from those who are left.',
  'nobody is left': 'Everybody who fits meets somebody else, and has no room for one more.',
}
