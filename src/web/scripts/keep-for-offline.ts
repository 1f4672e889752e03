/** The agenda of an event is kept on the phone, with all its sessions, and forgotten with the event, or when somebody else looks. */
const WORKER = '/static/offline.js'
/** All sessions are read again only after so long. */
const FRESH_MS = 5 * 60_000

export function keepForOffline(): void {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return
  const over = document.querySelector<HTMLElement>('[data-forgets]')?.dataset['forgets']
  if (over) void forget((name) => name.startsWith(`event:${over}:`))
  const name = document.querySelector<HTMLElement>('[data-kept]')?.dataset['kept']
  // Nothing that was kept before is worth more than what the network gives, so a failure is one only next time.
  if (name) addEventListener('load', () => void keep(name).catch(() => {}))
}

async function keep(name: string): Promise<void> {
  const [, event = ''] = name.split(':')
  await forget((other) => other.startsWith(`event:${event}:`) && other !== name)
  for (const scope of [`/events/${event}/`, '/sessions/']) await navigator.serviceWorker.register(WORKER, { scope })
  const cache = await caches.open(name)
  await put(cache, `/events/${event}/agenda`, 0)
  await put(cache, `/events/${event}/programme`, FRESH_MS)
  const loaded = performance.getEntriesByType('resource').map((entry) => new URL(entry.name))
  for (const { pathname, search, origin } of loaded)
    if (origin === location.origin && /^\/(static\/|chapter\.css|favicon\.svg)/.test(pathname) && !(await cache.match(pathname + search)))
      await put(cache, pathname + search, 0)
}

async function put(cache: Cache, path: string, fresh: number): Promise<void> {
  const before = await cache.match(path)
  if (before && Date.now() - Date.parse(before.headers.get('date') ?? '') < fresh) return
  const reply = await fetch(path)
  if (reply.ok && !reply.redirected) await cache.put(path, reply)
}

async function forget(isIt: (name: string) => boolean): Promise<void> {
  for (const name of await caches.keys()) if (isIt(name)) await caches.delete(name)
  if ((await caches.keys()).some((name) => name.startsWith('event:'))) return
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister()
}
