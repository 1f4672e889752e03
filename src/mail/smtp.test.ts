/** Letters by SMTP: to whom they are meant for, several at once, each out of doubt before the next one is. */
import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { readMail } from '../../tests/eml.ts'
import { type Answering, aMailServer, type MailServer } from '../../tests/mail-server.ts'
import { type Carrier, type Envelope, RefusedForGood } from './carriers.ts'
import { intoFolder } from './folder.ts'
import { onPage } from './page.ts'
import { bySmtp } from './smtp.ts'

const FROM = 'appstarter@example.gov.uk'
const idOf = (number: number): string => `01kb0000000000000000000${String(number).padStart(3, '0')}`
const aLetter = (more: Partial<Envelope> = {}): Envelope => ({
  id: idOf(0),
  to: 'ann@council.example',
  subject: 'Your link and code to sign in',
  text: 'Type this code:\n123 456\n',
  at: new Date('2026-11-23T10:00:00Z'),
  ...more,
})
const kept = async () => {}

describe('a letter sent by SMTP', () => {
  const opened: { server: MailServer; carrier: Carrier }[] = []
  after(async () => {
    for (const { server, carrier } of opened) {
      carrier.close?.()
      await server.close()
    }
  })
  async function open(answer?: Answering) {
    const server = await aMailServer(answer)
    const carrier = bySmtp(server.url, FROM)
    opened.push({ server, carrier })
    return { server, carrier }
  }
  const refusing = (command: string, reply: string) => open((line) => (line.startsWith(command) ? reply : undefined))

  it('goes from the chapter to its reader, and to nobody else', async () => {
    const { server, carrier } = await open()
    await carrier.carry(aLetter({ text: 'Zoë\n.\nend\n' }), kept)
    const [taken] = server.taken
    assert.deepEqual([server.taken.length, taken?.from, taken?.to], [1, FROM, 'ann@council.example'])
    const mail = readMail(taken?.data ?? '')
    assert.equal(mail.headers.get('message-id'), `<${idOf(0)}@example.gov.uk>`)
    assert.equal(mail.text.trimEnd(), 'Zoë\n.\nend')
  })

  it('asks that what could not be delivered comes back to its own address', async () => {
    const { server, carrier } = await open()
    await carrier.carry(aLetter({ bounceTo: `bounces+${idOf(0)}@replies.example` }), kept)
    assert.deepEqual(
      [server.taken[0]?.from, readMail(server.taken[0]?.data ?? '').headers.get('from')],
      [`bounces+${idOf(0)}@replies.example`, FROM],
    )
  })

  it('travels with others over a few connections, and ends only when the one before is written down', async () => {
    const { server, carrier } = await open((line) => (line === '.' ? 3 : undefined))
    let doubtful = 0
    let most = 0
    const others = Array.from({ length: 40 }, (_, number) =>
      carrier.carry(aLetter({ id: idOf(number) }), async () => {
        most = Math.max(most, server.taken.length - doubtful)
        await new Promise((resolve) => setTimeout(resolve, 2))
        doubtful++
      }),
    )
    await Promise.all(others)
    assert.deepEqual([server.taken.length, most], [40, 1])
    assert.ok(server.connections > 1 && server.connections <= 4, `${server.connections} connections`)
  })

  it('goes on after a letter was refused, a line was cut or what was sent could not be written down', async () => {
    let cut = 0
    const { server, carrier } = await open((line) => {
      if (line.startsWith('RCPT TO:<gone')) return '550 5.1.1 no such person'
      return line === '.' && ++cut === 3 ? 'hang up' : undefined
    })
    const results = await Promise.allSettled([
      carrier.carry(aLetter({ id: idOf(1), to: 'gone@council.example' }), kept),
      carrier.carry(aLetter({ id: idOf(2) }), () => Promise.reject(new Error('the disk is full'))),
      ...[3, 4, 5, 6, 7, 8].map((number) => carrier.carry(aLetter({ id: idOf(number) }), kept)),
    ])
    assert.deepEqual(results.map(({ status }) => status).filter((status) => status === 'rejected').length, 3)
    await carrier.carry(aLetter({ id: idOf(9) }), kept)
    assert.equal(server.taken.length, 7)
  })

  it('fails, so that it is tried again, when nobody listens or what was refused can be mended', async () => {
    const { server, carrier } = await open()
    await server.close()
    await assert.rejects(carrier.carry(aLetter(), kept), /ECONNREFUSED/)
    opened.pop()
    for (const [command, reply] of [
      ['RCPT', '451 4.7.1 greylisted'],
      ['MAIL', '550 5.7.1 not from you'],
    ] as const) {
      const { carrier } = await refusing(command, reply)
      await assert.rejects(carrier.carry(aLetter(), kept), (fault) => !(fault instanceof RefusedForGood), command)
    }
  })

  it('is refused for good by an address, by a policy or for what it says: only the first is about the address', async () => {
    for (const [command, reply, code, isOfAddress] of [
      ['RCPT', '550 5.1.1 no such person', '5.1.1', true],
      ['RCPT', '550 no such person', '550', true],
      ['RCPT', '554 5.7.1 relay access denied', '5.7.1', false],
      ['.', '554 5.6.0 we do not like this', '5.6.0', false],
    ] as const) {
      const { carrier } = await refusing(command, reply)
      await assert.rejects(carrier.carry(aLetter(), kept), (fault) => {
        assert.ok(fault instanceof RefusedForGood, reply)
        assert.deepEqual([fault.code, fault.isOfAddress], [code, isOfAddress])
        return true
      })
    }
  })

  it('keeps no secret in the house, while the page of a demo does', () => {
    assert.deepEqual([opened[0]?.carrier.keepsSecrets, intoFolder('x', FROM).keepsSecrets, onPage.keepsSecrets], [false, false, true])
  })
})
