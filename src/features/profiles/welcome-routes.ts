/** The door to the first form. */
import type { Knowledge } from '../../matching/knowledge.ts'
import type { Db } from '../../storage/db.ts'
import { Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { ownPath } from '../accounts/sign-in.ts'
import { findOpenClaimOf } from '../members/actions.ts'
import { nameOfClaimed } from '../members/claim.ts'
import { readOrganisation } from '../members/said-actions.ts'
import { findPerson, findProfile, listOrganisationsToChoose } from '../people/actions.ts'
import type { Person } from '../people/person.ts'
import { PROFILE_AT_FIRST } from '../people/profile.ts'
import { type ArrivalFaults, readAbout, readThings, typedOf } from './about.ts'
import { type Arrival, arrive } from './actions.ts'
import { type Employer, welcomePage } from './welcome-pages.ts'
import { sayFaults } from './words.ts'

const TITLE = 'Who are you?'

export function welcomeRoutes(db: Db, knowledge: Knowledge): Route[] {
  const { knowsPlaces } = knowledge
  const arriving = async (visit: Visit): Promise<Person> => {
    const person = await findPerson(db, somebody(visit).person)
    if (!person) throw new Missing()
    return person
  }

  return [
    get('/welcome', async (visit) => {
      const person = await arriving(visit)
      const typed = typedOf(person, (await findProfile(db, person.id)) ?? PROFILE_AT_FIRST)
      const employer = await employerOf(db, person, visit)
      const next = ownPath(visit.query('next') ?? '/')
      return page(TITLE, welcomePage({ typed, haves: '', needs: '', next, employer, knowsPlaces, faults: {} }), { narrow: true })
    }),

    post('/welcome', async (visit) => {
      const person = await arriving(visit)
      const { text } = visit.form
      // The first form does not ask what somebody does; what they have said stays.
      const typed = { name: text('name'), job: person.job, where: text('where'), hours: text('hours') }
      const [haves, needs, next] = [text('haves'), text('needs'), ownPath(text('next'))]
      const { about, faults } = readAbout(typed, (await findProfile(db, person.id)) ?? PROFILE_AT_FIRST, knowledge)
      const employed = await readEmployer(db, person, visit)
      const found: ArrivalFaults = { ...faults, ...employed.faults, ...readThings(haves, needs) }
      const all =
        Object.keys(found).length > 0
          ? found
          : await arrive(db, person.id, { about, organisation: employed.organisation, haves, needs }, visit)
      if (Object.keys(all).length === 0) return goTo(`/suggestions?arrived=yes${next === '/' ? '' : `&next=${encodeURIComponent(next)}`}`)
      const { employer } = employed
      return pageWithMistakes(TITLE, welcomePage({ typed, haves, needs, next, employer, knowsPlaces, faults: sayFaults(all) }), {
        narrow: true,
      })
    }),
  ]
}

/** What the form asks about somebody's organisation before anything is typed. */
async function employerOf(db: Db, person: Person, { zone }: Visit): Promise<Employer> {
  if (person.organisation) return { is: 'known', name: person.organisation.name }
  const choices = await listOrganisationsToChoose(db, person.id)
  if (choices.length > 0) return { is: 'one of', choices, chosen: '' }
  const claim = await findOpenClaimOf(db, person.id, zone)
  return { is: 'said', typed: claim ? nameOfClaimed(claim) : '', near: [], which: '', sector: '', asksSector: false }
}

type Employed = { employer: Employer; organisation: Arrival['organisation']; faults: Pick<ArrivalFaults, 'organisation' | 'which'> }

async function readEmployer(db: Db, person: Person, visit: Visit): Promise<Employed> {
  const employer = await employerOf(db, person, visit)
  if (employer.is === 'known') return { employer, organisation: undefined, faults: {} }
  const typed = visit.form.text('organisation')
  if (employer.is === 'one of') {
    const isOne = employer.choices.some(({ id }) => id === typed)
    return {
      employer: { ...employer, chosen: typed },
      organisation: { chosen: typed },
      faults: isOne ? {} : { organisation: 'not chosen' },
    }
  }
  // Nobody is asked twice about what they have said before.
  if (typed !== '' && typed === employer.typed) return { employer, organisation: undefined, faults: {} }
  const asked = { which: visit.form.text('which'), sector: visit.form.text('sector') }
  const { near, asksSector, said, isSaid } = await readOrganisation(db, person.id, { organisation: typed, ...asked })
  return {
    employer: { is: 'said', typed, ...asked, near, asksSector },
    organisation: { said },
    faults: isSaid ? {} : { which: 'not chosen' },
  }
}
