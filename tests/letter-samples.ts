/** Facts for every kind of letter: what tests compose, and what the pictures in the docs are made from. */
import type { LetterFacts, LetterKind } from '../src/features/letters/letter.ts'
import { EVENT_SAMPLES } from './event-samples.ts'
import { INTRODUCTION_SAMPLES } from './introduction-samples.ts'
import { PARTNERSHIP_SAMPLES } from './partnership-samples.ts'
import { PROGRAMME_SAMPLES } from './programme-samples.ts'
import { ROUND_SAMPLES } from './round-samples.ts'
import { about, asked, fittingBrief, ID, reason, TODAY, who } from './sample-facts.ts'

export { TODAY, who } from './sample-facts.ts'

const DOOR = `${ID}-Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6`
export const pledge = { ...about, pledge: ID, skill: 'web design' }
const promise = { ...pledge, hours: 2, from: '2026-12-01', until: '2027-03-31', today: TODAY }
const share = { week: 37, limit: 20 } as const
const merging = { ...about, offer: ID, into: ID, intoTitle: 'Bins on time' }
const phaseEnd = { id: ID, phase: 'discovery', reason: 'People want it.', on: TODAY } as const
const post = { title: about.title, path: `/projects/${ID}`, on: '2026-11-20', today: TODAY }

const kept = { delivered: 12, isLookingAfter: false, until: '2027-03-31' }
const gift = { ...about, gift: ID, what: 'call data', who, by: '2026-12-07', today: TODAY }
export const waits = { ...asked, claim: ID, organisation: 'Tarnbeck NHS Trust', since: '2026-11-16', who: 'Ann Example', job: 'nurse' }

/** What stands in a weekly letter. */
const pledgeAsk = {
  ...{ id: ID, kind: 'pledge offered', code: 'K7QX4', by: '2026-12-07' },
  facts: { ...pledge, hours: 2, from: '2026-12-01', until: '2027-03-31', line: '', who },
}
const giftAsk = { id: ID, kind: 'gift offered', code: 'P4V0N', by: '2026-12-07', facts: { ...gift, line: '' } }
const twoUpdates = ['We met.', 'It works.'].map((said, at) => ({ on: `2026-11-2${at + 1}`, said }))
const quiet = { project: ID, title: about.title, isMine: true, isReady: false, updates: 0, posts: 0, joined: 0, watchers: 0 }
const brokerItem = { item: ID, kind: 'start overdue', since: '2026-11-16', title: about.title } as const

/** The compiler asks for a kind that is missing here. */
export const SAMPLES: { [K in LetterKind]: readonly LetterFacts[K][] } = {
  'letters stopped': [{}],
  'sign in': [{ link: 'Zm9vYmFy_-', code: '012345' }],
  'prove address': [{ code: '012345' }],
  'address taken': [{}],
  'address added': [{ email: 'ann@private.example' }],
  'address removed': [{ email: 'ann@private.example' }],
  'address vouched for': [{ email: 'ann@private.example', broker: 'Bo Example' }],
  'employer left': [
    { organisation: 'Tarnbeck NHS Trust', emails: ['ann@tarnbeck.example'] },
    { organisation: 'Tarnbeck NHS Trust', emails: [] },
  ],
  'brief mended': [{ project: ID, before: 'Missed bins', title: 'Report a missed bin', problem: 'Nobody knows which bins were missed.' }],
  'somebody joins': [
    {
      ...about,
      who,
      brought: { title: 'Missed bins', problem: 'Nobody knows which bins were missed.', haves: [{ what: 'Data', about: 'two years' }] },
    },
    { ...about, who: { ...who, isSupplier: true }, brought: { title: '', problem: 'Nobody knows.', haves: [] } },
  ],
  'speaker named': [
    { organisation: ID, name: 'Tarnbeck NHS Trust', by: 'Ann Example' },
    { organisation: ID, name: 'Tarnbeck NHS Trust', by: '' },
  ],
  'reply not understood': [
    { about: '', why: 'not proven', choices: [], attachments: 0 },
    {
      about: 'A pledge for web design',
      why: 'which stop',
      choices: [
        {
          number: 1,
          choices: [
            { answer: 'done', label: 'Hours done', takes: 'hours' },
            { answer: 'extend', label: 'Extend it', takes: 'a day' },
          ],
        },
        { number: 3, choices: [{ answer: 'yes', label: 'Accept' }] },
      ],
      attachments: 2,
      asks: [ID, ID],
    },
  ],
  'reply from somebody else': [{ about: 'A pledge for web design' }],
  'reply from a stranger': [{ about: 'A pledge for web design' }],
  'reply too late': [
    { about: 'A pledge', why: 'answered before', answer: 'Accept', on: '2026-11-20', today: TODAY },
    { about: 'A pledge', why: 'not now', says: 'The time to answer is over.', today: TODAY },
  ],
  'reply with attachments': [{ about: 'A pledge', answer: 'Accept', attachments: 1 }],
  'letters paused': [{ until: '2027-01-05', today: TODAY }],
  'guest not understood': [
    {
      ...{ about: 'Ann Example asks for your yes to 8 hours a week', door: DOOR, ask: ID, code: 'K7QX4' },
      choices: [
        { answer: 'yes', label: 'I agree' },
        { answer: 'no', label: 'Not this time' },
      ],
    },
    { about: '', choices: [], door: DOOR, ask: ID, code: 'K7QX4' },
  ],
  'guest too late': [
    { about: 'Ann Example asks', why: 'answered before', answer: 'I agree', on: '2026-11-20', door: DOOR, ask: ID, today: TODAY },
    { about: 'Ann Example asks', why: 'over', door: DOOR, ask: ID, today: TODAY },
  ],
  'speaker removed': [{ organisation: ID, name: 'Tarnbeck NHS Trust', by: 'Ann Example' }],
  'claim asked': [
    { claim: ID, organisation: 'Tarnbeck NHS Trust', canBeVouched: true, broker: 'Ann Example', askedAgainOn: '2026-11-30', today: TODAY },
    { claim: ID, organisation: 'Kindness Together', canBeVouched: false, broker: '', askedAgainOn: '2026-11-30', today: TODAY },
  ],
  'claim granted': [
    { claim: ID, organisation: 'Tarnbeck NHS Trust', by: { name: 'Ann Example', is: 'colleague' } },
    { claim: ID, organisation: 'Tarnbeck NHS Trust', by: { name: '', is: 'colleague' } },
    { claim: ID, organisation: 'Kindness Together', by: { name: 'Bo Example', is: 'broker' } },
    { claim: ID, organisation: 'Kindness Together', by: { name: '', is: 'broker' } },
  ],
  'claim declined': [{ claim: ID, organisation: 'Kindness Together', broker: 'Bo Example', line: 'We could not find it.' }],
  'claim waits': [
    { ...waits, passes: 2 },
    { ...waits, who: 'Somebody', job: '', passes: 0 },
  ],
  'unknown claim waits': [{ ...waits, passes: 0 }],
  'works with us': [{ ...waits, domain: 'private.example' }],
  'gift offered': [{ ...gift, ...asked, line: 'Two years, without names.' }],
  'gift accepted': [gift],
  'gift declined': [
    { ...gift, line: '' },
    { ...gift, line: 'We found it at home.' },
  ],
  'gift unanswered': [gift],
  'gift withdrawn': [gift],
  'gift freed': [
    { ...gift, wasAccepted: true },
    { ...gift, wasAccepted: false },
  ],
  'weekly digest': [
    {
      ...{ asks: [ID, ID], asked: [pledgeAsk, giftAsk], allAsks: 3, today: TODAY },
      ...{ waiting: [{ is: 'giving away', id: ID, what: '', title: about.title, isTheirs: true, by: '2026-12-01' }], allWaiting: 2 },
      ...{ suggestions: [fittingBrief, { ...reason, is: 'has', id: ID, person: who }], hasNewSuggestions: true },
      ...{ news: [{ ...quiet, updates: 2, posts: 1, isReady: true }], allNews: 2 },
    },
    {
      ...{ asks: [], asked: [], allAsks: 0, waiting: [], allWaiting: 0, today: TODAY },
      ...{ suggestions: [{ ...reason, is: 'needs', id: ID, person: { ...who, name: '' } }], hasNewSuggestions: false },
      ...{ news: [{ ...quiet, isMine: false, startsOn: '2026-12-08', phase: 'alpha', joined: 1, watchers: 1 }], allNews: 1 },
    },
  ],
  'broker items': [
    { items: [brokerItem], more: 0, today: TODAY },
    { items: [brokerItem, { ...brokerItem, kind: 'letter bounced', title: '' }], more: 12, today: TODAY },
  ],
  'item handed over': [{ ...brokerItem, by: 'Bo Example', today: TODAY }],
  'item back': [{ ...brokerItem, today: TODAY }],
  'lookout begun': [
    { lookout: ID, who, by: '2026-11-30', today: TODAY },
    { lookout: ID, who: { ...who, name: '' }, by: '2026-11-30', today: TODAY },
  ],
  'lookout waits': [{ lookout: ID, who, by: '2026-11-30', today: TODAY }],
  'lookout answered': [{ broker: 'Bo Example', line: 'Talk to the team in Quillsey.' }],
  'project ready': [{ ...about, ...asked }],
  'everything filled': [{ ...about, by: '2026-12-01', today: TODAY }],
  'open again': [
    { ...about, until: '2026-12-07', missing: ['web design', 'law'], today: TODAY },
    { ...about, until: '2026-12-07', missing: [], today: TODAY },
  ],
  'project started': [{ ...about, on: '2026-12-08', today: TODAY }],
  'project ended': [
    { ...about, how: 'stopped', learnt: 'Ask the crews first.' },
    { ...about, how: 'not reached', learnt: '' },
    { ...about, how: 'delivered', learnt: 'It works.' },
  ],
  'half time': [
    { ...about, filled: 1, places: 4, missing: ['web design', 'law'], until: '2026-12-14', brokerOn: '2026-11-26', today: TODAY },
  ],
  'at the deadline': [
    { ...about, ...asked, missing: ['law'] },
    { ...about, ...asked, missing: [] },
  ],
  'at the last deadline': [{ ...about, ...asked, missing: ['law'] }],
  'not reached': [about],
  'work over': [{ ...about, ...asked }],
  'phase ended': [
    { ...about, end: { ...phaseEnd, how: 'go on', leadsTo: 'alpha' }, by: '2027-01-18', today: TODAY },
    { ...about, end: { ...phaseEnd, how: 'change', leadsTo: 'discovery' }, by: '2027-01-18', today: TODAY },
  ],
  'go live named': [
    { ...about, on: '2027-02-01', today: TODAY },
    { ...about, on: '2027-02-01', before: '2027-01-04', today: TODAY },
  ],
  'phase overdue': [{ ...about, ...asked, phase: 'beta', seen: '' }],
  'still looked after': [{ ...about, ...asked, seen: '' }],
  'merging offered': [{ ...merging, ...asked, who, reason: 'The same form.' }],
  'merging accepted': [merging],
  'merging refused': [
    { ...merging, why: 'declined', today: TODAY },
    { ...merging, why: 'unanswered', by: '2026-12-09', today: TODAY },
    { ...merging, why: 'ended', today: TODAY },
  ],
  'merging withdrawn': [merging],
  'project merged': [{ ...merging, reason: 'The same form.' }],
  'owner wanted': [{ ...about, ...asked, handover: ID, who }],
  'handover refused': [
    { ...about, why: 'declined' },
    { ...about, why: 'unanswered' },
  ],
  'handover withdrawn': [about],
  'project handed on': [{ ...about, who }],
  'project is yours': [about],
  'new owner': [{ ...about, who }],
  'own pledge over': [pledge],
  'check-in': [{ ...pledge, ...asked, ...kept }],
  'pledge kept': [{ ...pledge, ...asked, ...kept }],
  'pledge ends': [
    { ...pledge, ...asked, ...kept },
    { ...pledge, ...asked, ...kept, delivered: 0, isLookingAfter: true },
  ],
  'pledge released': [
    { ...pledge, delivered: 12 },
    { ...pledge, delivered: 0 },
  ],
  'pledge done': [{ ...pledge, delivered: 12 }],
  'place left': [
    { ...pledge, isDone: false, isFree: true, waiting: 0 },
    { ...pledge, isDone: true, isFree: true, waiting: 2 },
    { ...pledge, isDone: true, isFree: false, waiting: 0 },
  ],
  'pledge offered': [
    { ...pledge, ...asked, who, hours: 2.5, line: 'I have done this before.' },
    { ...pledge, ...asked, who: { ...who, name: '', job: '' }, hours: 1, line: '', reminder: 1 },
  ],
  'manager agrees': [
    { ...promise, ...asked, ...share, who, hours: 8, all: 11, percent: 30, door: DOOR },
    { ...promise, ...asked, ...share, who, hours: 8, all: 8, percent: 22, door: DOOR, reminder: 1 },
  ],
  'manager agreed': [
    { pledge: ID, title: about.title, skill: 'web design', by: '2026-12-07', isInLine: false, today: TODAY },
    { pledge: ID, title: about.title, skill: 'web design', by: '2026-12-21', isInLine: true, today: TODAY },
  ],
  'manager refused': [
    { role: ID, title: about.title, skill: 'web design', hours: 8, why: 'declined', free: 4 },
    { role: ID, title: about.title, skill: 'web design', hours: 8, why: 'unanswered', free: 0 },
    { role: ID, title: about.title, skill: 'web design', hours: 8, why: 'asked no more', free: 7 },
    { role: ID, title: about.title, skill: 'web design', hours: 8, why: 'never reached', free: 7 },
  ],
  'agreed pledge changed': [
    { ask: ID, who, hours: 8, skill: 'web design', ...about, until: '2027-06-30', today: TODAY },
    { ask: ID, who: { ...who, name: '' }, hours: 8, skill: 'web design', ...about, today: TODAY },
  ],
  'pledge accepted': [
    { ...promise, course: { state: 'open', openUntil: '2026-12-14' } },
    { ...promise, course: { state: 'ready', openUntil: '2026-12-14', readyOn: TODAY } },
    { ...promise, course: { state: 'running', openUntil: '2026-12-14', readyOn: TODAY, firstDate: '2026-12-08' } },
  ],
  'pledge declined': [
    { ...pledge, line: 'Next time.' },
    { ...pledge, line: '' },
  ],
  'pledge unanswered': [pledge],
  'pledge withdrawn': [
    { ...pledge, who, wasAccepted: true, waiting: 0 },
    { ...pledge, who, wasAccepted: true, waiting: 1 },
    { ...pledge, who, wasAccepted: true, waiting: 2 },
    { ...pledge, who, wasAccepted: false, waiting: 0 },
  ],
  'place taken': [{ ...pledge, by: '2026-12-14', today: TODAY }],
  'waited too long': [pledge],
  'offer freed': [pledge],
  'listings kept': [
    { ...asked, ids: [ID], haves: ['web design', 'six months of call data'], needs: ['user research'] },
    { ...asked, ids: [ID], haves: [], needs: ['user research'], reminder: 1 },
  ],
  'person reported': [
    { ...asked, who, reporter: who, reason: 'They wrote to me five times.' },
    { ...asked, who, reporter: who, reason: '', reminder: 1 },
  ],
  'person warned': [{ reason: 'Please do not write to people who said no.' }],
  'person report answered': [
    { verdict: 'warned', line: '' },
    { verdict: 'kept', line: 'Both of you were right.' },
  ],
  'post reported': [{ post: ID, title: about.title, by: '2026-11-26', today: TODAY }],
  'reports wait': [{ post: ID, title: about.title, since: '2026-11-20', again: 3, today: TODAY }],
  'post removed': [{ ...post, reason: 'It names a resident.', said: 'Mrs Example has no bin.' }],
  'report answered': [
    { ...post, reason: 'It names a resident.', verdict: 'removed' },
    { ...post, reason: 'It is blunt, and not wrong.', verdict: 'kept' },
    { ...post, reason: '', verdict: 'kept' },
  ],
  'project update': [
    { ...about, updates: [{ on: '2026-11-22', said: 'We met.' }], today: TODAY },
    { ...about, updates: twoUpdates, today: TODAY },
  ],
  'watched project': [
    { ...about, news: { is: 'ready', by: '2026-12-01' }, today: TODAY },
    { ...about, news: { is: 'started', on: '2026-12-08' }, today: TODAY },
    { ...about, news: { is: 'ended', how: 'stopped', learnt: 'Ask the crews first.' }, today: TODAY },
    { ...about, news: { is: 'ended', how: 'not reached', learnt: '' }, today: TODAY },
  ],
  ...INTRODUCTION_SAMPLES,
  ...PARTNERSHIP_SAMPLES,
  ...ROUND_SAMPLES,
  ...PROGRAMME_SAMPLES,
  ...EVENT_SAMPLES,
}
