/** Facts that several kinds of letters share in their samples. */
export const TODAY = '2026-11-23'
export const ID = '01kaa8mvr00001abcdefghjkmn'
export const about = { project: ID, title: 'Report a missed bin' }
export const who = { id: ID, name: 'Ann Example', job: 'nurse', organisationName: 'Tarnbeck NHS Trust' }

/** Beside the facts of what is asked; the second time it is a reminder. */
export const asked = { ask: ID, code: 'K7QX4', askedOn: '2026-11-20', by: '2026-12-07', today: TODAY, reminder: 0 }
export const reason = { organisation: ID, sector: 'health', mine: 'web design', theirs: 'UX design', closeness: 0.9 } as const
const role = { role: ID, skill: 'UX design', hoursAWeek: 3, until: '2027-03-31', project: ID, title: about.title, openUntil: '2026-12-14' }
export const fittingBrief = {
  ...({ ...reason, is: 'brief', id: ID } as const),
  role: { ...role, isOpen: true, organisation: ID, organisationName: 'Tarnbeck NHS Trust', sector: 'health' },
} as const
