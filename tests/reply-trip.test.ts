/** The whole trip: a letter leaves with an address of its own, somebody answers it in a mail program, and what was asked is done. */
import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { createTransport } from 'nodemailer'
import { gatherJobs } from '../src/app.ts'
import { AS_IT_COMES } from '../src/features/chapters/chapter.ts'
import { receive } from '../src/features/replies/actions.ts'
import type { Envelope } from '../src/mail/envelope.ts'
import { readMessage } from '../src/mail/message.ts'
import { openReceiving, type Receiving } from '../src/mail/receiving-smtp.ts'
import { readAnswers } from '../src/receiving.ts'
import { readSettings } from '../src/settings.ts'
import type { Storage } from '../src/storage/db.ts'
import { runNext } from '../src/storage/run-work.ts'
import { MONDAY, ZONE } from './cast.ts'
import { openEmpty } from './databases.ts'
import { anOffer, aPublishedBrief, aTown, statesOf } from './town.ts'

const URL = 'https://appstarter.example'
let storage: Storage
let receiving: Receiving
const carried: Envelope[] = []
before(async () => {
  storage = await openEmpty('embedded')
})
after(async () => {
  await receiving.stop()
  await storage.close()
})

it('takes a yes from the mail program to the pledge', async () => {
  const { db } = storage
  const town = await aTown(db)
  const project = await aPublishedBrief(db, town.owner)
  await anOffer(db, project, town.nurse)
  const answers = await readAnswers(readSettings({ APPSTARTER_REPLIES: 'smtp:0', APPSTARTER_URL: URL }), db, URL)
  const chapter = { name: 'Appstarter', kind: 'real', zone: ZONE, ...AS_IT_COMES } as const
  const carrier = { keepsSecrets: false, carry: async (envelope: Envelope) => void carried.push(envelope) }
  const jobs = gatherJobs(storage, chapter, carrier, URL, undefined, undefined, answers)
  const runDue = async (): Promise<void> => {
    for (let ran = await runNext(db, jobs, MONDAY.now); ran; ran = await runNext(db, jobs, MONDAY.now)) assert.equal(ran.fault, undefined)
  }
  receiving = await openReceiving({
    port: 0,
    pattern: answers.pattern,
    take: async (raw, envelope) => void (await receive(db, await readMessage(raw, envelope), MONDAY.now)),
    report: (fault) => assert.fail(String(fault)),
  })
  await runDue()
  const asking = carried.find(({ to }) => to === 'owner@harrowmere.example') ?? assert.fail('nothing was asked')
  assert.match(asking.replyTo ?? '', /^replies\+[0-9a-z]{26}\.[a-z2-7]{16}@appstarter\.example$/)
  assert.equal(asking.bounceTo, asking.replyTo)
  assert.match(asking.text, /^Write your answer above this line\n/)
  const quoted = asking.text.replace(/^/gm, '> ')
  await createTransport({ host: '127.0.0.1', port: receiving.port, ignoreTLS: true }).sendMail({
    from: 'Owner Example <Owner@harrowmere.example>',
    to: asking.replyTo,
    subject: `Re: ${asking.subject}`,
    html: `<p>Yes please, happy to</p><p>Owner</p><div class="gmail_quote"><blockquote>${asking.html}</blockquote></div>`,
    text: `Yes please, happy to\n\nOwner\n\nOn Mon, 23 Nov 2026 at 10:02, Appstarter <${asking.replyTo}> wrote:\n\n${quoted}`,
  })
  await runDue()
  assert.deepEqual(await statesOf(db, project.id), ['accepted'])
})
