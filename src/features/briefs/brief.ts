/** A draft of a brief, kept as it is typed, right or wrong; and the brief that it becomes when nothing is wrong with it. */
import { A_DAY, addDays, type Day, readDay } from '../../basics/day.ts'
import { timeOf } from '../../basics/id.ts'
import { lengthOf, readText, type TextFault } from '../../basics/text.ts'
import { type HoursFault, readHours } from '../projects/hours.ts'
import { type Brief, type BriefRole, LEVELS, OTHER_KINDS, type OtherNeed } from '../projects/project.ts'

export type TypedHave = { what: string; about: string }
export type TypedRole = {
  skill: string
  level: string
  places: string
  hours: string
  from: string
  until: string
  must: string
  purpose: string
}
/** Something else than people: code, data, a venue. */
export type TypedOther = { kind: string; what: string }
export type TypedBrief = {
  title: string
  problem: string
  forWhom: string
  days: string
  haves: readonly TypedHave[]
  roles: readonly TypedRole[]
  others: readonly TypedOther[]
  /** Ids of the tags that its writer has confirmed. */
  tags: readonly string[]
  /** 'yes' when suppliers may pledge. */
  suppliers: string
  /** Why none of the look-alikes will do. */
  noneFits: string
  /** The row that was last removed, so that it can be put back. */
  removed?: RemovedRow
}
/** What its writer alone sees until it is published. */
export type Draft = {
  id: string
  person: string
  typed: TypedBrief
  savedAt: Date
  /** Projects that its writer has joined with these words. */
  joined: readonly { id: string; title: string }[]
}
export type SaveRefusal = 'not found' | 'too long' | 'too many drafts'
/** `no reason`: look-alikes were shown, and nothing says why none of them fits. `same`: a colleague has published these words. */
export type PublishRefusal = 'not found' | 'no organisation' | 'faults' | 'no reason' | 'same'

export type RemovedRow = { what: 'have'; row: TypedHave } | { what: 'role'; row: TypedRole } | { what: 'other'; row: TypedOther }

export const MOST = {
  title: 100,
  problem: 2000,
  forWhom: 200,
  have: 100,
  about: 200,
  skill: 80,
  haves: 10,
  roles: 12,
  places: 20,
  others: 10,
  tags: 8,
  noneFits: 500,
} as const
/** What is kept of a draft, far above what a brief may have. */
export const MOST_KEPT = { letters: 20_000, drafts: 50 } as const
export const OPEN_DAYS = { least: 21, most: 28 } as const
const LATEST_ROLE = 1100

export const EMPTY_HAVE: TypedHave = { what: '', about: '' }
export const EMPTY_ROLE: TypedRole = {
  skill: '',
  level: 'any',
  places: '1',
  hours: '',
  from: '',
  until: '',
  must: 'must',
  purpose: 'creating',
}
export const EMPTY_OTHER: TypedOther = { kind: '', what: '' }
export const EMPTY_BRIEF: TypedBrief = {
  title: '',
  problem: '',
  forWhom: '',
  days: '28',
  haves: [EMPTY_HAVE],
  roles: [EMPTY_ROLE],
  others: [],
  tags: [],
  suppliers: '',
  noneFits: '',
}

/** A draft that an earlier version of this program kept has fewer fields. */
export const completed = (kept: Partial<TypedBrief>): TypedBrief => ({
  ...EMPTY_BRIEF,
  ...kept,
  roles: (kept.roles ?? EMPTY_BRIEF.roles).map((role) => ({ ...EMPTY_ROLE, ...role })),
})

export type FieldFault =
  | TextFault
  | HoursFault
  | 'places'
  | 'days'
  | 'no such day'
  | 'day has passed'
  | 'day too far'
  | 'ends before it begins'
  | 'no role'
  | 'no must-have'
  | 'no kind'
  | 'too many tags'
/** Which field, by the name it has in the form, and what is wrong with it. */
export type Fault = { field: string; why: FieldFault; most?: number }

const isBlankHave = (have: TypedHave): boolean => have.what.trim() === '' && have.about.trim() === ''
/** Dates alone make no role: a new row brings those of the row before. */
const isBlankRole = ({ skill, hours }: TypedRole): boolean => skill.trim() === '' && hours.trim() === ''

/** The page chooses the id of its draft, and lists show the newest id first: none may be from a time to come. */
export const mayBeginAs = (id: string, now: Date): boolean => timeOf(id).getTime() - now.getTime() <= A_DAY

/** Fields that are too long even to be kept as they are typed. */
export function tooLongToKeep({
  title,
  problem,
  forWhom,
  days,
  haves,
  roles,
  others,
  tags,
  suppliers,
  noneFits,
  removed,
}: TypedBrief): readonly Fault[] {
  const rows = (what: string, all: readonly (TypedHave | TypedRole | TypedOther)[]): [string, string][] =>
    all.flatMap((row, index) => Object.entries(row).map(([name, text]): [string, string] => [`${what}-${index + 1}-${name}`, text]))
  const fields: [string, string][] = [
    ...Object.entries({ title, problem, 'for-whom': forWhom }),
    ...rows('have', haves),
    ...rows('role', roles),
    ...rows('other', others),
    ['none-fits', noneFits],
    ...tags.map((tag): [string, string] => ['tags', tag]),
    ['suppliers', suppliers],
    ['days', days],
    ...Object.values(removed?.row ?? {}).map((text): [string, string] => ['removed', text]),
  ]
  return fields.flatMap(([field, text]) =>
    lengthOf(text) > MOST_KEPT.letters ? [{ field, why: 'too long', most: MOST_KEPT.letters }] : [],
  )
}

/** Every fault at once, so that nobody mends one to find the next. Rows left blank are nothing. */
export function readBrief(typed: TypedBrief, today: Day): { brief: Brief; faults: readonly Fault[] } {
  const faults: Fault[] = []
  const text = (field: string, value: string, most: number, lines: 'one' | 'many' = 'one', optional = false): string => {
    const read = readText(value, { most, lines, optional })
    if (!read.yes) faults.push({ field, why: read.why, most })
    return read.yes ? read.value : ''
  }
  const day = (field: string, value: string): Day => {
    const read = readDay(value)
    if (read === undefined) faults.push({ field, why: value.trim() === '' ? 'empty' : 'no such day' })
    else if (read < today) faults.push({ field, why: 'day has passed' })
    else if (read > addDays(today, LATEST_ROLE)) faults.push({ field, why: 'day too far' })
    return read ?? today
  }
  const number = (field: string, value: string, least: number, most: number, why: 'places' | 'days'): number => {
    const isRight = /^\d{1,3}$/.test(value.trim()) && Number(value) >= least && Number(value) <= most
    if (!isRight) faults.push({ field, why, most })
    return isRight ? Number(value) : least
  }
  const role = (row: TypedRole, index: number): BriefRole => {
    const field = (name: string) => `role-${index + 1}-${name}`
    const skill = text(field('skill'), row.skill, MOST.skill)
    const places = number(field('places'), row.places, 1, MOST.places, 'places')
    const hours = readHours(row.hours)
    if (!hours.yes) faults.push({ field: field('hours'), why: hours.why })
    const from = day(field('from'), row.from)
    const until = day(field('until'), row.until)
    if (until < from && readDay(row.until) !== undefined) faults.push({ field: field('until'), why: 'ends before it begins' })
    const purpose = row.purpose === 'looking after' ? 'looking after' : 'creating'
    const level = LEVELS.find((each) => each === row.level) ?? 'any'
    return { skill, level, places, hoursAWeek: hours.yes ? hours.value : 0, from, until, mustHave: row.must !== 'welcome', purpose }
  }
  const other = (row: TypedOther, index: number): Omit<OtherNeed, 'id'> => {
    const kind = OTHER_KINDS.find((each) => each === row.kind)
    if (!kind) faults.push({ field: `other-${index + 1}-kind`, why: 'no kind' })
    return { kind: kind ?? 'data', what: text(`other-${index + 1}-what`, row.what, MOST.have) }
  }
  const title = text('title', typed.title, MOST.title)
  const problem = text('problem', typed.problem, MOST.problem, 'many')
  const forWhom = text('for-whom', typed.forWhom, MOST.forWhom)
  const haves = typed.haves.flatMap((have, index) =>
    isBlankHave(have)
      ? []
      : [
          {
            what: text(`have-${index + 1}-what`, have.what, MOST.have),
            about: text(`have-${index + 1}-about`, have.about, MOST.about, 'one', true),
          },
        ],
  )
  const roles = typed.roles.flatMap((row, index) => (isBlankRole(row) ? [] : [role(row, index)]))
  if (roles.length === 0) faults.push({ field: 'role-1-skill', why: 'no role' })
  else if (!roles.some((each) => each.mustHave)) faults.push({ field: 'role-1-must', why: 'no must-have' })
  const days = number('days', typed.days, OPEN_DAYS.least, OPEN_DAYS.most, 'days')
  const others = typed.others.flatMap((row, index) => (row.what.trim() === '' ? [] : [other(row, index)]))
  const tags = [...new Set(typed.tags)]
  if (tags.length > MOST.tags) faults.push({ field: 'tags', why: 'too many tags' })
  const noneFits = text('none-fits', typed.noneFits, MOST.noneFits, 'many', true)
  const suppliersWelcome = typed.suppliers === 'yes'
  return {
    brief: { title, problem, forWhom, openUntil: addDays(today, days), haves, roles, others, tags, suppliersWelcome, noneFits },
    faults,
  }
}
