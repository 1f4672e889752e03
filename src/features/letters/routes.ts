/** The demo's page of letters. A real chapter has no such doors: there, a letter is its reader's alone. */
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Missing } from '../../web/faults.ts'
import { get, page, type Route } from '../../web/visit.ts'
import { stopTokenFor } from './choice-actions.ts'
import type { AllKinds } from './letter.ts'
import { letterPage, lettersPage } from './pages.ts'
import { isStoppable } from './stop-token.ts'
import { findLetter, listLetters } from './store.ts'

const A_PAGE = 30

export function letterRoutes(db: Db, isDemo: boolean, kinds: AllKinds): Route[] {
  if (!isDemo) return []
  return [
    get('/letters', async (visit) => {
      const mine = visit.query('to') === 'me' && visit.viewer !== undefined
      const found = await listLetters(db, {
        person: mine ? visit.viewer?.person : undefined,
        before: visit.query('before'),
        most: A_PAGE + 1,
      })
      const letters = found.slice(0, A_PAGE)
      const next = found.length > A_PAGE ? `/letters?${mine ? 'to=me&' : ''}before=${letters.at(-1)?.id}` : undefined
      return page('Letters', lettersPage(visit, letters, mine, next), { narrow: true })
    }),
    get('/letters/:id', async (visit) => {
      const letter = isId(visit.param('id')) ? await findLetter(db, visit.param('id')) : undefined
      if (!letter) throw new Missing()
      const { class: about = 'door' } = kinds[letter.kind] ?? {}
      const token = letter.person !== undefined && isStoppable(about) ? await stopTokenFor(db, letter.person, about) : undefined
      return page(letter.subject, letterPage(visit, letter, token), { narrow: true })
    }),
  ]
}
