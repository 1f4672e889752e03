/** How large a nation is. Organisations come from the pack. */
export type Size = { people: number; projects: number; pledges: number }

/** Haves and needs of a person, together. */
export const LISTINGS = 10
/** On average; so 10,000 projects have 40,000 roles. */
export const ROLES_A_PROJECT = 4

export const WHOLE: Size = { people: 100_000, projects: 10_000, pledges: 30_000 }
export const QUICK: Size = { people: 2_000, projects: 200, pledges: 600 }
