/** Letters through GOV.UK Notify, by one template of ours whose subject is ((subject)) and whose body is ((body)). */
import { createHmac } from 'node:crypto'
import { type Bounce, type Carrier, RefusedForGood } from './carriers.ts'
import type { Envelope } from './envelope.ts'

export type NotifySettings = {
  /** "name-SERVICE-SECRET", as Notify shows it once. */
  key: string
  template: string
  /** One of the reply addresses that are kept at Notify. */
  replyTo?: string | undefined
  url: string
}

/** Letters asked for in one page, pages of the newest that were not delivered. */
const MOST_PAGES = 20
const PATIENCE = 30_000
const AT_ONCE = 8
const FAILED = ['permanent-failure', 'temporary-failure', 'technical-failure']

type Failure = { errors?: readonly { error?: string; message?: string }[] }
type Page = { notifications: readonly { reference: string | null; status: string }[]; links: { next?: string } }

export function byNotify(settings: NotifySettings): Carrier {
  const ask = <T>(path: string, body?: object): Promise<T> => askNotify(settings, path, body)
  return {
    keepsSecrets: false,
    atOnce: AT_ONCE,
    async carry(envelope) {
      if (envelope.isAgain && (await hasTaken(ask, envelope.id))) return
      await ask('/v2/notifications/email', messageFor(envelope, settings))
    },
    async listBounced() {
      const bounced: Bounce[] = []
      let path = `/v2/notifications?template_type=email&${FAILED.map((status) => `status=${status}`).join('&')}`
      for (let pages = 0; path !== '' && pages < MOST_PAGES; pages++) {
        const { notifications, links }: Page = await ask(path)
        for (const { reference, status } of notifications)
          if (reference) bounced.push({ letter: reference, status, isForGood: status === 'permanent-failure' })
        path = links.next && notifications.length > 0 ? new URL(links.next).search.replace(/^/, '/v2/notifications') : ''
      }
      return bounced
    },
  }
}

/** After a crash we do not know whether Notify has it, but Notify does. */
async function hasTaken(ask: (path: string) => Promise<Page>, letter: string): Promise<boolean> {
  return (await ask(`/v2/notifications?reference=${letter}`)).notifications.length > 0
}

const messageFor = ({ id, to, subject, text }: Envelope, { template, replyTo }: NotifySettings) => ({
  template_id: template,
  email_address: to,
  personalisation: { subject, body: withoutMarkdown(text) },
  reference: id,
  ...(replyTo === undefined ? {} : { email_reply_to_id: replyTo }),
})

async function askNotify<T>({ key, url }: NotifySettings, path: string, body?: object): Promise<T> {
  const reply = await fetch(url + path, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${tokenOf(key, new Date())}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(PATIENCE),
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (reply.ok) return (await reply.json()) as T
  const { errors = [] } = (await reply.json().catch(() => ({}))) as Failure
  // Anything else that is wrong with a request, such as the template, is ours to mend, and the letter waits for that.
  if (reply.status === 400 && errors.some(({ message = '' }) => message.startsWith('email_address'))) throw new RefusedForGood('400', true)
  const kind = errors[0]?.error ?? 'error'
  throw Object.assign(new Error(`Notify answers ${reply.status} ${kind}`), { code: `Notify ${reply.status} ${kind}` })
}

const SECRET_LENGTH = 36
const KEY_TAIL = 2 * SECRET_LENGTH + 1

export const isNotifyKey = (key: string): boolean => /-[0-9a-f-]{36}-[0-9a-f-]{36}$/i.test(`-${key.slice(-KEY_TAIL)}`)

/** A JSON Web Token, signed with the secret that ends the key, for the service whose id stands before it. */
export function tokenOf(key: string, now: Date): string {
  const secret = key.slice(-SECRET_LENGTH)
  const service = key.slice(-KEY_TAIL, -SECRET_LENGTH - 1)
  const said = [
    { typ: 'JWT', alg: 'HS256' },
    { iss: service, iat: Math.floor(now.getTime() / 1000) },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.')
  return `${said}.${createHmac('sha256', secret).update(said).digest('base64url')}`
}

const WORD_JOINER = '\u2060'

/** Notify reads Markdown. What people typed stays as they typed it: no heading, list, inset, rule, table or link comes of it. */
export const withoutMarkdown = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .replace(/[\\`[\]|]/g, '\\$&')
        .replace(/^[ \t]+/, '')
        .replace(/^[#*+-]/, '\\$&')
        .replace(/^(\d+)\./, '$1\\.')
        .replace(/^[_~](?=[\s_~]*[_~])/, '\\$&')
        // No backslash takes the meaning from these, but they have it only at the beginning of a line.
        .replace(/^[\^•=]/, `${WORD_JOINER}$&`),
    )
    .join('\n')
