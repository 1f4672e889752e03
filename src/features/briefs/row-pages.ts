/** The rows of a brief: what its writer has, which roles and what else it needs. Each can be added, removed and put back. */
import { button } from '../../web/components/button.ts'
import { radios } from '../../web/components/choices.ts'
import { dateField } from '../../web/components/date-field.ts'
import { fieldset } from '../../web/components/fieldset.ts'
import { select } from '../../web/components/select.ts'
import { textField } from '../../web/components/text-field.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import { LEVELS, OTHER_KINDS } from '../projects/project.ts'
import { LEVEL_WORDS, OTHER_WORDS } from '../projects/words.ts'
import { EMPTY_OTHER, MOST, type TypedBrief, type TypedHave, type TypedOther, type TypedRole } from './brief.ts'
import { atLeastOne } from './brief-form.ts'

/** What is wrong with a field, when something is. */
export type Say = (field: string) => string | undefined
type Row = 'have' | 'role' | 'other'
/** `action` is where their form is sent. */
type Rows = { action: string; typed: Pick<TypedBrief, 'haves' | 'roles' | 'others' | 'removed'>; say: Say }

const ROWS: Record<Row, { id: string; name: string; removed: string; add: string }> = {
  have: { id: 'haves', name: 'have', removed: 'Something you have', add: 'Add something you have' },
  role: { id: 'needs', name: 'role', removed: 'A role', add: 'Add another role' },
  other: { id: 'others', name: 'other need', removed: 'Something you need', add: 'Add another thing' },
}

export const haveCards = (rows: Rows): Markup => {
  const { haves } = rows.typed
  return html`${haves.map((have, at) => haveCard(have, at + 1, rows.say, removeButton(rows, 'have', at + 1, haves.length)))}
${rowButtons(rows, 'have', haves.length, MOST.haves)}`
}

export const roleCards = (visit: Visit, rows: Rows): Markup => {
  const { roles } = rows.typed
  return html`${roles.map((role, at) => roleCard(visit, role, at + 1, rows.say, removeButton(rows, 'role', at + 1, roles.length)))}
${rowButtons(rows, 'role', roles.length, MOST.roles)}`
}

export const otherCards = (rows: Rows): Markup => {
  const others = atLeastOne(rows.typed.others, EMPTY_OTHER)
  return html`${others.map((other, at) => otherCard(other, at + 1, rows.say, removeButton(rows, 'other', at + 1, others.length)))}
${rowButtons(rows, 'other', others.length, MOST.others)}`
}

/** What was removed by mistake can be put back, until something else is removed. */
function rowButtons({ typed: { removed } }: Rows, what: Row, rows: number, most: number): Markup {
  const putBack =
    removed?.what === what
      ? html`<p class="meta">${ROWS[what].removed} was removed.
<input type="hidden" name="removed" value="${JSON.stringify(removed)}">
<button class="link-button" type="submit" name="then" value="put-back">Put it back</button></p>`
      : ''
  return html`${putBack}${rows < most ? button({ text: ROWS[what].add, kind: 'quiet', name: 'then', value: `add-${what}` }) : ''}`
}

/** The page comes back where the row was. */
const removeButton = ({ action }: Rows, what: Row, row: number, rows: number): Markup | '' =>
  rows > 1
    ? html`<div class="role-remove">${button({
        text: html`Remove<span class="govuk-visually-hidden"> ${ROWS[what].name} ${row}</span>`,
        kind: 'quiet',
        name: 'then',
        value: `remove-${what}-${row}`,
        attributes: { formaction: `${action}#${ROWS[what].id}` },
      })}</div>`
    : ''

function haveCard(have: TypedHave, row: number, say: Say, remove: Markup | ''): Markup {
  const field = (name: string) => `have-${row}-${name}`
  const content = html`<div class="role-grid">
${textField({ name: field('what'), label: 'What', hint: 'For example: six months of calls.', value: have.what, error: say(field('what')), groupClasses: 'field-half' })}
${textField({ name: field('about'), label: 'More about it (optional)', hint: 'Hours, until when, in what form.', value: have.about, error: say(field('about')), groupClasses: 'field-half' })}
${remove}</div>`
  return fieldset({ legend: `Have ${row}`, legendSize: 'm', classes: 'card card-have role-card', content })
}

const PURPOSES = [
  { value: 'creating', text: 'creating it' },
  { value: 'looking after', text: 'looking after it once it is live' },
]
const LEVEL_ITEMS = LEVELS.map((level) => ({ value: level, text: LEVEL_WORDS[level] }))
const MATTERS = [
  { value: 'must', text: 'Must-have' },
  { value: 'welcome', text: 'Welcome' },
]

function roleCard(visit: Visit, role: TypedRole, row: number, say: Say, remove: Markup | ''): Markup {
  const field = (name: string) => `role-${row}-${name}`
  const content = html`<div class="role-grid">
${textField({ name: field('skill'), label: 'Skill', value: role.skill, error: say(field('skill')), groupClasses: 'field-half' })}
${select({ name: field('level'), label: 'Level', items: LEVEL_ITEMS, value: role.level, groupClasses: 'field-half' })}
${textField({ name: field('places'), label: 'People', width: 3, inputmode: 'numeric', value: role.places, error: say(field('places')), groupClasses: 'field-sixth' })}
${textField({ name: field('hours'), label: 'Hours a week', width: 3, inputmode: 'decimal', value: role.hours, error: say(field('hours')), groupClasses: 'field-sixth' })}
${dateField({ name: field('from'), label: 'From', value: role.from, min: visit.today, error: say(field('from')) })}
${dateField({ name: field('until'), label: 'Until', value: role.until, min: visit.today, error: say(field('until')) })}
${select({ name: field('purpose'), label: 'What for', items: PURPOSES, value: role.purpose, groupClasses: 'field-half' })}
${radios({
  name: field('must'),
  legend: 'How much it matters',
  inline: true,
  small: true,
  value: role.must === 'welcome' ? 'welcome' : 'must',
  items: MATTERS,
  error: say(field('must')),
  groupClasses: 'field-half',
})}
${remove}</div>`
  return fieldset({ legend: `Role ${row}`, legendSize: 'm', classes: 'card card-need role-card', content })
}

const KINDS = [{ value: '', text: 'Choose' }, ...OTHER_KINDS.map((kind) => ({ value: kind, text: OTHER_WORDS[kind] }))]

export function otherCard(other: TypedOther, row: number, say: Say, remove: Markup | ''): Markup {
  const field = (name: string) => `other-${row}-${name}`
  const content = html`<div class="role-grid">
${select({ name: field('kind'), label: 'Kind', items: KINDS, value: other.kind, error: say(field('kind')), groupClasses: 'field-half' })}
${textField({ name: field('what'), label: 'What', hint: 'For example: a room for 20 in March.', value: other.what, error: say(field('what')), groupClasses: 'field-half' })}
${remove}</div>`
  return fieldset({ legend: `Other need ${row}`, legendSize: 'm', classes: 'card card-need role-card', content })
}
