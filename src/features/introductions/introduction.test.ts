/** Who may be introduced to whom: every single reason refuses by itself, whatever else is so. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { boolean, assert as hold, integer, property, record } from 'fast-check'
import { no } from '../../basics/answer.ts'
import { addDays } from '../../basics/day.ts'
import {
  type Between,
  concerns,
  type IntroduceRefusal,
  type Introduction,
  MOST_OPEN,
  mayIntroduce,
  mayPropose,
  type Party,
} from './introduction.ts'
import { turned, type Why } from './why.ts'
import { INTRODUCE_REFUSALS, sayQuestion, sayReason } from './words.ts'

const TODAY = '2026-11-23'
const asker: Party = { id: 'a', organisation: 'council', sector: 'local', isPaused: false, isFull: false, open: 0 }
const other: Party = { id: 'b', organisation: 'trust', sector: 'health', isPaused: false, isFull: false, open: 0 }
const between: Between = { isBlocked: false, isSameTeam: false }
const last = (days: number, isKnown = true): Between => ({ ...between, last: { id: 'i', on: addDays(TODAY, -days), isKnown } })
const held: Party = { id: 'h', isPaused: false, isFull: false, open: 0 }

const TABLE: readonly (readonly [Partial<Party>, Partial<Party>, Between, IntroduceRefusal | 'yes'])[] = [
  [{}, {}, between, 'yes'],
  [{}, { id: 'a' }, between, 'yourself'],
  [{}, {}, { ...between, isBlocked: true }, 'blocked'],
  [{ sector: 'supplier' }, {}, between, 'supplier'],
  [{}, { sector: 'supplier' }, between, 'yes'],
  [{}, {}, { ...between, isSameTeam: true }, 'same team'],
  [{ isPaused: true }, {}, between, 'paused yourself'],
  [{}, { isPaused: true }, between, 'cannot now'],
  [{ open: MOST_OPEN - 1 }, { open: MOST_OPEN - 1 }, between, 'yes'],
  [{ open: MOST_OPEN }, {}, between, 'too many open'],
  [{}, { open: MOST_OPEN }, between, 'cannot now'],
  [{ isFull: true }, {}, between, 'yes'],
  [{}, { isFull: true }, between, 'cannot now'],
  [{}, {}, last(181), 'introduced lately'],
  [{}, {}, last(182), 'yes'],
  [{}, {}, last(10, false), 'cannot now'],
]

describe('two may be introduced', () => {
  it('unless one of the reasons against it holds', () => {
    for (const [mine, theirs, facts, answer] of TABLE) {
      const may = mayIntroduce({ ...asker, ...mine }, { ...other, ...theirs }, facts, TODAY)
      assert.equal(may.yes ? 'yes' : may.why, answer, JSON.stringify([mine, theirs, facts]))
    }
    assert.deepEqual(
      [mayIntroduce(held, other, between, TODAY), mayIntroduce(asker, held, between, TODAY)],
      [no('not a member'), no('no member')],
    )
  })

  it('never when a single one of all facts speaks against it, and always when none does', () => {
    const party = record({
      isPaused: boolean(),
      isFull: boolean(),
      open: integer({ min: 0, max: 5 }),
      isHeld: boolean(),
      isSupplier: boolean(),
    })
    const facts = record({
      one: party,
      two: party,
      isBlocked: boolean(),
      isSameTeam: boolean(),
      days: integer({ min: 0, max: 400 }),
      isKnown: boolean(),
    })
    hold(
      property(facts, ({ one, two, isBlocked, isSameTeam, days, isKnown }) => {
        const side = (id: string, { isPaused, isFull, open, isHeld, isSupplier }: typeof one): Party => ({
          ...{ id, isPaused, isFull, open, sector: isSupplier ? 'supplier' : 'local' },
          ...(isHeld ? {} : { organisation: id }),
        })
        const isFree = [one, two].every(({ isPaused, open, isHeld }) => !isPaused && !isHeld && open < MOST_OPEN)
        const expected = isFree && !two.isFull && !one.isSupplier && !isBlocked && !isSameTeam && days >= 182
        const may = mayIntroduce(
          side('a', one),
          side('b', two),
          { isBlocked, isSameTeam, last: { id: 'i', on: addDays(TODAY, -days), isKnown } },
          TODAY,
        )
        assert.equal(may.yes, expected)
        if (!may.yes) assert.match(INTRODUCE_REFUSALS[may.why], /\.$/)
      }),
    )
  })

  it('says the same of somebody who rests, who is busy, and about whom a broker has asked', () => {
    const why = [
      mayIntroduce(asker, { ...other, isPaused: true }, between, TODAY),
      mayIntroduce(asker, { ...other, open: 3 }, between, TODAY),
    ]
    assert.deepEqual(why, [no('cannot now'), mayIntroduce(asker, other, last(3, false), TODAY)])
  })

  it('by a broker who is none of them, and who learns no more than that it cannot be', () => {
    const broker = { person: 'c', name: 'Bo', organisation: 'office', broker: true, moderator: false }
    assert.equal(mayPropose(broker, asker, other, between, TODAY).yes, true)
    assert.deepEqual(mayPropose({ ...broker, broker: false }, asker, other, between, TODAY), no('not a broker'))
    assert.deepEqual(mayPropose({ ...broker, person: 'b' }, asker, other, between, TODAY), no('one of the two'))
    for (const first of [
      { ...asker, isPaused: true },
      { ...asker, open: 3 },
      { ...asker, isFull: true },
    ])
      assert.deepEqual(mayPropose(broker, first, other, between, TODAY), no('cannot now'))
  })
})

describe('an introduction', () => {
  const who = (id: string) => ({ id, name: id, job: '', organisationName: '' })
  const why: Why = { is: 'has', mine: 'procurement', theirs: 'buying' }
  const introduction: Introduction = {
    ...{ id: 'i', person: who('a'), other: who('b'), broker: who('c'), line: '', why },
    ...{ state: 'asked', isOtherAsked: false, answerBy: TODAY, slots: [] },
  }
  it('is nobody else’s, and not the other’s before the first has said yes', () => {
    const seen = (isOtherAsked: boolean) => ['a', 'b', 'c', 'd'].filter((each) => concerns({ ...introduction, isOtherAsked }, each))
    assert.deepEqual(
      [seen(false), seen(true)],
      [
        ['a', 'c'],
        ['a', 'b', 'c'],
      ],
    )
  })
  it('has a reason that is true of both, and one question for both', () => {
    assert.deepEqual(
      [sayReason(why), sayReason(turned(why))],
      ['You need procurement, and they have buying.', 'You have buying, and they need procurement.'],
    )
    assert.deepEqual(turned(turned(why)), why)
    assert.equal(sayQuestion(why, ['a', 'b']), sayQuestion(turned(why), ['a', 'b']))
    assert.equal(new Set(Array.from({ length: 50 }, (_, at) => sayQuestion(why, [`a${at}`, 'b']))).size, 5)
  })
})
