/** Letters leave the house whole and once: as files that mail programs open, and by SMTP to whom they are meant for. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { readMail } from '../../tests/eml.ts'
import { bySmtp, type Envelope, intoFolder, onPage } from './carriers.ts'

const FROM = 'appstarter@example.gov.uk'
const aLetter = (more: Partial<Envelope> = {}): Envelope => ({
  id: '01kb00000000000000000000aa',
  to: 'ann@council.example',
  subject: 'Your link and code to sign in',
  text: 'Type this code:\n123 456\n',
  at: new Date('2026-11-23T10:00:00Z'),
  ...more,
})

describe('a letter written as a file', () => {
  const write = async (letter: Envelope, from = FROM) => {
    const folder = join(await mkdtemp(join(tmpdir(), 'letters-')), 'new')
    await intoFolder(folder, from).carry(letter)
    const path = join(folder, `${letter.id}.eml`)
    return { folder, path, file: await readFile(path, 'utf8') }
  }

  it('has the headers that a mail program needs', async () => {
    const { headers, text } = readMail((await write(aLetter())).file)
    assert.equal(headers.get('from'), FROM)
    assert.equal(headers.get('to'), 'ann@council.example')
    assert.equal(headers.get('subject'), 'Your link and code to sign in')
    assert.equal(headers.get('message-id'), '<01kb00000000000000000000aa@example.gov.uk>')
    assert.equal(new Date(headers.get('date') ?? '').toISOString(), '2026-11-23T10:00:00.000Z')
    assert.equal(headers.get('auto-submitted'), 'auto-generated')
    assert.equal(headers.get('mime-version'), '1.0')
    assert.match(headers.get('content-type') ?? '', /^text\/plain; charset=utf-8/)
    assert.equal(text, aLetter().text)
  })

  it('keeps every character, and breaks no long line for the reader', async () => {
    const text = `Zoë’s 🦊 pledge = 100 %\n${'a very long line '.repeat(120)}\nhttps://appstarter.example/${'x'.repeat(900)}\n.\n..dots\nFrom here\n`
    const { file } = await write(aLetter({ text, subject: `Zoë Ní Bhriain 🦊 ${'pledges again '.repeat(12)}` }))
    assert.ok(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 998))
    assert.doesNotMatch(file, /[^\r]\n/)
    const mail = readMail(file)
    assert.equal(mail.text, text)
    assert.equal(mail.headers.get('subject')?.trim(), `Zoë Ní Bhriain 🦊 ${'pledges again '.repeat(12)}`.trim())
  })

  it('cannot be given a header by what somebody typed', async () => {
    const nasty = 'Hello\r\nBcc: everybody@council.example\r\n\r\n<b>body</b>'
    const { headers, text } = readMail((await write(aLetter({ subject: nasty }))).file)
    assert.equal(headers.has('bcc'), false)
    assert.equal(text, aLetter().text)
  })

  it('appears whole, alone and for its owner only', async () => {
    const { folder, path } = await write(aLetter())
    assert.deepEqual(await readdir(folder), [`${aLetter().id}.eml`])
    assert.equal((await stat(path)).mode & 0o777, 0o600)
    assert.equal((await stat(folder)).mode & 0o777, 0o700)
  })

  it('sent twice is one file', async () => {
    const { folder } = await write(aLetter())
    await intoFolder(folder, FROM).carry(aLetter())
    assert.equal((await readdir(folder)).length, 1)
  })
})

type Heard = { commands: string[]; data: string }

/** As much of SMTP as a sender needs; `refuse` answers the commands that begin with it. */
async function aMailServer(refuse?: string): Promise<{ url: string; heard: Heard; server: Server }> {
  const heard: Heard = { commands: [], data: '' }
  const server = createServer((socket) => {
    let isData = false
    let rest = ''
    socket.on('error', () => {})
    socket.write('220 here\r\n')
    socket.setEncoding('utf8').on('data', (piece) => {
      rest += piece
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end)
        rest = rest.slice(end + 2)
        if (isData && line !== '.') {
          heard.data += `${line.replace(/^\./, '')}\r\n`
          continue
        }
        if (!isData) heard.commands.push(line)
        if (refuse && line.startsWith(refuse)) socket.write('550 no such person\r\n')
        else if (line === 'DATA') socket.write('354 go on\r\n')
        else if (line === 'QUIT') socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
        isData = line === 'DATA'
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, heard, server }
}

describe('a letter sent by SMTP', () => {
  const servers: Server[] = []
  after(() => servers.forEach((server) => void server.close()))
  const open = async (refuse?: string) => {
    const opened = await aMailServer(refuse)
    servers.push(opened.server)
    return opened
  }

  it('goes from the chapter to its reader, and to nobody else', async () => {
    const { url, heard } = await open()
    await bySmtp(url, FROM).carry(aLetter({ text: 'Zoë\n.\nend\n' }))
    assert.deepEqual(
      heard.commands.filter((line) => /^(MAIL|RCPT)/.test(line)).map((line) => line.replace(/ (BODY|SMTPUTF8).*/, '')),
      [`MAIL FROM:<${FROM}>`, 'RCPT TO:<ann@council.example>'],
    )
    const mail = readMail(heard.data)
    assert.equal(mail.headers.get('message-id'), '<01kb00000000000000000000aa@example.gov.uk>')
    assert.equal(mail.text.trimEnd(), 'Zoë\n.\nend')
  })

  it('fails, so that it is tried again, when nobody listens or the reader is refused', async () => {
    const gone = await open()
    gone.server.close()
    await once(gone.server, 'close')
    await assert.rejects(bySmtp(gone.url, FROM).carry(aLetter()), /ECONNREFUSED/)
    await assert.rejects(bySmtp((await open('RCPT')).url, FROM).carry(aLetter()), { code: 'EENVELOPE' })
  })

  it('keeps no secret in the house, while the page of a demo does', () => {
    assert.deepEqual(
      [bySmtp('smtp://127.0.0.1:1', FROM).keepsSecrets, intoFolder('x', FROM).keepsSecrets, onPage.keepsSecrets],
      [false, false, true],
    )
  })
})
