/** A letter as it comes in, read behind limits. Whatever is wrong with it, this ends, and says so: it never throws. */
import { createHash } from 'node:crypto'
import PostalMime, { type Attachment, addressParser, type Email } from 'postal-mime'
import { type Headers, isAutomatic, isNullPath } from './automatic.ts'
import { type Bounce, isBounce, readBounce } from './bounce.ts'
import { htmlText } from './html-text.ts'
import { type Proof, proofOf } from './sender.ts'

export type Message = {
  messageId: string
  /** Empty unless it names exactly one address. */
  from: string
  fromName: string
  to: readonly string[]
  subject: string
  /** What its writer sees; empty when it cannot be read. */
  text: string
  isAutomatic: boolean
  isBounce: boolean
  bounced?: Bounce
  inReplyTo: string
  references: readonly string[]
  attachments: number
  sender: Proof
  /** Why no more of it could be read. */
  fault?: 'too large' | 'malformed'
}

/** What the door knows that the letter does not say. */
export type Envelope = {
  /** Where it was to go; a letter alone names only those whom its writer wants to show. */
  recipients?: readonly string[]
  /** Empty when nothing may go back. */
  returnPath?: string
  /** The mail server whose word about the sender counts. */
  trusts?: string | undefined
  /** There was more of it than we take. */
  isCut?: boolean
}

export const MOST_BYTES = 1024 * 1024
const MOST_HEADERS = 64 * 1024
const MOST_PART_HEADERS = 256 * 1024
const MOST_DEPTH = 20
const MOST_BOUNDARIES = 400
/** A megabyte of attachment has 14,000. */
const MOST_LINES = 15_000
const MOST_TEXT = 20_000
const MOST_SUBJECT = 300
const MOST_ADDRESSES = 50

export async function readMessage(raw: Buffer, envelope: Envelope = {}): Promise<Message> {
  const head = headOf(raw)
  const fault =
    raw.length > MOST_BYTES || envelope.isCut ? 'too large' : head.length > MOST_HEADERS || isCrowded(raw) ? 'malformed' : undefined
  const email = fault ? undefined : await parse(raw)
  const known = email ?? (await parse(lastLineWhole(head))) ?? NOTHING
  const message = toMessage(known, raw, envelope)
  return email ? message : { ...message, text: '', attachments: 0, fault: fault ?? 'malformed' }
}

const NOTHING: Email = { headers: [], headerLines: [], attachments: [] }

async function parse(raw: Buffer): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(raw, {
      maxNestingDepth: MOST_DEPTH,
      maxHeadersSize: MOST_PART_HEADERS,
      maxRfc822NestingDepth: 0,
      forceRfc822Attachments: true,
    })
  } catch {
    return undefined
  }
}

/** Up to the first empty line. */
function headOf(raw: Buffer): Buffer {
  const ends = [raw.indexOf('\r\n\r\n'), raw.indexOf('\n\n')].filter((end) => end >= 0)
  return raw.subarray(0, ends.length > 0 ? Math.min(...ends) : raw.length)
}

/** As many whole lines of the headers as fit. */
function lastLineWhole(head: Buffer): Buffer {
  if (head.length <= MOST_HEADERS) return head
  const end = head.subarray(0, MOST_HEADERS).lastIndexOf('\n')
  return head.subarray(0, Math.max(end, 0))
}

/** More lines than a letter of this size has, or more lines that begin as the edge between two parts does: each takes time to read. */
const isCrowded = (raw: Buffer): boolean =>
  countOf(raw, '\n', MOST_LINES) > MOST_LINES || countOf(raw, '\n--', MOST_BOUNDARIES) > MOST_BOUNDARIES

/** Counted no further than the limit. */
function countOf(raw: Buffer, mark: string, most: number): number {
  let count = 0
  for (let at = raw.indexOf(mark); at >= 0 && count <= most; at = raw.indexOf(mark, at + mark.length)) count++
  return count
}

function toMessage(email: Email, raw: Buffer, { recipients = [], returnPath, trusts }: Envelope): Message {
  const headers = gathered(email)
  const { from, fromName } = writerOf(headers)
  const subject = plain(email.subject ?? '').slice(0, MOST_SUBJECT)
  const path = isNullPath(headers, returnPath) ? '' : returnPath
  const report = reportOf(email.attachments)
  const bounces = isBounce(headers, from, path === '', report)
  const text = textOf(email)
  const bounced = bounces ? readBounce(report, text) : undefined
  const hasCalendar = email.attachments.some(({ mimeType, method }) => mimeType === 'text/calendar' && method === 'REPLY')
  return {
    messageId: plain(email.messageId ?? '').slice(0, MOST_SUBJECT) || `<${createHash('sha256').update(raw).digest('hex')}@no-id>`,
    from,
    fromName,
    to: recipientsOf(headers, recipients),
    subject,
    text,
    isAutomatic: bounces || isAutomatic({ headers, from, subject, returnPath, hasCalendar }),
    isBounce: bounces,
    ...(bounced ? { bounced } : {}),
    inReplyTo: plain(email.inReplyTo ?? '').slice(0, MOST_SUBJECT),
    references: plain(email.references ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .slice(-MOST_ADDRESSES),
    attachments: email.attachments.filter(({ related, disposition }) => !related && disposition !== 'inline').length,
    sender: proofOf(headers.get('authentication-results') ?? [], trusts, from),
  }
}

function gathered(email: Email): Headers {
  const headers = new Map<string, string[]>()
  for (const { key, value } of email.headers) headers.set(key, [...(headers.get(key) ?? []), value])
  return headers
}

/** One From with one address in it; anything else could be read in two ways. */
function writerOf(headers: Headers): { from: string; fromName: string } {
  const lines = headers.get('from') ?? []
  const named = lines.length === 1 ? addressParser(lines[0] ?? '') : []
  const [only] = named
  if (named.length !== 1 || !only || only.group || !ADDRESS.test(only.address)) return { from: '', fromName: '' }
  return { from: only.address.toLowerCase(), fromName: plain(only.name).slice(0, MOST_SUBJECT) }
}

const ADDRESS = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i
const TO = ['delivered-to', 'x-original-to', 'envelope-to', 'to', 'cc']

function recipientsOf(headers: Headers, recipients: readonly string[]): string[] {
  const shown = TO.flatMap((name) =>
    (headers.get(name) ?? []).flatMap((line) => addressParser(line.slice(0, MOST_TEXT), { flatten: true })),
  )
  const all = [...recipients, ...shown.map(({ address }) => address ?? '')].map((address) => address.toLowerCase())
  return [...new Set(all.filter((address) => ADDRESS.test(address)))].slice(0, MOST_ADDRESSES)
}

/** What is crossed out shows only in the HTML. */
function textOf(email: Email): string {
  const html = email.html ? htmlText(email.html) : undefined
  const typed = email.text ?? ''
  const text = typed.trim() === '' || html?.hasStruck ? (html?.text ?? '') : typed
  return kept(text.slice(0, MOST_TEXT))
}

/** Without what a database cannot keep. */
const kept = (text: string): string => text.replace(/\0|\p{Cs}/gu, '')
const plain = (text: string): string => kept(text.replace(/\p{Cc}+/gu, ' ').trim())

function reportOf(attachments: readonly Attachment[]): string | undefined {
  const report = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status')
  if (!report) return undefined
  return typeof report.content === 'string'
    ? report.content
    : Buffer.from(report.content instanceof ArrayBuffer ? new Uint8Array(report.content) : report.content).toString('utf8')
}
