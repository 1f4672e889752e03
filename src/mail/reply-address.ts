/** The address to which an answer to one thing goes: replies+ID.SIGNATURE@host. Whoever has it was written to, or had the letter passed on. */
import { createHmac, timingSafeEqual } from 'node:crypto'

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'
const SIGNATURE_BYTES = 10
const ID = '[0-9a-hjkmnp-tv-z]{26}'
const SIGNATURE = '[a-z2-7]{16}'

/** `pattern` is the address without a token: replies@host. */
export function replyAddress(id: string, secret: string, pattern: string): string {
  const at = pattern.lastIndexOf('@')
  return `${pattern.slice(0, at)}+${id}.${signatureOf(id, secret)}${pattern.slice(at)}`
}

/** The id that an address was made for. Mail servers may change capitals, so they do not count. */
export function readReplyAddress(address: string, secret: string, pattern: string): string | undefined {
  const [typed, wanted] = [address.trim().toLowerCase(), pattern.toLowerCase()]
  const at = wanted.lastIndexOf('@')
  if (!isOurs(typed, wanted)) return undefined
  const token = typed.slice(at + 1, typed.lastIndexOf('@'))
  const [, id, signature] = new RegExp(`^(${ID})\\.(${SIGNATURE})$`).exec(token) ?? []
  if (id === undefined || signature === undefined) return undefined
  return timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(id, secret))) ? id : undefined
}

/** An address that we take letters for, with a token or without. */
export function isOurs(address: string, pattern: string): boolean {
  const [typed, wanted] = [address.trim().toLowerCase(), pattern.toLowerCase()]
  const at = wanted.lastIndexOf('@')
  return typed === wanted || (typed.startsWith(`${wanted.slice(0, at)}+`) && typed.endsWith(wanted.slice(at)) && typed.length < MOST)
}

const MOST = 255

function signatureOf(id: string, secret: string): string {
  const bytes = createHmac('sha256', secret).update(`reply ${id}`).digest().subarray(0, SIGNATURE_BYTES)
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  return Array.from({ length: (SIGNATURE_BYTES * 8) / 5 }, (_, at) => BASE32[Number((bits >> BigInt(75 - at * 5)) & 31n)]).join('')
}
