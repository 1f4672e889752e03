/** The manager whose yes somebody needs for more hours than they may promise alone. Known by an address, and asked without an account. */
import { createHmac } from 'node:crypto'
import { type Answer, no, yes } from '../../basics/answer.ts'
import type { Day } from '../../basics/day.ts'
import { organisationsOf, type Recognised } from '../organisations/organisation.ts'
import { readEmail, type Somebody } from '../people/person.ts'

declare module '../asks/ask.ts' {
  interface AskFacts {
    'manager agrees': {
      pledge: string
      project: string
      title: string
      skill: string
      who: Somebody
      hours: number
      from: Day
      until: Day
      /** With what else they have promised for the fullest of these weeks. */
      all: number
      week: number
      percent: number
      limit: number
    }
  }
}

export type Manager = { address: string; ask?: string; hasAgreed: boolean }

export type ManagerRefusal = 'manager needed' | 'not an address' | 'own address' | 'another organisation' | 'asked no more'

/** What is known of an address that somebody names. */
export type Named = {
  /** Their own addresses. */
  own: readonly string[]
  tells: Recognised
  /** Of the member who has this address, if one has. */
  organisation: string | undefined
  isLeftAlone: boolean
}

export function readManager(typed: string): Answer<string, ManagerRefusal> {
  const email = readEmail(typed)
  return email.yes ? email : no(email.why === 'empty' ? 'manager needed' : 'not an address')
}

/** Somebody else in the same organisation: its address tells so, or a member has it. */
export function mayName(
  email: string,
  organisation: string,
  { own, tells, isLeftAlone, ...member }: Named,
): Answer<string, ManagerRefusal> {
  if (own.includes(email)) return no('own address')
  const isColleague = member.organisation === organisation || organisationsOf(tells).some(({ id }) => id === organisation)
  if (!isColleague) return no('another organisation')
  return isLeftAlone ? no('asked no more') : yes(email)
}

/** What is kept of an address that wants to be asked no more: enough to know it again, and not to write to it. */
export const markOf = (key: string, address: string): string =>
  createHmac('sha256', key).update(`left alone ${address}`).digest('base64url')

/** Why there is no yes. */
export type NoYes = 'declined' | 'unanswered' | 'asked no more' | 'never reached'
