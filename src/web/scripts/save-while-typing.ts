/**
 * A form that names where it saves (data-saves-to) is sent there a moment after the last key, and says when it was saved. What the
 * reply has to say about what was typed stands beside it (data-beside).
 */
const PAUSE = 1500
/** More than this a browser does not send while it leaves a page. */
const MOST_WHEN_LEAVING = 60_000
const NOT_SAVED = 'Not saved just now. Keep this page open; we try again with your next change.'
const GONE = 'Not saved: this brief is published already, or you are signed in as somebody else. Copy what you still need.'
const SIGNED_OUT = 'Not saved: you are signed out. Sign in again in another tab, then go on here.'

export function saveWhileTyping(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-saves-to]')) watch(form)
}

function watch(form: HTMLFormElement): void {
  const path = form.dataset['savesTo'] ?? ''
  const status = form.querySelector<HTMLElement>('[data-saved]')
  let timer: number | undefined
  let saving = Promise.resolve()
  let isChanged = false
  let isLeaving = false
  const shown = new Map<string, string>()

  // The same words again would be read out again.
  const say = (text: string, isSaved: boolean) => {
    if (!status) return
    status.classList.toggle('is-saved', isSaved)
    status.classList.toggle('is-not-saved', !isSaved)
    if (status.textContent !== text) status.textContent = text
  }

  const typed = () => new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  const send = (keepalive: boolean) => fetch(path, { method: 'POST', body: typed(), keepalive, headers: { accept: 'application/json' } })

  const save = async () => {
    if (isLeaving || !isChanged) return
    isChanged = false
    try {
      const reply = await send(false)
      if (reply.status === 401) return fail(SIGNED_OUT)
      if (reply.status === 422) return fail(((await reply.json()) as { refused: string }).refused)
      if (!reply.ok) return fail(reply.status === 404 ? GONE : NOT_SAVED)
      const { path: address, saved, beside = {} } = (await reply.json()) as { path: string; saved: string; beside?: Record<string, string> }
      // From now on this page is that draft's page: reloading it shows the draft, and sends nothing twice.
      if (!isLeaving) history.replaceState(null, '', address)
      say(saved, true)
      for (const [part, html] of Object.entries(beside)) put(part, html)
    } catch {
      fail(NOT_SAVED)
    }
  }
  // Never under the hands of whoever is in it, nor over something newer: the next save brings it.
  const put = (part: string, html: string) => {
    const place = form.querySelector<HTMLElement>(`[data-beside="${part}"]`)
    if (!place || isChanged || place.contains(document.activeElement) || shown.get(part) === html) return
    shown.set(part, html)
    place.innerHTML = html
  }
  const fail = (why: string) => {
    isChanged = true
    if (!isLeaving) say(why, false)
  }

  form.addEventListener('input', () => {
    isChanged = true
    clearTimeout(timer)
    timer = setTimeout(() => {
      saving = saving.then(save)
    }, PAUSE)
  })
  form.addEventListener('submit', () => {
    isLeaving = true
    clearTimeout(timer)
  })
  // Whoever leaves by a link within the pause loses nothing either.
  addEventListener('pagehide', () => {
    if (isChanged && !isLeaving && typed().toString().length < MOST_WHEN_LEAVING) void send(true).catch(() => {})
  })
  // Back from where the form was sent: what is typed now is to be saved again.
  addEventListener('pageshow', () => {
    isLeaving = false
  })

  if (status?.dataset['whileTyping']) status.textContent = status.dataset['whileTyping']
}
