/** Remembers letters that came in, until it is done what they ask for. The only file that writes the table received. */
import { newId } from '../../basics/id.ts'
import { type Db, sql, type Tx } from '../../storage/db.ts'
import { type Incoming, MOST_KEPT, type Received, type ReceivedState, type ReceivedUnclear, type Waiting } from './received.ts'

declare module '../../storage/db.ts' {
  interface Tables {
    received: {
      id: string
      message_id: string
      received_at: Date
      sender: string
      sender_name: string
      recipients: string
      subject: string
      said: string | null
      proof: Incoming['sender']
      is_automatic: boolean
      is_bounce: boolean
      bounced_recipient: string | null
      bounced_status: string | null
      bounced_for_good: boolean | null
      attachments: number
      fault: NonNullable<Incoming['fault']> | null
      state: ReceivedState
      why: ReceivedUnclear | null
      person: string | null
      ask: string | null
      closed_at: Date | null
      closed_by: string | null
      closing: string | null
    }
  }
}

/** Undefined when this letter came before: a second copy counts once. */
export async function addReceived(tx: Tx, message: Incoming, now: Date): Promise<string | undefined> {
  const { bounced } = message
  const row = await tx
    .insertInto('received')
    .values({
      ...{ id: newId(now), message_id: message.messageId, received_at: now, sender: message.from, sender_name: message.fromName },
      ...{ recipients: message.to.join(' '), subject: message.subject, said: message.text.slice(0, MOST_KEPT), proof: message.sender },
      ...{ is_automatic: message.isAutomatic, is_bounce: message.isBounce, bounced_recipient: bounced?.recipient ?? null },
      ...{ bounced_status: bounced?.status ?? null, bounced_for_good: bounced?.isForGood ?? null, attachments: message.attachments },
      ...{
        fault: message.fault ?? null,
        state: 'new',
        why: null,
        person: null,
        ask: null,
        closed_at: null,
        closed_by: null,
        closing: null,
      },
    })
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function findReceivedForUpdate(tx: Tx, id: string): Promise<Received | undefined> {
  const row = await tx.selectFrom('received').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return undefined
  const { bounced_recipient: recipient, bounced_status: status, bounced_for_good: isForGood } = row
  return {
    ...{
      id,
      messageId: row.message_id,
      at: row.received_at,
      from: row.sender,
      fromName: row.sender_name,
      to: row.recipients.split(' ').filter(Boolean),
    },
    ...{ subject: row.subject, text: row.said ?? undefined, sender: row.proof, isAutomatic: row.is_automatic, isBounce: row.is_bounce },
    ...{ attachments: row.attachments, state: row.state },
    ...(row.fault ? { fault: row.fault } : {}),
    ...(row.why ? { why: row.why } : {}),
    ...(recipient !== null && status !== null && isForGood !== null ? { bounced: { recipient, status, isForGood } } : {}),
  }
}

export type Became = { state: ReceivedState; why?: ReceivedUnclear; person?: string | undefined; ask?: string | undefined }

export async function saveBecame(tx: Tx, id: string, { state, why, person, ask }: Became): Promise<void> {
  await tx
    .updateTable('received')
    .set({ state, why: why ?? null, person: person ?? null, ask: ask ?? null })
    .where('id', '=', id)
    .execute()
}

/** What was done about it is kept, what it said is not. */
export async function saveClosed(tx: Tx, id: string, { by, closing }: { by: string; closing: string }, now: Date): Promise<void> {
  await tx
    .updateTable('received')
    .set({ state: 'closed', said: null, closed_at: now, closed_by: by, closing })
    .where('id', '=', id)
    .execute()
}

/** Of letters that wait for nobody. */
export async function removeOldTexts(tx: Tx, before: Date): Promise<void> {
  await tx
    .updateTable('received')
    .set({ said: null })
    .where('received_at', '<', before)
    .where('said', 'is not', null)
    .where('state', 'not in', ['new', 'unclear', 'stranger'])
    .execute()
}

/** What was not understood and waits for a broker, the oldest first. */
export async function listUnclear(
  db: Db,
  { after, most, state = 'unclear', id }: { after?: string | undefined; most: number; state?: Waiting['state'] | undefined; id?: string },
): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('received as r')
    .leftJoin('people as p', 'p.id', 'r.person')
    .select([
      'r.id',
      'r.received_at',
      'r.sender',
      'r.sender_name',
      'r.person',
      'p.name',
      'r.subject',
      'r.said',
      'r.attachments',
      'r.state',
      'r.why',
    ])
    .where('r.state', '=', state)
    .$if(after !== undefined, (query) => query.where('r.id', '>', after ?? ''))
    .$if(id !== undefined, (query) => query.where('r.id', '=', id ?? ''))
    .orderBy('r.id')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, at: row.received_at, from: row.sender, fromName: row.sender_name, subject: row.subject, text: row.said ?? '' },
    ...{ attachments: row.attachments, state },
    ...(row.why ? { why: row.why } : {}),
    ...(row.person !== null ? { person: { id: row.person, name: row.name ?? '' } } : {}),
  }))
}

/** To whom a letter of ours went, and what it was about. */
export async function findAnswered(
  db: Db,
  letter: string,
): Promise<{ person: string | null; recipient: string; facts: string } | undefined> {
  return db.selectFrom('letters').select(['person', 'recipient', 'facts']).where('id', '=', letter).executeTakeFirst()
}

/** How many letters of these kinds have gone to an address, or to a person, since then. */
export async function countLettersTo(
  db: Db,
  { recipient, person }: { recipient: string; person: string | undefined },
  kinds: readonly string[],
  since: Date,
): Promise<number> {
  const row = await db
    .selectFrom('letters')
    .select(sql<number>`count(*)`.as('letters'))
    .where((of) => of.or([of('recipient', '=', recipient), ...(person === undefined ? [] : [of('person', '=', person)])]))
    .where('kind', 'in', kinds)
    .where('written_at', '>', since)
    .executeTakeFirst()
  return row?.letters ?? 0
}
