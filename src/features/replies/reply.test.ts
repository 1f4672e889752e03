/** What replies say: every way in which people say yes, and every way in which they do not. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Choice } from '../asks/ask.ts'
import { type Asked, readReply } from './reply.ts'
import type { NumberedAnswer } from './several.ts'

const TODAY = '2026-11-23' // a Monday
const OFFER: readonly Choice[] = [
  { answer: 'yes', label: 'Accept the pledge', words: ['accept'], takes: 'a line' },
  { answer: 'no', label: 'Kindly decline', words: ['decline'], takes: 'a line' },
]
const CHECK_IN: readonly Choice[] = [
  { answer: 'done', label: 'Hours done', words: ['did', 'finished', 'hours', 'worked'], takes: 'hours' },
  { answer: 'none', label: 'None this week', words: ['none this week', 'nothing this week'], takes: 'a line' },
  { answer: 'stuck', label: 'I am stuck', words: ["i'm stuck", 'i am stuck'], takes: 'a line' },
  { answer: 'stop', label: 'I must stop', words: ['must stop', 'i must stop', 'stop helping'], takes: 'a line' },
]
const PAIR: readonly Choice[] = [
  { answer: 'met', label: 'We met', words: ['we met', 'have met', 'we have met'] },
  { answer: 'not met', label: 'We did not meet', words: ["haven't met", 'not yet met', 'have not met'] },
]
const LISTING: readonly Choice[] = [
  { answer: 'keep', label: 'Keep it open', words: ['keep it'] },
  { answer: 'extend', label: 'Extend it', words: ['extend it'], takes: 'a day' },
  { answer: 'close', label: 'Close it', words: ['close it'] },
]
const say = (text: string, choices = OFFER): string => sayAsked(text, { choices })
const sayAsked = (text: string, asked: Asked): string => {
  const reply = readReply(text, { ...asked, today: TODAY, names: ['Ann Example', 'Ann'] })
  if (reply.is === 'unclear') return `? ${reply.why}`
  if (reply.is === 'pause') return `pause ${reply.until}`
  if (reply.is === 'stop') return 'stop'
  if (reply.is === 'answers') return reply.answers.map(sayAnswer).join(', ')
  return sayAnswer(reply)
}
const sayAnswer = ({ number, given: { answer, line, hours, day } }: NumberedAnswer): string =>
  [
    answer,
    ...(number > 1 ? [`#${number}`] : []),
    ...(hours ? [`${hours} h`] : []),
    ...(day ? [day] : []),
    ...(line ? [`"${line}"`] : []),
  ].join(' ')
/** One case a bar. */
const cases = (text: string): string[] => text.split(/ \|\s/)
const every = (texts: readonly string[], said: string | RegExp, choices = OFFER): void => {
  for (const text of texts) {
    const got = say(text, choices)
    if (typeof said === 'string') assert.equal(got, said, `Read: ${text}`)
    else assert.match(got, said, `Read: ${text}`)
  }
}

describe('a reply to an offer', () => {
  it('is a yes when it says so and nothing else', () =>
    every(
      cases(`yes | Yes | YES | yes. | Yes! |  yes  | y | Yep | Yeah | ok | OK | Okay | Sure | accept | Accept. | Yes please, happy to |
 yes, thanks | Yes please | yes 1 | Yes - happy to help | Yes, of course | Yes, with pleasure | OK, sounds good |
 Thanks, yes | Thank you - yes please | "Yes" | \u201cyes\u201d | **Yes** | *yes* | Yes \u{1f44d} | Yes :-) | Yes please!! |
 1 yes | 1: yes | Hi, yes please | Hi Ann,\n\nYes please | Hello,\nyes\n\nAnn | Thanks for this.\n\nYes | Yes please\nAnn |
 Yes please, Ann | Yes please - Ann Example | \u200byes\u200b | It\u2019s a yes from me | Yes. I\u2019d love to. |
 Yes\n\nKind regards\nAnn\nWe are not liable | Yes\n\nSorry for the late reply | Yes\nSent from my iPhone, may contain no |
 Yes\n\nyes | \n\n\tyes | \uff59\uff45\uff53 | Dear Appstarter,\nYes, I accept. | Good morning\n\nYes thank you very much |
 Oh yes please`),
      'yes',
    ))
  it('is a yes with a line when a mark parts them and the line leaves nothing open', () => {
    assert.equal(say('Yes, see you on Tuesday'), 'yes "see you on Tuesday"')
    assert.equal(say('Yes please. I work Mondays and Thursdays.'), 'yes "I work Mondays and Thursdays."')
  })
  it('is never a yes when anything stands beside it that could mean something else', () =>
    every(
      cases(`yes? | Yes ? | yes?? | Yes, can you send me more first? | yes and no | yes no | yes/no | Y/N | no yes | yes or no |
 yes... no | yes... | yes\u2026 | yes if my manager agrees | Yes, if it is on a Monday | yes but only in March |
 Yes, but not yet | yes unless it rains | yes provided we are paid | yes only in March | maybe | maybe yes | yes maybe |
 not sure | not yet | perhaps | probably yes | yes probably | I think yes | I would say yes | yes in principle |
 I can't say yes | not ok | Not OK. | ok not | not yes | I cannot accept | don't accept | Do not accept this |
 I do not say yes | never | yes never | yes, never | OK then, no | Bob says yes | My manager said yes | yes says Bob |
 Yes, says Bob | Yes, my manager said | he says ok | Yes from the team | yesterday | okra | eyes | Yes Minister |
 What does yes mean | Reply yes to accept | To say yes I need more time | I got your letter | yes 7 | yes 2 | yes 1 2 |
 yes 1 and no 2 | y\u0435s | \u202esey | yes\u202e on | Yes\n\nActually no | Yes\nbut only on Mondays | Yes\n\nNo | Yes\nNo |
 Yes\n? | Yes\nunless Bob can | Yes\n\nwait, no | Yes\n\nI cannot do it after all | Yes\nsaid nobody | [yes] | yes \u{1f914} |
 yes \u{1f44e} | yes % | yes=no | <yes> | yes @bob |  |   | \n\n | -- \nyes | > yes | Kind regards | Thanks | Hi | Hi Ann |
 sure? | OK? | ja | oui | ie | si | 1 | 2 | yes hours | 3 hours | done | met | keep | Yes, I might | yes, I hope |
 yes \u2013 ask Bob | Yes, but | accept or decline | accept/decline | yes, after my leave | yes when I am back | Yes, I wish |
 Yes, as if | Yeah right, no | yes please do not | please do not | go ahead | happy to | please | Yes; however | y e s`),
      /^\?/,
    ))
  it('is a no, with what was said beside it', () => {
    every(
      cases(`no | No. | NO | nope | decline | No thanks | No, thank you | no sorry | Sorry, no | n | Thanks, no | Not this time |
 I'm afraid not`),
      'no',
    )
    assert.equal(say('no sorry, not this year'), 'no "sorry, not this year"')
    assert.equal(say('No, we have nobody free.'), 'no "we have nobody free."')
    assert.equal(say('no 1 not this year'), 'no "not this year"')
    assert.equal(say('no not this year'), 'no "not this year"')
    assert.equal(say('Decline: too busy'), 'no "too busy"')
  })
  it('is no no when it is an idiom, a question, a condition or both', () =>
    every(
      cases(`no problem | No worries | no objection | no idea | no doubt | no? | No, unless nobody else can | no, I mean yes |
 no later than Friday | no rush | no\n\nyes | no I would love to`),
      /^\?/,
    ))
  it('says why it was not understood', () => {
    const why: Record<string, string> = {
      'yes?': 'a question',
      'yes and no': 'yes and no',
      'yes if paid': 'it depends',
      'Bob says yes': 'somebody else',
      purple: 'not understood',
      '> yes': 'nothing written',
      'Yes\n\nNo': 'more than one answer',
      'yes 3': 'no such number',
    }
    for (const [text, said] of Object.entries(why)) assert.equal(say(text), `? ${said}`)
  })
})

describe('a reply to a check-in', () => {
  it('tells hours in figures and in words', () => {
    const said: Record<string, number> = {
      '3 hours': 3, '3h': 3, '2.5 hrs': 2.5, '2,5 hours': 2.5, 'three hours': 3, 'done 4': 4, 'Done: 4 hours, thanks': 4, 'an hour': 1, 'half an hour': 0.5,
      '90 minutes': 1.5, 'about 3 hours': 3, 'two and a half hours': 2.5, 'I did 3 hours': 3, '3 hours this week': 3, '3 hours done': 3, 'Did 6 hours last week': 6,
    } // biome-ignore format: a table
    for (const [text, hours] of Object.entries(said)) assert.equal(say(text, CHECK_IN), `done ${hours} h`, text)
  })
  it('asks again when the hours are not plain', () =>
    every(
      cases(`done | 0 hours | 200 hours | 3-4 hours | 3 or 4 hours | 3 hours? | not 3 hours | 3 hours but stuck | -3 hours |
 less than 3 hours | 3 | 3 days`),
      /^\?/,
      CHECK_IN,
    ))
  it('tells the other choices', () => {
    every(['none this week', 'None this week, sorry', 'nothing this week'], 'none', CHECK_IN)
    assert.equal(say('stuck: waiting for data', CHECK_IN), 'stuck "waiting for data"')
    every(['must stop', 'I must stop', 'stop helping'], 'stop', CHECK_IN)
  })
  it('parts stopping to help from stopping all letters', () => {
    every(['stop', 'STOP', 'please stop', 'Stop, thanks'], '? which stop', CHECK_IN)
    every(['stop letters', 'unsubscribe', 'please stop these emails'], 'stop', OFFER)
    every(['stop', 'Stop.', 'please stop', 'Stop please'], 'stop', OFFER)
    every(["don't stop", 'stop?', 'stop if you like', 'stop it at once or else', 'bus stop'], /^\?/, OFFER)
  })
})

describe('other replies', () => {
  it('tell that two have met', () => {
    every(['met', 'Met!', 'we met', 'We have met, thanks'], 'met', PAIR)
    every(['not met', "haven't met", 'not yet met'], 'not met', PAIR)
    every(['met?', 'we have not', 'not quite met', 'nearly met', 'met but'], /^\?/, PAIR)
  })
  it('keep, close and extend', () => {
    every(['keep', 'Keep it please'], 'keep', LISTING)
    every(['close', 'close it, thanks'], 'close', LISTING)
    assert.equal(say('extend until 5 January', LISTING), 'extend 2027-01-05')
    every(['extend', 'keep or close', "don't keep"], /^\?/, LISTING)
    assert.equal(say('extend 5 January', LISTING), 'extend 2027-01-05')
  })
  it('pause until the next such day', () => {
    const until: Record<string, string> = {
      'pause until 5 January': '2027-01-05', 'pause until 2027-01-05': '2027-01-05', 'pause for 3 weeks': '2026-12-14', 'away until monday': '2026-11-30',
      'Away until Friday, thanks': '2026-11-27', 'pause until 5th of January': '2027-01-05', 'pause until Jan 5': '2027-01-05', 'pause till 5/1/2027': '2027-01-05',
      'please pause until 24 Dec': '2026-12-24', 'pause 2 months': '2027-01-23', 'pause until tomorrow': '2026-11-24', "I'm on leave until 7 December": '2026-12-07',
      'pause until January': '2027-01-01', 'pause until Tuesday 5 January': '2027-01-05', 'pause until next month': '2026-12-01', 'pause until 1 November 2027': '2027-11-01',
    } // biome-ignore format: a table
    for (const [text, day] of Object.entries(until)) assert.equal(say(text), `pause ${day}`, text)
  })
  it('pause no day that could be another', () =>
    every(
      cases(`pause | pause until | pause until later | pause until 31 June | pause until 5 January 2030 | pause until 2026-11-01 |
 pause until Monday 5 January | pause until Bob is back | pause until 5 January? | pause for 500 days |
 pause until next friday`),
      /^\?/,
    ))
})

describe('a reply to several things asked in one letter', () => {
  const asks = [
    { number: 1, choices: OFFER },
    { number: 2, choices: CHECK_IN },
    { number: 3, choices: OFFER },
  ]
  const several = (text: string) => sayAsked(text, { asks })
  it('answers the one that it names', () => {
    assert.equal(several('yes 1'), 'yes')
    assert.equal(several('yes 3, thanks'), 'yes #3')
    assert.equal(several('yes to number 3'), 'yes #3')
    assert.equal(several('no 3 not this year'), 'no #3 "not this year"')
    assert.equal(several('3 no'), 'no #3')
    assert.equal(several('2: 3 hours'), 'done #2 3 h')
    assert.equal(several('3 hours for 2'), 'done #2 3 h')
    assert.equal(several('done 2: 4 hours'), 'done #2 4 h')
    assert.equal(several('done 2: 1 hour'), 'done #2 1 h')
    for (const text of ['done 2 4', 'done 2: 1']) assert.equal(several(text), '? how many hours')
  })
  it('answers each that is named, on one line or on several', () => {
    for (const text of ['yes 1, no 3', 'yes 1\nno 3', 'no 3. Yes 1, thanks'])
      assert.equal(several(text).split(', ').sort().join(), 'no #3,yes', text)
  })
  it('answers none when the number is missing, wrong or not alone', () => {
    for (const text of cases(`yes | no | yes 2 | yes 4 | yes 1 and 3 | yes 1, no 4 | yes 1\nno 3?\nyes 3 | 3 hours | stop`))
      assert.match(several(text), /^\?/, text)
    assert.equal(several('yes'), '? which one')
    assert.equal(sayAsked('yes', { asks: [{ number: 3, choices: OFFER }] }), 'yes #3')
  })
})
