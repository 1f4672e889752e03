/** The port for answers takes what is for us and nothing else, and whatever comes, the server goes on and stays small. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { after, before, beforeEach, describe, it } from 'node:test'
import { createTransport } from 'nodemailer'
import { type Message, readMessage } from './message.ts'
import { openReceiving, type Receiving } from './receiving-smtp.ts'

const PATTERN = 'replies@host.example'
const TO = 'replies+01kb00000000000000000000aa.abcdefghijklmnop@host.example'
const MEGABYTE = 1024 * 1024

describe('the port for answers', () => {
  let receiving: Receiving
  let taken: Message[] = []
  let fails = false
  const faults: unknown[] = []
  before(async () => {
    receiving = await openReceiving({
      port: 0,
      pattern: PATTERN,
      take: async (raw, envelope) => {
        if (fails) throw new Error('the database is away')
        taken.push(await readMessage(raw, envelope))
      },
      report: (fault) => void faults.push(fault),
    })
  })
  after(() => receiving.stop())
  beforeEach(() => {
    taken = []
    fails = false
  })
  const send = (more: object = {}) =>
    createTransport({ host: '127.0.0.1', port: receiving.port, ignoreTLS: true }).sendMail({
      from: 'ann@council.example',
      to: TO,
      subject: 'Re: x',
      text: 'Yes',
      ...more,
    })

  it('takes a letter for one of our addresses, with what the envelope says', async () => {
    await send({ envelope: { from: '', to: TO.toUpperCase() } })
    assert.deepEqual(
      taken.map(({ from, text, to, isAutomatic }) => [from, text.trim(), to[0], isAutomatic]),
      [['ann@council.example', 'Yes', TO, true]],
    )
  })
  it('takes nothing for anybody else', async () => {
    await assert.rejects(send({ to: 'somebody@elsewhere.example' }), { responseCode: 550 })
    await assert.rejects(send({ to: 'somebody@host.example' }), { responseCode: 550 })
    assert.equal(taken.length, 0)
  })
  it('says that it has a letter only after that is so', async () => {
    fails = true
    await assert.rejects(send(), { responseCode: 451 })
    assert.equal(faults.length, 1)
  })
  it('says no to what is too large, and remembers who sent it', async () => {
    const large = Buffer.alloc(3 * MEGABYTE, 'x\n')
    await assert.rejects(said(receiving.port, `From: ann@council.example\r\nSubject: large\r\n\r\n${large}`), { message: /^552/ })
    assert.deepEqual(
      taken.map(({ from, subject, fault }) => [from, subject, fault]),
      [['ann@council.example', 'large', 'too large']],
    )
  })

  const bombs: Record<string, () => string> = {
    'a header of ten megabytes': () => `Subject: ${'x'.repeat(10 * MEGABYTE)}\r\n\r\nYes`,
    'a hundred thousand headers': () => `${'X-A: b\r\n'.repeat(100_000)}\r\nYes`,
    'a header folded for ever': () => `Subject: x\r\n${' y\r\n'.repeat(200_000)}\r\nYes`,
    'a hundred thousand parts': () => `${multipart('b')}${'--b\r\n\r\n'.repeat(100_000)}`,
    'parts inside parts inside parts': () => Array.from({ length: 300 }, (_, at) => `${multipart(`b${at}`)}--b${at}\r\n`).join(''),
    'letters inside letters': () => 'Content-Type: message/rfc822\r\n\r\n'.repeat(10_000),
    'an archive that would grow': () =>
      `${multipart('b')}--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.alloc(700_000).toString('base64')}\r\n--b--`,
    'base64 that is none': () => 'Content-Transfer-Encoding: base64\r\n\r\n%%%%====\0\0\0',
    'a charset that is none': () => 'Content-Type: text/plain; charset="\xff\xfe;;;"\r\n\r\n\xc3\x28',
    'nothing at all': () => '',
    'only line ends': () => '\r\n'.repeat(100_000),
    'a line without end': () => `\r\n${'Yes '.repeat(200_000)}`,
    'tags without end': () => `Content-Type: text/html\r\n\r\n${'<div '.repeat(150_000)}`,
    'blocks inside blocks': () => `Content-Type: text/html\r\n\r\n${'<div>'.repeat(150_000)}Yes`,
    'quotation marks without end': () => `From: ${'"'.repeat(50_000)}\r\n\r\nYes`,
    'a boundary of regular marks': () => `${multipart('(a+)+$')}--(a+)+$\r\n\r\n${'a'.repeat(100_000)}\r\n--(a+)+$--`,
  }
  for (const [name, bomb] of Object.entries(bombs)) {
    it(`goes on after ${name}`, async () => {
      const [before, began] = [process.memoryUsage().rss, performance.now()]
      await said(receiving.port, bomb()).catch((fault: Error) => assert.match(fault.message, /^(552|451)/))
      assert.ok(performance.now() - began < 20_000, `It took ${Math.round(performance.now() - began)} ms`)
      assert.ok(process.memoryUsage().rss - before < 200 * MEGABYTE, 'It grew by more than 200 MB')
      await send()
      assert.equal(taken.at(-1)?.text.trim(), 'Yes')
    })
  }

  it('goes on after a command without end, and after many who say nothing', async () => {
    const endless = connect(receiving.port, '127.0.0.1')
    endless.on('error', () => {})
    endless.resume()
    endless.write('x'.repeat(5 * MEGABYTE))
    await Promise.race([once(endless, 'close'), new Promise((resolve) => setTimeout(resolve, 1000))])
    endless.destroy()
    const silent: Socket[] = Array.from({ length: 15 }, () => connect(receiving.port, '127.0.0.1').on('error', () => {}))
    await send()
    for (const socket of silent) socket.destroy()
    assert.equal(taken.length, 1)
  })
})

const multipart = (boundary: string): string => `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`

/** Sends these bytes as a letter, whatever they are; rejects with the answer when it is not taken. */
async function said(port: number, data: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.setEncoding('utf8')
  let heard = ''
  let closed = false
  socket
    .on('data', (piece: string) => {
      heard += piece
    })
    .on('close', () => {
      closed = true
    })
    .on('error', () => {})
  const answer = async (): Promise<string> => {
    for (let waited = 0; waited < 10_000; waited += 5) {
      const line = /^\d{3} .*\r\n/m.exec(heard)?.[0]
      if (line) {
        heard = heard.slice(heard.indexOf(line) + line.length)
        return line.trim()
      }
      if (closed) break
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    return '451 no answer'
  }
  try {
    await answer()
    for (const line of ['EHLO x', 'MAIL FROM:<a@x.example>', `RCPT TO:<${TO}>`, 'DATA']) {
      socket.write(`${line}\r\n`)
      await answer()
    }
    socket.write(Buffer.from(data.replace(/^\./gm, '..'), 'latin1'))
    socket.write('\r\n.\r\n')
    const last = await answer()
    if (!last.startsWith('250')) throw new Error(last)
    return last
  } finally {
    socket.destroy()
  }
}
