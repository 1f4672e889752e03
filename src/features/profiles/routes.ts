/** The doors to people's pages, and to one's own. */
import { isId } from '../../basics/id.ts'
import type { Viewer } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import { type Db, together } from '../../storage/db.ts'
import { Missing, somebody } from '../../web/faults.ts'
import type { Markup } from '../../web/markup.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { findApartness } from '../boundaries/actions.ts'
import { closeListing, listListingsOf, sayHaves, sayNeeds } from '../listings/actions.ts'
import { findOpenClaimOf } from '../members/actions.ts'
import { nameOfClaimed } from '../members/claim.ts'
import { findWithProfile } from '../people/actions.ts'
import type { Person } from '../people/person.ts'
import { OPENLY, relationOf, type Standing, sightOf } from '../people/profile.ts'
import { listPledgesOfPerson } from '../pledges/actions.ts'
import { listProjects } from '../projects/actions.ts'
import { readAbout, typedOf } from './about.ts'
import { changeAbout } from './actions.ts'
import { detailRoutes } from './detail-routes.ts'
import type { Details } from './details.ts'
import { partsOf } from './part.ts'
import { personPage } from './person-pages.ts'
import { type ProfilePage, profilePage } from './profile-pages.ts'
import { findDetails } from './store.ts'
import { welcomeRoutes } from './welcome-routes.ts'
import { sayFaults } from './words.ts'

const TITLE = 'Your page'
const MOST_PARTS = 50

/** What a later feature offers to do with a person, on their page, and whether the two have both said yes to meet. */
export type BesidePerson = (visit: Visit, person: Person) => Promise<{ offered: Markup | ''; areIntroduced: boolean }>

export function profileRoutes(db: Db, knowledge: Knowledge, beside: BesidePerson): Route[] {
  const found = async (id: string) => {
    const known = await findWithProfile(db, id)
    if (!known) throw new Missing()
    return known
  }

  const own = async (visit: Visit, shown: Partial<ProfilePage> = {}): Promise<Markup> => {
    const { person, profile } = await found(somebody(visit).person)
    return profilePage(visit, {
      person: person.id,
      organisation: person.organisation?.name,
      typed: typedOf(person, profile),
      haves: '',
      needs: '',
      listings: await listListingsOf(db, person.id, visit),
      knowsPlaces: knowledge.knowsPlaces,
      faults: {},
      ...shown,
    })
  }

  const areasOf = ({ areas }: Details): string[] => knowledge.tagsCalled(areas).map(({ name }) => name)

  return [
    ...welcomeRoutes(db, knowledge),

    get('/people/:id', async (visit) => {
      const viewer = somebody(visit)
      if (!isId(visit.param('id'))) throw new Missing()
      const { person, profile } = await found(visit.param('id'))
      const claim = person.organisation ? undefined : await findOpenClaimOf(db, person.id, visit.zone)
      const { offered, areIntroduced } = await beside(visit, person)
      const standing = { ...standingOf(viewer, person, claim?.organisation?.id), ...(await findApartness(db, viewer.person, person.id)) }
      const relation = relationOf(viewer, person, areIntroduced)
      const sight = sightOf(relation, standing)
      if (sight === 'nothing') throw new Missing()
      const isNamed = sight === 'profile'
      // What somebody does on projects stands under their name there, so it would tell the name.
      const projects = isNamed ? await listProjects(db, { owner: person.id, most: MOST_PARTS, zone: visit.zone }) : []
      const pledges = isNamed ? await listPledgesOfPerson(db, person.id, MOST_PARTS, visit.zone) : []
      const shown = isNamed ? person : { ...person, name: '' }
      const listings = await listListingsOf(db, person.id, visit)
      const claimed = claim && nameOfClaimed(claim)
      const about = {
        person: shown,
        profile,
        details: await findDetails(db, person.id),
        listings,
        parts: partsOf(projects, pledges),
        claimed,
      }
      return page(
        shown.name || 'Somebody',
        personPage(visit, { ...about, relation, standing, isNamed, offered, areas: areasOf(about.details) }),
      )
    }),

    ...detailRoutes(db, knowledge),

    get('/profile', async (visit) => page(TITLE, await own(visit))),

    post('/profile', async (visit) => {
      const { person, profile } = await found(somebody(visit).person)
      const { text } = visit.form
      const typed = { name: text('name'), job: text('job'), where: text('where'), hours: text('hours') }
      const { about, faults } = readAbout(typed, profile, knowledge)
      if (Object.keys(faults).length > 0) return pageWithMistakes(TITLE, await own(visit, { typed, faults: sayFaults(faults) }))
      await changeAbout(db, person.id, about, visit)
      return goTo('/profile?done=saved')
    }),

    post('/listings', async (visit) => {
      const { person } = somebody(visit)
      const isHave = visit.form.text('is') !== 'need'
      const field = isHave ? 'haves' : 'needs'
      const typed = visit.form.text(field)
      const answer = await together(db, (tx) => (isHave ? sayHaves : sayNeeds)(tx, person, typed, visit))
      if (!answer.yes) return pageWithMistakes(TITLE, await own(visit, { [field]: typed, faults: sayFaults({ [field]: answer.why }) }))
      return goTo(answer.value > 0 ? '/profile?done=said' : '/profile')
    }),

    post('/listings/:id/closing', async (visit) => {
      const viewer = somebody(visit)
      const answer = isId(visit.param('id')) ? await closeListing(db, visit.param('id'), viewer, visit) : undefined
      if (!answer?.yes) throw new Missing()
      return goTo('/profile?done=closed')
    }),
  ]
}

const standingOf = (viewer: Viewer, person: Person, claimed: string | undefined): Standing => ({
  ...OPENLY,
  isHeld: person.organisation === undefined,
  claimsOurs: claimed !== undefined && claimed === viewer.organisation,
})
