/** Takes letters from a mailbox of the organisation, which nobody else reads: what is unread is kept with us, and then marked as read. */
import { ImapFlow } from 'imapflow'
import { MOST_BYTES } from './message.ts'
import type { Take } from './receiving-smtp.ts'

export type MailboxOptions = { url: string; trusts?: string | undefined; take: Take; every?: number; report(fault: unknown): void }
export type Mailbox = { /** Looks now. */ look(): Promise<void>; stop(): Promise<void> }

const EVERY = 60_000
const PATIENCE = 30_000
const MOST_AT_ONCE = 100
const LAST_WAIT = 3000

export function openMailbox({ url, trusts, take, every = EVERY, report }: MailboxOptions): Mailbox {
  let isStopped = false
  let looking: Promise<void> = Promise.resolve()
  const look = (): Promise<void> => {
    looking = looking.then(() => (isStopped ? undefined : empty(url, trusts, take, report))).catch(report)
    return looking
  }
  const timer = setInterval(() => void look(), every)
  void look()
  return {
    look,
    async stop() {
      isStopped = true
      clearInterval(timer)
      // What is not kept by then stays unread, and comes again.
      await Promise.race([looking, new Promise((resolve) => setTimeout(resolve, LAST_WAIT).unref())])
    },
  }
}

/** A letter is marked only after it is kept: after a crash in between it comes again, and its Message-ID tells that it is the same. */
async function empty(url: string, trusts: string | undefined, take: Take, report: MailboxOptions['report']): Promise<void> {
  const { protocol, hostname, port, username, password, pathname } = new URL(url)
  const secure = protocol === 'imaps:'
  const client = new ImapFlow({
    host: hostname,
    port: Number(port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: 2 * PATIENCE,
  })
  client.on('error', report)
  await client.connect()
  try {
    await client.mailboxOpen(decodeURIComponent(pathname.slice(1)) || 'INBOX')
    const unread = (await client.search({ seen: false }, { uid: true })) || []
    for (const uid of unread.slice(0, MOST_AT_ONCE)) {
      const letter = await fetchLetter(client, uid)
      if (!letter) continue
      await take(letter.raw, { trusts, isCut: letter.isCut })
      await client.messageFlagsAdd(`${uid}`, ['\\Seen'], { uid: true })
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}

/** Of a letter that is too large only the headers. */
async function fetchLetter(client: ImapFlow, uid: number): Promise<{ raw: Buffer; isCut: boolean } | undefined> {
  const found = await client.fetchOne(`${uid}`, { size: true }, { uid: true })
  if (!found) return undefined
  const isCut = (found.size ?? 0) > MOST_BYTES
  const letter = await client.fetchOne(`${uid}`, isCut ? { headers: true } : { source: true }, { uid: true })
  const raw = letter ? (isCut ? letter.headers : letter.source) : undefined
  return raw && { raw, isCut }
}
