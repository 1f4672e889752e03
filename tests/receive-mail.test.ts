/** Answers come into the real program by its pipe and by its port, are kept once, and outlive it. */
import assert from 'node:assert/strict'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { createTransport } from 'nodemailer'
import { EMBEDDED_WORKER, inRoot } from '../src/root.ts'
import { openEmbedded } from '../src/storage/embedded.ts'
import { runCommand, startServing, until } from './serving.ts'

const letter = (id: string, text = 'Yes'): string =>
  `From: ann@council.example\r\nTo: replies@localhost\r\nMessage-ID: <${id}@council.example>\r\nSubject: Re: x [K7QX4]\r\n\r\n${text}\r\n`

let folder = ''
before(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'receive-')), 'chapter')
  const made = await runCommand(['new-chapter', folder, '--name', 'Harbour', '--broker', 'broker@council.example', '--pack', 'none'])
  assert.equal(made.code, 0, made.said)
})

async function kept(): Promise<string[]> {
  const storage = await openEmbedded(folder, EMBEDDED_WORKER)
  try {
    const rows = await storage.db.selectFrom('received').select(['sender', 'subject', 'said', 'fault']).orderBy('id').execute()
    return rows.map(({ sender, subject, said, fault }) => [sender, subject, said?.trim(), fault].filter(Boolean).join(' | '))
  } finally {
    await storage.close()
  }
}

describe('the pipe of a mail server', () => {
  const pipe = (typed: string, ...more: string[]) => runCommand(['receive-mail', ...more], { APPSTARTER_DATA: folder }, typed)

  it('keeps a letter once, and says nothing', async () => {
    for (const id of ['1', '2', '1']) assert.deepEqual(await pipe(letter(id)).then(({ code, out, said }) => [code, out, said]), [0, '', ''])
    assert.deepEqual(await kept(), ['ann@council.example | Re: x [K7QX4] | Yes', 'ann@council.example | Re: x [K7QX4] | Yes'])
  })
  it('keeps what it cannot read, too', async () => {
    assert.equal((await pipe(letter('3', 'x\r\n'.repeat(500_000)))).code, 0)
    assert.match((await kept()).at(-1) ?? '', /too large$/)
  })
  it('says that the mail server should try again when it cannot be kept now', async () => {
    const away = { APPSTARTER_DATA: folder, DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }
    const { code, out, said } = await runCommand(['receive-mail'], away, letter('5'))
    assert.deepEqual([code, out, said.length > 0], [75, '', true])
  })
  it('says when there is none', async () => {
    const { code, said } = await pipe('')
    assert.deepEqual([code, /There is no letter/.test(said)], [1, true])
  })
})

describe('the port of a server', () => {
  it('takes letters, encrypted where it has a certificate, and the pipe at the same time', async () => {
    const certificate = fileURLToPath(inRoot('tests/certificate.pem'))
    const serving = await startServing(folder, { APPSTARTER_REPLIES: 'smtp:0', APPSTARTER_REPLIES_CERTIFICATE: certificate })
    try {
      const port = (): number => Number(/"taking replies","port":(\d+)/.exec(serving.log.text)?.[1] ?? 0)
      await until(() => port() > 0)
      const transport = createTransport({ host: '127.0.0.1', port: port(), requireTLS: true, tls: { rejectUnauthorized: false } })
      await transport.sendMail({ from: 'bo@council.example', to: 'replies+token@localhost', subject: 'Re: y', text: 'No' })
      await assert.rejects(transport.sendMail({ from: 'bo@council.example', to: 'bo@elsewhere.example', subject: 'spam', text: 'No' }), {
        responseCode: 550,
      })
      assert.equal((await runCommand(['receive-mail'], { APPSTARTER_DATA: folder }, letter('4', 'piped'))).code, 0)
    } finally {
      await serving.stop()
    }
    assert.deepEqual((await kept()).slice(-2), ['bo@council.example | Re: y | No', 'ann@council.example | Re: x [K7QX4] | piped'])
  })
  it('is not opened with a certificate that is none', async () => {
    const file = join(folder, '..', 'no.pem')
    await writeFile(file, 'hello')
    const { code, said } = await runCommand(['serve'], {
      APPSTARTER_DATA: folder,
      PORT: '0',
      APPSTARTER_REPLIES: 'smtp:0',
      APPSTARTER_REPLIES_CERTIFICATE: file,
    })
    assert.deepEqual([code, /APPSTARTER_REPLIES_CERTIFICATE must be/.test(said)], [1, true])
  })
})
