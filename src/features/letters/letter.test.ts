/** Every kind of letter that we write reads well and leads only to our own pages. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gatherRoutes, LETTERS } from '../../app.ts'
import { no } from '../../basics/answer.ts'
import { readText } from '../../basics/text.ts'
import type { Storage } from '../../storage/db.ts'
import { bodyOf, type LetterFacts, type LetterKind, linkTo, partsOf, withAddress } from './letter.ts'

const TODAY = '2026-11-23'
const ID = '01kaa8mvr00001abcdefghjkmn'
const about = { project: ID, title: 'Report a missed bin' }
const pledge = { ...about, pledge: ID, skill: 'web design' }
const promise = { ...pledge, hours: 2, from: '2026-12-01', until: '2027-03-31', today: TODAY }
const merging = { ...about, offer: ID, into: ID, intoTitle: 'Bins on time' }
const phaseEnd = { id: ID, phase: 'discovery', reason: 'People want it.', on: TODAY } as const
const post = { title: about.title, path: `/projects/${ID}`, on: '2026-11-20', today: TODAY }
const who = { id: ID, name: 'Ann Example', job: 'nurse', organisationName: 'Tarnbeck NHS Trust' }

const gift = { ...about, gift: ID, what: 'call data', who, by: '2026-12-07', today: TODAY }
const waits = { claim: ID, organisation: 'Tarnbeck NHS Trust', since: '2026-11-16', again: '2026-11-30', today: TODAY }

/** The compiler asks for a kind that is missing here. */
const SAMPLES: { [K in LetterKind]: readonly LetterFacts[K][] } = {
  'sign in': [{ link: 'Zm9vYmFy_-', code: '012345' }],
  'prove address': [{ code: '012345' }],
  'address taken': [{}],
  'address added': [{ email: 'ann@private.example' }],
  'address removed': [{ email: 'ann@private.example' }],
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
        [
          { answer: 'done', label: 'Hours done', takes: 'hours' },
          { answer: 'extend', label: 'Extend it', takes: 'a day' },
        ],
        [{ answer: 'yes', label: 'Accept' }],
      ],
      attachments: 2,
      asks: [ID, ID],
    },
  ],
  'reply from somebody else': [{ about: 'A pledge for web design' }],
  'reply from a stranger': [{ about: 'A pledge for web design' }],
  'reply too late': [
    { about: 'A pledge', says: 'You have answered this already.', answer: 'Accept', on: '2026-11-20', today: TODAY },
    { about: 'A pledge', says: 'The time to answer is over.', today: TODAY },
  ],
  'reply with attachments': [{ about: 'A pledge', answer: 'Accept', attachments: 1 }],
  'letters paused': [{ until: '2027-01-05', today: TODAY }],
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
    { ...waits, who: 'Ann Example', job: 'nurse', isKnown: true, passes: 2 },
    { ...waits, who: 'Somebody', job: '', isKnown: true, passes: 0 },
    { ...waits, who: 'Ann Example', job: 'nurse', isKnown: false, passes: 0 },
  ],
  'gift offered': [{ ...gift, line: 'Two years, without names.' }],
  'gift waits': [gift],
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
  'lookout begun': [
    { lookout: ID, who, by: '2026-11-30', today: TODAY },
    { lookout: ID, who: { ...who, name: '' }, by: '2026-11-30', today: TODAY },
  ],
  'lookout waits': [{ lookout: ID, who, by: '2026-11-30', today: TODAY }],
  'lookout answered': [{ broker: 'Bo Example', line: 'Talk to the team in Quillsey.' }],
  'project ready': [{ ...about, by: '2026-12-01', today: TODAY }],
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
  'at the deadline': [
    { ...about, by: '2026-12-01', missing: ['law'], isExtended: false, today: TODAY },
    { ...about, by: '2026-12-01', missing: [], isExtended: true, today: TODAY },
  ],
  'not reached': [about],
  'start overdue': [about],
  'work over': [about],
  'phase ended': [
    { ...about, end: { ...phaseEnd, how: 'go on', leadsTo: 'alpha' }, by: '2027-01-18', today: TODAY },
    { ...about, end: { ...phaseEnd, how: 'change', leadsTo: 'discovery' }, by: '2027-01-18', today: TODAY },
  ],
  'go live named': [
    { ...about, on: '2027-02-01', today: TODAY },
    { ...about, on: '2027-02-01', before: '2027-01-04', today: TODAY },
  ],
  'phase overdue': [
    { ...about, phase: 'beta', since: '2026-11-20', today: TODAY },
    { ...about, phase: 'live', since: '2026-11-20', today: TODAY },
  ],
  'merging offered': [{ ...merging, who, reason: 'The same form.', by: '2026-12-07', today: TODAY }],
  'merging waits': [{ ...merging, by: '2026-12-07', today: TODAY }],
  'merging accepted': [merging],
  'merging refused': [
    { ...merging, why: 'declined', today: TODAY },
    { ...merging, why: 'unanswered', by: '2026-12-09', today: TODAY },
    { ...merging, why: 'ended', today: TODAY },
  ],
  'merging withdrawn': [merging],
  'project merged': [{ ...merging, reason: 'The same form.' }],
  'owner wanted': [{ ...about, handover: ID, who, by: '2026-12-07', today: TODAY }],
  'owner still wanted': [{ ...about, handover: ID, who, by: '2026-12-07', today: TODAY }],
  'handover refused': [
    { ...about, why: 'declined' },
    { ...about, why: 'unanswered' },
  ],
  'handover withdrawn': [about],
  'project handed on': [{ ...about, who }],
  'project is yours': [about],
  'new owner': [{ ...about, who }],
  'own pledge over': [pledge],
  'pledge offered': [
    { ...pledge, who, hours: 2.5, line: 'I have done this before.', by: '2026-12-07', today: TODAY },
    { ...pledge, who: { ...who, name: '', job: '' }, hours: 1, line: '', by: '2026-12-07', today: TODAY },
  ],
  'pledge waits': [{ ...pledge, who, by: '2026-12-07', today: TODAY }],
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
    {
      ...about,
      updates: [
        { on: '2026-11-21', said: 'We met.' },
        { on: '2026-11-22', said: 'It works.' },
      ],
      today: TODAY,
    },
  ],
  'watched project': [
    { ...about, news: { is: 'ready', by: '2026-12-01' }, today: TODAY },
    { ...about, news: { is: 'started', on: '2026-12-08' }, today: TODAY },
    { ...about, news: { is: 'ended', how: 'stopped', learnt: 'Ask the crews first.' }, today: TODAY },
    { ...about, news: { is: 'ended', how: 'not reached', learnt: '' }, today: TODAY },
  ],
}

const compose = (kind: string, facts: unknown) => (LETTERS[kind] ?? assert.fail(`nobody writes ${kind}`))(facts as never)
const paths = gatherRoutes({} as Storage, false)
  .filter(({ method }) => method === 'GET')
  .map(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[\\w-]+')}$`))

describe('every letter', () => {
  it('has samples here', () => assert.deepEqual(Object.keys(SAMPLES).sort(), Object.keys(LETTERS).sort()))

  for (const [kind, samples] of Object.entries(SAMPLES))
    for (const [index, facts] of samples.entries()) {
      const { subject, paragraphs } = compose(kind, facts)
      const body = bodyOf({ subject, paragraphs }, 'Appstarter')
      it(`"${kind}" ${index + 1} says whole sentences in plain text`, () => {
        assert.ok(subject.length < 90 && !/[\r\n]/.test(subject), subject)
        for (const text of [subject, body]) assert.doesNotMatch(text, /undefined|null|NaN|\[object|\$\{|\{\}|""|<\w|&\w+;|[ \t]$| {2}/m)
        assert.match(body, /[^\n]\n\nAppstarter\nYou get this letter because .*\n$/)
        assert.doesNotMatch(body, /\n{3}|\d{4}-\d\d-\d\d/, 'a day is said as people say it')
      })
      it(`"${kind}" ${index + 1} leads to pages that there are`, () => {
        const links = partsOf(body).flatMap(({ is, text }) => (is === 'link' ? [text] : []))
        assert.ok(links.length > 0)
        for (const link of links)
          assert.ok(
            paths.some((path) => path.test(link)),
            `${link} is no page`,
          )
      })
    }
})

describe('what a letter says', () => {
  const bodyWith = <K extends LetterKind>(kind: K, facts: LetterFacts[K]): string => compose(kind, facts).paragraphs.join('\n')
  it('names who waits, with what they do when they have said it', () => {
    const said = (job: string) => bodyWith('claim waits', { ...waits, who: 'Ann Example', job, isKnown: false, passes: 0 })
    assert.match(said('nurse'), /^Ann Example, nurse, says that they work for Tarnbeck NHS Trust\./)
    assert.match(said(''), /^Ann Example says that they work for/)
  })
  it('counts those who wait', () => {
    const said = (waiting: number) => bodyWith('pledge withdrawn', { ...pledge, who, wasAccepted: true, waiting })
    assert.match(said(0), /The place is free and open for pledges again\./)
    assert.match(said(1), /The place is free, and 1 other offer waits for your answer\./)
    assert.match(said(2), /The place is free, and 2 other offers wait for your answer\./)
  })
  it('offers no second extension', () => {
    const said = (isExtended: boolean) => bodyWith('at the deadline', { ...about, by: '2026-12-01', missing: [], isExtended, today: TODAY })
    assert.match(said(false), /Extend it once by 14 days/)
    assert.doesNotMatch(said(true), /[Ee]xtend/)
  })
  it('shows the code in two parts', () => assert.match(bodyWith('sign in', { link: 'x', code: '012345' }), /^012 345$/m))
  it('puts our own address before our own links, and nowhere else', () => {
    const typed = 'xappstarter:/a appstarter:/b appstarter: / https://ours.example/c'
    const body = `${typed} ${linkTo('/projects/1')}${linkTo('/pledges/2')}, ${typed}`
    const [one, two] = ['https://ours.example/projects/1', 'https://ours.example/pledges/2']
    assert.equal(withAddress(body, 'https://ours.example'), `${typed} ${one}${two}, ${typed}`)
    assert.deepEqual(
      partsOf(body).flatMap(({ is, text }) => (is === 'link' ? [text] : [])),
      ['/projects/1', '/pledges/2'],
    )
  })
  it('makes no link of anything that somebody typed', () => {
    assert.deepEqual(readText(linkTo('/projects/1'), { most: 100, lines: 'many' }), no('unseen characters'))
    for (const text of ['appstarter:/sign-in', '/sign-in', 'https://evil.example']) assert.deepEqual(partsOf(text), [{ is: 'text', text }])
  })
})
