/** Without a network: the agenda of an event and its sessions as they were kept, saying so. It keeps and gives nothing else. */
type Fetching = Event & { request: Request; respondWith(reply: Promise<Response>): void }
const isFetching = (event: Event): event is Fetching => event.type === 'fetch'

const PAGE = /^\/(?:events\/[^/]+\/(?:agenda|programme)|sessions\/[^/]+)$/
const PIECE = /^\/(?:static\/|chapter\.css|favicon\.svg)/

addEventListener('fetch', (event) => {
  if (!isFetching(event)) return
  const { request } = event
  const { origin, pathname, search } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && PAGE.test(pathname)) event.respondWith(page(request, pathname))
  else if (PIECE.test(pathname)) event.respondWith(fetch(request).catch(() => piece(pathname + search)))
})

/** The network first: what it gives is kept in place of what was. */
async function page(request: Request, path: string): Promise<Response> {
  try {
    const reply = await fetch(request)
    const cache = await keptFor(path)
    if (cache && reply.ok && (await cache.match(path))) await cache.put(path, reply.clone())
    return reply
  } catch {
    return (await kept(path)) ?? Response.error()
  }
}

async function kept(path: string): Promise<Response | undefined> {
  const page = await (await keptFor(path))?.match(path)
  if (page) return stamped(page)
  const [, , session = ''] = path.split('/')
  for (const [event, cache] of await all()) {
    const programme = `/events/${event}/programme`
    if ((await (await cache.match(programme))?.text())?.includes(`id="s-${session}"`)) return Response.redirect(`${programme}#s-${session}`)
  }
  return undefined
}

async function piece(path: string): Promise<Response> {
  for (const [, cache] of await all()) {
    const found = await cache.match(path)
    if (found) return found
  }
  return Response.error()
}

const keptFor = async (path: string): Promise<Cache | undefined> =>
  (await all()).find(([event]) => path.startsWith(`/events/${event}/`))?.[1]

/** Of events that are not over: the others are forgotten here. */
async function all(): Promise<[event: string, cache: Cache][]> {
  const found: [string, Cache][] = []
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  for (const name of await caches.keys()) {
    const [kind, event = '', , until = ''] = name.split(':')
    if (kind !== 'event') continue
    if (until < yesterday) await caches.delete(name)
    else found.push([event, await caches.open(name)])
  }
  return found
}

async function stamped(page: Response): Promise<Response> {
  const at = new Date(page.headers.get('date') ?? Date.now())
  const isToday = at.toDateString() === new Date().toDateString()
  const day = isToday ? '' : `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })}, `
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const said = `<p class="govuk-inset-text" role="status"><strong>No network.</strong> This is as of ${day}${time}, and may have changed.</p>`
  const headers = new Headers(page.headers)
  for (const name of ['content-encoding', 'content-length']) headers.delete(name)
  return new Response(
    (await page.text()).replace(/<main[^>]*>/, (main) => main + said),
    { headers },
  )
}
