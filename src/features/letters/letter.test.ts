/** Every kind of letter that we write reads well and leads only to our own pages. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { pledge, SAMPLES, waits, who } from '../../../tests/letter-samples.ts'
import { gatherRoutes } from '../../app.ts'
import { no } from '../../basics/answer.ts'
import { readText } from '../../basics/text.ts'
import { LETTER_KINDS } from '../../letter-kinds.ts'
import { LETTERS, lettersOf } from '../../letters-and-asks.ts'
import type { Storage } from '../../storage/db.ts'
import { type LetterFacts, type LetterKind, linkTo, partsOf, withAddress } from './letter.ts'
import { bodyOf, htmlOf } from './sheet.ts'

const compose = (kind: string, facts: unknown) => (LETTERS[kind] ?? assert.fail(`nobody writes ${kind}`))(facts as never)
const paths = gatherRoutes({} as Storage, false)
  .filter(({ method }) => method === 'GET')
  .map(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[\\w-]+')}$`))

describe('every letter', () => {
  it('has samples, and says what it is called, who gets it and when', () => {
    assert.deepEqual(Object.keys(SAMPLES).sort(), Object.keys(LETTERS).sort())
    assert.deepEqual(Object.keys(LETTER_KINDS).sort(), Object.keys(LETTERS).sort())
    for (const { name, to, when } of Object.values(LETTER_KINDS)) assert.ok(/^[A-Z]/.test(name) && to !== '' && /^[a-z]/.test(when), name)
  })
  it('can be told apart by its subject', () => {
    const subjects = Object.entries(SAMPLES).map(([kind, [facts]]) => compose(kind, facts).subject)
    // An answer to a letter stands under that letter.
    const own = subjects.filter((subject) => !subject.startsWith('Re: '))
    assert.deepEqual([...new Set(own)], own)
  })

  for (const [kind, samples] of Object.entries(SAMPLES))
    for (const [index, facts] of samples.entries()) {
      const written = compose(kind, facts)
      const { subject } = written
      const body = bodyOf(written, 'Appstarter', LETTER_KINDS[kind as LetterKind].class)
      it(`"${kind}" ${index + 1} says whole sentences in plain text`, () => {
        assert.ok(subject.length < 90 && !/[\r\n]/.test(subject), subject)
        for (const text of [subject, body]) assert.doesNotMatch(text, /undefined|null|NaN|\[object|\$\{|\{\}|""|<\w|&\w+;|[ \t]$| {2}/m)
        assert.match(body, /[^\n]\n\nAppstarter\nYou get this letter because .*\n(.*letter-choices.*\n)?$/)
        assert.doesNotMatch(body, /\n{3}|\d{4}-\d\d-\d\d/, 'a day is said as people say it')
      })
      it(`"${kind}" ${index + 1} leads to pages that there are`, () => {
        const links = partsOf(body).flatMap(({ is, text }) => (is === 'link' ? [text] : []))
        assert.ok(links.length > 0)
        for (const link of links)
          assert.ok(
            paths.some((path) => path.test(link.split('?')[0] ?? '')),
            `${link} is no page`,
          )
      })
    }
})

describe('a letter as HTML', () => {
  const html = htmlOf(
    'Bins & <lifts>',
    `Ann said: <b>"5 > 3"</b> & more\nhttps://evil.example\n\n${linkTo('/projects/1')}\n\nWhy\n`,
    'https://ours.example',
  )
  it('says the same words, and nobody can type markup into it', () => {
    assert.ok(html.includes('<title>Bins &amp; &lt;lifts&gt;</title>'))
    assert.ok(html.includes('<p>Ann said: &lt;b&gt;&quot;5 &gt; 3&quot;&lt;/b&gt; &amp; more<br>\nhttps://evil.example</p>'))
  })
  it('makes links of our own pages and of nothing else', () =>
    assert.deepEqual(html.match(/<a [^>]*>[^<]*<\/a>/g), ['<a href="https://ours.example/projects/1">https://ours.example/projects/1</a>']))
  it('loads nothing and tracks nobody', () => assert.doesNotMatch(html, /<img|<link|src=|url\(|@import|<script|<table/))
})

describe('what a letter says', () => {
  const bodyWith = <K extends LetterKind>(kind: K, facts: LetterFacts[K]): string => compose(kind, facts).paragraphs.join('\n')
  it('names who waits, with what they do when they have said it', () => {
    const said = (job: string) => bodyWith('claim waits', { ...waits, job, passes: 0 })
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
    const [first, last] = [SAMPLES['at the deadline'][0], SAMPLES['at the last deadline'][0]]
    assert.ok(first && last)
    assert.match(bodyWith('at the deadline', first), /Extend it once by 14 days.*one word: "extend" or "stopped because \.\.\."/s)
    assert.match(bodyWith('at the last deadline', last), /It has been extended once\..*one word: "stopped because \.\.\."/s)
  })
  it('asks for no reply where none reaches us', () => {
    for (const kind of ['pledge offered', 'weekly digest'] as const) {
      const letter = lettersOf(false)[kind]?.(SAMPLES[kind][0] as never) ?? assert.fail(kind)
      const said = letter.paragraphs.join('\n')
      assert.doesNotMatch(said, /[Rr]eply (to this letter with|"|yes)|Write your answer above/)
      assert.match(said, /press a button .*K7QX4|press a button here/s)
      assert.equal(letter.isAnswerable ?? false, false)
    }
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
