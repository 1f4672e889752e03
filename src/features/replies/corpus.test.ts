/** Every letter of tests/replies.txt is read from its first byte to what it says. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { readMessage } from '../../mail/message.ts'
import { inRoot } from '../../root.ts'
import type { Choice, Given } from '../asks/ask.ts'
import { type Numbered, readReply } from './reply.ts'

const OFFER: readonly Choice[] = [
  { answer: 'yes', label: 'Accept the pledge', words: ['accept'], takes: 'a line' },
  { answer: 'no', label: 'Kindly decline', words: ['decline'], takes: 'a line' },
]
const CHECK_IN: readonly Choice[] = [
  { answer: 'done', label: 'Hours done', words: ['did'], takes: 'hours' },
  { answer: 'none', label: 'None this week', words: ['none this week'] },
  { answer: 'stuck', label: 'I am stuck', words: ["i'm stuck"], takes: 'a line' },
  { answer: 'stop helping', label: 'I must stop', words: ['must stop', 'i must stop'] },
]

type Case = { at: number; said: string; letter: string }

function readCases(): Case[] {
  const lines = readFileSync(inRoot('tests/replies.txt'), 'utf8').split('\n')
  const pieces = new Map<string, string>()
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name) => filled(pieces.get(name) ?? assert.fail(`No piece is called ${name}`)))
  return lines.flatMap((line, index) => {
    if (line === '' || line.startsWith('#')) return []
    const [, name, piece] = /^(\w+)=(.*)$/.exec(line) ?? []
    if (name !== undefined && piece !== undefined) {
      pieces.set(name, piece)
      return []
    }
    const bar = line.indexOf(' | ')
    return [{ at: index + 1, said: line.slice(0, bar), letter: unescaped(filled(line.slice(bar + 3))) }]
  })
}

const unescaped = (text: string): string =>
  text.replaceAll('\\n', '\r\n').replace(/\\[uU]([0-9a-f]{8}|[0-9a-f]{4})/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))

/** The whole letter, and which choices it answers. */
function compose(letter: string): { raw: string; asks: readonly Numbered[] } {
  const [, name, value, body = letter] = /^\[([\w-]+): (.*?)\] (?!\[)([\s\S]*)$/.exec(letter) ?? []
  const [, html] = /^html: ([\s\S]*)$/.exec(body) ?? []
  const [, checkIn] = /^in: check-in ([\s\S]*)$/.exec(body) ?? []
  const [, digest] = /^in: digest ([\s\S]*)$/.exec(body) ?? []
  const headers = new Map([
    ['From', 'Ann Example <ann@council.example>'],
    ['To', 'replies@host.example'],
    ['Subject', 'Re: A pledge for web design [K7QX4]'],
    ['MIME-Version', '1.0'],
    ['Content-Type', `text/${html === undefined ? 'plain' : 'html'}; charset=utf-8`],
  ])
  if (name !== undefined && value !== undefined) headers.set(name, value)
  const head = [...headers].map(([key, text]) => `${key}: ${text}`).join('\r\n')
  return {
    raw: `${head}\r\n\r\n${html ?? checkIn ?? digest ?? body}`,
    asks: digest === undefined ? [checkIn === undefined ? OFFER : CHECK_IN].map(numbered) : DIGEST,
  }
}

const numbered = (choices: readonly Choice[], index = 0): Numbered => ({ number: index + 1, choices })
const DIGEST = [OFFER, CHECK_IN, OFFER].map(numbered)

const sayGiven = (number: string, { answer, hours, line }: Given): string =>
  [`${answer}${number}`, ...(hours ? [`${hours} h`] : []), ...(line ? [`"${line}"`] : [])].join(' ')

async function say(letter: string): Promise<string> {
  const { raw, asks } = compose(letter)
  const message = await readMessage(Buffer.from(raw))
  if (message.isBounce) return ['bounce', message.bounced?.recipient, message.bounced?.status].filter(Boolean).join(' ')
  if (message.isAutomatic) return 'automatic'
  const reply = readReply(message.text, { asks, today: '2026-11-23', names: ['Ann Example', 'Ann', 'Example'] })
  if (reply.is === 'unclear') return `? ${reply.why}`
  if (reply.is === 'pause') return `pause ${reply.until}`
  if (reply.is === 'stop') return 'stop'
  if (reply.is === 'answer') return sayGiven(asks.length > 1 ? ` ${reply.number}` : '', reply.given)
  return reply.answers.map(({ number, given }) => sayGiven(` ${number}`, given)).join(', ')
}

const cases = readCases()

describe('letters as people send them', () => {
  it('are many', () => assert.ok(cases.length >= 120, `${cases.length}`))
  for (const { at, said, letter } of cases) it(`line ${at} says: ${said}`, async () => assert.equal(await say(letter), said, letter))
})
