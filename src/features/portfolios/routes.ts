/** The doors to organisations: the list, the page of each, and its portfolio as a spreadsheet. */
import { isId } from '../../basics/id.ts'
import { isSector } from '../../basics/sector.ts'
import { isMember } from '../../basics/viewer.ts'
import type { Knowledge } from '../../matching/knowledge.ts'
import type { TermId } from '../../matching/vocabulary.ts'
import type { Db } from '../../storage/db.ts'
import { Missing } from '../../web/faults.ts'
import { file, get, page, type Route, type Visit } from '../../web/visit.ts'
import { listProjects } from '../projects/actions.ts'
import { type OrganisationPage, organisationPage, organisationsAddress, organisationsPage } from './organisation-pages.ts'
import { portfolioCsv } from './pages.ts'
import { commonSkills, fileNameOf, type OrganisationAbout } from './portfolio.ts'
import {
  countSectors,
  findOrganisation,
  listHavesOfOrganisation,
  listOrganisations,
  listPeopleWhoShowHaves,
  listUndertakings,
} from './store.ts'

const A_PAGE = 50
const MOST_TYPED = 100
const MOST = { living: 30, haves: 30, skills: 12, onPage: 200, inFile: 10_000 } as const

/** Its partners, and to members who speaks for it, from the feature that knows. */
export type BesideOrganisation = (
  visit: Visit,
  organisation: { id: string; name: string },
) => Promise<Pick<OrganisationPage, 'partners' | 'speakers'>>

/** How many of some people have each skill, from the memory that knows what everybody has. */
export type CountHaves = (people: readonly string[]) => Promise<ReadonlyMap<TermId, number>>

export function portfolioRoutes(db: Db, knowledge: Knowledge, countHaves: CountHaves, beside: BesideOrganisation): Route[] {
  async function known(visit: Visit): Promise<OrganisationAbout> {
    const id = visit.param('id')
    const organisation = isId(id) ? await findOrganisation(db, id) : undefined
    if (!organisation) throw new Missing()
    return organisation
  }

  /** For members alone. */
  async function skillsOf({ viewer }: Visit, { id }: OrganisationAbout) {
    if (!viewer || !isMember(viewer)) return []
    return commonSkills(await countHaves(await listPeopleWhoShowHaves(db, id, viewer))).slice(0, MOST.skills)
  }

  return [
    get('/organisations', async (visit) => {
      const q = (visit.query('q') ?? '').trim().slice(0, MOST_TYPED)
      const [typed, after] = [visit.query('sector') ?? '', visit.query('after') ?? '']
      const sector = isSector(typed) ? typed : undefined
      const found = await listOrganisations(db, { q, sector, after: isId(after) ? after : undefined, most: A_PAGE + 1 })
      const organisations = found.slice(0, A_PAGE)
      const next = found.length > A_PAGE ? organisationsAddress(q, sector, organisations.at(-1)?.id) : undefined
      return page('Organisations', organisationsPage({ q, sector, organisations, sectors: await countSectors(db, q), next }))
    }),

    get('/organisations/:id', async (visit) => {
      const organisation = await known(visit)
      const { id } = organisation
      const about = {
        organisation,
        undertakings: await listUndertakings(db, id, { today: visit.today, zone: visit.zone, most: MOST.onPage }),
        living: await listProjects(db, { organisation: id, states: ['open', 'ready', 'running'], most: MOST.living, zone: visit.zone }),
        haves: await listHavesOfOrganisation(db, id, MOST.haves),
        ...(await beside(visit, organisation)),
        skills: await skillsOf(visit, organisation),
      }
      return page(organisation.name, organisationPage(visit, about, knowledge))
    }),

    get('/organisations/:id/portfolio.csv', async (visit) => {
      const organisation = await known(visit)
      const all = await listUndertakings(db, organisation.id, { today: visit.today, zone: visit.zone, most: MOST.inFile })
      return file('text/csv; charset=utf-8', portfolioCsv(organisation, all), { name: fileNameOf(organisation.name) })
    }),
  ]
}
