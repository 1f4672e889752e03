/** A brief as its form sends it, and what the form's buttons do to its rows. */
import { EMPTY_HAVE, EMPTY_OTHER, EMPTY_ROLE, MOST, type RemovedRow, type TypedBrief } from './brief.ts'

/** What the form's buttons "add", "remove" and "put back" do to its rows. */
export function withChangedRows(typed: TypedBrief, button: string): TypedBrief {
  const { removed, ...kept } = typed
  const { haves, roles, others } = typed
  if (button === 'add-have') return { ...typed, haves: [...haves, EMPTY_HAVE] }
  // Whoever needs two people for the same months types the months once.
  if (button === 'add-role')
    return { ...typed, roles: [...roles, { ...EMPTY_ROLE, from: roles.at(-1)?.from ?? '', until: roles.at(-1)?.until ?? '' }] }
  if (button === 'add-other') return { ...typed, others: [...atLeastOne(others, EMPTY_OTHER), EMPTY_OTHER] }
  if (button === 'put-back' && removed?.what === 'have') return { ...kept, haves: [...haves, removed.row] }
  if (button === 'put-back' && removed?.what === 'role') return { ...kept, roles: [...roles, removed.row] }
  if (button === 'put-back' && removed?.what === 'other') return { ...kept, others: [...others, removed.row] }
  const [, what, number] = /^remove-(have|role|other)-(\d+)$/.exec(button) ?? []
  const at = Number(number) - 1
  const [have, role, other] = [haves[at], roles[at], others[at]]
  if (what === 'have' && have && haves.length > 1) return { ...typed, haves: haves.toSpliced(at, 1), removed: { what, row: have } }
  if (what === 'role' && role && roles.length > 1) return { ...typed, roles: roles.toSpliced(at, 1), removed: { what, row: role } }
  if (what === 'other' && other && others.length > 1) return { ...typed, others: others.toSpliced(at, 1), removed: { what, row: other } }
  return typed
}

const EMPTY_ROWS = { have: EMPTY_HAVE, role: EMPTY_ROLE, other: EMPTY_OTHER }

/** A removed row travels with its form as JSON; anything else in that field is nothing. */
function removedIn(text: string): { removed?: RemovedRow } {
  try {
    const { what, row } = JSON.parse(text) as RemovedRow
    const isRow =
      Object.hasOwn(EMPTY_ROWS, what) && Object.keys(EMPTY_ROWS[what]).every((key) => typeof row[key as keyof typeof row] === 'string')
    return isRow ? { removed: { what, row } as RemovedRow } : {}
  } catch {
    return {}
  }
}

type TypedForm = { text(name: string): string; texts(name: string): readonly string[]; has(name: string): boolean }

/** Rows as a form names them: have-1-what, role-2-skill. */
export function typedBriefOf({ text, texts, has }: TypedForm): TypedBrief {
  const rows = <T>(prefix: string, probe: string, most: number, read: (field: (name: string) => string) => T): T[] => {
    const found: T[] = []
    for (let row = 1; row <= most && has(`${prefix}-${row}-${probe}`); row++) found.push(read((name) => text(`${prefix}-${row}-${name}`)))
    return found
  }
  const haves = rows('have', 'what', MOST.haves, (field) => ({ what: field('what'), about: field('about') }))
  const roles = rows('role', 'skill', MOST.roles, (field) => ({
    skill: field('skill'),
    level: field('level'),
    places: field('places'),
    hours: field('hours'),
    from: field('from'),
    until: field('until'),
    must: field('must'),
    purpose: field('purpose'),
  }))
  return {
    title: text('title'),
    problem: text('problem'),
    forWhom: text('for-whom'),
    days: text('days'),
    haves: atLeastOne(haves, EMPTY_HAVE),
    roles: atLeastOne(roles, EMPTY_ROLE),
    others: rows('other', 'what', MOST.others, (field) => ({ kind: field('kind'), what: field('what') })),
    tags: texts('tags'),
    suppliers: text('suppliers'),
    noneFits: text('none-fits'),
    ...removedIn(text('removed')),
  }
}

/** A form always has a free row to begin with. */
export const atLeastOne = <T>(rows: readonly T[], empty: T): readonly T[] => (rows.length > 0 ? rows : [empty])
