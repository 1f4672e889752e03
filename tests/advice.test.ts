/** What our letters advise to write is understood, word for word, whatever else was asked in the same letter. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Choice, wordFor } from '../src/features/asks/ask.ts'
import { sayChoices } from '../src/features/asks/words.ts'
import { sayAnswers } from '../src/features/digests/words.ts'
import { readReply } from '../src/features/replies/reply.ts'
import { sayWhatToWrite } from '../src/features/replies/words.ts'
import { ASKS } from '../src/letters-and-asks.ts'

const TODAY = '2026-11-23'
const kinds = Object.entries(ASKS).map(([kind, { choices }]) => ({ kind, choices }))
const samplesIn = (advice: string): string[] =>
  [...advice.matchAll(/"([^"]+)"(?! (?:or another|ends|puts))/g)].map(([, sample = '']) => sample.replace('...', 'we have no time'))

function read(text: string, asks: readonly { number: number; choices: readonly Choice[] }[]): string {
  const reply = readReply(text, { asks, today: TODAY })
  if (reply.is !== 'answer') return `${text}: ${reply.is} ${'why' in reply ? reply.why : ''}`
  const { answer, hours = '', day = '' } = reply.given
  return [reply.number, answer, hours, day].join(' ').trim()
}

const meant = (number: number, { answer, takes }: Choice): string =>
  `${number} ${answer}${takes === 'hours' ? ' 3' : takes === 'a day' ? '  2027-01-05' : ''}`

describe('what letters advise', () => {
  for (const { kind, choices } of kinds) {
    it(`is understood in answer to a letter: ${kind}`, () => {
      const asks = [{ number: 1, choices }]
      const expected = choices.map((choice) => meant(1, choice))
      assert.deepEqual(
        samplesIn(sayChoices(choices)).map((sample) => read(sample, asks)),
        expected,
      )
      assert.deepEqual(
        samplesIn(sayAnswers(1, choices)).map((sample) => read(sample, asks)),
        expected,
      )
    })

    it(`is understood in answer to a digest, beside any other: ${kind}`, () => {
      for (const other of kinds) {
        const asks = [other, { choices }, other, { choices }].map((each, at) => ({ number: at + 1, choices: each.choices }))
        for (const number of [2, 4]) {
          const expected = choices.map((choice) => meant(number, choice))
          const advised = choices.map((choice) => ({ ...choice, answer: wordFor(choice) }))
          assert.deepEqual(
            samplesIn(sayAnswers(number, choices)).map((sample) => read(sample, asks)),
            expected,
            `beside ${other.kind}`,
          )
          const lines = sayWhatToWrite([
            { number: 1, choices: [] },
            { number, choices: advised },
          ])
            .split('\n')
            .map((line) => samplesIn(line)[0] ?? '')
          assert.deepEqual(
            lines.map((sample) => read(sample, asks)),
            expected,
            `beside ${other.kind}`,
          )
        }
      }
    })
  }
})
