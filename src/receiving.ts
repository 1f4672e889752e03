/** Opens the door by which answers to letters come in, as the settings say. */
import { readFile } from 'node:fs/promises'
import { receive } from './features/replies/actions.ts'
import { openMailbox } from './mail/mailbox.ts'
import { readMessage } from './mail/message.ts'
import { openReceiving, type Take } from './mail/receiving-smtp.ts'
import { type Settings, WrongSetting } from './settings.ts'
import type { Db } from './storage/db.ts'
import { faultLine, type Log } from './web/log.ts'

/** The address to which answers go, without a token. */
export const replyPattern = (settings: Pick<Settings, 'replyTo'>, url: string): string =>
  settings.replyTo ?? `replies@${new URL(url).hostname}`

type Outside = { now: () => Date; log: Log }

/** Undefined when letters come in by npx appstarter receive-mail alone. */
export async function openReplies(
  settings: Settings,
  db: Db,
  url: string,
  { now, log }: Outside,
): Promise<{ stop(): Promise<void> } | undefined> {
  const { replies, mailTrusts: trusts } = settings
  if (!replies) return undefined
  const take: Take = async (raw, envelope) => void (await receive(db, await readMessage(raw, envelope), now()))
  const report = (fault: unknown): void => log('error', 'receiving failed', faultLine(fault))
  if (replies.by === 'mailbox') return openMailbox({ url: replies.url, trusts, take, report })
  const certificate = replies.certificate === undefined ? undefined : await readCertificate(replies.certificate)
  const receiving = await openReceiving({
    port: replies.port,
    pattern: replyPattern(settings, url),
    certificate,
    trusts,
    take,
    report,
  }).catch((fault: NodeJS.ErrnoException) => {
    throw new WrongSetting(`APPSTARTER_REPLIES: nobody can listen on port ${replies.port} (${fault.code ?? fault.message}).`)
  })
  log('info', 'taking replies', { port: receiving.port })
  return receiving
}

async function readCertificate(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '')
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text) && text.includes('-----BEGIN CERTIFICATE-----')) return text
  throw new WrongSetting(`APPSTARTER_REPLIES_CERTIFICATE must be a PEM file with a private key and a certificate; ${file} is not.`)
}
