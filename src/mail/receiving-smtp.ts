/** A port that takes letters for our reply addresses and for nobody else. Whoever connects is limited in size, number and time. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { type Envelope, MOST_BYTES } from './message.ts'
import { isOurs } from './reply-address.ts'

/** Keeps a letter; whoever sends it is told that we have it only after that. */
export type Take = (raw: Buffer, envelope: Envelope) => Promise<void>

export type ReceivingOptions = {
  port: number
  /** The address to which answers go, without a token. */
  pattern: string
  /** A PEM file's text with a key and its certificates; without it letters come in unencrypted. */
  certificate?: string | undefined
  trusts?: string | undefined
  take: Take
  report(fault: unknown): void
}
export type Receiving = { port: number; stop(): Promise<void> }

const MOST_CLIENTS = 20
const MOST_CLIENTS_OF_ONE = 5
const MOST_RECIPIENTS = 10
const MOST_A_MINUTE = 300
const PATIENCE = 30_000
const LONGEST = 5 * 60_000
/** Of a letter that is too large, enough to say whose it was. */
const KEPT_OF_TOO_LARGE = 64 * 1024
const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

export async function openReceiving(options: ReceivingOptions): Promise<Receiving> {
  const { port, pattern, certificate, trusts, take, report } = options
  const clients = new Map<string, number>()
  const recent = countingMinutes()
  const server = new SMTPServer({
    name: pattern.slice(pattern.lastIndexOf('@') + 1),
    banner: 'replies only',
    size: MOST_BYTES,
    authOptional: true,
    disabledCommands: certificate ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...(certificate ? { key: certificate, cert: certificate } : {}),
    disableReverseLookup: true,
    maxClients: MOST_CLIENTS,
    socketTimeout: PATIENCE,
    closeTimeout: 1000,
    logger: false,
    onConnect(session, done) {
      const from = session.remoteAddress
      const open = clients.get(from) ?? 0
      if (open >= MOST_CLIENTS_OF_ONE && !LOOPBACK.test(from)) return done(refusal(421, 'Too many connections at once'))
      clients.set(from, open + 1)
      done()
    },
    onClose({ remoteAddress: from }) {
      const open = (clients.get(from) ?? 1) - 1
      if (open > 0) clients.set(from, open)
      else clients.delete(from)
    },
    onMailFrom(_address, session, done) {
      done(recent(session.remoteAddress) > MOST_A_MINUTE ? refusal(451, 'Too many letters, try again in a minute') : null)
    },
    onRcptTo({ address }, session, done) {
      if (!isOurs(address, pattern)) return done(refusal(550, 'We take replies to our letters, and nothing else'))
      done(session.envelope.rcptTo.length >= MOST_RECIPIENTS ? refusal(452, 'Too many recipients') : null)
    },
    onData(stream, session, done) {
      receive(stream, session, take, trusts).then(done, (fault) => {
        report(fault)
        done(refusal(451, 'It could not be kept, try again later'))
      })
    },
  })
  // What a client does wrong is its own affair; nothing of it is worth a line in our log.
  server.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.syscall === 'listen') report(fault)
  })
  server.listen(port)
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** What the sender is told, if anything is wrong. */
async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  take: Take,
  trusts: string | undefined,
): Promise<Error | null> {
  const pieces: Buffer[] = []
  let size = 0
  const tooLong = setTimeout(() => stream.destroy(new Error('It took too long')), LONGEST)
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      size += piece.length
      if (size <= MOST_BYTES) pieces.push(piece)
      // Read to its end and let go, so that whoever sends it hears our answer.
      else if (pieces.length > 1) pieces.splice(0, pieces.length, Buffer.concat(pieces).subarray(0, KEPT_OF_TOO_LARGE))
    }
  } finally {
    clearTimeout(tooLong)
  }
  const { mailFrom, rcptTo } = session.envelope
  const isCut = size > MOST_BYTES
  const raw = Buffer.concat(pieces)
  await take(isCut ? raw.subarray(0, KEPT_OF_TOO_LARGE) : raw, {
    recipients: rcptTo.map(({ address }) => address),
    ...(mailFrom ? { returnPath: mailFrom.address } : {}),
    // Anybody can write the header that says who has checked a letter; only a mail server on this machine has taken it off first.
    trusts: LOOPBACK.test(session.remoteAddress) ? trusts : undefined,
    isCut,
  })
  return isCut ? refusal(552, 'Letters may have 1 MB at most') : null
}

const refusal = (responseCode: number, message: string): Error => Object.assign(new Error(message), { responseCode })

/** How often each source has come within this minute. */
function countingMinutes(): (source: string) => number {
  let minute = 0
  const counts = new Map<string, number>()
  return (source) => {
    const now = Math.floor(performance.now() / 60_000)
    if (now !== minute) counts.clear()
    minute = now
    counts.set(source, (counts.get(source) ?? 0) + 1)
    return counts.get(source) ?? 0
  }
}
