/** The rules of giving a project another owner, on plain values. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aProject, COLLEAGUE, NURSE, OWNER, STRANGER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import { askOwner, candidates, type Handover, takeOver, withdrawHandover } from './handover.ts'

const TODAY = '2026-11-23'
const FILLED = { skill: 'web design', filledBy: ['trust'] }

describe('another owner', () => {
  const project = aProject({ roles: [FILLED, { skill: 'law', filledBy: ['council'] }] })
  const handover = (more: Partial<Handover> = {}): Handover => {
    const { id, title, owner } = project
    return { id: 'h', project: id, title, owner, person: NURSE.person, askedBy: OWNER.person, state: 'waiting', answerBy: TODAY, ...more }
  }
  const member = {
    id: 'm',
    name: 'M',
    job: '',
    broker: false,
    moderator: false,
    organisation: { id: 'fire', name: 'Fire', sector: 'fire' as const },
  }
  it('is chosen among those who take part, or is a member with that address; nobody learns which addresses we know', () => {
    assert.deepEqual(
      candidates(project).map(({ id }) => id),
      ['trust-person', 'council-person'],
    )
    assert.deepEqual(askOwner(project, OWNER, { chosen: 'trust-person' }), yes({ person: 'trust-person', byAddress: false }))
    assert.deepEqual(askOwner(project, OWNER, { chosen: 'stranger' }), no('nobody named'))
    assert.deepEqual(askOwner(project, OWNER, { member }), yes({ person: 'm', byAddress: true }))
    assert.deepEqual(askOwner(project, OWNER, { member: undefined }), yes({ person: undefined, byAddress: true }))
    const { organisation: _none, ...nobody } = member
    assert.deepEqual(askOwner(project, OWNER, { member: nobody }), yes({ person: undefined, byAddress: true }))
    assert.deepEqual(askOwner(project, OWNER, { member: { ...member, id: OWNER.person } }), no('owner already'))
  })
  it('is asked for by the owner, and by a broker only when the owner has gone', () => {
    const broker = { ...NURSE, broker: true }
    assert.deepEqual(askOwner(project, NURSE, { member }), no('not the owner'))
    assert.deepEqual(askOwner(project, broker, { member }), no('not the owner'))
    assert.equal(askOwner({ ...project, isOwnerGone: true }, broker, { member }).yes, true)
    assert.deepEqual(askOwner({ ...project, state: 'ended' }, OWNER, { member }), no('ended'))
    assert.deepEqual(askOwner({ ...project, handover: { id: 'h', by: TODAY } }, OWNER, { member }), no('waiting already'))
  })
  it('is who was asked and says yes, with an organisation', () => {
    assert.deepEqual(takeOver(project, handover(), NURSE), yes({ organisation: 'trust' }))
    assert.deepEqual(takeOver(project, handover(), COLLEAGUE), no('not asked'))
    assert.deepEqual(takeOver(project, handover({ state: 'withdrawn' }), NURSE), no('answered before'))
    assert.deepEqual(takeOver(project, handover({ person: STRANGER.person }), STRANGER), no('no organisation'))
    const full = aProject({ state: 'ready', roles: [FILLED] })
    assert.deepEqual(takeOver(full, handover(), NURSE), no('nobody from outside'))
  })
  it('is asked no more once the question is taken back', () => {
    assert.equal(withdrawHandover(handover(), OWNER.person).yes, true)
    assert.deepEqual(withdrawHandover(handover(), NURSE.person), no('not asked'))
  })
})
