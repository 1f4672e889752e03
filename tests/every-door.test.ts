/** Every page, file and answer of the product: either tests/every-path.test.ts tries the rules of finding people on it, or it says here why nobody is found there. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { gatherRoutes } from '../src/app.ts'
import { openEmpty } from './databases.ts'

const TRIED =
  '/ /suggestions /people /people/:id /people/:id/introduction /organisations/:id /organisations/:id/portfolio.csv /feed.atom /copy.json'

/** Each reason, and the doors for which it holds. */
const OTHERS: readonly (readonly [why: string, doors: string])[] = [
  [
    'what is one’s own, and nobody else',
    `/addresses /addresses/:id/removal /addresses/code /addresses/departure /claims/:id/refusal /claims/new /copy /letter-choices
    /letters/stop/:token /profile /profile/:section /profile/visibility /sessions /sign-in /sign-in/code /sign-in/link/:link /welcome`,
  ],
  ['whom one has blocked or put off oneself, as long as one may find them', '/boundaries /suggestions/wishes'],
  ['on the page of somebody one may see already', '/people/:id/block /people/:id/report /people/:id/proposal'],
  [
    'those with whom one is in touch: both said yes, one asked the other, or a round put them together',
    '/mine /asks /asks/:id /introductions/:id /introductions/:id/meeting.ics /pairs/:id /programmes/:id/certificate /round-meetings/:id /round-meetings/:id/meeting.ics',
  ],
  [
    'work: on what people do together, their names stand for members whatever their boundaries, as the page of boundaries says',
    `/projects /projects/:id /projects/:id/brief /projects/:id/choice /projects/:id/ending /projects/:id/handover /projects/:id/merge-offer
    /projects/:id/phase /projects/:id/shrinking /projects/:id/update /projects/:id/updates /projects/new /drafts/:id /drafts/:id/preview
    /drafts/:id/removal /gifts/:id /handovers/:id /merge-offers/:id /needs/:id/gift /pledges/:id /pledges/:id/refusal /pledges/:id/withdrawal
    /posts/:id/removal /posts/:id/report /posts/:id/revision /roles/:id/pledge /threads/:id /updates/:id/removal /updates/:id/revision`,
  ],
  [
    'those who act for others by name: speakers, hosts and organisers',
    `/organisations /organisations/:id/speakers /organisations/:id/partnership /partnerships/:id /partnerships/:id/ending /rounds /rounds/new
    /rounds/:id
    /programmes /programmes/new /programmes/:id /programmes/:id/ending /programmes/:id/survey
    /events /events/new /events/:id /events/:id/event.ics /events/:id/details /events/:id/timetable /events/:id/cancellation /events/:id/cards`,
  ],
  [
    'an organiser, who puts those who joined together, and numbers of five or more',
    `/events/:id/day /events/:id/scoring /events/:id/board /events/:id/board/move /events/:id/board/rules /events/:id/board/change /events/:id/board/record
    /events/:id/board/record.json /programmes/:id/preview /rounds/:id/preview /rounds/:id/progress /rounds/:id/figures /rounds/:id/figures.csv`,
  ],
  [
    'brokers and moderators, who were asked to look at just this',
    `/bounces /bounces/:id /broker /broker/:id /broker/dates /claims/:id /deliveries /held /lookouts/:id /replies /replies/:id /reports
    /reports/:id`,
  ],
  ['whoever stands in a spreadsheet that its reader has sent, and nobody else', '/rounds/spreadsheet'],
  ['whoever was asked by letter, without an account', '/answers/:token /answers/:token/stop'],
  ['those who come to the same event; whom one has blocked, and who hides from colleagues, is left out', '/events/:id/attendees'],
  ['an organiser, of somebody who comes', '/attendees/:id/removal'],
  [
    'what those who come say that they would talk about: work',
    '/events/:id/pitches /events/:id/pitches/new /pitches/:id /pitches/:id/revision',
  ],
  [
    'pitches, sessions and announcements, without a name',
    '/events/:id/wall /events/:id/doors /events/:id/news /events/:id/score /events/:id/ranking /events/:id/terminal',
  ],
  [
    'those who were at a session and said so themselves, or wrote its note, for those who come and for members; whom one has blocked is left out',
    '/sessions/:id/note /sessions/:id/versions /events/:id/written-up',
  ],
  ['what came of an event as data, without a name', '/events/:id/written-up.csv /events/:id/written-up.json'],
  ['whoever looks, with what they starred and chose themselves', '/events/:id/stars /events/:id/my-sessions /events/:id/my-sessions.ics'],
  [
    'those who host what is held, to those who come: by the names of pitches; in a calendar nobody',
    '/events/:id/agenda /events/:id/programme /events/:id/agenda.ics /sessions/:id /sessions/:id/session.ics',
  ],
  ['only in a demo, where nobody is real', '/demo /letters /letters/:id'],
]

it('tries the rules behind every door, or says why nobody is found there', async () => {
  const storage = await openEmpty('embedded')
  try {
    const doors = gatherRoutes(storage, true).flatMap(({ method, path }) => (method === 'GET' ? [path] : []))
    const known = [TRIED, ...OTHERS.map(([, said]) => said)].flatMap((said) => said.trim().split(/\s+/))
    assert.deepEqual([...known].sort(), [...new Set(doors)].sort())
  } finally {
    await storage.close()
  }
})
