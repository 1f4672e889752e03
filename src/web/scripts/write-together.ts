/**
 * A text that several write at once (data-writes-together says where it is saved): sent a moment after the last key with the text that it
 * began from, so that the server merges both, and every ten seconds to see what others saved. The parts of the page around it come along.
 */
const [PAUSE, LOOK] = [1500, 10_000]
const NOT_SAVED = 'Not saved just now. Keep this page open; we try again.'
const SHUT = 'Not saved: you are signed out, or notes are closed. Copy what you typed, and load this page again.'

type Answer = { heard: string; saved: string; parts: Record<string, string> }

export function writeTogether(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-writes-together]')) watch(form)
}

function watch(form: HTMLFormElement): void {
  const path = form.dataset['writesTogether'] ?? ''
  const text = form.querySelector('textarea')
  const base = form.querySelector<HTMLInputElement>('input[name="base"]')
  const status = form.querySelector<HTMLElement>('[data-saved]')
  if (!text || !base) return
  let timer: number | undefined
  let typedAt = 0
  let isSending = false
  let isLeaving = false
  const shown = new Map<string, string>()
  const isChanged = () => text.value.trim() !== base.value.trim()

  const say = (said: string, isSaved: boolean) => {
    if (!status || status.textContent === said) return
    status.classList.toggle('is-saved', isSaved)
    status.classList.toggle('is-not-saved', !isSaved)
    status.textContent = said
  }

  const send = async () => {
    if (isSending || isLeaving) return
    isSending = true
    const [sent, saves] = [text.value, isChanged()]
    try {
      const body = new URLSearchParams({ base: base.value, heard: sent })
      const reply = await fetch(path, { method: 'POST', body, headers: { accept: 'application/json' } })
      if (reply.status === 422) return say(((await reply.json()) as { refused: string }).refused, false)
      if (!reply.ok) return say(reply.status < 500 ? SHUT : NOT_SAVED, false)
      take((await reply.json()) as Answer, sent, saves)
    } catch {
      say(NOT_SAVED, false)
    } finally {
      isSending = false
    }
  }

  const take = ({ heard, saved, parts }: Answer, sent: string, saves: boolean) => {
    // Whoever typed on meanwhile goes on from what they sent: the next save brings them what others wrote.
    if (text.value !== sent) base.value = sent
    else {
      base.value = heard
      if (heard.trim() !== sent.trim()) put(text, heard)
    }
    if (saves) say(saved, true)
    for (const [part, markup] of Object.entries(parts)) {
      const place = document.querySelector<HTMLElement>(`[data-note-part="${part}"]`)
      if (!place || place.contains(document.activeElement) || shown.get(part) === markup) continue
      shown.set(part, markup)
      place.innerHTML = markup
    }
  }

  text.addEventListener('input', () => {
    typedAt = performance.now()
    clearTimeout(timer)
    timer = setTimeout(() => void send(), PAUSE)
  })
  // What could not be saved is tried again here too.
  setInterval(() => {
    if (document.visibilityState === 'visible' && performance.now() - typedAt > PAUSE) void send()
  }, LOOK)
  form.addEventListener('submit', () => {
    isLeaving = true
    clearTimeout(timer)
  })
  addEventListener('pagehide', () => {
    if (!isChanged() || isLeaving) return
    const body = new URLSearchParams({ base: base.value, heard: text.value })
    void fetch(path, { method: 'POST', body, keepalive: true, headers: { accept: 'application/json' } }).catch(() => {})
  })
  addEventListener('pageshow', () => {
    isLeaving = false
  })

  if (status?.dataset['whileTyping']) status.textContent = status.dataset['whileTyping']
}

/** Whoever is in the text stays at the words where they are. */
function put(text: HTMLTextAreaElement, value: string): void {
  const { selectionStart, selectionEnd } = text
  const before = text.value.slice(0, selectionStart)
  const moved = value.startsWith(before) ? 0 : value.length - text.value.length
  text.value = value
  if (document.activeElement === text) text.setSelectionRange(Math.max(0, selectionStart + moved), Math.max(0, selectionEnd + moved))
}
