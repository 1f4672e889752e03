/** The one sign: a have is the left half of a disc, a need the right half in outline; met, the disc is whole. */
import { html, type Markup } from './markup.ts'

export type Place = 'filled' | 'must' | 'welcome'

// Every sign is drawn in the same box of 32: half discs of radius 13, a gap of 2 between them. The outline runs inside the
// edge of a filled half, so that an outline and a filled half are equally tall and wide.
const LEFT = 'M15 3a13 13 0 0 0 0 26z'
const RIGHT = 'M17 3a13 13 0 0 1 0 26z'
const OUTLINE = 'M18.2 4.26a11.8 11.8 0 0 1 0 23.48z'
const OUTLINE_ARC = 'M18.2 4.26a11.8 11.8 0 0 1 0 23.48'
const OUTLINE_EDGE = 'M18.2 4.26v23.48'

const have = html`<path class="sign-have" d="${LEFT}"/>`
const filledNeed = html`<path class="sign-filled" d="${RIGHT}"/>`
// The half that is still missing, faintly, so that every sign fills its box and lines up with the whole ones.
const waiting = html`<path class="sign-ghost" d="${RIGHT}"/>`
const ghost = html`<path class="sign-ghost" d="${LEFT}"/>`
const must = html`<path class="sign-need" fill="none" d="${OUTLINE}"/>`
// Odd numbers of equal dashes and gaps: both strokes begin and end with a dash, so the corners are closed.
const welcome = html`<path class="sign-need sign-welcome" fill="none" pathLength="11" d="${OUTLINE_ARC}"/><path class="sign-need sign-welcome" fill="none" pathLength="7" d="${OUTLINE_EDGE}"/>`

const HALVES: Record<Place, Markup> = {
  filled: html`${have}${filledNeed}`,
  must: html`${ghost}${must}`,
  welcome: html`${ghost}${welcome}`,
}

const sign = (halves: Markup): Markup =>
  html`<svg class="sign" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">${halves}</svg>`

export const haveSign = (): Markup => sign(html`${have}${waiting}`)

export const needSign = ({ welcome: isWelcome = false }: { welcome?: boolean } = {}): Markup => sign(HALVES[isWelcome ? 'welcome' : 'must'])

export const wholeSign = (): Markup => sign(HALVES.filled)

/** A have and a need about to meet. */
export const logo = (): Markup => sign(html`${have}${must}`)

const ROW = 12

/** The row of discs of a project, one a place, in even rows of at most twelve; `text` says the same in words. */
export const gauge = (places: readonly Place[], text: string): Markup => {
  const rows = Math.max(1, Math.ceil(places.length / ROW))
  const across = Math.max(1, Math.ceil(places.length / rows))
  const discs = places.map((place, at) => {
    const x = (at % across) * 36
    const y = Math.floor(at / across) * 36
    return html`<g transform="translate(${x} ${y})">${HALVES[place]}</g>`
  })
  // Sizes in em, so that the style sheet makes a gauge larger or smaller by its font size.
  return html`<svg class="gauge" role="img" viewBox="0 0 ${across * 36 - 4} ${rows * 36 - 4}" width="${across * 1.125 - 0.125}em" height="${
    rows * 1.125 - 0.125
  }em"><title>${text}</title>${discs}</svg>`
}

export type Station = { name: string; is: 'behind' | 'here' | 'ahead'; date?: string }

const APART = 72
const STATION: Record<Station['is'], Markup> = { behind: HALVES.filled, here: html`${have}${must}`, ahead: HALVES.welcome }

/** A way with stations: whole where it has been, half where it is, dashed where it goes. A date stands under its station. */
export const journey = (stations: readonly Station[], text: string): Markup => {
  const across = stations.length * APART
  const here = stations.findLastIndex((station) => station.is !== 'ahead')
  const middle = (at: number) => at * APART + APART / 2
  const hasDate = stations.some((station) => station.date !== undefined)
  const line = (name: string, from: number, to: number) =>
    from < to ? html`<path class="${name}" d="M${middle(from) + 18} 18H${middle(to) - 18}"/>` : ''
  const ways = stations.slice(1).map((_, at) => line(at < here ? 'journey-done' : 'journey-ahead', at, at + 1))
  const drawn = stations.map(
    (station, at) => html`<g transform="translate(${middle(at) - 16} 2)">${STATION[station.is]}</g>
<text class="journey-name${station.is === 'here' ? ' journey-here' : ''}" x="${middle(at)}" y="56" text-anchor="middle">${station.name}</text>
${station.date === undefined ? '' : html`<text class="journey-date" x="${at === stations.length - 1 ? across : middle(at)}" y="76" text-anchor="${at === stations.length - 1 ? 'end' : 'middle'}">${station.date}</text>`}`,
  )
  return html`<svg class="journey" role="img" viewBox="0 0 ${across} ${hasDate ? 82 : 62}"><title>${text}</title>${ways}${drawn}</svg>`
}

/** Stands alone. A browser's tab is light or dark whatever the page is, so it brings its own paper. */
export const favicon = ({ have = '#0b5563', need = '#7a2e5d' }: { have?: string | undefined; need?: string | undefined } = {}): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="16" fill="#fffdf8"/><path d="${LEFT}" fill="${have}"/><path d="${OUTLINE}" fill="none" stroke="${need}" stroke-width="2.4"/></svg>`
