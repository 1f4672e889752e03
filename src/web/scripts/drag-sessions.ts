/** A session on a board (data-moves-to) is dragged to another place; what that would do is shown before anything is kept. */
export function dragSessions(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table[data-moves-to]')) listen(table)
}

function listen(table: HTMLTableElement): void {
  let dragged: HTMLElement | undefined
  const placeOf = (event: Event) => (event.target instanceof Element ? event.target.closest<HTMLElement>('[data-place]') : null)
  for (const cell of table.querySelectorAll<HTMLElement>('[data-session]')) cell.draggable = true

  table.addEventListener('dragstart', (event) => {
    dragged = placeOf(event) ?? undefined
    event.dataTransfer?.setData('text/plain', dragged?.dataset['session'] ?? '')
  })
  table.addEventListener('dragover', (event) => {
    const place = placeOf(event)
    for (const each of table.querySelectorAll('.is-under')) if (each !== place) each.classList.remove('is-under')
    if (!place || !dragged || place === dragged) return
    place.classList.add('is-under')
    event.preventDefault()
  })
  table.addEventListener('dragend', () => {
    dragged = undefined
    for (const each of table.querySelectorAll('.is-under')) each.classList.remove('is-under')
  })
  table.addEventListener('drop', (event) => {
    const place = placeOf(event)
    const session = dragged?.dataset['session']
    if (!place || !session) return
    event.preventDefault()
    location.assign(`${table.dataset['movesTo']}?${new URLSearchParams({ session, to: place.dataset['place'] ?? '' })}`)
  })
}
