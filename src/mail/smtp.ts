/** Letters by SMTP, over a few connections that are used again. */
import { Transform } from 'node:stream'
import { createTransport } from 'nodemailer'
import { type Carrier, RefusedForGood } from './carriers.ts'
import { messageIdOf, messageOf } from './envelope.ts'
import { inTurn } from './in-turn.ts'

/** Shorter than the time for which due work is left to one process, so that a mail server which hangs makes no letter leave twice. */
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 30_000 }
const AT_ONCE = 4

/**
 * Several letters travel at once, but their last line goes out one after the other, each when the one before is written down as sent.
 * So a crash leaves one letter at most of which we do not know whether the server has it.
 */
export function bySmtp(url: string, from: string): Carrier {
  // A password never goes over a line that others can read; on this machine there is no line.
  const { username, hostname } = new URL(url)
  const requireTLS = username !== '' && !/^(localhost|127\..*|\[::1\])$/.test(hostname)
  const transport = createTransport({ ...PATIENCE, requireTLS, url, pool: true, maxConnections: AT_ONCE })
  const take = inTurn()
  const lastLines = new Map<string, () => Promise<void>>()
  transport.use('stream', (mail, done) => {
    mail.message.transform(() => endingAfter(lastLines.get(mail.message.messageId())))
    done()
  })

  return {
    keepsSecrets: false,
    atOnce: AT_ONCE,
    async carry(envelope, kept) {
      const messageId = messageIdOf(envelope.id, from)
      let release: (() => void) | undefined
      let isOver = false
      lastLines.set(messageId, async () => {
        const mine = await take()
        if (isOver) mine()
        else release = mine
      })
      try {
        await transport.sendMail(messageOf(envelope, from))
        await kept()
      } catch (fault) {
        throw refusalIn(fault as Answered) ?? fault
      } finally {
        isOver = true
        lastLines.delete(messageId)
        release?.()
      }
    },
    close: () => transport.close(),
  }
}

const endingAfter = (turn: (() => Promise<void>) | undefined): Transform =>
  new Transform({
    transform: (piece, _, done) => done(null, piece),
    flush: (done) => void (turn?.() ?? Promise.resolve()).then(() => done(), done),
  })

type Answered = { responseCode?: number; command?: string; response?: string }

/**
 * The reader's server has said that it will never take this letter. What it says about us, such as a wrong password, can be mended and is
 * tried again. A server that takes nothing from us as a matter of policy (5.7) says nothing about the address.
 */
function refusalIn({ responseCode = 0, command, response = '' }: Answered): RefusedForGood | undefined {
  if (responseCode < 500 || responseCode > 599 || (command !== 'RCPT TO' && command !== 'DATA')) return undefined
  const status = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})/.exec(response)?.[1] ?? String(responseCode)
  return new RefusedForGood(status, command === 'RCPT TO' && !status.startsWith('5.7'))
}
