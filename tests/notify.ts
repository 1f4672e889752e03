/** As much of the API of GOV.UK Notify as a sender needs, with its limits and its answers to mistakes. */
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Sent = {
  id: string
  reference: string
  email_address: string
  template_id: string
  email_reply_to_id?: string
  personalisation: { subject: string; body: string }
  status: string
}
export type Notify = {
  url: string
  sent: Sent[]
  asked: string[]
  /** Answers the next requests instead: a status and a fault. */
  next: (readonly [status: number, error: string, message: string])[]
  close(): Promise<void>
}

export const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506'
export const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0'
export const KEY = `our-chapter-${SERVICE}-${SECRET}`
export const TEMPLATE = 'f33517ff-2a88-4f6e-b855-c550268ce08a'
const A_PAGE = 3

export async function aNotify(): Promise<Notify> {
  const notify: Notify = {
    url: '',
    sent: [],
    asked: [],
    next: [],
    async close() {
      server.close()
      await once(server, 'close')
    },
  }
  const server = createServer(async (request, reply) => {
    const [status, body] = answer(notify, request, await textOf(request))
    reply.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  notify.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return notify
}

const fault = (status: number, error: string, message: string): [number, object] => [
  status,
  { status_code: status, errors: [{ error, message }] },
]

function answer(notify: Notify, request: IncomingMessage, text: string): [number, object] {
  const url = new URL(request.url ?? '', notify.url)
  notify.asked.push(`${request.method} ${url.pathname}`)
  const [status, error = '', message = ''] = notify.next.shift() ?? []
  if (status !== undefined) return fault(status, error, message)
  if (!isSigned(request.headers.authorization ?? '')) return fault(403, 'AuthError', 'Invalid token: signature, api token not found')
  if (request.method === 'POST' && url.pathname === '/v2/notifications/email') return take(notify, JSON.parse(text) as Sent)
  if (request.method === 'GET' && url.pathname === '/v2/notifications') return list(notify, url)
  return fault(404, 'NoResultFound', 'No result found')
}

function take(notify: Notify, sent: Sent): [number, object] {
  if (sent.template_id !== TEMPLATE) return fault(400, 'BadRequestError', 'Template not found')
  if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(sent.email_address))
    return fault(400, 'ValidationError', 'email_address Not a valid email address')
  for (const name of ['subject', 'body'])
    if (!(name in sent.personalisation)) return fault(400, 'BadRequestError', `Missing personalisation: ${name}`)
  const id = `${String(notify.sent.length).padStart(8, '0')}-bdda-458d-bd73-9d8e5a52b2cb`
  notify.sent.push({ ...sent, id, status: 'created' })
  return [201, { id, reference: sent.reference, content: {}, template: { id: TEMPLATE } }]
}

/** Newest first, by pages. */
function list({ sent, url: origin }: Notify, url: URL): [number, object] {
  const [statuses, reference, before] = [
    url.searchParams.getAll('status'),
    url.searchParams.get('reference'),
    url.searchParams.get('older_than'),
  ]
  const found = sent
    .filter(({ status }) => statuses.length === 0 || statuses.includes(status))
    .filter((each) => reference === null || each.reference === reference)
    .filter(({ id }) => before === null || id < before)
    .reverse()
  const page = found.slice(0, A_PAGE)
  url.searchParams.set('older_than', page.at(-1)?.id ?? '')
  const links = found.length > A_PAGE ? { next: origin + url.pathname + url.search } : {}
  return [200, { notifications: page, links }]
}

function isSigned(authorization: string): boolean {
  const [, head = '', said = '', signature = ''] = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(authorization) ?? []
  const claims = JSON.parse(Buffer.from(said, 'base64url').toString() || '{}') as { iss?: string; iat?: number }
  const isFresh = Math.abs(Date.now() / 1000 - (claims.iat ?? 0)) < 30
  return isFresh && claims.iss === SERVICE && createHmac('sha256', SECRET).update(`${head}.${said}`).digest('base64url') === signature
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of request.setEncoding('utf8')) text += piece
  return text
}
