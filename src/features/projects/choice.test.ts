/** The rules of making a project smaller, merging it, and giving it another owner, on plain values. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aProject, COLLEAGUE, NURSE, OWNER, STRANGER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import { askOwner, candidates, type Handover, takeOver, withdrawHandover } from './handover.ts'
import { chooseAfterRefusal, offerMerge, projectIn } from './merge.ts'
import { end, isDone, type Project } from './project.ts'
import { canShrink, shrink, type Wish } from './shrinking.ts'

const TODAY = '2026-11-23'
const LATE = '2026-11-20'
const FILLED = { skill: 'web design', filledBy: ['trust'] }

describe('making a brief smaller', () => {
  const shrunk = (project: Project, wishes: Record<string, Wish>, pledgedTo: string[] = []) =>
    shrink(project, OWNER.person, new Map(Object.entries(wishes)), new Set(pledgedTo), TODAY)
  it('makes it ready at once when what is left is complete', () =>
    assert.deepEqual(
      shrunk(aProject({ roles: [FILLED, { skill: 'law' }] }), { law: 'drop' }),
      yes({ dropped: ['law'], welcome: [], isReady: true }),
    ))
  it('leaves it open within its time', () => {
    const roles = [{ skill: 'web design' }, { skill: 'law' }]
    assert.deepEqual(shrunk(aProject({ roles }), { law: 'welcome' }), yes({ dropped: [], welcome: ['law'], isReady: false }))
    assert.deepEqual(shrunk(aProject({ roles, openUntil: LATE }), { law: 'welcome' }), no('not ready'))
  })
  it('keeps at least one must-have, and what somebody has pledged to', () => {
    assert.deepEqual(shrunk(aProject(), { 'web design': 'welcome' }), no('nothing left'))
    assert.deepEqual(shrunk(aProject({ roles: [FILLED, { skill: 'law' }] }), { law: 'drop' }, ['law']), no('pledged to'))
    assert.equal(shrunk(aProject({ roles: [FILLED, { skill: 'law' }] }), { law: 'welcome' }, ['law']).yes, true)
  })
  it('never drops what is filled, nor shuts the door to everybody from outside', () => {
    assert.deepEqual(shrunk(aProject({ roles: [FILLED, { skill: 'law' }] }), { 'web design': 'drop' }), no('nothing chosen'))
    const own = [{ skill: 'web design', filledBy: ['council'] }, { skill: 'law' }]
    assert.deepEqual(shrunk(aProject({ roles: own }), { law: 'drop' }), no('nobody from outside'))
  })
  it('is for the owner of an open brief', () => {
    const two = aProject({ roles: [FILLED, { skill: 'law' }] })
    assert.deepEqual(shrink(two, NURSE.person, new Map([['law', 'drop']]), new Set(), TODAY), no('not the owner'))
    for (const state of ['ready', 'running', 'ended'] as const) assert.deepEqual(shrunk({ ...two, state }, { law: 'drop' }), no('not open'))
  })
  it('is offered only where it leads somewhere', () => {
    const roles = [FILLED, { skill: 'law' }]
    assert.deepEqual([canShrink(aProject({ roles }), TODAY), canShrink(aProject(), TODAY)], [true, false])
    assert.equal(canShrink(aProject({ roles, openUntil: LATE }), TODAY), true)
    assert.equal(canShrink(aProject({ roles: [{ skill: 'a' }, { skill: 'b' }], openUntil: LATE }), TODAY), false)
  })
})

describe('merging', () => {
  const other = (more: Partial<Project> = {}): Project => ({ ...aProject(), id: 'other', ...more })
  it('is asked of a living project, once, by the owner', () => {
    const into = other()
    assert.deepEqual(offerMerge(aProject(), into, OWNER.person, false), yes(into))
    assert.deepEqual(offerMerge(aProject(), into, NURSE.person, false), no('not the owner'))
    assert.deepEqual(offerMerge(aProject(), undefined, OWNER.person, false), no('no such project'))
    assert.deepEqual(offerMerge(aProject(), aProject(), OWNER.person, false), no('itself'))
    assert.deepEqual(offerMerge(aProject(), other({ state: 'ended' }), OWNER.person, false), no('other ended'))
    assert.deepEqual(offerMerge(aProject({ state: 'ended' }), into, OWNER.person, false), no('ended'))
    assert.deepEqual(offerMerge(aProject(), into, OWNER.person, true), no('asked before'))
    const waiting = { ...aProject(), merging: { offer: 'x', into: 'y', title: 'z', by: TODAY } }
    assert.deepEqual(offerMerge(waiting, into, OWNER.person, false), no('waiting already'))
  })
  it('knows a project by its address or its id', () => {
    const id = '01kaa8mvr00001abcdefghjkmn'
    for (const typed of [id, ` ${id} `, `https://appstarter.example/projects/${id}`, `/projects/${id}?done=x`, `/projects/${id}/phase`])
      assert.equal(projectIn(typed), id, typed)
    for (const typed of ['', 'bins', `/projects/${id}x`, `/pledges/${id}`]) assert.equal(projectIn(typed), undefined, typed)
  })
  it('leaves two days at least to choose after a no', () => {
    assert.equal(chooseAfterRefusal({ openUntil: LATE }, TODAY), '2026-11-27')
    assert.equal(chooseAfterRefusal({ openUntil: '2026-11-10' }, TODAY), '2026-11-25')
  })
})

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

describe('an ending', () => {
  it('may be handed over when it ran, and then everything promised is done', () => {
    assert.deepEqual(end(aProject({ state: 'running' }), OWNER.person, 'handed over'), yes('handed over'))
    assert.deepEqual(end(aProject(), OWNER.person, 'handed over'), no('never ran'))
    assert.deepEqual((['delivered', 'handed over', 'stopped', 'not reached', 'merged'] as const).map(isDone), [
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
