/** A second press on a button within a second of the first is the same press. */
const SOON = 1000

export function sendOnce(): void {
  let lastSent = -SOON
  document.addEventListener('submit', (event) => {
    const now = performance.now()
    if (now - lastSent < SOON) event.preventDefault()
    else lastSent = now
  })
}
