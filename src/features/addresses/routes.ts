/** The doors to one's own addresses. */
import type { Db } from '../../storage/db.ts'
import { Missing, somebody } from '../../web/faults.ts'
import { get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { addressBeingAdded } from '../accounts/proof-actions.ts'
import { findPerson, isSpeaker } from '../people/actions.ts'
import { type Address, leave, mayRemove } from '../people/address.ts'
import { type Known, listAddressesWithOrganisations } from '../people/address-actions.ts'
import { readEmail } from '../people/person.ts'
import { EMAIL_FAULTS } from '../people/words.ts'
import { askToAdd, leaveEmployer, proveAddress, removeAddress, sendLettersTo, workFor } from './actions.ts'
import { addressCodePage, addressesPage, departurePage, removalPage } from './pages.ts'
import { ADD_REFUSALS, LEAVE_REFUSALS, MOVE_REFUSALS, PROVE_REFUSALS, REMOVE_REFUSALS } from './words.ts'

const TITLE = 'Your addresses'

export function addressRoutes(db: Db, isDemo: boolean): Route[] {
  const mine = (visit: Visit): Promise<Known[]> => listAddressesWithOrganisations(db, somebody(visit).person, visit.zone)
  async function employerOf(visit: Visit) {
    const { person } = somebody(visit)
    const employer = (await findPerson(db, person))?.organisation
    return employer && { id: employer.id, name: employer.name, speaks: await isSpeaker(db, person, employer.id) }
  }

  async function show(visit: Visit, more: { typed?: string; fault?: string; refused?: string } = {}): Promise<Reply> {
    const { person } = somebody(visit)
    const body = addressesPage(visit, {
      addresses: await mine(visit),
      employer: await employerOf(visit),
      beingAdded: await addressBeingAdded(db, person, visit.now),
      typed: '',
      ...more,
    })
    return more.fault || more.refused ? pageWithMistakes(TITLE, body, { narrow: true }) : page(TITLE, body, { narrow: true })
  }

  async function known(visit: Visit): Promise<{ address: Address; all: Known[] }> {
    const all = await mine(visit)
    const address = all.find(({ id }) => id === visit.param('id'))
    if (!address) throw new Missing()
    return { address, all }
  }

  return [
    get('/addresses', (visit) => show(visit)),

    post('/addresses', async (visit) => {
      const typed = visit.form.text('email')
      const email = readEmail(typed)
      if (!email.yes) return show(visit, { typed, fault: email.why === 'empty' ? 'Enter an e-mail address.' : EMAIL_FAULTS[email.why] })
      const answer = await askToAdd(db, somebody(visit), { email: email.value, source: visit.source }, visit)
      return answer.yes ? goTo('/addresses/code') : show(visit, { typed, fault: ADD_REFUSALS[answer.why] })
    }),

    get('/addresses/code', async (visit) => {
      const email = await addressBeingAdded(db, somebody(visit).person, visit.now)
      return email === undefined
        ? goTo('/addresses')
        : page('Read the letter', addressCodePage({ email, typed: '', isDemo }), { narrow: true })
    }),

    post('/addresses/proof', async (visit) => {
      const [typedEmail, typed] = [visit.form.text('email'), visit.form.text('code')]
      const email = readEmail(typedEmail)
      if (!email.yes) return goTo('/addresses')
      const answer = await proveAddress(db, somebody(visit), { email: email.value, code: typed }, visit)
      if (answer.yes) return goTo('/addresses?done=added')
      if (answer.why === 'not found') throw new Missing()
      const fault = PROVE_REFUSALS[answer.why]
      return pageWithMistakes('Read the letter', addressCodePage({ email: email.value, typed, isDemo, fault }), { narrow: true })
    }),

    get('/addresses/departure', async (visit) => {
      const employer = await employerOf(visit)
      if (!employer) return goTo('/addresses')
      const answer = leave(employer.id, await mine(visit))
      const goes = answer.yes ? answer.value.map(({ email }) => email) : []
      const refused = answer.yes ? undefined : LEAVE_REFUSALS[answer.why]
      return page('You no longer work there?', departurePage({ organisation: employer.name, goes, speaks: employer.speaks, refused }), {
        narrow: true,
      })
    }),

    post('/addresses/departure', async (visit) => {
      const employer = await employerOf(visit)
      const answer = await leaveEmployer(db, somebody(visit), visit)
      if (answer.yes) return goTo('/claims/new')
      if (!employer) return goTo('/addresses')
      const body = departurePage({ organisation: employer.name, goes: [], refused: LEAVE_REFUSALS[answer.why] })
      return pageWithMistakes('You no longer work there?', body, { narrow: true })
    }),

    get('/addresses/:id/removal', async (visit) => {
      const { address, all } = await known(visit)
      const may = mayRemove(all, address.id)
      const goesTo = all.find(({ id }) => id !== address.id)?.email ?? ''
      return page('Remove this address?', removalPage(address, goesTo, may.yes ? undefined : REMOVE_REFUSALS[may.why]), { narrow: true })
    }),

    post('/addresses/:id/removal', async (visit) => {
      const { address } = await known(visit)
      const answer = await removeAddress(db, somebody(visit), address.id, visit)
      return answer.yes ? goTo('/addresses?done=removed') : show(visit, { refused: REMOVE_REFUSALS[answer.why] })
    }),

    post('/addresses/:id/letters', async (visit) => {
      const { address } = await known(visit)
      const answer = await sendLettersTo(db, somebody(visit), address.id, visit)
      if (!answer.yes) throw new Missing()
      return goTo('/addresses?done=letters')
    }),

    post('/addresses/:id/employment', async (visit) => {
      const { address } = await known(visit)
      const answer = await workFor(db, somebody(visit), address.id, visit.form.text('organisation'), visit)
      return answer.yes ? goTo('/addresses?done=moved') : show(visit, { refused: MOVE_REFUSALS[answer.why] })
    }),
  ]
}
