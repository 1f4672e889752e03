/** Names from a spreadsheet in, and who meets whom out: nothing is kept, and nobody is registered. */
import { sayNumber } from '../../basics/text.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { checkboxes, radios } from '../../web/components/choices.ts'
import { details } from '../../web/components/details.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import { COLUMN_NAMES, MOST_PEOPLE, type RowFault } from './people-file.ts'
import { ACROSS, SIZES } from './round.ts'
import { ACROSS_WORDS } from './round-words.ts'

/** More at once nobody reads; to mend them shows the next. */
const MOST_FAULTS = 50
const SAMPLE = `name,organisation,sector,haves,needs
Ann Example,Harrowmere City Council,local,SQL (expert); maps,procurement
Bo Example,Tarnbeck NHS Trust,health,procurement,SQL`

export type SpreadsheetPage = {
  typed: { people: string; size: string; across: readonly string[] }
  faults: readonly RowFault[]
  refused?: string | undefined
}

export function spreadsheetPage({ typed, faults, refused }: SpreadsheetPage): Markup {
  const errors = [
    ...(refused ? [{ text: refused, href: '#people' }] : []),
    ...faults.slice(0, MOST_FAULTS).map(({ line, why }) => ({ text: `Line ${line}: ${why}`, href: '#people' })),
    ...(faults.length > MOST_FAULTS ? [{ text: `And ${sayNumber(faults.length - MOST_FAULTS)} more.`, href: '#people' }] : []),
  ]
  const wrong = faults.length > 0 ? 'Mend the lines that are named above, and send it again. Until then nobody is matched.' : undefined
  return html`${errors.length > 0 ? errorSummary({ errors }) : ''}
${backLink({ href: '/rounds', text: 'Rounds' })}
<h1>Match people from a spreadsheet</h1>
<p class="lede">You get back who meets whom, and why, as a spreadsheet. Nothing is kept, nobody is registered, and nobody is written to.</p>
<form class="form" method="post" action="/rounds/spreadsheet" enctype="multipart/form-data" novalidate>
${textField({ name: 'file', type: 'file', label: 'Your spreadsheet, saved as CSV', hint: `A person a row, at most ${sayNumber(MOST_PEOPLE)}. The first row names the columns.`, attributes: { accept: '.csv,text/csv,text/plain' } })}
${textArea({ name: 'people', label: 'Or paste all of it here', rows: 8, value: typed.people, error: refused ?? wrong })}
${radios({ name: 'size', legend: 'How many meet?', inline: true, value: typed.size, items: SIZES.map((size) => ({ value: String(size), text: size === 2 ? 'Two' : String(size) })) })}
${checkboxes({ name: 'across', legend: 'Those who meet must be of another', hint: 'Leave all empty to put anybody together.', items: ACROSS.map((value) => ({ value, text: ACROSS_WORDS[value] })), values: typed.across })}
${buttonGroup(button({ text: 'Match them' }), html`<a href="/rounds">Go back</a>`)}
</form>
${details({ summary: 'Which columns there may be', content: html`<p>There must be a column "name". The others may be: ${COLUMN_NAMES.slice(1).join(', ')}.</p><p>Several things in a cell stand between semicolons. A level may follow a skill: SQL (expert). In "not with" and "met" stand names of others in the file, in "left out" how often they were lately. "three" is no for whoever does not want to be a third.</p>` })}
${details({ summary: 'An example', content: html`<pre class="sample">${SAMPLE}</pre>` })}
<section class="next"><h2>What happens next</h2><p>Your browser saves a file named pairs.csv. Whoever is left out stands in it too, with the reason. If a row is wrong, this page names it instead.</p></section>`
}
