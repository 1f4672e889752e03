/** What the score is told of people, on both databases. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { onEachDatabase } from '../../../tests/databases.ts'
import { aTown } from '../../../tests/town.ts'
import { Knowledge, NOTHING_KNOWN } from '../../matching/knowledge.ts'
import { together } from '../../storage/db.ts'
import { countingQueries } from '../../storage/in-flight.ts'
import { sayHaves, sayNeeds } from '../listings/actions.ts'
import { changeProfile, changeSeenBy } from '../people/actions.ts'
import { seenBy } from '../people/profile.ts'
import { changeDetails } from './actions.ts'
import { listCandidates, listTold } from './candidate-actions.ts'

const skill = (id: string, name: string) => ({ id, name, kind: 'skill' as const, broader: [], synonyms: [] })
const KNOWLEDGE = new Knowledge({ ...NOTHING_KNOWN, skills: [skill('sql', 'SQL'), skill('welsh', 'Welsh'), skill('chess', 'Chess')] })

onEachDatabase('candidates', (storage) => {
  it('are told with all that they said, shown or not, by one query; others see of it what is shown', async () => {
    const { db } = storage()
    const { nurse, officer, stranger } = await aTown(db)
    const { person } = nurse
    await together(db, async (tx) => {
      await changeProfile(tx, person, { district: 'LS1', position: { lat: 53.8, lon: -1.5 }, hoursAWeek: 1.5 }, MONDAY.now)
      await sayHaves(tx, person, 'SQL (expert), a quiet room', MONDAY)
      await sayNeeds(tx, person, 'Welsh', MONDAY)
      await changeSeenBy(
        tx,
        person,
        seenBy(() => 'matching'),
        MONDAY.now,
      )
    })
    const work = { profession: 'care', areas: ['policy-health'], languages: ['English'] } as const
    await changeDetails(db, person, 'work', work, MONDAY)
    await changeDetails(db, person, 'interests', { interests: ['Choirs'], learning: ['chess'] }, MONDAY)
    const meeting = { ways: ['online'], halfDays: ['Monday morning'], introductions: 0, wishes: ['nearby'], radius: 20 } as const
    await changeDetails(db, person, 'meeting', meeting, MONDAY)
    const tally = { queries: 0 }
    const ids = [person, officer.person, stranger.person, 'nobody']
    const [first, second, ...others] = await countingQueries(tally, () => listCandidates(db, KNOWLEDGE, ids, MONDAY))
    assert.deepEqual([tally.queries, others], [1, []], 'whoever is held is no candidate')
    assert.deepEqual(first, {
      id: person,
      organisation: nurse.organisation,
      ...{ team: '', sector: 'health', profession: 'care', region: '' },
      haves: [{ term: 'sql', level: 3 }],
      needs: [{ term: 'welsh' }, { term: 'chess' }],
      interests: ['policy-health', 'interest-choirs'],
      ...{ ways: ['online'], position: { lat: 53.8, lon: -1.5 }, radius: 20, times: [9, 10, 11], languages: ['english'], hours: 7 },
      ...{ wishes: ['nearby'], missedOut: 0, isPaused: false, isFull: true },
    })
    assert.deepEqual([second?.id, second?.haves, second?.times, second?.isFull], [officer.person, [], [], false])
    const [hidden] = await listTold(db, KNOWLEDGE, [person], MONDAY)
    const { position: _, radius: __, hours: ___, ...told } = hidden?.all ?? first
    const nothing = { profession: '', haves: [], needs: [], interests: [], ways: [], times: [], languages: [], wishes: [] }
    assert.deepEqual(
      [hidden?.shown, hidden?.shows],
      [
        { ...told, ...nothing },
        { haves: [], needs: [], learning: [] },
      ],
    )

    await together(db, (tx) =>
      changeSeenBy(tx, person, { ...seenBy(() => 'members'), learning: 'matching', interests: 'matching' }, MONDAY.now),
    )
    const [half] = await listTold(db, KNOWLEDGE, [person], MONDAY)
    const kept = { needs: [{ term: 'welsh' }], interests: ['policy-health'], times: [] }
    assert.deepEqual([half?.shown, half?.shows.learning], [{ ...half?.all, ...kept }, []])
  })
})
