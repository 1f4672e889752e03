/** What stands in the address of a one-click stop: whose letters of which class, signed, so that nobody can stop another's. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { isId } from '../../basics/id.ts'

/** Classes that one click can stop; an ask waits for an answer, and a door is asked for. */
export type Stoppable = 'news' | 'digest'
export const isStoppable = (about: string): about is Stoppable => about === 'news' || about === 'digest'

const signed = (key: string, text: string): string => createHmac('sha256', key).update(`stop ${text}`).digest('base64url')

export const stopTokenOf = (key: string, person: string, about: Stoppable): string => {
  const said = `${person}-${about}`
  return `${said}-${signed(key, said)}`
}

export function readStopToken(key: string, token: string): { person: string; about: Stoppable } | undefined {
  const [, person = '', about = '', signature = ''] = /^(\w{26})-(\w+)-([\w-]{43})$/.exec(token) ?? []
  if (!isId(person) || !isStoppable(about)) return undefined
  const right = Buffer.from(signed(key, `${person}-${about}`))
  const given = Buffer.from(signature)
  return right.length === given.length && timingSafeEqual(right, given) ? { person, about } : undefined
}
