/** A page that waits for something (data-looks-again, in seconds) is read again until that is there. */
export function lookAgain(): void {
  const waiting = document.querySelector<HTMLElement>('[data-looks-again]')
  if (waiting) setTimeout(() => location.reload(), 1000 * Number(waiting.dataset['looksAgain']))
}
