/** The sentences that briefs, offers and lessons are made of. {service} and {word} come from one public service of the pack. */

export const TITLES = [
  'One form for {service}',
  '{service}: one page for all of us',
  'Fewer calls about {service}',
  'Ask for {word} by telephone, text or paper',
  'Letters about {service} that people understand',
  'A shared register for {word}',
  '{service} without paper',
  'Book {word} online in two minutes',
  'Report {word} from a phone',
  'Say what happens next with {service}',
  'Answer questions on {word} within a day',
  'One list of who helps with {word}',
  'Check who may have {service} before they apply',
  'Test {service} with the people who use it',
  'Share what we know about {word}',
  'Replace the spreadsheet for {service}',
  'Find {word} near you',
  'Train front desks in {service}',
  'Count what {service} costs, the same way everywhere',
  'Plan visits for {word} on one map',
] as const

export const PROBLEM = [
  'Each of us pays for a form for {service} of our own, and none of them works well on a phone.',
  'Last year {number} people rang us about {word}, most of them only to ask what happens next.',
  'Our team types every request for {word} from one system into another by hand.',
  'Residents who ask for {service} wait {few} weeks for an answer that takes ten minutes to give.',
  'Nobody can say how many people asked for {word} and gave up on the way.',
  'The guidance on {service} is {few} pages long, and the front desk keeps its own notes instead.',
  'We know of {few} neighbours who face the same with {word}, and each has begun again from nothing.',
  'A third of the letters about {service} come back with a question that the letter should have answered.',
  'The supplier of our system for {word} asks {number} pounds for a change of one field.',
  'We have talked to {few} people who needed {service} this winter, and all had been sent in a circle.',
  'What we lack is {skill}, a few hours a week, and somebody from another place who asks why.',
  'One page that says who may have {word}, what it costs and how long it takes would end most of the calls.',
  'If it works with us it should work for anybody, so everything that we make is free to take.',
  'Colleagues in the field write {word} on paper in the morning and type it in the evening.',
  'The rules differ from street to street, which nobody outside our building knows.',
] as const

export const FOR_WHOM = [
  'anybody who asks for {service}',
  'residents who need {word}, and the teams who answer them',
  'front desks and call centres of any council',
  'families, carers and neighbours who come across {word}',
  'officers who look after {service} in towns like ours',
] as const

export const HAVES = [
  'two years of records about {word}, without names',
  'a team that tries it out from day one',
  'the rules of {service}, written down in one place',
  '{few} hours a week of {skill}',
  'a form for {word} that others may copy',
  'a room in the town hall every other week',
  'people who use {service} and are glad to be asked',
] as const

export const OTHER_NEEDS = [
  'records about {word} of {few} other places',
  'code that reads and writes {word}',
  '{few} people who have asked for {service} this year',
  'a room for {few} days of trying things out',
  '{number} pounds for printing and travel',
  '{few} organisations that use it from the first month',
] as const

export const LINES = [
  'We have the same trouble with {word}.',
  'I have done this twice before, with {service}.',
  'My team gives me a morning a week for it.',
  'I know {skill} well, and would like to know more about {service}.',
  'Tuesdays and Thursdays suit me best.',
] as const

export const REASONS = [
  'It is in use since the beginning of the month.',
  'The contract for {word} changed, and the change would have cost more than it saves.',
  'Two of the three who cared most moved to other work.',
  'The rules for {service} are about to change, so we stopped before building on the old ones.',
] as const

export const TRIED = [
  'We built a first page for {word} in {few} weeks and sat beside {few} people who used it.',
  'We asked {few} other places what they pay, and put the answers side by side.',
  'We rang everybody who had asked for {service} in one week.',
  'We wrote the letter anew {few} times and tested each.',
] as const

export const LEARNT = [
  'Begin with the letter: most questions about {word} come from its second paragraph.',
  'Read the contract before the brief.',
  'Sit with the team for {service} for a day before drawing anything.',
  'Two hours a week from five places are worth more than a day from one.',
  'Nobody needed the map. Everybody needed the telephone number.',
] as const

export const AGAIN = [
  'When the contract ends, or if three places ask the supplier together.',
  'A second place that wants it: all that we made is ready to share.',
  'Somebody with {skill} who stays until it is live.',
] as const
