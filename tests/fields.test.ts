/** Every field of every form, with everything that people and machines may send: answered in words, kept as typed, never broken. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { newId } from '../src/basics/id.ts'
import { saveDraft } from '../src/features/briefs/actions.ts'
import { MOST_KEPT } from '../src/features/briefs/brief.ts'
import { acceptPledge } from '../src/features/pledges/actions.ts'
import type { Storage } from '../src/storage/db.ts'
import { aTypedBrief, MONDAY } from './cast.ts'
import { onEachDatabase } from './databases.ts'
import { anOffer, aPublishedBrief, aTown, type Town } from './town.ts'
import { type House, ORIGIN, openHouse, type Visitor } from './visit.ts'

const BELL = '\u0007'
const NASTY: Record<string, string> = {
  empty: '',
  spaces: ' \t ',
  huge: 'x'.repeat(100_000),
  'control characters': `a${BELL}b\u001b[2Jc\u0085d`,
  NUL: 'a\0b',
  'a right-to-left override': 'a\u202eb\u2066c',
  // A browser never sends these bytes; a machine may.
  'a lone surrogate': 'RAW:a%ED%A0%80b',
  'half a letter': 'RAW:a%C3',
  'a broken escape': 'RAW:a%ZZ%',
  script: '"><script>alert(1)</script><img src=x onerror=alert(1)>',
  SQL: "'; drop table people; --",
  'many lines': 'a\r\n'.repeat(500),
}

/** Chosen from a list, so that nothing typed can be lost. */
const CHOSEN = /-(must|purpose)$/

type Fields = Record<string, string>
type FormCase = {
  name: string
  /** Fields that make the form right; each is then made wrong, one at a time. */
  right: Fields
  path: string
  by: Visitor
  /** Sent along, and not a field that people type in. */
  also?: Fields
  /** A form that is done with once it is accepted is made anew. */
  anew?: () => Promise<{ path: string; by: Visitor }>
  /** Nobody types in it, so it need not be kept. */
  isHidden?: boolean
  /** What shows what was kept, when it is not the page that comes back. */
  shownAt?: string
}

onEachDatabase('fields', (storage) => {
  const cases: [string, (town: Town, house: House) => Promise<FormCase>][] = [
    [
      'signing in',
      async (_, house) => ({
        name: 'sign-in',
        path: '/sign-in',
        by: house.visitor(),
        right: { email: 'a@tarnbeck.example' },
        also: { next: '/' },
      }),
    ],
    [
      'where to go after signing in',
      async (_, house) => ({
        name: 'next',
        path: '/sign-in',
        by: house.visitor(),
        right: { next: '/' },
        isHidden: true,
        also: { email: 'not an address' },
      }),
    ],
    [
      'the code',
      async (_, house) => ({
        name: 'code',
        path: '/sign-in/code',
        by: house.visitor(),
        right: { email: 'a@tarnbeck.example', code: '123456' },
      }),
    ],
    [
      'saying who one is',
      async (town, house) => ({
        name: 'welcome',
        path: '/welcome',
        by: await house.as(town.nurse.person),
        right: { name: 'Nurse', haves: 'web design', needs: 'a room', hours: '2' },
        also: { next: '/welcome' },
      }),
    ],
    [
      'a brief',
      async (town, house) => {
        const path = `/drafts/${newId(MONDAY.now)}`
        const by = await house.as(town.owner.person)
        await send(house, by, path, BRIEF)
        return { name: 'brief', path, by, right: BRIEF, also: PREVIEW, shownAt: path }
      },
    ],
    [
      'pledging',
      async (town, house) => {
        const anew = async () => {
          const project = await aPublishedBrief(storage().db, town.owner)
          return { path: `/roles/${project.roles[0]?.id}/pledges`, by: await house.as(town.nurse.person) }
        }
        return { name: 'pledge', ...(await anew()), anew, right: { hours: '2', from: '2026-12-01', until: '2027-03-31', line: 'Gladly' } }
      },
    ],
    [
      'declining',
      async (town, house) => {
        const anew = async () => {
          const project = await aPublishedBrief(storage().db, town.owner)
          return { path: `/pledges/${await anOffer(storage().db, project, town.nurse)}/refusal`, by: await house.as(town.owner.person) }
        }
        return { name: 'refusal', ...(await anew()), anew, right: { line: 'Another time' } }
      },
    ],
    [
      'the first date',
      async (town, house) => {
        const anew = async () => {
          const project = await aReadyProject(storage(), town)
          return { path: `/projects/${project}/start`, by: await house.as(town.owner.person) }
        }
        return { name: 'start', ...(await anew()), anew, right: { 'first-date': '2026-12-08' } }
      },
    ],
    [
      'stopping',
      async (town, house) => {
        const anew = async () => {
          const project = await aPublishedBrief(storage().db, town.owner)
          return { path: `/projects/${project.id}/ending`, by: await house.as(town.owner.person) }
        }
        return {
          name: 'ending',
          ...(await anew()),
          anew,
          right: { reason: 'a', tried: 'b', learnt: 'c', again: 'd' },
          also: { how: 'stopped' },
        }
      },
    ],
  ]

  for (const [title, make] of cases) {
    it(title, async () => {
      const town = await aTown(storage().db)
      const house = await openHouse(storage())
      const form = await make(town, house)
      for (const field of Object.keys(form.right)) {
        for (const [what, value] of Object.entries(NASTY)) {
          const { path, by } = form
          const said = `${form.name}, ${field}: ${what}`
          const page = await send(house, by, path, { ...form.right, ...form.also, [field]: value })
          assert.ok([200, 303, 422].includes(page.status), `${said}: ${page.status}`)
          assertHarmless(page.html, said)
          if (page.status === 422) assertSaid(page.html, form.isHidden || CHOSEN.test(field) ? '' : value, said)
          if (page.status === 303 && form.anew) Object.assign(form, await form.anew())
          const shown = form.shownAt ?? page.to
          if (page.status === 303 && shown !== undefined) {
            const after = await send(house, by, shown)
            assert.ok(after.status === 200, `${said}: then ${after.status}`)
            assertHarmless(after.html, said)
          }
        }
      }
      assert.deepEqual(
        house.log.filter(({ level }) => level === 'error'),
        [],
      )
    })
  }

  it('keeps a draft as it was typed, whatever that was', async () => {
    const town = await aTown(storage().db)
    const house = await openHouse(storage())
    const owner = await house.as(town.owner.person)
    for (const [what, value] of Object.entries(NASTY)) {
      if (value.startsWith('RAW:') || what === 'many lines') continue
      const path = `/drafts/${newId(MONDAY.now)}`
      const saved = await send(house, owner, path, { ...BRIEF, title: value, problem: value, ...PREVIEW })
      // What is too long to be kept is still in the page that says so.
      const { html } = value.length > MOST_KEPT.letters ? saved : await send(house, owner, path)
      assert.ok(html.includes(`value="${escaped(value)}"`) || value === '', `${what} in the title`)
      assert.ok(html.includes(`>${escaped(value)}</textarea>`) || value.trim() === '', `${what} in the problem`)
    }
  })

  it('answers addresses that nobody has, whoever asks', async () => {
    const town = await aTown(storage().db)
    const house = await openHouse(storage())
    const owner = await house.as(town.owner.person)
    await saveDraft(storage().db, newId(MONDAY.now), town.owner, aTypedBrief(), MONDAY)
    for (const bad of ['0', '%00', '%ED%A0%80', '%E0%A4%A', "'%3B--", '..%2F..', 'x'.repeat(5000), '%F0%9F%8F%9B'])
      for (const path of [
        `/projects/${bad}`,
        `/drafts/${bad}`,
        `/drafts/${bad}/preview`,
        `/roles/${bad}/pledge`,
        `/pledges/${bad}`,
        `/letters/${bad}`,
      ]) {
        const { status } = await send(house, owner, path)
        assert.equal(status, 404, path)
      }
    for (const bad of ['0', '%00', '%ED%A0%80', "'%3B--", 'x'.repeat(5000)])
      for (const path of [
        `/projects?show=${bad}`,
        `/projects?before=${bad}`,
        `/letters?before=${bad}`,
        `/letters?to=${bad}`,
        `/sign-in?next=${bad}`,
        `/mine?done=${bad}`,
        `/welcome?next=${bad}`,
        `/sign-in/link/${bad}`,
      ]) {
        const { status } = await send(house, owner, path)
        assert.ok([200, 404].includes(status), `${path}: ${status}`)
      }
    for (const path of ['/sessions/%00/end', '/demo/sign-in', '/drafts/%00', '/pledges/%00/acceptance', '/projects/%00/start']) {
      const { status } = await send(house, owner, path, { person: '\0' })
      assert.ok([303, 404].includes(status), `${path}: ${status}`)
    }
  })
})

const BRIEF: Fields = {
  title: 'Report a missed bin',
  problem: 'Three councils pay for the same form.',
  'for-whom': 'residents',
  'have-1-what': 'C# development',
  'have-1-about': '14 hours a week',
  'role-1-skill': 'web design',
  'role-1-places': '1',
  'role-1-hours': '3',
  'role-1-from': '2026-12-01',
  'role-1-until': '2027-03-31',
  'role-1-must': 'must',
  'role-1-purpose': 'creating',
  days: '21',
}

/** The button that was pressed. */
const PREVIEW: Fields = Object.fromEntries([['then', 'preview']])

async function aReadyProject({ db }: Storage, town: Town): Promise<string> {
  const project = await aPublishedBrief(db, town.owner)
  await acceptPledge(db, await anOffer(db, project, town.nurse), town.owner, MONDAY)
  return project.id
}

type Answer = { status: number; html: string; to: string | undefined }

/** One request and its answer as it is: bytes that no browser would send go out unchanged, and nothing is followed. */
async function send(house: House, by: Visitor, path: string, fields?: Fields): Promise<Answer> {
  const cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const part = (text: string) =>
    text.startsWith('RAW:') ? text.slice('RAW:'.length) : new URLSearchParams({ '': text }).toString().slice(1)
  const body = fields && Object.entries(fields).map(([name, value]) => `${name}=${part(value)}`)
  const headers = { host: new URL(ORIGIN).host, origin: ORIGIN, cookie, 'content-type': 'application/x-www-form-urlencoded' }
  const reply = await house.fetch(
    new Request(ORIGIN + path, { headers, redirect: 'manual', ...(body ? { method: 'POST', body: body.join('&') } : {}) }),
  )
  const to = reply.headers.get('location') ?? undefined
  return { status: reply.status, html: await reply.text(), to: to?.startsWith('/') ? to : undefined }
}

/** What was typed never becomes markup. */
function assertHarmless(html: string, said: string): void {
  assert.doesNotMatch(html, /<script>|<img|onerror=alert\(1\)>/, said.concat(': is escaped'))
}

/** A mistake is said in words, and what was typed is still there. */
function assertSaid(html: string, value: string, said: string): void {
  assert.match(html, /There is a problem|class="govuk-error-message"|<h1>This link/, `${said}: says what is wrong`)
  assert.doesNotMatch(html, /undefined|\[object/, `${said}: says it in words`)
  if (value.startsWith('RAW:') || value.trim() === '') return
  assert.ok(html.includes(escaped(value)) || html.includes(escaped(value.replaceAll('\r\n', '\n'))), `${said}: keeps what was typed`)
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;')
