/** A line of a note becomes something that goes on: a listing, or the draft of a brief. Each in one transaction. */
import { type Answer, yes } from '../../basics/answer.ts'
import type { Moment } from '../../basics/day.ts'
import { newId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { record } from '../../storage/journal.ts'
import { keepDraft } from '../briefs/actions.ts'
import type { SaveRefusal, TypedBrief } from '../briefs/brief.ts'
import { whoOf } from '../events/attendee.ts'
import { sayThing } from '../listings/actions.ts'
import type { SayFault } from '../listings/listing.ts'
import { type KnownLine, withLine } from './line-actions.ts'
import { saveBecoming } from './line-store.ts'
import { type MakeRefusal, mayMake, type Writer } from './note.ts'

/** Of whoever presses the button: they have it, or need it. */
export const makeListing = (db: Db, id: string, by: Writer, at: Moment) =>
  withLine<string, MakeRefusal | SayFault>(db, id, by, at, async (tx, { line }) => {
    const may = mayMake(line, 'listing', by)
    if (!may.yes) return may
    const { person } = may.value
    const said = await sayThing(tx, person, { is: line.kind === 'have' ? 'have' : 'need', what: line.what, session: line.session }, at)
    if (!said.yes) return said
    await saveBecoming(tx, { line: id, as: 'listing', person, thing: said.value }, at.now)
    await record(tx, { at: at.now, ...whoOf(by), did: 'note line listed', about: id })
    return said
  })

/** `write` says what stands in the draft, and where it comes from. */
export const makeDraft = (db: Db, id: string, by: Writer, write: (known: KnownLine) => TypedBrief, at: Moment) =>
  withLine<string, MakeRefusal | SaveRefusal>(db, id, by, at, async (tx, known): Promise<Answer<string, MakeRefusal | SaveRefusal>> => {
    const may = mayMake(known.line, 'draft', by)
    if (!may.yes) return may
    const draft = newId(at.now)
    const kept = await keepDraft(tx, draft, may.value, write(known), at)
    if (!kept.yes) return kept
    await saveBecoming(tx, { line: id, as: 'draft', person: may.value.person, thing: draft }, at.now)
    await record(tx, { at: at.now, ...whoOf(by), did: 'note line drafted', about: id })
    return yes(draft)
  })
