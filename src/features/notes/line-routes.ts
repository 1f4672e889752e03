/** The doors to one line of a note: taking it out, taking it on, saying what became of it, and making something of it. */
import { readText } from '../../basics/text.ts'
import type { Db } from '../../storage/db.ts'
import { found, Missing } from '../../web/faults.ts'
import { goTo, post, type Route, type Visit } from '../../web/visit.ts'
import { MOST_LINE } from '../asks/ask.ts'
import { EMPTY_BRIEF, EMPTY_ROLE, MOST, type TypedBrief } from '../briefs/brief.ts'
import { makeDraft, makeListing } from './becoming-actions.ts'
import { after, type KnownNote, knownNote, withMistakes, writerOf } from './known-routes.ts'
import { type KnownLine, takeOut } from './line-actions.ts'
import { findSessionOfLine } from './line-store.ts'
import { isOutcome, type LineKind } from './note.ts'
import { sayWhatBecame, takeStep } from './step-actions.ts'
import { SAY_REFUSALS, sayMakeRefusal, sayOrigin, TAKE_OUT_REFUSALS, TAKE_REFUSALS } from './words.ts'

/** What stands in the draft that a line becomes: the line where it belongs, and where it comes from. */
function briefOf({ line: { kind, what }, ...from }: KnownLine): TypedBrief {
  return {
    ...EMPTY_BRIEF,
    title: what,
    problem: sayOrigin(from),
    ...(kind === 'have' ? { haves: [{ what, about: '' }] } : {}),
    ...(kind === 'need' && what.length <= MOST.skill ? { roles: [{ ...EMPTY_ROLE, skill: what }] } : {}),
  }
}

export function noteLineRoutes(db: Db): Route[] {
  const noteAt = async (visit: Visit): Promise<KnownNote> => knownNote(db, visit, found(await findSessionOfLine(db, visit.param('id'))))

  const kindOf = ({ note }: KnownNote, visit: Visit): LineKind => found(note.lines.find(({ id }) => id === visit.param('id'))).kind

  return [
    post('/note-lines/:id/removal', async (visit) => {
      const known = await noteAt(visit)
      const answer = await takeOut(db, visit.param('id'), writerOf(visit, known), visit)
      return after(visit, known, answer, 'out', (why) => ({ refused: TAKE_OUT_REFUSALS[why] }))
    }),

    post('/note-lines/:id/taker', async (visit) => {
      const known = await noteAt(visit)
      const takes = visit.form.text('on') === 'yes'
      const answer = await takeStep(db, visit.param('id'), writerOf(visit, known), takes, visit)
      return after(visit, known, answer, takes ? 'taken' : 'let-go', (why) => ({ refused: TAKE_REFUSALS[why] }))
    }),

    post('/note-lines/:id/outcome', async (visit) => {
      const known = await noteAt(visit)
      const outcome = visit.form.text('outcome')
      if (!isOutcome(outcome)) throw new Missing()
      const read = readText(visit.form.text('line'), { most: MOST_LINE, optional: true })
      const field = `line-${visit.param('id')}`
      if (!read.yes) return withMistakes(visit, known, { faults: { [field]: `Shorten it to ${MOST_LINE} characters or fewer.` } })
      const came = { outcome, outcomeLine: read.value }
      const answer = await sayWhatBecame(db, visit.param('id'), writerOf(visit, known), came, visit)
      return after(visit, known, answer, 'told', (why) => ({ refused: SAY_REFUSALS[why] }))
    }),

    post('/note-lines/:id/listing', async (visit) => {
      const known = await noteAt(visit)
      const kind = kindOf(known, visit)
      const answer = await makeListing(db, visit.param('id'), writerOf(visit, known), visit)
      return after(visit, known, answer, 'listed', (why) => ({ refused: sayMakeRefusal(why, kind) }))
    }),

    post('/note-lines/:id/draft', async (visit) => {
      const known = await noteAt(visit)
      const kind = kindOf(known, visit)
      const answer = await makeDraft(db, visit.param('id'), writerOf(visit, known), briefOf, visit)
      if (answer.yes) return goTo(`/drafts/${answer.value}`)
      return after(visit, known, answer, '', (why) => ({ refused: sayMakeRefusal(why, kind) }))
    }),
  ]
}
