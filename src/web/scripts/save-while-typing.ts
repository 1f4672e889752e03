/** A form that names where it saves (data-saves-to) is sent there a moment after the last key, and says when it was saved. */
const PAUSE = 1500

export function saveWhileTyping(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-saves-to]')) watch(form)
}

function watch(form: HTMLFormElement): void {
  const said = form.querySelector('[data-saved]')
  let timer: number | undefined
  let saving = Promise.resolve()
  let isLeaving = false

  const save = () => {
    saving = saving.then(async () => {
      if (isLeaving) return
      const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
      try {
        const reply = await fetch(form.dataset['savesTo'] ?? '', { method: 'POST', body, headers: { accept: 'application/json' } })
        if (!reply.ok) throw new Error(String(reply.status))
        const { path, saved } = (await reply.json()) as { path: string; saved: string }
        if (form.dataset['savesTo'] !== path) adopt(form, path)
        if (said) said.textContent = saved
      } catch {
        if (said) said.textContent = 'Not saved just now. Keep this page open; we try again with your next change.'
      }
    })
  }

  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(save, PAUSE)
  })
  form.addEventListener('submit', () => {
    isLeaving = true
    clearTimeout(timer)
  })
}

/** The first save gave the draft an address of its own: from now on this page is that draft's page. */
function adopt(form: HTMLFormElement, path: string): void {
  form.dataset['savesTo'] = path
  form.action = path
  history.replaceState(null, '', path)
}
