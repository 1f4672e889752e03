/** A chapter: one installation, for one country or movement. A demo is a chapter for ever a demo. */
export type Chapter = { name: string; kind: 'demo' | 'real'; zone: string; haveColour?: string; needColour?: string }

/** The stylesheet that recolours every page; empty when the chapter keeps our colours. */
export function stylesheetOf(chapter: Chapter): string {
  const colours = [
    chapter.haveColour && `--chapter-have:${chapter.haveColour}`,
    chapter.needColour && `--chapter-need:${chapter.needColour}`,
  ].filter(Boolean)
  return colours.length === 0 ? '' : `:root{${colours.join(';')}}`
}
