/** The door for an organiser with a spreadsheet: names in, pairs out. */
import { csvOf } from '../../basics/csv.ts'
import type { Db } from '../../storage/db.ts'
import { Forbidden, somebody } from '../../web/faults.ts'
import { file, get, page, pageWithMistakes, postFiles, type Route, type Visit } from '../../web/visit.ts'
import { speaks } from './actions.ts'
import { type Row, readPeople } from './people-file.ts'
import { meetingRows } from './people-words.ts'
import type { Engine } from './plan.ts'
import { ACROSS, SIZES } from './round.ts'
import { ORGANISE_REFUSALS } from './round-words.ts'
import { type SpreadsheetPage, spreadsheetPage } from './spreadsheet-pages.ts'

const TITLE = 'Match people from a spreadsheet'
const NOTHING = 'Choose a file, or paste your rows.'

/** The rows of a text with their lines, or what is wrong with it as a whole. */
export type ReadRows = (text: string) => Row[] | { line: number; why: string }

export function spreadsheetRoutes(db: Db, engine: Engine, readRows: ReadRows): Route[] {
  async function organiser(visit: Visit): Promise<void> {
    if (!(await speaks(db, somebody(visit)))) throw new Forbidden(ORGANISE_REFUSALS['may not organise'])
  }

  return [
    get('/rounds/spreadsheet', async (visit) => {
      await organiser(visit)
      return page(TITLE, spreadsheetPage({ typed: { people: '', size: '2', across: [] }, faults: [] }), { narrow: true })
    }),

    postFiles('/rounds/spreadsheet', async (visit) => {
      await organiser(visit)
      const { form } = visit
      const typed = { people: form.text('people'), size: form.text('size'), across: form.texts('across') }
      const again = (more: Pick<SpreadsheetPage, 'faults' | 'refused'>) =>
        pageWithMistakes(TITLE, spreadsheetPage({ typed, ...more }), { narrow: true })
      const text = form.text('file') || typed.people
      if (text.trim() === '') return again({ faults: [], refused: NOTHING })
      const rows = readRows(text)
      if (!Array.isArray(rows)) return again({ faults: [rows] })
      const { file: people, faults } = readPeople(rows, engine.knowledge)
      if (faults.length > 0) return again({ faults })
      const rules = {
        size: SIZES.find((each) => String(each) === typed.size) ?? 2,
        across: ACROSS.filter((each) => typed.across.includes(each)),
      }
      const asked = { met: [], leftOut: new Set<string>(), together: [], apart: [], seed: 1 }
      const plan = await engine.plan({ guests: people.people, rules, between: people.known, ...asked })
      return file('text/csv; charset=utf-8', csvOf(meetingRows(people, plan, engine.knowledge)), { name: 'pairs.csv' })
    }),
  ]
}
