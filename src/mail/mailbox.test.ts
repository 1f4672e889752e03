/** A mailbox is emptied once: what is unread is kept with us first and marked then, and after a fault it is looked at again. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { type Mailbox, openMailbox } from './mailbox.ts'
import { type Message, readMessage } from './message.ts'

const letter = (text: string, id: string): string =>
  `From: ann@council.example\r\nMessage-ID: <${id}@council.example>\r\nSubject: Re: x\r\n\r\n${text}\r\n`
type Kept = { text: string; size?: number; isSeen: boolean }

/** As much of IMAP as a reader of one mailbox needs. */
async function aMailServer(letters: Kept[]): Promise<{ url: string; heard: string[]; server: Server; sockets: Set<Socket> }> {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).write('* OK [CAPABILITY IMAP4rev1] here\r\n')
    let rest = ''
    socket.setEncoding('utf8').on('data', (piece) => {
      rest += piece
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const [tag = '', ...words] = rest.slice(0, end).split(' ')
        rest = rest.slice(end + 2)
        const command = words.join(' ')
        heard.push(command)
        socket.write(`${answers(command, letters)}${tag} OK done\r\n`)
        if (command === 'LOGOUT') socket.end()
      }
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `imap://replies%40council.example:secret@127.0.0.1:${(server.address() as AddressInfo).port}/INBOX`,
    heard,
    server,
    sockets,
  }
}

function answers(command: string, letters: Kept[]): string {
  const uid = Number(/^UID \w+ (\d+)/.exec(command)?.[1] ?? 0)
  const found = letters[uid - 1]
  if (command === 'CAPABILITY') return '* CAPABILITY IMAP4rev1\r\n'
  if (command.startsWith('LIST')) return '* LIST (\\HasNoChildren) "/" "INBOX"\r\n'
  if (command.startsWith('SELECT'))
    return `* FLAGS (\\Seen)\r\n* ${letters.length} EXISTS\r\n* OK [PERMANENTFLAGS (\\Seen)] ok\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT 99] ok\r\n`
  if (command.startsWith('UID SEARCH')) return `* SEARCH${letters.map(({ isSeen }, at) => (isSeen ? '' : ` ${at + 1}`)).join('')}\r\n`
  if (command.startsWith('UID STORE') && found) {
    found.isSeen = true
    return `* ${uid} FETCH (UID ${uid} FLAGS (\\Seen))\r\n`
  }
  if (!command.startsWith('UID FETCH') || !found) return ''
  if (command.includes('RFC822.SIZE')) return `* ${uid} FETCH (UID ${uid} RFC822.SIZE ${found.size ?? found.text.length})\r\n`
  const isHeader = command.includes('BODY.PEEK[HEADER]')
  const text = isHeader ? found.text.slice(0, found.text.indexOf('\r\n\r\n') + 4) : found.text
  return `* ${uid} FETCH (UID ${uid} BODY[${isHeader ? 'HEADER' : ''}] {${text.length}}\r\n${text})\r\n`
}

describe('a mailbox', () => {
  let taken: Message[] = []
  let faults: unknown[] = []
  let fails = false
  let open: { mailbox: Mailbox; end(): void } | undefined
  beforeEach(() => {
    taken = []
    faults = []
    fails = false
  })
  afterEach(async () => {
    await open?.mailbox.stop()
    open?.end()
  })
  async function look(letters: Kept[]): Promise<string[]> {
    const { url, heard, server, sockets } = await aMailServer(letters)
    const mailbox = openMailbox({
      url,
      every: 60_000,
      take: async (raw, envelope) => {
        if (fails) throw new Error('the database is away')
        taken.push(await readMessage(raw, envelope))
      },
      report: (fault) => void faults.push(fault),
    })
    open = {
      mailbox,
      end() {
        for (const socket of sockets) socket.destroy()
        server.close()
      },
    }
    await mailbox.look()
    return heard
  }

  it('gives each unread letter once, and marks it', async () => {
    const letters: Kept[] = [
      { text: letter('Old', '1'), isSeen: true },
      { text: letter('Yes', '2'), isSeen: false },
      { text: letter('No', '3'), isSeen: false },
    ]
    const heard = await look(letters)
    assert.deepEqual(faults, [])
    assert.deepEqual(
      taken.map(({ text }) => text.trim()),
      ['Yes', 'No'],
    )
    assert.ok(letters.every(({ isSeen }) => isSeen))
    assert.ok(
      heard.some((command) => /^LOGIN "?replies@council\.example"? "?secret"?$/.test(command)),
      heard.join('\n'),
    )
    await open?.mailbox.look()
    assert.equal(taken.length, 2)
  })
  it('keeps a letter unread that could not be kept, and gives it again', async () => {
    const letters: Kept[] = [{ text: letter('Yes', '1'), isSeen: false }]
    fails = true
    await look(letters)
    assert.deepEqual([letters[0]?.isSeen, taken.length, faults.length > 0], [false, 0, true])
    fails = false
    await open?.mailbox.look()
    assert.deepEqual([letters[0]?.isSeen, taken.length], [true, 1])
  })
  it('reads only the headers of what is too large', async () => {
    await look([{ text: letter('Yes', '1'), size: 20_000_000, isSeen: false }])
    assert.deepEqual(
      taken.map(({ from, fault, text }) => [from, fault, text]),
      [['ann@council.example', 'too large', '']],
    )
  })
  it('goes on when nobody is there', async () => {
    const mailbox = openMailbox({ url: 'imap://a:b@127.0.0.1:1/INBOX', take: async () => {}, report: (fault) => void faults.push(fault) })
    await mailbox.look()
    await mailbox.stop()
    assert.ok(faults.length > 0)
  })
})
