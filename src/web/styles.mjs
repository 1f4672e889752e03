/** Makes the style sheet of every page and that of events, and says which font files they ask for. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { compileAsync } from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const find = createRequire(import.meta.url).resolve
const govuk = dirname(find('govuk-frontend/package.json'))
const font = dirname(find('@fontsource/atkinson-hyperlegible-next/package.json'))

/** Paths of the font files; each is served from /static/ under its own name. */
export const FONTS = ['latin-400', 'latin-700', 'latin-ext-400', 'latin-ext-700'].map((name) =>
  join(font, 'files', `atkinson-hyperlegible-next-${name}-normal.woff2`),
)

/** `name`: "app" for every page, "event" for those of events besides. */
export async function compileStyles(name = 'app') {
  const { css } = await compileAsync(join(here, 'styles', `${name}.scss`), {
    loadPaths: [dirname(govuk)],
    style: 'compressed',
    quietDeps: true,
  })
  const { code } = await transform(css, { loader: 'css', minify: true, legalComments: 'none' })
  return code
}
