/** A page that names where it hears news (data-news) shows announcements, full rooms and a changed agenda as they come. */
type News = { announcements: [time: string, text: string][]; fills: Record<string, string>; places: string }

const [WALL_EVERY, AGAIN_AFTER, TRY_AFTER] = [20_000, 60_000, 10_000]
/** Hundreds of pages hear of the same change: each loads its agenda at a moment of its own. */
const SPREAD = 6000
const FULL = 'Full'

export function hearNews(): void {
  const place = document.querySelector<HTMLElement>('[data-news]')
  const wall = document.querySelector('[data-wall]')
  const address = place?.dataset['news']
  let source: EventSource | undefined
  let shown = ''
  let isLoading = false

  // Under the hands of whoever is in a part, that part stays as it is.
  const load = async () => {
    if (isLoading) return
    isLoading = true
    try {
      const reply = await fetch(location.href, { headers: { accept: 'text/html' } })
      if (!reply.ok) throw new Error(String(reply.status))
      const now = new DOMParser().parseFromString(await reply.text(), 'text/html')
      for (const part of document.querySelectorAll<HTMLElement>('[data-live]')) {
        const other = now.getElementById(part.id)
        if (other && !part.contains(document.activeElement)) part.replaceChildren(...other.childNodes)
      }
      const [mine, theirs] = [document.querySelector<HTMLElement>('[data-places]'), now.querySelector<HTMLElement>('[data-places]')]
      if (mine && theirs) mine.dataset['places'] = theirs.dataset['places']
    } catch {
      const lost = document.querySelector<HTMLElement>('[data-lost]')
      if (lost) lost.hidden = false
      else setTimeout(load, TRY_AFTER)
    } finally {
      isLoading = false
    }
  }

  const show = ({ announcements, fills, places }: News) => {
    if (wall) return void load()
    const said = JSON.stringify(announcements)
    // The same words again would be read out again.
    if (place && said !== shown) place.replaceChildren(...(announcements.length > 0 ? [listOf(announcements)] : []))
    shown = said
    for (const mark of document.querySelectorAll<HTMLElement>('[data-fill]')) {
      mark.textContent = fills[mark.dataset['fill'] ?? ''] ?? ''
      mark.classList.toggle('fill-full', mark.textContent === FULL)
    }
    const known = document.querySelector<HTMLElement>('[data-places]')?.dataset['places']
    if (known !== undefined && known !== places) setTimeout(load, Math.random() * SPREAD)
  }

  const listen = () => {
    if (!address || source) return
    source = new EventSource(address)
    source.onmessage = ({ data }) => show(JSON.parse(String(data)) as News)
    source.onerror = () => {
      if (source?.readyState !== EventSource.CLOSED) return
      source = undefined
      setTimeout(listen, AGAIN_AFTER)
    }
  }
  const hush = () => {
    source?.close()
    source = undefined
  }

  listen()
  if (wall) setInterval(load, WALL_EVERY)
  // A phone in a pocket listens to nothing.
  else document.addEventListener('visibilitychange', () => (document.hidden ? hush() : listen()))
  addEventListener('pagehide', hush)
  addEventListener('pageshow', listen)
}

function listOf(announcements: News['announcements']): HTMLElement {
  const list = document.createElement('ul')
  for (const [time, text] of announcements) {
    const [item, strong, words] = [document.createElement('li'), document.createElement('strong'), document.createElement('span')]
    strong.textContent = time
    words.textContent = text
    words.dir = 'auto'
    item.append(strong, ' ', words)
    list.append(item)
  }
  return list
}
