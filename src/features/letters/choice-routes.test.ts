/** The doors to one's own letters: choosing, a pause, a stop, and the one-click stop of mail programs. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MONDAY } from '../../../tests/cast.ts'
import { aPlace } from '../../../tests/place.ts'
import { replySecret } from '../chapters/secret-actions.ts'
import { findChoices, stopTokenFor } from './choice-actions.ts'

describe('your letters', () => {
  const place = aPlace()
  const nurse = () => place.house.as(place.town.nurse.person)
  const chosen = () => findChoices(place.storage.db, place.town.nurse.person)

  it('are for those who are signed in', async () =>
    assert.match((await place.house.visitor().get('/letter-choices')).path, /^\/sign-in\?next=%2Fletter-choices/))

  it('say what comes and how often, and are chosen by kind', async () => {
    const visitor = await nurse()
    const before = await visitor.get('/letter-choices')
    assert.match(before.text, /We write to you at nurse@tarnbeck\.example/)
    assert.equal(before.html.match(/type="checkbox" value="\w+" checked/g)?.length, 2)
    const after = await visitor.post('/letter-choices', { wants: ['news'], zone: 'America/St_Johns' })
    assert.match(after.text, /From now on you get what you chose/)
    assert.deepEqual(await chosen(), { digest: false, news: true, zone: 'America/St_Johns' })
    assert.match(after.html, /<option value="America\/St_Johns" selected>/)
    assert.equal((await visitor.post('/letter-choices', { zone: 'Mars/Base' })).status, 422)
    await visitor.post('/letter-choices', { wants: ['news', 'digest'], zone: MONDAY.zone })
    assert.deepEqual(await chosen(), { digest: true, news: true }, 'the chapter’s own zone is no choice')
  })

  it('pause until a day, and come again when asked', async () => {
    const visitor = await nurse()
    const wrong = await visitor.post('/letter-choices/pause', { until: '2026-11-01' })
    assert.deepEqual([wrong.status, /must be after today/.test(wrong.text), /value="2026-11-01"/.test(wrong.html)], [422, true, true])
    const paused = await visitor.post('/letter-choices/pause', { until: '2026-12-03' })
    assert.match(paused.text, /No letters until 3 December\. They come again on 4 December, at 9:00/)
    assert.match((await visitor.post('/letter-choices/resumption')).text, /Letters come again/)
    assert.deepEqual(await chosen(), { digest: true, news: true })
  })

  it('stop, and say so', async () => {
    const visitor = await nurse()
    const stopped = await visitor.post('/letter-choices/stop')
    assert.match(stopped.text, /Nothing comes but codes to sign in/)
    assert.ok((await chosen()).stoppedAt)
    await visitor.post('/letter-choices/resumption')
  })

  it('stop by one POST of a mail program, from anywhere and without a cookie; looking changes nothing', async () => {
    const { db } = place.storage
    await replySecret(db)
    const path = `/letters/stop/${await stopTokenFor(db, place.town.nurse.person, 'digest')}`
    const looked = await place.house.visitor().get(path)
    assert.match(looked.text, /Stop the weekly letter\?/)
    assert.deepEqual(await chosen(), { digest: true, news: true })
    const program = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' }
    const stopped = await place.house.visitor().post(path, { 'List-Unsubscribe': 'One-Click' }, program)
    assert.deepEqual([stopped.status, stopped.path, (await chosen()).digest], [200, path, false])
    const boundary = 'x'
    const body = `--${boundary}\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--${boundary}--\r\n`
    const multipart = new Request(`http://localhost:3000${path}`, {
      method: 'POST',
      body,
      headers: { host: 'localhost:3000', 'content-type': `multipart/form-data; boundary=${boundary}` },
    })
    assert.equal((await place.house.fetch(multipart)).status, 200, 'RFC 8058 allows both types of body')
    assert.equal((await place.house.visitor().post('/letters/stop/nonsense', {}, program)).status, 404)
    assert.equal(
      (await place.house.visitor().post('/letter-choices/stop', {}, program)).status,
      403,
      'no other door is open to other sites',
    )
  })
})
