/** The people and things every test knows. Say only what the test is about; the rest is dull and always the same. */
import { A_DAY, type Day, type Moment, momentAt } from '../src/basics/day.ts'
import type { Viewer } from '../src/basics/viewer.ts'
import { EMPTY_BRIEF, type TypedBrief, type TypedRole } from '../src/features/briefs/brief.ts'
import type { Pledge, PledgeState } from '../src/features/pledges/pledge.ts'
import type { Course, Pledger, Project, Role, State } from '../src/features/projects/project.ts'

export const ZONE = 'Europe/London'
/** A Monday in winter, ten in the morning. */
export const MONDAY: Moment = momentAt(ZONE, new Date('2026-11-23T10:00:00Z'))
export const later = (at: Moment, days: number): Moment => momentAt(ZONE, new Date(at.now.getTime() + days * A_DAY))

export const OWNER: Viewer = { person: 'council-lead', name: 'Lead', organisation: 'council', broker: false, moderator: false }
export const NURSE: Viewer = { person: 'trust-nurse', name: 'Nurse', organisation: 'trust', broker: false, moderator: false }
export const COLLEAGUE: Viewer = { person: 'council-clerk', name: 'Clerk', organisation: 'council', broker: false, moderator: false }
export const STRANGER: Viewer = { person: 'stranger', name: 'Stranger', broker: false, moderator: false }

type RoleWords = { skill: string; places?: number; mustHave?: boolean; filledBy?: readonly string[] }

/** `filledBy` names organisations: one pledge each. */
export function aRole({ skill, places = 1, mustHave = true, filledBy = [] }: RoleWords): Role {
  const pledgers = filledBy.map(
    (organisation, index): Pledger => ({
      pledge: `${skill}-${index}`,
      id: `${organisation}-person`,
      name: 'Somebody',
      job: 'officer',
      organisation,
      organisationName: organisation,
      hoursAWeek: 2,
      isForOrganisation: false,
    }),
  )
  const days = { from: '2026-12-01', until: '2027-03-31' }
  return {
    id: skill,
    skill,
    level: 'any',
    places,
    filled: pledgers.length,
    hoursAWeek: 3,
    ...days,
    mustHave,
    purpose: 'creating',
    pledgers,
  }
}

type ProjectWords = { roles?: readonly RoleWords[]; state?: State; openUntil?: Day; isExtended?: boolean; readyOn?: Day; firstDate?: Day }

export function aProject({
  roles = [{ skill: 'web design' }],
  state = 'open',
  openUntil = '2026-12-14',
  ...more
}: ProjectWords = {}): Project {
  return {
    id: 'missed-bins',
    title: 'Report a missed bin',
    problem: 'Three councils pay for the same form.',
    forWhom: 'residents',
    owner: { id: OWNER.person, name: OWNER.name, job: 'digital lead', organisationName: 'Harrowmere City Council' },
    organisation: 'council',
    state,
    openUntil,
    isExtended: false,
    tags: [],
    haves: [],
    others: [],
    suppliersWelcome: false,
    noneFits: '',
    roles: roles.map(aRole),
    ...more,
  }
}

export function aPledge({
  role = 'web design',
  by = NURSE,
  state = 'offered',
  course = {},
}: {
  role?: string
  by?: Viewer
  state?: PledgeState
  course?: Partial<Course>
} = {}): Pledge {
  return {
    id: 'pledge',
    role,
    skill: role,
    project: 'missed-bins',
    title: 'Report a missed bin',
    owner: OWNER.person,
    course: { state: 'open', openUntil: '2026-12-14', ...course },
    organisation: by.organisation ?? '',
    person: { id: by.person, name: by.name, job: 'nurse', organisationName: 'Tarnbeck NHS Trust' },
    hoursAWeek: 2,
    from: '2026-12-01',
    until: '2027-03-31',
    line: '',
    isForOrganisation: false,
    state,
    answerBy: '2026-12-07',
  }
}

export const aTypedRole = (more: Partial<TypedRole> = {}): TypedRole => ({
  skill: 'Web design',
  level: 'any',
  places: '1',
  hours: '3',
  from: '2026-12-01',
  until: '2027-03-31',
  must: 'must',
  purpose: 'creating',
  ...more,
})

export const aTypedBrief = (more: Partial<TypedBrief> = {}): TypedBrief => ({
  ...EMPTY_BRIEF,
  title: 'Report a missed bin',
  problem: 'Three councils pay for the same form.',
  forWhom: 'residents',
  days: '21',
  haves: [{ what: 'C# development', about: '14 hours a week' }],
  roles: [aTypedRole()],
  ...more,
})
