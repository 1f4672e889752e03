/** What every visit costs and leaves behind: few queries, and a log without people in it. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { aTypedBrief, aTypedRole, MONDAY, ZONE } from '../../tests/cast.ts'
import { someEvents } from '../../tests/event-place.ts'
import { aPlace } from '../../tests/place.ts'
import { someRounds } from '../../tests/round-place.ts'
import { anOffer, aPublishedBrief } from '../../tests/town.ts'
import type { Visitor } from '../../tests/visit.ts'
import { gatherJobs, gatherRoutes } from '../app.ts'
import { newId } from '../basics/id.ts'
import { ask } from '../features/asks/actions.ts'
import { doorOf } from '../features/asks/guest-actions.ts'
import { saveDraft } from '../features/briefs/actions.ts'
import { openItem } from '../features/broker/actions.ts'
import { changeSharing } from '../features/chapters/actions.ts'
import { AS_IT_COMES } from '../features/chapters/chapter.ts'
import { askForOwner } from '../features/handovers/actions.ts'
import { askToMeet } from '../features/introductions/actions.ts'
import { stopTokenFor } from '../features/letters/choice-actions.ts'
import { sayHaves } from '../features/listings/actions.ts'
import { askToBelong } from '../features/members/actions.ts'
import { offerToMerge } from '../features/merging/actions.ts'
import { acceptPartnership, proposePartnership } from '../features/partnerships/actions.ts'
import { leaveOrganisation } from '../features/people/actions.ts'
import { makeGift } from '../features/pledges/gift-actions.ts'
import { joinProgramme, openProgramme } from '../features/programmes/actions.ts'
import { closeProgramme } from '../features/programmes/matching-actions.ts'
import { sendProgramme } from '../features/programmes/sending-actions.ts'
import type { Project } from '../features/projects/project.ts'
import { receive } from '../features/replies/actions.ts'
import { beginLookout } from '../features/suggestions/lookout-actions.ts'
import { writePost } from '../features/threads/actions.ts'
import { reportPost } from '../features/threads/report-actions.ts'
import { postUpdate } from '../features/updates/actions.ts'
import { onPage } from '../mail/page.ts'
import { Knowledge, NOTHING_KNOWN } from '../matching/knowledge.ts'
import { sql, together } from '../storage/db.ts'
import { runNext } from '../storage/run-work.ts'

const MOST_QUERIES = 10
const EMAIL = 'newcomer.typed@harrowmere.example'

describe('every visit', () => {
  const place = aPlace()

  /** A full page of talk and updates, with a reported post; the colleague is the moderator and the broker. */
  async function talk(project: string): Promise<[post: string, update: string]> {
    const { db } = place.storage
    const { owner, colleague, nurse } = place.town
    await db.updateTable('people').set({ moderator: true, broker: true }).where('id', '=', colleague.person).execute()
    let last: [string, string] = ['', '']
    for (let turn = 0; turn < 22; turn++) {
      const said = { form: newId(MONDAY.now), said: `Turn ${turn}` }
      const post = await writePost(db, project, owner, said, MONDAY)
      const update = await postUpdate(db, project, owner, said, MONDAY)
      if (post.yes && update.yes) last = [post.value, update.value]
      if (post.yes) await reportPost(db, post.value, nurse, 'A reason', MONDAY)
    }
    return last
  }

  /** One that is over, with a pair. */
  async function programme(): Promise<{ programmes: string; pairs: string }> {
    const { db } = place.storage
    const { owner, nurse } = place.town
    const side = { who: { is: 'everybody' }, capacity: 1, opensOn: MONDAY.today } as const
    const days = { closesOn: '2026-12-01', firstDay: '2026-12-10', lastDay: '2027-03-01' }
    const sides = { left: { ...side, name: 'Mentors' }, right: { ...side, name: 'Mentees' } }
    const opened = await openProgramme(db, owner, { title: 'Lifts', what: 'Lifts', ...sides, ...days, meetings: 3 }, MONDAY)
    const id = opened.yes ? opened.value : assert.fail(opened.why)
    await joinProgramme(db, id, nurse, { side: 'left', partners: 1 }, MONDAY)
    await joinProgramme(db, id, owner, { side: 'right', partners: 1 }, MONDAY)
    await db.updateTable('programmes').set({ closes_on: '2026-11-20' }).where('id', '=', id).execute()
    await together(db, (tx) => closeProgramme(tx, new Knowledge(NOTHING_KNOWN), id, MONDAY))
    await sendProgramme(db, id, owner, MONDAY)
    await db.updateTable('programmes').set({ state: 'ended' }).where('id', '=', id).execute()
    return { programmes: id, pairs: (await db.selectFrom('programme_pairs').select('id').executeTakeFirstOrThrow()).id }
  }

  /** Everything that can wait for somebody's answer: a gift, a merging, another owner, a claim, somebody for whom nothing fits. */
  async function asks(projects: readonly Project[]): Promise<Record<string, string>> {
    const { db } = place.storage
    const { owner, nurse, officer, stranger } = place.town
    const [first, second, third] = projects.map(({ id }) => id)
    const need = projects[0]?.others[0]?.id ?? ''
    const theirs = await aPublishedBrief(db, nurse, { title: 'Lifts' })
    const gift = await makeGift(db, need, officer, { line: 'All of it', isForOrganisation: false }, MONDAY)
    const merging = await offerToMerge(db, second ?? '', owner, { into: theirs.id, reason: 'The same' }, MONDAY)
    const introduction = await askToMeet(db, new Knowledge(NOTHING_KNOWN), nurse, officer.person, 'Shall we talk?', MONDAY)
    const handover = await askForOwner(db, third ?? '', owner, { email: 'officer@vennick.example' }, MONDAY)
    await together(db, async (tx) => {
      await sayHaves(tx, nurse.person, 'web design, user research', MONDAY)
      await askToBelong(tx, stranger.person, { organisationName: 'Harrowmere City Council', sector: undefined }, MONDAY)
      await beginLookout(tx, nurse.person, MONDAY)
      await openItem(tx, { kind: 'stuck', about: first ?? '', since: MONDAY.today, facts: { project: first ?? '' } }, MONDAY)
    })
    const unclear = { fromName: 'Owner', to: [], isAutomatic: false, isBounce: false, attachments: 0, sender: 'proven' } as const
    const words = { messageId: '<1@harrowmere.example>', from: 'owner@harrowmere.example', subject: 'Re: a pledge', text: 'Yes if I may' }
    await receive(db, { ...unclear, ...words }, MONDAY.now)
    const term = { what: 'Lifts', from: MONDAY.today, until: '2027-06-30', host: owner.person }
    const partnership = await proposePartnership(db, owner, officer.organisation ?? '', term, MONDAY)
    if (partnership.yes) await acceptPartnership(db, partnership.value, officer, MONDAY)
    assert.ok(first && gift.yes && merging.yes && handover.yes && introduction.yes && partnership.yes)
    const idIn = async (table: 'asks' | 'broker_items' | 'claims' | 'addresses' | 'lookouts' | 'received') =>
      (await db.selectFrom(table).select('id').executeTakeFirstOrThrow()).id
    const bouncing = await db.selectFrom('addresses').select('id').where('person', '=', officer.person).executeTakeFirstOrThrow()
    await db.updateTable('addresses').set({ bounced_at: MONDAY.now }).where('id', '=', bouncing.id).execute()
    return {
      bounces: bouncing.id,
      needs: need,
      gifts: gift.value,
      'merge-offers': merging.value.offer,
      handovers: handover.value,
      introductions: introduction.value,
      partnerships: partnership.value,
      ...(await programme()),
      asks: await idIn('asks'),
      broker: await idIn('broker_items'),
      replies: await idIn('received'),
      claims: await idIn('claims'),
      addresses: await idIn('addresses'),
      lookouts: await idIn('lookouts'),
    }
  }

  async function sendLetters(): Promise<void> {
    const jobs = gatherJobs(
      place.storage,
      { name: 'Appstarter', kind: 'demo', zone: ZONE, ...AS_IT_COMES },
      onPage,
      'http://localhost:3000',
    )
    while (await runNext(place.storage.db, jobs, place.house.time.now));
  }

  it('leaves no name, address, code, link, token or typed text in the log', async () => {
    const visitor = place.house.visitor()
    await visitor.post('/sign-in', { email: EMAIL, next: '/mine' })
    const { rows } = await sql<{ facts: string }>`select facts from letters`.execute(place.storage.db)
    const { link, code } = JSON.parse(rows[0]?.facts ?? '{}') as { link: string; code: string }
    const asked = visitor.cookies.get('asked') ?? ''
    await sendLetters()
    await visitor.get(`/sign-in/link/${link}`)
    assert.equal((await visitor.post(`/sign-in/link/${link}`)).path, '/welcome?next=%2Fmine')
    await visitor.post('/welcome', { name: 'Nadia Newcomer', haves: 'secret keeper', next: '/mine' })
    const token = visitor.cookies.get('session') ?? ''
    await visitor.get(`/nowhere/${EMAIL}?q=${EMAIL}`)
    await visitor.post('/sign-in/code', { email: EMAIL, code })
    assert.ok(link.length > 30 && code.length === 6 && asked.length > 40 && token.length > 30)
    assert.ok(place.house.log.length > 8)
    const log = JSON.stringify(place.house.log)
    for (const secret of [
      EMAIL,
      'newcomer',
      link,
      `"${code}`,
      asked,
      asked.split('.')[1] ?? '',
      token,
      'Nadia',
      'secret keeper',
      '192.0.2.1',
      'Firefox',
    ])
      assert.ok(!log.toLowerCase().includes(secret.toLowerCase()), `the log says ${secret}`)
    assert.ok(log.includes('/sign-in/link/:link'))
  })

  it(`makes at most ${MOST_QUERIES} queries, on every page, for the owner, the pledger and a stranger`, async () => {
    // The same two people pledge to everything.
    await together(place.storage.db, (tx) => changeSharing(tx, { ...AS_IT_COMES.share, yes: 999 }, MONDAY.now))
    const roles = ['Web design', 'Data protection', 'User research', 'Testing', 'Copy editing'].map((skill) =>
      aTypedRole({ skill, places: '3' }),
    )
    const projects: Project[] = []
    for (const title of ['Bins', 'Rotas', 'Permits'])
      projects.push(
        await aPublishedBrief(place.storage.db, place.town.owner, { title, roles, others: [{ kind: 'data', what: 'Call data' }] }),
      )
    const pledges: string[] = []
    for (const project of projects) {
      for (const { skill } of project.roles) {
        for (const by of [place.town.nurse, place.town.officer]) pledges.push(await anOffer(place.storage.db, project, by, MONDAY, skill))
      }
    }
    const draft = newId(MONDAY.now)
    await saveDraft(place.storage.db, draft, place.town.owner, aTypedBrief({ roles }), MONDAY)
    const [said, update] = await talk(projects[0]?.id ?? '')
    await sendLetters()
    const letter = (await sql<{ id: string }>`select id from letters order by id limit 1`.execute(place.storage.db)).rows[0]?.id ?? ''
    const who = { id: place.town.nurse.person, name: 'Nurse', job: 'nurse', organisationName: 'Tarnbeck NHS Trust' }
    const about = { pledge: pledges[0] ?? '', project: projects[0]?.id ?? '', title: 'Bins', skill: 'Testing', who }
    const facts = { ...about, hours: 8, from: MONDAY.today, until: MONDAY.today, all: 8, week: 37, percent: 22, limit: 20 }
    const term = { remindOn: [], answerBy: MONDAY.today }
    const guest = { kind: 'manager agrees', about: about.pledge, address: 'boss@tarnbeck.example', facts, term } as const
    const asked = await together(place.storage.db, (tx) => ask(tx, guest, MONDAY))
    const ids: Record<string, string> = {
      projects: projects[0]?.id ?? '',
      roles: projects[0]?.roles[0]?.id ?? '',
      pledges: pledges[0] ?? '',
      drafts: draft,
      answers: await doorOf(place.storage.db, asked),
      letters: letter,
      'letters/stop': (await stopTokenFor(place.storage.db, place.town.nurse.person, 'news')) ?? '',
      threads: projects[0]?.id ?? '',
      posts: said,
      reports: said,
      updates: update,
      'sign-in': 'some-link',
      profile: 'work',
      ...(await asks(projects)),
      ...(await someRounds(place.storage.db, place.town)),
      ...(await someEvents(place.storage.db, place.town)),
      people: place.town.nurse.person,
      organisations: place.town.owner.organisation ?? '',
    }
    const paths = gatherRoutes(place.storage, true)
      .filter(({ method, isEndless }) => method === 'GET' && !isEndless)
      .map(({ path }) =>
        path.replace(/^\/([\w-]+)(.*)\/:\w+/, (_, kind: string, between: string) => {
          const id = ids[path] ?? ids[kind + between] ?? ids[kind]
          assert.ok(id, `Say here what to put into ${path}`)
          return `/${kind}${between}/${id}`
        }),
      )
    assert.ok(paths.length > 15)
    const visitors: Visitor[] = [
      await place.house.as(place.town.owner.person),
      await place.house.as(place.town.nurse.person),
      await place.house.as(place.town.stranger.person),
      await place.house.as(place.town.colleague.person),
      place.house.visitor(),
    ]
    place.house.log.length = 0
    const opened = new Set<string>()
    for (const path of paths) {
      for (const visitor of visitors) {
        const { status } = await visitor.get(path)
        assert.ok([200, 403, 404].includes(status), `${path} ${status}`)
        if (status === 200) opened.add(path)
      }
    }
    assert.deepEqual([...opened].sort(), paths.sort(), 'somebody could open every page')
    const lines = place.house.log.filter(({ what }) => what === 'request')
    assert.ok(
      lines.some((line) => Number(line['queries']) >= 4),
      'queries are counted',
    )
    const costly = lines.filter((line) => Number(line['queries']) > MOST_QUERIES).map((line) => `${line['route']}: ${line['queries']}`)
    assert.deepEqual([...new Set(costly)], [])
  })

  it(`makes at most ${MOST_QUERIES} queries to save a draft while it is typed, with what is alike beside it`, async () => {
    const { db } = place.storage
    const { owner, nurse } = place.town
    await aPublishedBrief(db, owner, { title: 'Report a missed bin' })
    const [draft, other] = [newId(MONDAY.now), newId(MONDAY.now)]
    const typed = aTypedBrief({ title: 'Report a missed bin' })
    for (const id of [draft, other]) await saveDraft(db, id, nurse, typed, MONDAY)
    const visitor = await place.house.as(nurse.person)
    // The first question of a process also reads its memory.
    await visitor.get(`/drafts/${draft}`)
    place.house.log.length = 0
    const { title, problem } = typed
    const saved = await visitor.post(`/drafts/${draft}`, { title, problem }, { accept: 'application/json' })
    assert.match(saved.html, /like yours/)
    const [line] = place.house.log.filter(({ what }) => what === 'request')
    assert.ok(Number(line?.['queries']) <= MOST_QUERIES, `${line?.['queries']} queries`)
  })

  it(`makes at most ${MOST_QUERIES} queries for an owner who has left and asks to belong elsewhere`, async () => {
    const { db } = place.storage
    const { person, organisation = '' } = place.town.owner
    await aPublishedBrief(db, place.town.owner)
    await aPublishedBrief(db, place.town.owner, { title: 'Rotas' })
    await saveDraft(db, newId(MONDAY.now), place.town.owner, aTypedBrief({}), MONDAY)
    await together(db, async (tx) => {
      await leaveOrganisation(tx, person, organisation, MONDAY.now)
      await askToBelong(tx, person, { organisationName: 'Tarnbeck NHS Trust', sector: undefined }, MONDAY)
    })
    const visitor = await place.house.as(person)
    place.house.log.length = 0
    const seen = await visitor.get('/mine')
    assert.match(seen.text, /Rotas/)
    const [line] = place.house.log.filter(({ what }) => what === 'request')
    assert.ok(Number(line?.['queries']) <= MOST_QUERIES, `${line?.['queries']} queries`)
  })
})
