/** Letters through GOV.UK Notify, against a fake of its API: what goes over, what is lost there, and what comes back. */
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { aNotify, KEY, type Notify, SERVICE, TEMPLATE } from '../../tests/notify.ts'
import { type Carrier, type Envelope, RefusedForGood } from './carriers.ts'
import { byNotify, isNotifyKey, tokenOf, withoutMarkdown } from './notify.ts'

const ID = '01kb00000000000000000000aa'
const REPLY_TO = '8e222534-7f05-4972-86e3-17c5d9f894e2'
const aLetter = (more: Partial<Envelope> = {}): Envelope => ({
  id: ID,
  to: 'ann@council.example',
  subject: 'A pledge for *web design* [K7QX4]',
  text: 'Type this code:\n123 456\n',
  at: new Date('2026-11-23T10:00:00Z'),
  ...more,
})

describe('a letter through Notify', () => {
  let notify: Notify
  let carrier: Carrier
  before(async () => {
    notify = await aNotify()
  })
  beforeEach(() => {
    for (const list of [notify.sent, notify.asked, notify.next]) list.length = 0
    carrier = byNotify({ key: KEY, template: TEMPLATE, url: notify.url })
  })
  after(() => notify.close())
  const carry = (more: Partial<Envelope> = {}) => carrier.carry(aLetter(more), async () => {})

  it('goes over as subject and body of the one template, known by its own id', async () => {
    await carry()
    const [sent] = notify.sent
    assert.deepEqual(
      [sent?.reference, sent?.email_address, sent?.template_id, sent?.personalisation, sent?.email_reply_to_id],
      [ID, 'ann@council.example', TEMPLATE, { subject: aLetter().subject, body: 'Type this code:\n123 456\n' }, undefined],
    )
  })

  it('loses its HTML, its headers, its conversation and its own reply address: nothing of them goes over', async () => {
    const lost = {
      html: '<p>lost-html</p>',
      replyTo: 'lost-reply@replies.example',
      bounceTo: 'lost-bounce@replies.example',
      inReplyTo: '01kb00000000000000000lost0',
      unsubscribe: 'https://ours.example/letters/stop/lost',
    }
    await carry(lost)
    assert.doesNotMatch(JSON.stringify(notify.sent), /lost/)
    assert.deepEqual(Object.keys(notify.sent[0] ?? {}).sort(), [
      'email_address',
      'id',
      'personalisation',
      'reference',
      'status',
      'template_id',
    ])
  })

  it('is answered to one address for all, which is kept at Notify', async () => {
    carrier = byNotify({ key: KEY, template: TEMPLATE, url: notify.url, replyTo: REPLY_TO })
    await carry()
    assert.equal(notify.sent[0]?.email_reply_to_id, REPLY_TO)
  })

  it('is not sent again after a crash when Notify has it', async () => {
    await carry()
    await carry({ isAgain: true })
    await carry({ isAgain: true, id: '01kb00000000000000000000bb' })
    assert.deepEqual(
      notify.sent.map(({ reference }) => reference),
      [ID, '01kb00000000000000000000bb'],
    )
  })

  it('is tried again when Notify is busy, broken, or does not take what we can mend', async () => {
    for (const [status, error, message] of [
      [429, 'RateLimitError', 'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds'],
      [429, 'TooManyRequestsError', 'Exceeded send limits (50) for today'],
      [500, 'Exception', 'Internal server error'],
      [503, 'Exception', 'try later'],
      [400, 'BadRequestError', "Can't send to this recipient using a team-only API key"],
      [400, 'BadRequestError', 'Missing personalisation: body'],
      [403, 'AuthError', 'Error: Your system clock must be accurate to within 30 seconds'],
    ] as const) {
      notify.next.push([status, error, message])
      await assert.rejects(carry(), (thrown) => {
        assert.ok(!(thrown instanceof RefusedForGood), message)
        assert.equal((thrown as { code?: string }).code, `Notify ${status} ${error}`)
        return true
      })
    }
    await carry()
    assert.equal(notify.sent.length, 1)
  })

  it('is refused for good when the address is none', async () => {
    await assert.rejects(carry({ to: 'nobody' }), (thrown) => thrown instanceof RefusedForGood && thrown.isOfAddress)
  })

  it('that could not be delivered is told of when asked, over all pages', async () => {
    for (let number = 0; number < 8; number++) await carry({ id: `01kb0000000000000000000${String(number).padStart(3, '0')}` })
    for (const [number, status] of ['permanent-failure', 'delivered', 'temporary-failure', 'permanent-failure', 'sending'].entries())
      Object.assign(notify.sent[number] ?? {}, { status })
    for (const number of [5, 6, 7]) Object.assign(notify.sent[number] ?? {}, { status: 'technical-failure' })
    const bounced = (await carrier.listBounced?.()) ?? []
    assert.deepEqual(
      bounced.map(({ letter, status, isForGood }) => `${letter.slice(-1)} ${status} ${isForGood}`),
      ['7', '6', '5']
        .map((end) => `${end} technical-failure false`)
        .concat('3 permanent-failure true', '2 temporary-failure false', '0 permanent-failure true'),
    )
  })

  it('stays what somebody typed: Notify makes no formatting of it', () => {
    const typed =
      '# Heading\n## Two\n* bullet\n- bullet\n+ plus\n• bullet\n1. number\n12. number\n^ inset\n--- \n***\n___\n===\n[a](https://evil.example)\n`code` | table \\ end\n    four spaces'
    const lines = withoutMarkdown(typed).split('\n')
    for (const line of lines) {
      assert.doesNotMatch(line, /^ *(#{1,6}|[•*+-]|\d+\.|\^|=+ *$|( *[-*_]){3,} *$)/, line)
      assert.doesNotMatch(line, /(^|[^\\])[[\]`|]/, line)
      assert.doesNotMatch(line, /^ {4}/, line)
    }
    const read = (text: string) => text.replace(/\\([\\`*{}[\]()#+\-.!_>~|])/g, '$1').replaceAll('\u2060', '')
    assert.equal(lines.map(read).join('\n'), typed.replace('    four', 'four'), 'nothing is lost')
    const ours = 'See 1 role: https://ours.example/projects/01kb_a-b\n123 456\n“Zoë’s” bins – a_b * c'
    assert.equal(withoutMarkdown(ours), ours, 'what needs nothing stays as it is')
  })
})

describe('the key of Notify', () => {
  it('is a name, a service and a secret', () => {
    for (const key of [KEY, KEY.slice('our-chapter-'.length)]) assert.ok(isNotifyKey(key), key)
    for (const key of ['', 'key', KEY.slice(0, -1), `${SERVICE}`]) assert.ok(!isNotifyKey(key), key)
  })
  it('signs a token for its service', () => {
    const [head = '', said = ''] = tokenOf(KEY, new Date('2026-11-23T10:00:00Z')).split('.')
    assert.deepEqual(JSON.parse(Buffer.from(head, 'base64url').toString()), { typ: 'JWT', alg: 'HS256' })
    assert.deepEqual(JSON.parse(Buffer.from(said, 'base64url').toString()), { iss: SERVICE, iat: 1_795_428_000 })
  })
})
