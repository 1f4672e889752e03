/** The ways in which a letter leaves the house: by SMTP, as a file, or (in a demo) onto a page. */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'

export type Envelope = { id: string; to: string; subject: string; text: string; at: Date }
export type Carrier = { keepsSecrets: boolean; carry(envelope: Envelope): Promise<void> }

/** The demo's letters stay in the database and are read on a page, secrets and all. */
export const onPage: Carrier = { keepsSecrets: true, carry: async () => {} }

/** Shorter than the time for which due work is left to one process, so that a mail server which hangs makes no letter leave twice. */
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 30_000 }

export function bySmtp(url: string, from: string): Carrier {
  // A password never goes over a line that others can read; on this machine there is no line.
  const { username, hostname } = new URL(url)
  const requireTLS = username !== '' && !/^(localhost|127\..*|\[::1\])$/.test(hostname)
  const transport = createTransport({ ...PATIENCE, requireTLS, url })
  return { keepsSecrets: false, carry: async (envelope) => void (await transport.sendMail(message(envelope, from))) }
}

/** Each letter a file that any mail program opens. Written aside and renamed, so that nobody reads half a letter. */
export function intoFolder(folder: string, from: string): Carrier {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    keepsSecrets: false,
    async carry(envelope) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const composed = await composer.sendMail(message(envelope, from))
      const aside = join(folder, `.${envelope.id}`)
      await writeFile(aside, composed.message as Buffer, { mode: 0o600 })
      await rename(aside, join(folder, `${envelope.id}.eml`))
    },
  }
}

/** The Message-ID is the letter's own: a letter sent twice after a crash is one letter to the mail program. */
const message = ({ id, to, subject, text, at }: Envelope, from: string): SendMailOptions => ({
  from,
  to,
  subject,
  text,
  date: at,
  messageId: `<${id}@${from.slice(from.lastIndexOf('@') + 1).replace('>', '')}>`,
  headers: { 'Auto-Submitted': 'auto-generated' },
})
