/** The doors to what one tells of oneself beyond the first visit, and to who sees it. */
import type { Knowledge } from '../../matching/knowledge.ts'
import { type Db, together } from '../../storage/db.ts'
import { Missing, somebody } from '../../web/faults.ts'
import type { Form } from '../../web/form.ts'
import { get, goTo, page, pageWithMistakes, post, type Route, type Visit } from '../../web/visit.ts'
import { changeSeenBy, findProfile } from '../people/actions.ts'
import { isAudience, PROFILE_AT_FIRST, seenBy } from '../people/profile.ts'
import { changeDetails } from './actions.ts'
import { listAreaGroups } from './area.ts'
import { detailPage, visibilityPage } from './detail-pages.ts'
import { SECTION_WORDS, sayDetailFaults } from './detail-words.ts'
import { readDetails, SECTIONS, type Section, type TypedDetails, typedDetailsOf } from './details-form.ts'
import { findDetails } from './store.ts'

const NARROW = { narrow: true } as const
const VISIBILITY = 'Who sees what'

export function detailRoutes(db: Db, knowledge: Knowledge): Route[] {
  const areas = listAreaGroups(knowledge)
  const areaIds = new Set(areas.flatMap(({ area, within }) => [area, ...within].map(({ id }) => id)))

  const seenNow = async (visit: Visit) => ((await findProfile(db, somebody(visit).person)) ?? PROFILE_AT_FIRST).seenBy

  return [
    get('/profile/visibility', async (visit) => page(VISIBILITY, visibilityPage(await seenNow(visit)), NARROW)),

    post('/profile/visibility', async (visit) => {
      const { person } = somebody(visit)
      const before = await seenNow(visit)
      const chosen = seenBy((field) => {
        const typed = visit.form.text(field)
        return isAudience(typed) ? typed : before[field]
      })
      await together(db, (tx) => changeSeenBy(tx, person, chosen, visit.now))
      return goTo('/profile?done=saved')
    }),

    get('/profile/:section', async (visit) => {
      const { person } = somebody(visit)
      const section = sectionOf(visit)
      const typed = typedDetailsOf(await findDetails(db, person))
      return page(SECTION_WORDS[section].title, detailPage({ section, typed, areas, faults: {} }), NARROW)
    }),

    post('/profile/:section', async (visit) => {
      const { person } = somebody(visit)
      const section = sectionOf(visit)
      const typed = typedIn(visit.form)
      const { details, faults } = readDetails(section, typed, areaIds)
      if (Object.keys(faults).length > 0) {
        const again = detailPage({ section, typed, areas, faults: sayDetailFaults(faults) })
        return pageWithMistakes(SECTION_WORDS[section].title, again, NARROW)
      }
      await changeDetails(db, person, section, details, visit)
      return goTo('/profile?done=told')
    }),
  ]
}

function sectionOf(visit: Visit): Section {
  const section = SECTIONS.find((each) => each === visit.param('section'))
  if (!section) throw new Missing()
  return section
}

const typedIn = ({ text, texts }: Form): TypedDetails => ({
  profession: text('profession'),
  areas: texts('areas'),
  interests: text('interests'),
  learning: text('learning'),
  problem: text('problem'),
  ways: texts('ways'),
  radius: text('radius'),
  halfDays: texts('halfDays'),
  languages: text('languages'),
  introductions: text('introductions'),
  wishes: texts('wishes'),
})
