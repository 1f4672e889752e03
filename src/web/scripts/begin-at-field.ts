/** A page begins where its reader goes on: at what is wrong, or in the field that its address names, as after "Add another role". */
export function beginAtField(): void {
  const wrong = document.querySelector<HTMLElement>('.govuk-error-summary')
  wrong?.setAttribute('tabindex', '-1')
  const named = location.hash ? document.getElementById(location.hash.slice(1)) : null
  const start = wrong ?? (named instanceof HTMLInputElement ? named : null)
  start?.focus()
}
