/** What somebody tells beyond the first visit: reading it, and the hours of their week. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { DETAILS_AT_FIRST, type Details, hoursOfWeek } from './details.ts'
import { readDetails, type TypedDetails, typedDetailsOf, withSection } from './details-form.ts'

const typed = (more: Partial<TypedDetails>): TypedDetails => ({ ...typedDetailsOf(DETAILS_AT_FIRST), ...more })
const AREAS = new Set(['policy-housing', 'policy-health'])

it('reads what is said, and leaves out what nobody offered', () => {
  const work = typed({
    profession: 'digital',
    areas: ['policy-health', 'policy-the-moon', 'policy-health'],
    languages: 'Welsh, English; welsh',
  })
  assert.deepEqual(readDetails('work', work, AREAS), {
    details: { profession: 'digital', areas: ['policy-health'], languages: ['Welsh', 'English'] },
    faults: {},
  })
  assert.equal(readDetails('work', typed({ profession: 'king' }), AREAS).details.profession, '')
  const meeting = typed({
    ways: ['phone', 'in person', 'post'],
    radius: ' 25 ',
    halfDays: ['Friday morning'],
    introductions: '3',
    wishes: ['nearby'],
  })
  assert.deepEqual(readDetails('meeting', meeting, AREAS).details, {
    ways: ['in person', 'phone'],
    halfDays: ['Friday morning'],
    wishes: ['nearby'],
    introductions: 3,
    radius: 25,
  })
})

it('finds every mistake of a section at once', () => {
  const many = Array.from({ length: 11 }, (_, at) => `thing ${at}`).join('\n')
  const wrong = typed({ interests: many, learning: 'x'.repeat(101), problem: 'y'.repeat(501) })
  assert.deepEqual(readDetails('interests', wrong, AREAS).faults, { interests: 'too many', learning: 'too long', problem: 'too long' })
  for (const radius of ['0', '501', '2.5', 'far'])
    assert.deepEqual(readDetails('meeting', typed({ radius }), AREAS).faults, { radius: 'not kilometres' })
})

it('changes one section and keeps the others', () => {
  const before: Details = { ...DETAILS_AT_FIRST, profession: 'care', radius: 10, ways: ['phone'] }
  assert.deepEqual(withSection(before, 'interests', { interests: ['choirs'] }), { ...before, interests: ['choirs'] })
  assert.deepEqual(withSection(before, 'meeting', { ways: [] }), { ...DETAILS_AT_FIRST, profession: 'care' }, 'an emptied distance is gone')
})

it('counts the hours of a week where the clocks are, in summer and in winter', () => {
  // Monday 10:00 is hour 10 of the week; New York is five hours behind in winter, London one hour ahead in summer.
  assert.deepEqual(hoursOfWeek(['Monday morning'], 'Europe/London', '2026-11-25'), [9, 10, 11])
  assert.deepEqual(hoursOfWeek(['Monday morning'], 'Europe/London', '2026-07-01'), [8, 9, 10])
  assert.deepEqual(hoursOfWeek(['Monday morning'], 'America/New_York', '2026-11-23'), [14, 15, 16])
  assert.deepEqual(hoursOfWeek(['Monday morning'], 'Pacific/Auckland', '2026-11-23'), [164, 165, 166], 'on Sunday evening in London')
  assert.equal(hoursOfWeek(['Sunday afternoon', 'Friday morning'], 'Europe/London', '2026-11-23').length, 7)
})
