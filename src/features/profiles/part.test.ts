/** What a person's page tells of what they take part in. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { aPledge } from '../../../tests/cast.ts'
import type { PledgeState } from '../pledges/pledge.ts'
import type { State } from '../projects/project.ts'
import type { ProjectLine } from '../projects/project-line.ts'
import { partsOf } from './part.ts'

const project = (id: string, state: State): ProjectLine => ({
  id,
  title: id,
  problem: '',
  ownerId: 'council-lead',
  state,
  openUntil: '2026-12-14',
  organisationName: 'Harrowmere City Council',
  how: state === 'ended' ? 'stopped' : undefined,
  roles: [],
})
const pledge = (id: string, state: PledgeState) => ({ ...aPledge({ state }), id })

it('tells what goes on and what is over, the newest first', () => {
  const { now, before } = partsOf(
    [project('1', 'open'), project('4', 'ended'), project('5', 'running')],
    [pledge('2', 'active'), pledge('3', 'done')],
  )
  const ids = (parts: typeof now) => parts.map((part) => (part.is === 'started' ? part.project.id : part.pledge.id))
  assert.deepEqual(
    [ids(now), ids(before)],
    [
      ['5', '2', '1'],
      ['4', '3'],
    ],
  )
})

it('keeps offers, and what was declined or given back, to those whom they concern', () => {
  const states: PledgeState[] = ['offered', 'waiting', 'declined', 'released', 'withdrawn']
  assert.deepEqual(
    partsOf(
      [],
      states.map((state) => pledge(state, state)),
    ),
    { now: [], before: [] },
  )
})
