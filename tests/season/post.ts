/** Letters as mail programs and machines write them, from their first byte: answers of every make, machines that answer, and bounces. */
import { createTransport, type SendMailOptions } from 'nodemailer'
import type { Envelope } from '../../src/mail/envelope.ts'
import type { Person } from './people.ts'

export type Make = 'plain' | 'html only' | 'with attachment' | 'passed through filters'
export const MAKES: readonly Make[] = ['plain', 'plain', 'html only', 'with attachment', 'passed through filters']

export type Raw = { messageId: string; raw: Buffer; returnPath?: string }

const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })

async function write(options: SendMailOptions, head = ''): Promise<Buffer> {
  const { message } = await composer.sendMail(options)
  return Buffer.concat([Buffer.from(head), message as Buffer])
}

const signature = ({ name }: Pick<Person, 'name'>): string => `Kind regards,\n${name}\nDigital lead | Some Council\n01234 567890`
const CAUTION = 'CAUTION: This email originated from outside of the organisation. Do not click links unless you know the sender.\n\n'
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')

type Answering = { to: Envelope; from: { name: string; email: string }; text: string; make: Make; at: Date; messageId: string }

/** Above what it answers, which is quoted below, as every mail program does. */
export async function anAnswer({ to, from, text, make, at, messageId }: Answering, head = '', address = to.replyTo ?? ''): Promise<Raw> {
  const quoted = to.text.replace(/^/gm, '> ')
  const below = `On Mon, 23 Nov 2026 at 10:02, Appstarter <${address}> wrote:\n\n${quoted}`
  const said = make === 'passed through filters' ? CAUTION + text : text
  const plain = `${said}\n\n${signature(from)}\n\n${below}`
  const html = `<div>${escaped(text)}</div><br><div>${escaped(signature(from))}</div><div class="gmail_quote"><div class="gmail_attr">On Mon, 23 Nov 2026, Appstarter wrote:</div><blockquote>${to.html ?? escaped(to.text)}</blockquote></div>`
  const options = {
    ...{ from: `${from.name} <${from.email}>`, to: address, subject: `Re: ${to.subject}`, date: at, messageId },
    ...(make === 'html only' ? { html } : { text: plain }),
    ...(make === 'with attachment' ? { attachments: [{ filename: 'notes.txt', content: 'yes' }] } : {}),
  }
  return { messageId, raw: await write(options, head), returnPath: from.email }
}

/** Its words begin with an answer: only what it is keeps it from being one. */
export async function aMachineAnswer({ to, from, text, at, messageId }: Answering, isMarked: boolean): Promise<Raw> {
  const options = {
    ...{ from: `${from.name} <${from.email}>`, to: to.replyTo ?? '', date: at, messageId, text: `${text}\n\nI am away.` },
    subject: isMarked ? `Re: ${to.subject}` : `Automatic reply: ${to.subject}`,
    ...(isMarked ? { headers: { 'Auto-Submitted': 'auto-replied' } } : {}),
  }
  return { messageId, raw: await write(options), returnPath: isMarked ? from.email : '' }
}

/** What a mail server writes that could not deliver (RFC 3464). */
export function aBounce(to: Envelope, { at, messageId }: { at: Date; messageId: string }): Raw {
  const head = [
    'From: Mail Delivery System <MAILER-DAEMON@mx.town.example>',
    `To: ${to.bounceTo ?? ''}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${at.toUTCString()}`,
    `Message-ID: ${messageId}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="edge"',
  ]
  const parts = [
    'Content-Type: text/plain; charset=utf-8\r\n\r\nyes\r\n\r\nIt could not be delivered.',
    `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.town.example\r\n\r\nFinal-Recipient: rfc822; ${to.to}\r\nAction: failed\r\nStatus: 5.1.1`,
  ]
  const body = `${parts.map((part) => `--edge\r\n${part}\r\n`).join('')}--edge--\r\n`
  return { messageId, raw: Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`), returnPath: '' }
}
