/** Every environment variable, its default and its reason. A wrong value stops the start with one clear sentence. */
import { resolve } from 'node:path'
import { isNotifyKey, type NotifySettings } from './mail/notify.ts'

export type Settings = {
  port: number
  data: string
  databaseUrl: string | undefined
  address: string | undefined
  mail: Mail | undefined
  mailFrom: string | undefined
  replies: Replies | undefined
  replyTo: string | undefined
  mailTrusts: string | undefined
  proxies: number
  demoBeyondLoopback: boolean
  /** Who moves the clock: the machine, or people by hand. */
  clock: 'machine' | 'manual'
}
export type Mail = { by: 'smtp'; url: string } | { by: 'folder'; folder: string } | ({ by: 'notify' } & NotifySettings)

/** How answers to letters come in. */
export type Replies = { by: 'smtp'; port: number; certificate?: string } | { by: 'mailbox'; url: string }

export class WrongSetting extends Error {}

type Variable = { name: string; fallback: string; reason: string }

/** What `npx appstarter serve --help` and the README's table say. */
export const VARIABLES: readonly Variable[] = [
  { name: 'PORT', fallback: '3000', reason: 'the port to listen on' },
  { name: 'APPSTARTER_DATA', fallback: 'data', reason: 'the folder of the embedded database and of letters written as files' },
  { name: 'DATABASE_URL', fallback: '', reason: 'a PostgreSQL database (postgres://...) to use instead of the embedded one' },
  {
    name: 'APPSTARTER_URL',
    fallback: 'http://localhost:PORT',
    reason: 'the address people type; letters link to it, and https makes the cookies secure',
  },
  {
    name: 'APPSTARTER_MAIL',
    fallback: '',
    reason:
      'how letters leave: smtp://USER:PASSWORD@HOST:PORT, notify: for GOV.UK Notify, or folder:DIR for files; without it a real chapter writes files to its data folder',
  },
  { name: 'APPSTARTER_NOTIFY_KEY', fallback: '', reason: 'with notify: the API key, as Notify shows it once' },
  {
    name: 'APPSTARTER_NOTIFY_TEMPLATE',
    fallback: '',
    reason: 'with notify: the id of an e-mail template whose subject is ((subject)) and whose message is ((body))',
  },
  { name: 'APPSTARTER_NOTIFY_REPLY_TO', fallback: '', reason: 'with notify: the id of a reply-to address that is kept at Notify' },
  {
    name: 'APPSTARTER_NOTIFY_URL',
    fallback: 'https://api.notifications.service.gov.uk',
    reason: 'with notify: where its API is, for trying things out',
  },
  { name: 'APPSTARTER_MAIL_FROM', fallback: 'appstarter@HOST', reason: 'the address that letters come from' },
  {
    name: 'APPSTARTER_REPLIES',
    fallback: '',
    reason:
      'how answers to letters come in: smtp:PORT to take them ourselves, or imaps://USER:PASSWORD@HOST/INBOX for a mailbox that nobody else reads; npx appstarter receive-mail needs neither',
  },
  {
    name: 'APPSTARTER_REPLIES_CERTIFICATE',
    fallback: '',
    reason: 'with smtp: a PEM file with a key and its certificates, so that letters come in encrypted',
  },
  {
    name: 'APPSTARTER_REPLY_TO',
    fallback: 'replies@HOST',
    reason: 'the address to which answers go; each letter adds a signed token behind a +',
  },
  {
    name: 'APPSTARTER_MAIL_TRUSTS',
    fallback: '',
    reason:
      'the mail server whose header Authentication-Results is believed, as it names itself there; without it only the token tells who writes',
  },
  { name: 'APPSTARTER_PROXIES', fallback: '0', reason: 'how many trusted proxies stand in front, so that limits see the real source' },
  {
    name: 'APPSTARTER_CLOCK',
    fallback: '',
    reason: 'set to manual for a clock that stands still until npx appstarter clock moves it: for demos, trainings and tests',
  },
  {
    name: 'APPSTARTER_DEMO_BEYOND_LOOPBACK',
    fallback: '',
    reason: 'set to anybody-may-be-anybody to show the demo to other machines; whoever reaches it can sign in as anybody',
  },
]

export function readSettings(environment: Record<string, string | undefined>): Settings {
  const typed = (name: string) => environment[name]?.trim() ?? ''
  const value = (name: string) => typed(name) || VARIABLES.find((variable) => variable.name === name)?.fallback || ''
  const demoBeyondLoopback = readRisk(value('APPSTARTER_DEMO_BEYOND_LOOPBACK'))
  return {
    port: readNumber('PORT', value('PORT'), 0, 65_535),
    data: resolve(value('APPSTARTER_DATA')),
    databaseUrl: readDatabaseUrl(value('DATABASE_URL')),
    address: readAddress(typed('APPSTARTER_URL'), demoBeyondLoopback),
    mail: value('APPSTARTER_MAIL') === 'notify:' ? readNotify(value) : readMail(value('APPSTARTER_MAIL')),
    mailFrom: readFrom(typed('APPSTARTER_MAIL_FROM')),
    replies: readReplies(value('APPSTARTER_REPLIES'), value('APPSTARTER_REPLIES_CERTIFICATE')),
    replyTo: readReplyTo(typed('APPSTARTER_REPLY_TO')),
    mailTrusts: readTrusted(typed('APPSTARTER_MAIL_TRUSTS')),
    proxies: readNumber('APPSTARTER_PROXIES', value('APPSTARTER_PROXIES'), 0, 10),
    demoBeyondLoopback,
    clock: readClock(value('APPSTARTER_CLOCK')),
  }
}

function readNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= least && number <= most) return number
  throw new WrongSetting(`${name} must be a whole number from ${least} to ${most}, not "${text}".`)
}

function readDatabaseUrl(text: string): string | undefined {
  if (text === '') return undefined
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text
  throw new WrongSetting('DATABASE_URL must be an address like postgres://user:password@host:5432/database.')
}

/** An open demo may be plain: there, nothing is worth stealing. */
function readAddress(text: string, mayBePlain: boolean): string | undefined {
  if (text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.pathname !== '/' ||
    url.search !== '' ||
    url.hash !== '' ||
    url.username + url.password !== ''
  ) {
    throw new WrongSetting(`APPSTARTER_URL must be an address like https://appstarter.example.gov.uk, without a path, not "${text}".`)
  }
  if (url.protocol === 'http:' && !mayBePlain && !isLoopback(url.hostname)) {
    throw new WrongSetting(
      `APPSTARTER_URL must begin with https:// for "${url.hostname}": without it, sign-in cookies could be read on the way. Plain http is for localhost.`,
    )
  }
  return url.origin
}

function readMail(text: string): Mail | undefined {
  if (text === '') return undefined
  if (text.startsWith('folder:') && text.length > 'folder:'.length) return { by: 'folder', folder: resolve(text.slice('folder:'.length)) }
  if (/^smtps?:\/\//.test(text) && URL.canParse(text)) return { by: 'smtp', url: text }
  throw new WrongSetting('APPSTARTER_MAIL must be smtp://USER:PASSWORD@HOST:PORT, smtps://..., notify:, or folder:DIR.')
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function readNotify(value: (name: string) => string): Mail {
  const [key, template, replyTo, url] = ['KEY', 'TEMPLATE', 'REPLY_TO', 'URL'].map((word) => value(`APPSTARTER_NOTIFY_${word}`))
  if (!key || !isNotifyKey(key)) throw new WrongSetting('APPSTARTER_NOTIFY_KEY must be an API key of GOV.UK Notify: a name and two ids.')
  if (!template || !UUID.test(template)) throw new WrongSetting('APPSTARTER_NOTIFY_TEMPLATE must be the id of a template of GOV.UK Notify.')
  if (replyTo && !UUID.test(replyTo))
    throw new WrongSetting('APPSTARTER_NOTIFY_REPLY_TO must be the id of a reply-to address at GOV.UK Notify.')
  const { protocol = '', hostname = '', origin = '' } = url && URL.canParse(url) ? new URL(url) : {}
  if (protocol !== 'https:' && !isLoopback(hostname))
    throw new WrongSetting(`APPSTARTER_NOTIFY_URL must be an address that begins with https://, not "${url}".`)
  return { by: 'notify', key, template, url: origin, ...(replyTo ? { replyTo } : {}) }
}

function readFrom(text: string): string | undefined {
  if (text === '') return undefined
  if (/^[^\s@<>]+@[^\s@<>]+$/.test(text)) return text
  throw new WrongSetting(`APPSTARTER_MAIL_FROM must be one e-mail address, not "${text}".`)
}

function readReplies(text: string, certificate: string): Replies | undefined {
  if (text === '') return undefined
  const [, port] = /^smtp:(\d+)$/.exec(text) ?? []
  if (port !== undefined)
    return {
      by: 'smtp',
      port: readNumber('APPSTARTER_REPLIES', port, 0, 65_535),
      ...(certificate ? { certificate: resolve(certificate) } : {}),
    }
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isMailbox = url && (url.protocol === 'imaps:' || (url.protocol === 'imap:' && isLoopback(url.hostname)))
  if (isMailbox && url.username !== '' && url.hostname !== '') return { by: 'mailbox', url: text }
  throw new WrongSetting('APPSTARTER_REPLIES must be smtp:PORT or imaps://USER:PASSWORD@HOST/INBOX.')
}

function readReplyTo(text: string): string | undefined {
  if (text === '') return undefined
  const [, local = ''] = /^([a-z0-9._-]+)@[a-z0-9-]+(\.[a-z0-9-]+)*$/i.exec(text) ?? []
  if (local !== '' && local.length <= MOST_REPLY_TO) return text.toLowerCase()
  throw new WrongSetting(
    `APPSTARTER_REPLY_TO must be one e-mail address with at most ${MOST_REPLY_TO} signs before the @, and without a +, not "${text}".`,
  )
}

/** With the token behind it, what stands before the @ has 64 signs at most. */
const MOST_REPLY_TO = 20

function readTrusted(text: string): string | undefined {
  if (text === '') return undefined
  if (/^[a-z0-9._-]+$/i.test(text)) return text.toLowerCase()
  throw new WrongSetting(`APPSTARTER_MAIL_TRUSTS must be the name of one mail server, not "${text}".`)
}

function readClock(text: string): Settings['clock'] {
  if (text === '') return 'machine'
  if (text === 'manual') return 'manual'
  throw new WrongSetting(`APPSTARTER_CLOCK must be manual, or not set for the machine's own clock, not "${text}".`)
}

function readRisk(text: string): boolean {
  if (text === '') return false
  if (text === 'anybody-may-be-anybody') return true
  throw new WrongSetting(
    'APPSTARTER_DEMO_BEYOND_LOOPBACK must be anybody-may-be-anybody, or not set: on an open demo whoever reaches it can sign in as anybody.',
  )
}

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
