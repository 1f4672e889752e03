/** Reads from a bounce who could not be reached and why: as RFC 3464 says it, or in plain words as far as they are sure. */
import type { Headers } from './automatic.ts'

export type Bounce = { recipient: string; status: string /** The address is no more; a full mailbox may be emptied. */; isForGood: boolean }

const DAEMON = /^(mailer-daemon|mail-daemon|mailerdaemon|mdaemon|postmaster)@/i
const ADDRESS = /[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}/i
const GONE = /^5\.(1\.(1|2|3|6|10)|2\.1)$/
const MOST = 100_000

/** Written by a machine that says that something did not arrive. */
export function isBounce(headers: Headers, from: string, isNullPath: boolean, report: string | undefined): boolean {
  const type = (headers.get('content-type')?.[0] ?? '').toLowerCase()
  if (report !== undefined || (type.startsWith('multipart/report') && type.includes('delivery-status'))) return true
  return headers.has('x-failed-recipients') || (DAEMON.test(from) && isNullPath) || /^(mailer-daemon|mailerdaemon)@/i.test(from)
}

/** `report` is the part for machines, `text` the part for people. */
export function readBounce(report: string | undefined, text: string): Bounce | undefined {
  return (report === undefined ? undefined : fromReport(report.slice(0, MOST))) ?? fromText(text.slice(0, MOST))
}

function fromReport(report: string): Bounce | undefined {
  const field = (name: string): string => new RegExp(`^${name}:[ \\t]*([^\\r\\n]{1,300})`, 'im').exec(report)?.[1]?.trim() ?? ''
  if (!/^failed\b/i.test(field('Action'))) return undefined
  const recipient = ADDRESS.exec((field('Original-Recipient') || field('Final-Recipient')).replace(/^[^;]*;/, ''))?.[0]
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(field('Status'))?.[0]
  return recipient && status ? { recipient: recipient.toLowerCase(), status, isForGood: GONE.test(status) } : undefined
}

/** Sure only when one address and one status stand near each other. */
function fromText(text: string): Bounce | undefined {
  const found = [...text.matchAll(/\b(5\.\d{1,3}\.\d{1,3})\b/g)]
  const statuses = new Set(found.map(([, status = '']) => status))
  const [first] = found
  const [status] = statuses
  if (!first || statuses.size !== 1 || status === undefined) return undefined
  const near = text.slice(Math.max(0, first.index - NEAR), first.index + NEAR)
  const addresses = new Set([...near.matchAll(new RegExp(ADDRESS, 'gi'))].map(([address]) => address.toLowerCase()))
  const [recipient] = [...addresses].filter((address) => !DAEMON.test(address))
  return recipient && addresses.size === 1 ? { recipient, status, isForGood: GONE.test(status) } : undefined
}

const NEAR = 400
