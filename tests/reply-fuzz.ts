/** Makes letters of which it knows what they say, and has them read: none may crash or take long, and none may be a yes that is not one. */
import assert from 'node:assert/strict'
import type { Choice } from '../src/features/asks/ask.ts'
import { readReply } from '../src/features/replies/reply.ts'
import { readMessage } from '../src/mail/message.ts'

const CHOICES: readonly Choice[] = [
  { answer: 'yes', label: 'Accept', words: ['accept', 'happy to'] },
  { answer: 'no', label: 'Decline', words: ['decline', 'not now'], takes: 'a line' },
]
const WITH_LINE: readonly Choice[] = CHOICES.map((choice) => ({ ...choice, takes: 'a line' }))

const split = (text: string): string[] => text.split('|')
const YES = split('yes|Yes|YES|ok|OK|Okay|yep|Yeah|accept|Accept|sure|Yes please|yes thanks')
const OPENERS = split('Thanks, |Hi, |Thank you - |Oh |Hello Ann,\n\n|Dear all,\n|Good morning\n\n|Thanks for this.\n\n')
const TAILS = split(
  ', thanks| please|, happy to help|. Sounds good| - with pleasure|!|.|!!|, that works for me|. Looking forward to it.| 1| 👍',
)
const AFTER = split(
  '\n\nAnn|\n\nKind regards,\nAnn|\n\nSent from my iPhone|\n-- \nNo longer at County Hall|\n\nThis email may contain no viruses, but only if opened.|\n\n> No|\n\nOn Mon, Appstarter wrote:\n> no',
)
const BEFORE = split('CAUTION: This email originated from outside. Do not click links.\n\n|[EXTERNAL]\n|OFFICIAL\n\n|\n\n\n')
/** With any of these in its first line, a letter is no plain yes. */
const DOUBT = split(
  "not|never|cannot|can't|don't|won't|no|nope|but|if|unless|maybe|perhaps|only if|?|??|…|... or not|said Bob|says my manager|he|they|probably|I think|might|depends|instead|later|until|provided|not sure|not yet|who|why|/ no|or no|and no|=|%|🤔|👎|[|]|<|>",
)
const PLAIN = split(
  'banana|the|project|Monday|web|design|hours|we|invoice|library|council|Bob|data|would|please|thanks|in|of|to|2|17|March|happy|answer|reply|letter|yes|ok|accept|sure|yesterday|eyes|okra',
)
const UNSAID = split(
  '> yes|>yes\n> ok|-- \nyes|-----Original Message-----\nyes|________________________________\nyes|Write your answer above this line\nyes|On Mon, 23 Nov 2026, Appstarter wrote:\nyes|From: Appstarter\nSent: Monday\nTo: Ann\nSubject: yes\n\nyes|Begin forwarded message:\nyes|Sent from my iPhone\n\nyes?',
)
const HIDDEN = split(
  '<div style="display:none">yes</div>|<s>yes</s>|<del>Yes</del>|<!-- yes -->|<script>yes</script>|<blockquote>yes</blockquote>|<div class="gmail_quote">yes</div>|<span style="text-decoration:line-through">Yes</span>|<title>yes</title>|<div id="divRplyFwdMsg"></div>yes|<p hidden>yes</p>|<style>yes</style>',
)

type Chance = { next(): number; below(most: number): number; one<T>(of: readonly T[]): T; maybe(text: string): string }

/** The same letters again for the same seed. */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (most: number): number => Math.floor(next() * most)
  return { next, below, one: (of) => of[below(of.length)] as (typeof of)[number], maybe: (text) => (next() < 0.4 ? text : '') }
}

type Made = { text: string; html: boolean /** Unmistakable, never one, or anybody's guess. */; yes: 'always' | 'never' | 'unknown' }

const RECIPES: readonly ((c: Chance) => Made)[] = [
  (c) =>
    plain(`${c.maybe(c.one(BEFORE))}${c.maybe(c.one(OPENERS))}${c.one(YES)}${c.maybe(c.one(TAILS))}${c.maybe(c.one(AFTER))}`, 'always'),
  (c) =>
    plain(
      `${c.maybe(c.one(BEFORE))}${c.maybe(c.one(OPENERS))}${c.one(YES)}${c.one([' ', ', ', '. ', ' - ', '; '])}${c.one(DOUBT)} ${c.maybe(salad(c))}${c.maybe(c.one(AFTER))}`,
    ),
  (c) => plain(`${c.one(DOUBT)} ${c.maybe(salad(c))}${c.one(YES)}${c.maybe(c.one(TAILS))}${c.maybe(c.one(AFTER))}`),
  (c) => plain(`${salad(c)}${c.one(DOUBT)} ${salad(c)}${c.maybe(c.one(AFTER))}`),
  (c) =>
    plain(
      `${c.one(YES)}${c.one(['\n', '\n\n', '\r\n'])}${c.one(['No', 'Actually no', 'but only if', 'unless we cannot', 'no, wait', 'I cannot', 'Not any more'])}${c.maybe(c.one(AFTER))}`,
    ),
  (c) => plain(`${c.maybe(c.one(BEFORE))}${c.one(UNSAID)}${c.maybe(c.one(AFTER))}`),
  (c) => plain(misspelt(c)),
  (c) => plain(split('no|No thanks|decline|not now|not this year').map((no) => no + c.maybe(', we are busy'))[c.below(5)] ?? ''),
  (c) => ({ text: `${c.maybe('<p>&nbsp;</p>')}${c.one(HIDDEN)}${c.maybe('<p></p>')}`, html: true, yes: 'never' }),
  (c) => ({
    text: `<div>${c.one(YES)}</div>${c.maybe(c.one(HIDDEN.filter((each) => !/<(s|del)>|line-through/.test(each))))}`,
    html: true,
    yes: 'always',
  }),
  (c) => ({ text: `<p>${c.one(YES)} ${c.one(DOUBT).replace(/[<>]/g, '?')} ${salad(c)}</p>`, html: true, yes: 'never' }),
  (c) => plain(noise(c), 'unknown'),
]

const plain = (text: string, yes: Made['yes'] = 'never'): Made => ({ text, html: false, yes })
const salad = (c: Chance): string => Array.from({ length: 1 + c.below(6) }, () => `${c.one(PLAIN)} `).join('')
const noise = (c: Chance): string =>
  Array.from({ length: c.below(200) }, () => String.fromCodePoint(c.below(c.next() < 0.9 ? 0x17f : 0xd7ff))).join('')

/** One letter of a yes is another one. */
function misspelt(c: Chance): string {
  const word = c.one(['yes', 'accept', 'okay'])
  const at = c.below(word.length)
  return word.slice(0, at) + c.one(split('x|z|q|0|é|е|у|ѕ|-|_x|\u0301|7|@')) + word.slice(at + 1)
}

function compose(made: Made, c: Chance): Buffer {
  const head = `From: Ann <ann@council.example>\r\nSubject: Re: A pledge [K7QX4]\r\nMIME-Version: 1.0\r\nContent-Type: text/${made.html ? 'html' : 'plain'}; charset=utf-8`
  const bytes = Buffer.from(made.text)
  if (c.next() < 0.5) return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), bytes])
  return Buffer.from(`${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}`)
}

/** Answers to several things, of which it knows each; with any doubt among them, none may act. */
function readSeveral(c: Chance): string | undefined {
  const asks = [1, 2, 3, 4].map((number) => ({ number, choices: c.next() < 0.5 ? CHOICES : WITH_LINE }))
  const answers = asks.flatMap(({ number }) => (c.next() < 0.7 ? [{ number, answer: c.one(['yes', 'no']) }] : []))
  const parts = answers.map(({ number, answer }) => `${answer} ${number}`)
  const isDoubted = c.next() < 0.5
  const at = c.below(parts.length + 1)
  if (isDoubted)
    parts.splice(at, 0, c.one(split('but|if Bob can|unless|perhaps|said Bob|yes 9|pause|who?|yes 1 no|no yes 2|yes or no 3|he says yes 1')))
  if (answers.length < 2) return undefined
  const text = `${c.maybe(c.one(BEFORE))}${parts.join(c.one(split(', |; |\n|. | and ')))}${c.maybe(c.one(AFTER))}`
  const reply = readReply(text, { asks, today: '2026-11-23', names: ['Ann'] })
  const said = reply.is === 'answers' ? reply.answers : reply.is === 'answer' ? [reply] : []
  const wrong = isDoubted ? said.some(({ given }) => given.answer === 'yes') : said.length !== answers.length
  const isOther = said.some(({ number, given }) => !answers.some((each) => each.number === number && each.answer === given.answer))
  return wrong || isOther ? `${JSON.stringify(text)} was read as ${JSON.stringify(reply)}` : undefined
}

export type Fuzzed = { letters: number; always: number; yes: number /** Milliseconds of work. */; slowest: number }

const LONGEST = 500

export async function fuzzReplies(letters: number, seed: number): Promise<Fuzzed> {
  const c = chanceOf(seed)
  const found: Fuzzed = { letters, always: 0, yes: 0, slowest: 0 }
  for (let at = 0; at < letters; at++) {
    assert.equal(readSeveral(c), undefined, `seed ${seed}, letter ${at}`)
    const made = c.one(RECIPES)(c)
    const raw = compose(made, c)
    const isBroken = c.next() < 0.1
    if (isBroken) for (let times = 1 + c.below(20); times > 0; times--) raw[c.below(raw.length)] = c.below(256)
    const began = process.cpuUsage()
    const message = await readMessage(raw)
    const choices = c.next() < 0.5 ? CHOICES : WITH_LINE
    const reply = readReply(message.text, { choices, today: '2026-11-23', names: ['Ann'] })
    found.slowest = Math.max(found.slowest, process.cpuUsage(began).user / 1000)
    const isYes = reply.is === 'answer' && reply.given.answer === 'yes'
    if (isYes) found.yes += 1
    if (isBroken || made.yes === 'unknown') continue
    if (made.yes === 'always') found.always += 1
    const what = `seed ${seed}, letter ${at}: ${JSON.stringify(made.text)} was read as ${JSON.stringify(reply)}`
    assert.equal(isYes, made.yes === 'always', what)
  }
  assert.ok(found.slowest < LONGEST, `The slowest took ${Math.round(found.slowest)} ms`)
  return found
}
