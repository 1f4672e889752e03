/** Letters as files, whole and once, with every header that a mail program needs. */
import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { readMail } from '../../tests/eml.ts'
import type { Envelope } from './carriers.ts'
import { letterOfMessageId, messageIdOf } from './envelope.ts'
import { intoFolder } from './folder.ts'

const FROM = 'appstarter@example.gov.uk'
const ID = '01kb00000000000000000000aa'
const aLetter = (more: Partial<Envelope> = {}): Envelope => ({
  id: ID,
  to: 'ann@council.example',
  subject: 'Your link and code to sign in',
  text: 'Type this code:\n123 456\n',
  at: new Date('2026-11-23T10:00:00Z'),
  ...more,
})
const kept = async () => {}

async function write(letter: Envelope, from = FROM) {
  const folder = join(await mkdtemp(join(tmpdir(), 'letters-')), 'new')
  await intoFolder(folder, from).carry(letter, kept)
  const path = join(folder, `${letter.id}.eml`)
  return { folder, path, file: await readFile(path, 'utf8') }
}

describe('a letter written as a file', () => {
  it('has the headers that a mail program needs', async () => {
    const { headers, text } = readMail((await write(aLetter())).file)
    assert.equal(headers.get('from'), FROM)
    assert.equal(headers.get('to'), 'ann@council.example')
    assert.equal(headers.get('subject'), 'Your link and code to sign in')
    assert.equal(headers.get('message-id'), `<${ID}@example.gov.uk>`)
    assert.equal(new Date(headers.get('date') ?? '').toISOString(), '2026-11-23T10:00:00.000Z')
    assert.equal(headers.get('mime-version'), '1.0')
    assert.match(headers.get('content-type') ?? '', /^text\/plain; charset=utf-8/)
    assert.equal(text, aLetter().text)
  })

  it('asks for no answer by machines, except that it could not be delivered', async () => {
    const { headers } = readMail((await write(aLetter())).file)
    assert.equal(headers.get('auto-submitted'), 'auto-generated')
    assert.equal(headers.get('x-auto-response-suppress'), 'DR, RN, NRN, OOF, AutoReply')
    for (const name of ['precedence', 'list-unsubscribe', 'list-unsubscribe-post', 'reply-to', 'in-reply-to', 'references'])
      assert.ok(!headers.has(name), name)
  })

  it('says where to answer, what to follow, and where one POST stops such letters', async () => {
    const more = {
      replyTo: 'k7qx4@replies.example',
      inReplyTo: '01kb00000000000000000000bb',
      unsubscribe: 'https://ours.example/letters/stop/x',
    }
    const { headers } = readMail((await write(aLetter(more))).file)
    assert.equal(headers.get('reply-to'), 'k7qx4@replies.example')
    assert.equal(headers.get('in-reply-to'), '<01kb00000000000000000000bb@example.gov.uk>')
    assert.equal(headers.get('references'), '<01kb00000000000000000000bb@example.gov.uk>')
    assert.equal(headers.get('list-unsubscribe'), '<https://ours.example/letters/stop/x>')
    assert.equal(headers.get('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
  })

  it('has its plain text first and the HTML after it, both whole', async () => {
    const html = `<!doctype html>\n<p>Zoë’s ${'long '.repeat(300)}🦊 code = 123</p>\n`
    const { headers, text, html: read } = readMail((await write(aLetter({ html, text: 'Zoë’s code = 123\n' }))).file)
    assert.match(headers.get('content-type') ?? '', /^multipart\/alternative/)
    assert.deepEqual([text.trimEnd(), read?.trimEnd()], ['Zoë’s code = 123', html.trimEnd()])
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
    assert.deepEqual(await readdir(folder), [`${ID}.eml`])
    assert.equal((await stat(path)).mode & 0o777, 0o600)
    assert.equal((await stat(folder)).mode & 0o777, 0o700)
  })

  it('sent twice is one file', async () => {
    const { folder } = await write(aLetter())
    await intoFolder(folder, FROM).carry(aLetter(), kept)
    assert.equal((await readdir(folder)).length, 1)
  })
})

it('a letter is known by its Message-ID, and no other', () => {
  assert.equal(letterOfMessageId(messageIdOf(ID, FROM), FROM), ID)
  assert.equal(letterOfMessageId(` <${ID.toUpperCase()}@EXAMPLE.gov.uk> `, FROM), ID)
  for (const other of [`<${ID}@other.example>`, '<x@example.gov.uk>', '', ID]) assert.equal(letterOfMessageId(other, FROM), undefined)
})
