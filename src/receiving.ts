/** Opens the door by which answers to letters come in, as the settings say. */
import { readFile } from 'node:fs/promises'
import { replySecret } from './features/chapters/secret-actions.ts'
import type { PostOffice } from './features/letters/jobs.ts'
import { receive } from './features/replies/actions.ts'
import { openMailbox } from './mail/mailbox.ts'
import { readMessage } from './mail/message.ts'
import { openReceiving, type Take } from './mail/receiving-smtp.ts'
import { replyAddress } from './mail/reply-address.ts'
import { type Settings, WrongSetting } from './settings.ts'
import type { Db } from './storage/db.ts'
import { faultLine, type Log } from './web/log.ts'

/** Where answers to letters go. */
export type Answers = {
  /** The address without a token. */
  pattern: string
  /** Signs the token; without it letters say no address of their own. */
  secret?: string | undefined
  /** Where letters come from: only in the same domain may what cannot be delivered go to an address of ours. */
  mailFrom?: string | undefined
  /** The mail server whose word about the sender counts. */
  trusts?: string | undefined
}

export const answersAt = (origin: string): Answers => ({
  pattern: `replies@${URL.canParse(origin) ? new URL(origin).hostname : 'localhost'}`,
})

/** A chapter that takes no answers names no address for them. */
export async function readAnswers({ replies, replyTo, mailFrom, mailTrusts: trusts }: Settings, db: Db, url: string): Promise<Answers> {
  const { pattern } = answersAt(url)
  const isOpen = replies !== undefined || replyTo !== undefined
  return { pattern: replyTo ?? pattern, mailFrom: mailFrom ?? pattern, trusts, ...(isOpen ? { secret: await replySecret(db) } : {}) }
}

/** Letters may ask for a reply only where one arrives. */
export const takesReplies = ({ secret }: Answers): boolean => secret !== undefined

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

export const addressesOf = ({ pattern, secret, mailFrom = '' }: Answers): Pick<PostOffice, 'addresses'> =>
  secret === undefined
    ? {}
    : {
        addresses({ id }) {
          const replyTo = replyAddress(id, secret, pattern)
          return { replyTo, ...(domainOf(mailFrom) === domainOf(pattern) ? { bounceTo: replyTo } : {}) }
        },
      }

type Outside = { now: () => Date; log: Log }

/** Undefined when letters come in by npx appstarter receive-mail alone. */
export async function openReplies(
  settings: Settings,
  db: Db,
  { pattern, trusts }: Answers,
  { now, log }: Outside,
): Promise<{ stop(): Promise<void> } | undefined> {
  const { replies } = settings
  if (!replies) return undefined
  const take: Take = async (raw, envelope) => void (await receive(db, await readMessage(raw, envelope), now()))
  const report = (fault: unknown): void => log('error', 'receiving failed', faultLine(fault))
  if (replies.by === 'mailbox') return openMailbox({ url: replies.url, trusts, take, report })
  const certificate = replies.certificate === undefined ? undefined : await readCertificate(replies.certificate)
  const receiving = await openReceiving({
    port: replies.port,
    pattern,
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
