/** The rules of phases, on plain values. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aProject, NURSE, OWNER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import { isRoleOver, isWorkOver, lastDay, lastDayOfRole, type Phase, type Project } from '../projects/project.ts'
import { sayReview } from '../projects/words.ts'
import { endPhase, goLiveAfter, nameGoLive, nextReview, stepsFrom } from './phase.ts'
import { sayPhaseEnd, sayPhaseNow } from './words.ts'

const TODAY = '2026-11-23'
const running = (phase?: Phase, more: Partial<Project> = {}): Project => ({
  ...aProject({ state: 'running', firstDate: '2026-11-09' }),
  ...(phase ? { phase } : {}),
  ...more,
})
const said = (project: Project, step: string) => endPhase(project, OWNER.person, step, '', '')

describe('the end of a phase', () => {
  it('goes on to the next, and stays live at the end', () => {
    for (const [phase, next] of [
      ['discovery', 'alpha'],
      ['alpha', 'beta'],
      ['beta', 'live'],
      ['live', 'live'],
    ] as const)
      assert.deepEqual(said(running(phase), 'go on'), yes({ how: 'go on', leadsTo: next }))
  })
  it('stays where it is, or goes back by one, when something changes', () => {
    assert.deepEqual(said(running('beta'), 'stay'), yes({ how: 'change', leadsTo: 'beta' }))
    assert.deepEqual(said(running('beta'), 'back'), yes({ how: 'change', leadsTo: 'alpha' }))
    assert.deepEqual(said(running('discovery'), 'back'), no('nothing before'))
    assert.deepEqual(
      [stepsFrom('discovery'), stepsFrom('live')],
      [
        ['go on', 'stay'],
        ['go on', 'stay', 'back'],
      ],
    )
  })
  it('is in discovery when nobody ever said', () => assert.deepEqual(said(running(), 'go on'), yes({ how: 'go on', leadsTo: 'alpha' })))
  it('is the word of its owner, on what runs, and not of a page that is old', () => {
    assert.deepEqual(endPhase(running(), NURSE.person, 'go on', '', ''), no('not the owner'))
    assert.deepEqual(said(aProject({ state: 'ready' }), 'go on'), no('not running'))
    assert.deepEqual(said(running(), ''), no('nothing chosen'))
    assert.deepEqual(endPhase(running(), OWNER.person, 'go on', '', 'since'), no('said meanwhile'))
  })
  it('asks again after eight weeks, and after half a year when it is live', () =>
    assert.deepEqual([nextReview('beta', TODAY), nextReview('live', TODAY)], ['2027-01-18', '2027-05-24']))
})

describe('the day to go live', () => {
  const name = (project: Project, day: string | undefined) => nameGoLive(project, OWNER.person, day, TODAY)
  it('is named after discovery, from today on', () => {
    assert.deepEqual(name(running('alpha'), TODAY), yes(TODAY))
    assert.deepEqual(name(running('discovery'), '2027-01-04'), no('still in discovery'))
    assert.deepEqual(name(running(), '2027-01-04'), no('still in discovery'))
    assert.deepEqual(name(running('live'), '2027-01-04'), no('live already'))
    assert.deepEqual(name(running('beta'), undefined), no('no such day'))
    assert.deepEqual(name(running('beta'), '2026-11-22'), no('day has passed'))
    assert.deepEqual(name(running('beta'), '2030-11-22'), no('day too far'))
    assert.deepEqual(name(aProject({ state: 'ready' }), '2027-01-04'), no('not running'))
    assert.deepEqual(nameGoLive(running('beta'), NURSE.person, '2027-01-04', TODAY), no('not the owner'))
  })
  it('is today when it goes live, and is forgotten in discovery and after going back from live', () => {
    const named = running('beta', { goLive: '2027-01-04' })
    assert.equal(goLiveAfter(named, 'alpha', TODAY), '2027-01-04')
    assert.equal(goLiveAfter(named, 'live', TODAY), TODAY)
    assert.equal(goLiveAfter(running('live', { goLive: '2026-01-04' }), 'live', TODAY), '2026-01-04')
    assert.equal(goLiveAfter(running('live', { goLive: '2026-01-04' }), 'beta', TODAY), undefined)
    assert.equal(goLiveAfter(running('alpha', { goLive: '2027-01-04' }), 'discovery', TODAY), undefined)
  })
})

describe('looking after', () => {
  const [creating] = aProject().roles
  const after = { ...(creating ?? assert.fail('no role')), purpose: 'looking after' as const, until: '2026-01-01' }
  it('is never over while the project is live, whatever the brief once said', () => {
    assert.deepEqual([isRoleOver(running('live'), after, TODAY), isRoleOver(running('beta'), after, TODAY)], [false, true])
    assert.deepEqual(
      [lastDayOfRole(running('live'), after, TODAY), lastDayOfRole(running('beta'), after, TODAY)],
      ['2027-11-22', '2026-01-01'],
    )
  })
  it('is no work that can be over: only what creates is', () => {
    const roles = [
      { ...after, until: '2028-01-01' },
      { ...after, purpose: 'creating' as const, until: '2026-11-20' },
    ]
    assert.equal(lastDay(running('beta', { roles })), '2026-11-20')
    assert.equal(lastDay(running('beta', { roles: roles.slice(0, 1) })), '2028-01-01')
    assert.deepEqual([isWorkOver(running('beta', { roles }), TODAY), isWorkOver(running('live', { roles }), TODAY)], [true, false])
  })
})

describe('the words for phases', () => {
  it('say where it is, what is behind, and when it goes live', () => {
    assert.match(sayPhaseNow(running('discovery'), TODAY), /^It is in discovery: [^.]*\.$/)
    assert.match(
      sayPhaseNow(running('beta', { goLive: '2027-01-04' }), TODAY),
      /Discovery, Alpha are behind it\. It goes live on 4 January 2027\.$/,
    )
    assert.match(sayPhaseNow(running('alpha', { goLive: '2026-11-01' }), TODAY), /It was to go live on 1 November\.$/)
    assert.equal(sayPhaseNow(running('live', { goLive: '2026-11-01' }), TODAY), 'It is live since 1 November, and looked after.')
  })
  it('say by when the owner speaks, and what happens if not', () => {
    assert.match(
      sayReview('alpha', '2027-01-04', TODAY),
      /^Alpha\. The owner says by 4 January 2027 whether it goes on, changes or stops\. If/,
    )
    assert.match(sayReview('live', '2026-11-20', TODAY), /^Live\. The owner was to say by 20 November whether it is still looked after\./)
  })
  it('say how a phase ended', () => {
    const end = { id: '', reason: '', on: TODAY }
    assert.equal(sayPhaseEnd({ ...end, phase: 'discovery', how: 'go on', leadsTo: 'alpha' }), 'Discovery went on to alpha')
    assert.equal(sayPhaseEnd({ ...end, phase: 'beta', how: 'change', leadsTo: 'alpha' }), 'Changed, and back from beta to alpha')
    assert.equal(sayPhaseEnd({ ...end, phase: 'beta', how: 'stop' }), 'Stopped in beta')
  })
})
