/** A letter as a carrier takes it, and the headers that every carrier which has headers gives it. */
import type { SendMailOptions } from 'nodemailer'

export type Envelope = {
  id: string
  to: string
  subject: string
  text: string
  /** The same words for those who read HTML. */
  html?: string
  at: Date
  /** Where an answer to this very letter goes, when not to the address that it comes from. */
  replyTo?: string
  /** Where a mail server reports that it could not deliver, when not to the address that the letter comes from. */
  bounceTo?: string
  /** One POST there, without signing in, stops letters of this class (RFC 8058). */
  unsubscribe?: string
  /** The id of the first letter about the same ask: mail programs put both into one conversation. */
  inReplyTo?: string
  /** We have tried before, and do not know whether it left. */
  isAgain?: boolean
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

/** The letter's own and always the same: a letter sent twice after a crash is one letter to the mail program. */
export const messageIdOf = (id: string, from: string): string => `<${id}@${domainOf(from)}>`

/** The letter that a Message-ID names, when it is one of ours. */
export function letterOfMessageId(messageId: string, from: string): string | undefined {
  const [, id, domain] = /^\s*<?([0-9a-z]{26})@([^>\s]+)>?\s*$/i.exec(messageId) ?? []
  return domain?.toLowerCase() === domainOf(from).toLowerCase() ? id?.toLowerCase() : undefined
}

/**
 * No "Precedence: bulk": some servers refuse it, and it hides asks. Exchange is asked to answer nothing by itself, except that a letter
 * could not be delivered, for that we want to hear (so not "All").
 */
const QUIET = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'DR, RN, NRN, OOF, AutoReply' }

export function messageOf(envelope: Envelope, from: string): SendMailOptions {
  const { id, to, subject, text, html, at, replyTo, bounceTo, unsubscribe, inReplyTo } = envelope
  const first = inReplyTo === undefined ? undefined : messageIdOf(inReplyTo, from)
  return {
    from,
    to,
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    date: at,
    messageId: messageIdOf(id, from),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(first === undefined ? {} : { inReplyTo: first, references: [first] }),
    ...(bounceTo === undefined ? {} : { envelope: { from: bounceTo, to } }),
    headers: {
      ...QUIET,
      ...(unsubscribe === undefined
        ? {}
        : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
    },
  }
}
