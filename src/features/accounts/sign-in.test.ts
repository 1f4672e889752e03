/** The rules of signing in, and of the names of people and their browsers, on plain values. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assert as always, array, constantFrom, property, string } from 'fast-check'
import { COLLEAGUE, NURSE, STRANGER } from '../../../tests/cast.ts'
import { no, yes } from '../../basics/answer.ts'
import { readEmail, sayInFull, sayName, sayWho } from '../people/person.ts'
import { nameBrowser } from './session.ts'
import { mayAsk, ownPath, readCode, type SignIn, useCode, useLink } from './sign-in.ts'

const NOW = new Date('2026-11-23T10:00:00Z')
const aSignIn = (more: Partial<SignIn> = {}): SignIn => ({
  id: 'sign-in',
  email: 'ann@harrowmere.example',
  browserHash: 'browser',
  codeHash: 'code',
  expiresAt: new Date('2026-11-23T10:10:00Z'),
  wrongCodes: 0,
  isUsed: false,
  returnTo: '/',
  ...more,
})
const END = new Date('2026-11-23T10:10:00Z')

describe('asking for a letter', () => {
  it('is free to five an hour for an address, and a hundred for a town hall', () => {
    assert.deepEqual(mayAsk({ addressFromSource: 4, address: 19, source: 99 }), yes(true))
    assert.deepEqual(mayAsk({ addressFromSource: 5, address: 5, source: 5 }), no('too many letters'))
    assert.deepEqual(mayAsk({ addressFromSource: 0, address: 0, source: 100 }), no('too many from here'))
  })
})

describe('the link', () => {
  it('serves the browser that asked, once, for ten minutes', () => {
    assert.equal(useLink(aSignIn(), 'browser', new Date(END.getTime() - 1)).yes, true)
    assert.deepEqual(useLink(aSignIn(), 'another', NOW), no('other browser'))
    assert.deepEqual(useLink(aSignIn(), 'browser', END), no('too late'))
    assert.deepEqual(useLink(aSignIn({ isUsed: true }), 'browser', NOW), no('used'))
  })
  it('still serves when somebody else has guessed at the code', () =>
    assert.equal(useLink(aSignIn({ wrongCodes: 9 }), 'browser', NOW).yes, true))
})

describe('the code', () => {
  it('serves any browser, once, for ten minutes and five tries', () => {
    assert.equal(useCode(aSignIn({ wrongCodes: 4 }), 'code', NOW).yes, true)
    assert.deepEqual(useCode(aSignIn(), 'another', NOW), no('wrong code'))
    assert.deepEqual(useCode(aSignIn({ wrongCodes: 5 }), 'code', NOW), no('too many wrong codes'))
    assert.deepEqual(useCode(aSignIn(), 'code', END), no('too late'))
    assert.deepEqual(useCode(aSignIn({ isUsed: true }), 'code', NOW), no('used'))
  })
  it('is the same with a space or a hyphen in the middle', () =>
    assert.deepEqual(['123456', '123 456', ' 123-456 ', '1 2 3 4 5 6'].map(readCode), Array(4).fill('123456')))
})

describe('the way back after signing in', () => {
  for (const path of ['/', '/projects', '/projects?show=open&before=01', '/a//b', '/drafts/x/preview#role-1-skill', '/%E2%9C%93'])
    it(`may be ${path}`, () => assert.equal(ownPath(path), path))
  const FOREIGN = [
    '',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\\/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '/a\\b',
    '/a b',
    '/é',
    'evil.example',
    '/x\r\nset-cookie: a=b',
  ]
  for (const path of FOREIGN) it(`is the first page instead of ${JSON.stringify(path)}`, () => assert.equal(ownPath(path), '/'))
  it('never leads to another host, whatever is typed', () =>
    always(
      property(
        array(constantFrom('/', '\\', '.', ':', '@', 'evil', '\t', '\n', '?', '#', '%2f', ' '), { maxLength: 8 }).map((parts) =>
          parts.join(''),
        ),
        string(),
        (odd, any) => {
          for (const typed of [odd, `/${odd}`, any, `/${any}`])
            assert.equal(new URL(ownPath(typed), 'https://ours.example').host, 'ours.example', JSON.stringify(typed))
        },
      ),
      { seed: 20261123, numRuns: 2000 },
    ))
})

describe('an address', () => {
  it('is the same in capitals and with space around it', () =>
    assert.deepEqual(readEmail(" Ann.O'Neil+appstarter@Harrowmere.EXAMPLE "), yes("ann.o'neil+appstarter@harrowmere.example")))
  it('is refused with the reason', () => {
    assert.deepEqual(readEmail('  '), no('empty'))
    const WRONG = [
      'ann',
      'ann@',
      '@x.example',
      'ann@localhost',
      'a@b@c.example',
      'ann@x..example',
      'ann@x.example\nbcc: all@x.example',
      'ann <ann@x.example>',
      'ann@x.example, bob@x.example',
      'añn@x.example',
      `${'a'.repeat(250)}@x.example`,
    ]
    for (const typed of WRONG) assert.deepEqual(readEmail(typed), no('not an address'), typed)
  })
})

describe('a browser', () => {
  const BROWSERS: [string, string][] = [
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0',
      'Edge on Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari on iPhone',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Safari/605.1', 'Safari on Mac'],
    ['curl/8', 'A browser'],
    ['', 'A browser'],
  ]
  for (const [agent, said] of BROWSERS) it(`is said as ${said}: ${agent.slice(0, 40)}`, () => assert.equal(nameBrowser(agent), said))
})

describe('how somebody is said', () => {
  const ann = { id: 'ann', name: 'Ann Example', job: 'Digital lead', organisationName: 'Harrowmere City Council' }
  it('is by name for members and for themselves', () => {
    for (const viewer of [NURSE, COLLEAGUE, { ...STRANGER, person: 'ann' }])
      assert.equal(sayWho(viewer, ann), 'Ann Example, Digital lead, Harrowmere City Council')
  })
  it('is by what they do for everybody else', () => {
    for (const viewer of [undefined, STRANGER]) assert.equal(sayWho(viewer, ann), 'the digital lead of Harrowmere City Council')
    assert.equal(sayWho(undefined, { ...ann, job: 'UX designer' }), 'the UX designer of Harrowmere City Council')
    assert.equal(sayWho(undefined, { ...ann, job: '' }), 'somebody at Harrowmere City Council')
  })

  it('says the name alone only to those who may see it, and labels suppliers in letters', () => {
    assert.equal(sayName({ ...STRANGER, person: ann.id }, ann), 'Ann Example')
    assert.equal(sayName(STRANGER, ann), 'the digital lead of Harrowmere City Council')
    assert.equal(sayInFull({ ...ann, isSupplier: true }), 'Ann Example, Digital lead, Harrowmere City Council (supplier)')
  })
})
