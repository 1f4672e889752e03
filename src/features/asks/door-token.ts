/** What stands in the address of the page on which somebody without an account answers: which ask, signed, so that only whoever has the letter finds it. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId } from '../../basics/id.ts'

const signed = (key: string, ask: string): string => createHmac('sha256', key).update(`answer ${ask}`).digest('base64url')

export const doorTokenOf = (key: string, ask: string): string => `${ask}-${signed(key, ask)}`

export function readDoorToken(key: string, token: string): string | undefined {
  const [, ask = '', signature = ''] = /^(\w{26})-([\w-]{43})$/.exec(token) ?? []
  if (!isId(ask)) return undefined
  const [right, given] = [Buffer.from(signed(key, ask)), Buffer.from(signature)]
  return right.length === given.length && timingSafeEqual(right, given) ? ask : undefined
}
