/** Reads what became of letters, for brokers: never what they say. Writes nothing. */
import { type Db, sql } from '../../storage/db.ts'
import { type Delivery, type DeliveryView, STATES_OF } from './delivery.ts'
import { SENDS } from './store.ts'

/** Newest first, those before an id. */
export async function listDeliveries(
  db: Db,
  { view, before, most }: { view: DeliveryView; before?: string | undefined; most: number },
): Promise<Delivery[]> {
  const rows = await db
    .selectFrom('letters as l')
    .leftJoin('people as p', 'p.id', 'l.person')
    .leftJoin('due_work as d', (join) => join.onRef('d.about', '=', 'l.id').on('d.kind', 'in', SENDS))
    .select(['l.id', 'l.kind', 'l.state', 'l.written_at', 'l.sent_at', 'p.name', 'd.due_at'])
    .select([
      // Who has an address is nobody's business, but where it does not work somebody must mend it; whoever named a guest hears of it themselves.
      sql<
        string | null
      >`case when l.state in ('refused', 'bounced', 'address bounces') and (l.person is not null or l.ask is null) then l.recipient end`.as(
        'address',
      ),
      sql<number>`coalesce(d.tries, l.tries)`.as('tries'),
      sql<string>`coalesce(d.last_fault, l.fault)`.as('fault'),
    ])
    .$if(view !== 'all', (query) => query.where('l.state', 'in', view === 'all' ? [] : STATES_OF[view]))
    .$if(before !== undefined, (query) => query.where('l.id', '<', before ?? ''))
    .orderBy('l.id', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ written_at, sent_at, due_at, name, address, ...row }) => ({
    ...row,
    name: name ?? '',
    writtenAt: written_at,
    ...(address ? { address } : {}),
    ...(sent_at ? { sentAt: sent_at } : {}),
    ...(due_at && row.state === 'waiting' ? { nextAt: due_at } : {}),
  }))
}

/** How many wait, and since when the oldest of them has: a full outbox shows that mail does not work. */
export async function countWaitingLetters(db: Db): Promise<{ waiting: number; oldest: Date | undefined }> {
  const row = await db
    .selectFrom('letters')
    .select((each) => [each.fn.countAll<number>().as('waiting'), each.fn.min('written_at').as('oldest')])
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return { waiting: row?.waiting ?? 0, oldest: row?.oldest ?? undefined }
}
