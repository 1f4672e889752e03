/** What is worth trying as somebody of the demo's cast. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { byOrganisation, type CastMember, goodToBeginWith, storiesOf } from './cast.ts'

const aMember = (id: string, more: Partial<CastMember> = {}): CastMember => ({
  ...{ id, name: id, job: 'officer', broker: false, moderator: false, speaker: false, held: false },
  ...{ offers: 0, choosing: 0, ready: 0, running: 0, open: 0, ended: 0, drafts: 0, promised: 0, waiting: 0 },
  ...more,
})
const of = (id: string, sector: 'local' | 'supplier' = 'local') => ({ organisation: { id, name: id, sector } })

it('tells what waits for somebody before what they have done', () => {
  assert.deepEqual(storiesOf(aMember('ann', { ended: 2, offers: 1, broker: true })), ['offers', 'broker', 'ended'])
  assert.deepEqual(storiesOf(aMember('ben', of('shop', 'supplier'))), ['supplier'])
  assert.deepEqual(storiesOf(aMember('cem')), [])
})

it('offers one of each kind to begin with, and nobody twice', () => {
  const cast = [aMember('ann', { running: 1, held: true }), aMember('ben', { running: 2 }), aMember('cem', { running: 1 })]
  assert.deepEqual(
    goodToBeginWith(cast, 5).map(({ member, story }) => `${member.id} ${story}`),
    ['ann held', 'ben running'],
  )
})

it('keeps colleagues together, and those of no known organisation at the end', () => {
  const cast = [aMember('ann', of('a')), aMember('ben'), aMember('cem', of('b')), aMember('dai', of('a'))]
  assert.deepEqual(
    byOrganisation(cast).map(({ members }) => members.map(({ id }) => id)),
    [['ann', 'dai'], ['cem'], ['ben']],
  )
})
