/** What is read from the forms of a claim, and what stands on its page for each of its readers. */
import type { Db } from '../../storage/db.ts'
import { Forbidden, Missing, somebody } from '../../web/faults.ts'
import type { Markup } from '../../web/markup.ts'
import { html } from '../../web/markup.ts'
import { goTo, pageWithMistakes, type Reply, type Visit } from '../../web/visit.ts'
import { standingWith } from './actions.ts'
import { admit } from './answer-actions.ts'
import { type Admission, type AdmissionRefusal, type Claim, mayVouch, readSector, type Said } from './claim.ts'
import { type DecisionForm, decisionFaults, decisionPart } from './held-pages.ts'
import { type ClaimForm, claimPage } from './pages.ts'
import { listNear, readOrganisation } from './said-actions.ts'
import { countPasses, findClaim, hasPassed } from './store.ts'
import { ADMISSION_REFUSALS, BROKER_REFUSALS } from './words.ts'

export type Shown = { refused?: string; typed?: Pick<DecisionForm, 'chosen' | 'name' | 'sector' | 'faults'> }

export async function showClaim(db: Db, visit: Visit, claim: Claim, { refused, typed }: Shown = {}): Promise<Markup> {
  const viewer = somebody(visit)
  const isColleague = mayVouch(claim, viewer).yes
  const form = viewer.broker && claim.state === 'open' ? await decisionOf(db, claim, typed) : undefined
  return html`${form ? decisionFaults(form) : ''}${claimPage(visit, {
    claim,
    standing: await standingWith(db, claim, visit.today),
    isColleague,
    hasPassed: isColleague && (await hasPassed(db, claim.id, viewer.person)),
    passes: viewer.broker ? await countPasses(db, claim.id) : 0,
    refused,
    decision: form ? decisionPart(form) : '',
  })}`
}

/** The organisation that they named, or those whose names are near it. */
async function decisionOf(db: Db, claim: Claim, typed: Shown['typed']): Promise<DecisionForm> {
  const near = claim.organisation ? [claim.organisation] : await listNear(db, claim.saidName)
  return { claim, near, chosen: claim.organisation?.id ?? '', name: claim.saidName, sector: claim.sector ?? '', faults: {}, ...typed }
}

export async function admitted(db: Db, visit: Visit, claim: Claim): Promise<Reply> {
  const viewer = somebody(visit)
  if (!viewer.broker) throw new Forbidden(BROKER_REFUSALS['not a broker'])
  const { text } = visit.form
  const [chosen, name, sector] = [text('choice'), text('name'), text('sector')]
  const mistaken = async (shown: Shown): Promise<Reply> =>
    pageWithMistakes('Who belongs here', await showClaim(db, visit, (await findClaim(db, claim.id, visit.zone)) ?? claim, shown), {
      narrow: true,
    })
  if (chosen === '') return mistaken({ typed: { chosen, name, sector, faults: { organisation: 'Choose an organisation.' } } })
  const answer = await admit(db, claim.id, viewer, readAdmission(chosen, name, sector), visit)
  if (answer.yes) return goTo(`/claims/${claim.id}?done=admitted`)
  if (answer.why === 'not found') throw new Missing()
  const faults = faultsOf(answer.why)
  return mistaken(faults ? { typed: { chosen, name, sector, faults } } : { refused: ADMISSION_REFUSALS[answer.why] })
}

/** What somebody has typed, and what it says. */
export async function readClaim(db: Db, visit: Visit): Promise<{ form: ClaimForm; said: Said | undefined }> {
  const { text } = visit.form
  const typed = { organisation: text('organisation'), which: text('which'), sector: text('sector') }
  const { near, asksSector, said, isSaid } = await readOrganisation(db, somebody(visit).person, typed)
  return { form: { ...typed, near, asksSector, faults: {} }, said: isSaid ? said : undefined }
}

function readAdmission(chosen: string, name: string, sector: string): Admission {
  if (chosen === 'named') return { is: 'named', name }
  return chosen === 'new' ? { is: 'new', name, sector: readSector(sector) } : { is: 'known', organisation: chosen }
}

/** Beside which field a refusal stands; none when it is about the claim itself. */
function faultsOf(why: AdmissionRefusal): DecisionForm['faults'] | undefined {
  if (why === 'no sector') return { sector: ADMISSION_REFUSALS[why] }
  if (why === 'answered before' || why === 'not a broker' || why === 'has an organisation') return undefined
  return { name: ADMISSION_REFUSALS[why] }
}
