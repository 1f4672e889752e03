/** The web server: takes a request through the same few steps, opens the door that the address names, and frames what comes back. */
import { createHash, randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { matchedRoutes } from 'hono/route'
import { momentAt, sayMoment } from '../basics/day.ts'
import type { Viewer } from '../basics/viewer.ts'
import { brokenPage, forbiddenPage, notAFormPage, notFoundPage, signedOutPage, strangeOriginPage, tooLargePage } from './fault-pages.ts'
import { Forbidden, Missing, SignInFirst } from './faults.ts'
import { FILES_TYPE, FORM_TYPE, type Form, NO_FORM, readForm, readFormWithFiles } from './form.ts'
import { ownHeaders } from './headers.ts'
import { type Frame, layout } from './layout.ts'
import { faultLine, type Log } from './log.ts'
import type { Markup } from './markup.ts'
import { packed } from './packed.ts'
import { favicon } from './sign.ts'
import { type StaticFile, smallest } from './static-files.ts'
import type { Cookie, Reply, Route, Visit } from './visit.ts'

const SESSION_COOKIE = 'session'
const MOST_BYTES = 1_000_000
/** A spreadsheet of twenty thousand people, with all that they have and need. */
const MOST_FILE_BYTES = 12_000_000
const OFFLINE = 'offline.js'
const KEPT_FOR_MINUTES = { 'cache-control': 'public, max-age=300' }
/** Whoever stands between us and a browser passes each line on at once. */
const STREAM = { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' }
/** PostgreSQL's word for a text that cannot be one, such as %00 in an address: nothing is called that. */
const NO_TEXT = '22021'

export type House = {
  routes: readonly Route[]
  files: ReadonlyMap<string, StaticFile>
  /** Changes when the static files do. */
  version: string
  chapter: Frame['chapter'] & { zone: string; css: string; colours?: Parameters<typeof favicon>[0] }
  /** The origins at which people reach us; requests for other hosts are refused. */
  origins: readonly string[]
  proxies: number
  now: () => Date
  /** People move the clock by hand, so every page says what it shows. */
  isMovedByHand?: boolean
  log: Log
  findViewer(token: string, now: Date): Promise<{ viewer: Viewer; session: string } | undefined>
  countWaiting(viewer: Viewer): Promise<number>
  /** Undefined when everything is ready, else why not. */
  whyNotReady(): Promise<string | undefined>
  /** Runs the work of one request and tells how many queries it made. */
  counting<T>(tally: { queries: number }, work: () => Promise<T>): Promise<T>
  remoteAddress(c: Context): string
}

type Vars = { Variables: { reference: string; who: { viewer: Viewer; session: string } | undefined; tally: { queries: number } } }
type Call = Context<Vars>

export function openShell(house: House): Hono<Vars> {
  const secure = house.origins.some((origin) => origin.startsWith('https://'))
  const hosts = new Map(house.origins.map((origin) => [new URL(origin).host, origin]))
  const app = new Hono<Vars>()
  app.use(async (c, next) => {
    c.set('reference', randomBytes(5).toString('hex'))
    c.set('tally', { queries: 0 })
    const began = performance.now()
    await house.counting(c.get('tally'), next)
    const ms = Math.round((performance.now() - began) * 10) / 10
    // The pattern of the route, not the path: a path may hold a token.
    const route = matchedRoutes(c).findLast(({ path }) => path !== '/*')?.path ?? 'none'
    house.log('info', 'request', {
      reference: c.get('reference'),
      method: c.req.method,
      route,
      status: c.res.status,
      ms,
      queries: c.get('tally').queries,
    })
  })
  app.use(ownHeaders(secure))
  app.get('/health', async (c) => {
    const why = await house.whyNotReady()
    return c.json(why === undefined ? { status: 'ready' } : { status: 'not ready', why }, why === undefined ? 200 : 503)
  })
  app.use(async (c, next) => {
    if (!hosts.has(c.req.header('host') ?? '')) return c.text('This address is not ours. Ask for the address in your letters.\n', 421)
    return next()
  })
  app.get('/static/:file', (c) => {
    // It keeps pages that lie elsewhere than itself.
    if (c.req.param('file') === OFFLINE) c.header('service-worker-allowed', '/')
    return sendFile(c, house.files.get(c.req.param('file')), house.version)
  })
  app.get('/chapter.css', (c) =>
    sendText(c, { status: 200, type: 'text/css; charset=utf-8', text: house.chapter.css, headers: KEPT_FOR_MINUTES }),
  )
  // The sign in the chapter's colours, for the browser's tab.
  app.get('/favicon.svg', (c) =>
    sendText(c, { status: 200, type: 'image/svg+xml', text: favicon(house.chapter.colours), headers: KEPT_FOR_MINUTES }),
  )
  const ours = csrf({ origin: [...house.origins] })
  const forAnybody = house.routes
    .filter(({ isForAnybody }) => isForAnybody)
    .map(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`))
  app.use((c, next) => (forAnybody.some((path) => path.test(c.req.path)) ? next() : ours(c, next)))
  // A GET has no body, and looking for one costs as much as a page.
  const upTo = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (c) => framed(c as Call, 413, 'That was too much text', tooLargePage(c.get('reference'))) })
  const [forms, files] = [upTo(MOST_BYTES), upTo(MOST_FILE_BYTES)]
  const takeFiles = new Set(house.routes.flatMap(({ path, takesFiles }) => (takesFiles ? [path] : [])))
  app.post('*', (c, next) => (takeFiles.has(c.req.path) ? files : forms)(c, next))
  app.use(async (c, next) => {
    const token = getCookie(c, SESSION_COOKIE, secure ? 'host' : undefined)
    c.set('who', token ? await house.findViewer(token, house.now()) : undefined)
    await next()
  })
  for (const route of house.routes) app.on(route.method, route.path, (c) => open(c, route))
  app.notFound((c) => framed(c, 404, 'Page not found', notFoundPage(c.get('reference'))))
  app.onError((fault, c) => draw(c, fault))
  return app

  async function open(c: Call, route: Route): Promise<Response> {
    const isForm = route.method === 'POST'
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
    const hasFiles = route.takesFiles === true && type === FILES_TYPE
    const isOtherType = type !== FORM_TYPE && type !== undefined && !hasFiles
    if (isForm && isOtherType && !route.isForAnybody) return framed(c, 415, 'Forms only', notAFormPage(c.get('reference')))
    const form =
      !isForm || isOtherType ? NO_FORM : hasFiles ? await readFormWithFiles(await c.req.formData()) : readForm(await c.req.text())
    const visit = visitOf(c, form)
    try {
      return await send(c, await route.open(visit))
    } catch (fault) {
      if (!(fault instanceof SignInFirst)) throw fault
      const address = visit.path + new URL(c.req.url).search
      if (isForm) return framed(c, 401, 'You are signed out', signedOutPage(address, visit.form))
      return c.redirect(`/sign-in?next=${encodeURIComponent(address)}`, 303)
    }
  }

  function visitOf(c: Call, form: Form): Visit {
    const who = c.get('who')
    return {
      ...momentAt(house.chapter.zone, house.now()),
      viewer: who?.viewer,
      session: who?.session,
      path: c.req.path,
      origin: hosts.get(c.req.header('host') ?? '') ?? '',
      param: (name) => c.req.param(name) ?? '',
      query: (name) => c.req.query(name),
      cookie: (name) => getCookie(c, name, secure ? 'host' : undefined),
      form,
      source: sourceOf(c),
      browser: c.req.header('user-agent') ?? '',
      isScript: c.req.header('accept') === 'application/json',
      lastHeard: c.req.header('last-event-id'),
    }
  }

  /** The address that the last trusted proxy saw; without proxies the one that connected. */
  function sourceOf(c: Call): string {
    const passed = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
    return (house.proxies > 0 ? passed.at(-house.proxies) : undefined) || house.remoteAddress(c)
  }

  async function send(c: Call, reply: Reply): Promise<Response> {
    if (reply.is === 'text') return sendText(c, reply)
    if (reply.is === 'stream') return c.body(reply.body, 200, STREAM)
    for (const cookie of reply.cookies) addCookie(c, cookie)
    if (reply.is === 'way' && reply.forgets) c.header('clear-site-data', '"storage"')
    if (reply.is === 'way') return c.redirect(reply.to, 303)
    return framed(c, reply.status, reply.title, reply.body, reply)
  }

  function addCookie(c: Call, { name, value, maxAge }: Cookie): void {
    const common = { httpOnly: true, sameSite: 'Lax', path: '/', maxAge } as const
    // Over plain http (only ever localhost) browsers refuse the __Host- prefix, so there the cookie goes without.
    if (secure) setCookie(c, name, value, { ...common, prefix: 'host', secure: true })
    else setCookie(c, name, value, common)
  }

  async function framed(c: Call, status: number, title: string, body: Markup, how: How = AS_A_NOTE): Promise<Response> {
    const viewer = c.get('who')?.viewer
    const waiting = viewer && how.onWall === undefined ? (how.waiting ?? (await house.countWaiting(viewer))) : 0
    const movedTo = house.isMovedByHand ? sayMoment(momentAt(house.chapter.zone, house.now())) : undefined
    const frame = { chapter: house.chapter, movedTo, viewer, waiting, title, path: c.req.path, version: house.version }
    return sendText(c, {
      status,
      type: 'text/html; charset=utf-8',
      text: String(layout({ ...how, ...frame }, body)),
      ...(how.refresh === undefined ? {} : { headers: { refresh: String(how.refresh) } }),
    })
  }

  async function draw(c: Call, fault: Error): Promise<Response> {
    const reference = c.get('reference')
    if (fault instanceof Missing || (fault as { code?: string }).code === NO_TEXT)
      return framed(c, 404, 'Page not found', notFoundPage(reference))
    if (fault instanceof Forbidden) return framed(c, 403, 'You cannot do this', forbiddenPage(fault.why, reference))
    if (fault instanceof HTTPException) return framed(c, fault.status, 'Not from our pages', strangeOriginPage(reference))
    house.log('error', 'broken', { reference, ...faultLine(fault) })
    // The database itself may be what broke, so this page asks it nothing.
    c.set('who', undefined)
    return framed(c, 500, 'Something went wrong', brokenPage(reference))
  }
}

type How = Pick<Extract<Reply, { is: 'page' }>, 'isNarrow' | 'isUnlisted' | 'waiting' | 'refresh' | 'onWall' | 'sheet'>
const AS_A_NOTE: How = { isNarrow: true, isUnlisted: false, waiting: undefined, refresh: undefined, onWall: undefined, sheet: undefined }

/** What may be kept is named by its content, so that whoever has it need not load it again. */
function sendText(c: Context, { status, type, text, headers = {} }: Omit<Extract<Reply, { is: 'text' }>, 'is'>): Response {
  const etag = headers['cache-control'] ? `W/"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"` : undefined
  const kept = { ...headers, ...(etag ? { etag } : {}) }
  if (etag && c.req.header('if-none-match') === etag) return c.body(null, 304, { ...kept, vary: 'Accept-Encoding' })
  const small = packed(text, type, c.req.header('accept-encoding') ?? '')
  return c.body(small.body, status as 200, { ...small.headers, ...kept })
}

/** Under an address that names this version it never changes; under its plain name it does with the next one. */
function sendFile(c: Call, file: StaticFile | undefined, version: string): Response | Promise<Response> {
  if (!file) return c.notFound()
  const kept = {
    'cache-control':
      new URL(c.req.url).search === `?${version}` ? 'public, max-age=31536000, immutable' : 'public, max-age=3600, must-revalidate',
    etag: `W/"${version}"`,
    vary: 'Accept-Encoding',
  }
  if (c.req.header('if-none-match') === kept.etag) return c.body(null, 304, kept)
  const { body, encoding } = smallest(file, c.req.header('accept-encoding') ?? '')
  return c.body(new Uint8Array(body), 200, {
    'content-type': file.type,
    ...kept,
    ...(encoding ? { 'content-encoding': encoding } : {}),
  })
}
