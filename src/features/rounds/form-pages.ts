/** The form on which a round is opened, with three examples to begin from. */
import { addDays } from '../../basics/day.ts'
import { SECTORS } from '../../basics/sector.ts'
import { button, buttonGroup } from '../../web/components/button.ts'
import { checkboxes, radios } from '../../web/components/choices.ts'
import { dateField } from '../../web/components/date-field.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { textArea } from '../../web/components/text-area.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { SECTOR_NAMES } from '../members/words.ts'
import { ACROSS } from './round.ts'
import { EXAMPLES, MOST_KILOMETRES, MOST_LINE, type RoundFaults, type TypedRound } from './round-form.ts'
import { ACROSS_WORDS, EXAMPLE_WORDS, SIZE_WORDS, sayFault } from './round-words.ts'

export type RoundForm = { typed: TypedRound; faults: RoundFaults; isBroker: boolean; sizes: readonly number[] }

export function roundForm(visit: Visit, { typed, faults, isBroker, sizes }: RoundForm): Markup {
  const say = (field: keyof TypedRound): string | undefined => faults[field] && sayFault(field, faults[field])
  const errors = Object.entries(faults).map(([field, fault]) => ({ text: sayFault(field as keyof TypedRound, fault), href: `#${field}` }))
  return html`${errors.length > 0 ? errorSummary({ errors }) : ''}
${backLink({ href: '/rounds', text: 'Rounds' })}
<h1>Open a round</h1>
<p class="lede">People join with one button. When it closes we put them together, you look at it, and it is sent.</p>
<section class="card" aria-labelledby="examples"><h2 id="examples">Begin with an example</h2><ul class="stack">${EXAMPLES.map((each) => html`<li><a href="/rounds/new?example=${each}">${EXAMPLE_WORDS[each].name}</a><span class="sub">${EXAMPLE_WORDS[each].text}</span></li>`)}</ul></section>
<form class="form" method="post" action="/rounds" novalidate>
${textField({ name: 'title', label: 'What is it called?', value: typed.title, error: say('title') })}
${textArea({ name: 'line', label: 'A line about it (optional)', hint: `What is it for, and what do people talk about? At most ${MOST_LINE} characters.`, rows: 3, value: typed.line, error: say('line') })}
${radios({
  name: 'audience',
  legend: 'Who may join?',
  value: typed.audience,
  error: say('audience'),
  items: [
    { value: 'everybody', text: 'Everybody', hint: 'All members but suppliers.' },
    { value: 'organisation', text: 'One organisation' },
    { value: 'sectors', text: 'Some sectors' },
  ],
})}
${textField({ name: 'organisation', label: 'The organisation, if it is for one', hint: isBroker ? 'Its name as it stands among the organisations.' : 'The one for which you speak.', value: typed.organisation, error: say('organisation') })}
${checkboxes({ name: 'sectors', legend: 'The sectors, if it is for some', small: true, items: SECTORS.map((value) => ({ value, text: SECTOR_NAMES[value] })), values: typed.sectors, error: say('sectors') })}
${checkboxes({ name: 'across', legend: 'Those who meet must be of another', hint: 'Leave all three empty to put anybody together.', items: ACROSS.map((value) => ({ value, text: ACROSS_WORDS[value] })), values: typed.across, error: say('across') })}
${radios({
  name: 'by',
  legend: 'How do they meet?',
  value: typed.by,
  items: [
    { value: 'any', text: 'As each pair likes' },
    { value: 'online', text: 'Online' },
    {
      value: 'near',
      text: 'In person, not too far from each other',
      hint: 'Say below how far. Whoever has not said where they are may be put together with anybody.',
    },
  ],
})}
${textField({ name: 'kilometres', label: 'How many kilometres apart at most, if in person', hint: `From 1 to ${MOST_KILOMETRES}. 20 is half an hour by car.`, width: 3, inputmode: 'numeric', value: typed.kilometres, error: say('kilometres') })}
${sizes.length > 1 ? radios({ name: 'size', legend: 'How many meet?', inline: true, value: typed.size, error: say('size'), items: sizes.map((size) => ({ value: String(size), text: SIZE_WORDS[size] ?? String(size) })) }) : html`<input type="hidden" name="size" value="2">`}
${dateField({ name: 'closes', label: 'The last day to join', hint: 'The day after, we put them together.', value: typed.closes, min: addDays(visit.today, 1), error: say('closes') })}
${textField({ name: 'days', label: 'Days that people have to meet', width: 3, inputmode: 'numeric', value: typed.days, error: say('days') })}
${textField({ name: 'turns', label: 'How many times?', hint: '1 is once. Whoever has joined stays in until they leave.', width: 3, inputmode: 'numeric', value: typed.turns, error: say('turns') })}
${textField({ name: 'weeks', label: 'Every how many weeks?', hint: 'Counts if it is more than once.', width: 3, inputmode: 'numeric', value: typed.weeks, error: say('weeks') })}
${checkboxes({
  name: 'invites',
  items: [
    {
      value: 'yes',
      text: 'Tell people of it by letter',
      hint: isBroker
        ? 'One letter to each who may join. Nobody who takes a break, or wants no introductions, is written to.'
        : 'One letter to each of your own organisation who may join. Others find it on the list. Nobody who takes a break is written to.',
    },
  ],
  values: typed.invites ? ['yes'] : [],
})}
${buttonGroup(button({ text: 'Open the round' }), html`<a href="/rounds">Go back</a>`)}
<section class="next"><h2>What happens next</h2><p>The day after it closes you get a letter: who meets whom, and why. You have two working days to change it. If you say nothing, it is sent as it is.</p></section>
</form>`
}
