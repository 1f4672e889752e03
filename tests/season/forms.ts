/** Forms as they stand on a page: what a browser would send when nothing but some fields is changed. */
import type { Seen, Visitor } from '../visit.ts'

type Fields = Record<string, string | readonly string[]>

const unescaped = (text: string): string =>
  text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s>/])`).exec(tag)
  return found ? unescaped(found[1] ?? '') : undefined
}

/** The address and the fields of the first form whose address matches. */
export function formOn(seen: Seen, action: RegExp): { action: string; fields: Fields } | undefined {
  for (const [form, inside = ''] of seen.html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)) {
    const to = attribute(form.slice(0, form.indexOf('>') + 1), 'action')
    if (to !== undefined && action.test(to)) return { action: to, fields: fieldsIn(inside) }
  }
  return undefined
}

function fieldsIn(form: string): Fields {
  const fields: Record<string, string[]> = {}
  const add = (name: string | undefined, value: string): void => {
    if (name !== undefined) fields[name] = [...(fields[name] ?? []), value]
  }
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const isBox = /^(radio|checkbox)$/.test(attribute(tag, 'type') ?? '')
    if (!isBox || attribute(tag, 'checked') !== undefined) add(attribute(tag, 'name'), attribute(tag, 'value') ?? (isBox ? 'on' : ''))
  }
  for (const [tag, text = ''] of form.matchAll(/<textarea\b[^>]*>([\s\S]*?)<\/textarea>/g)) add(attribute(tag, 'name'), unescaped(text))
  for (const [tag, inside = ''] of form.matchAll(/<select\b[^>]*>([\s\S]*?)<\/select>/g)) {
    const options = [...inside.matchAll(/<option\b[^>]*>/g)].map(([option]) => option)
    const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0]
    add(attribute(tag.slice(0, tag.indexOf('>') + 1), 'name'), attribute(chosen ?? '', 'value') ?? '')
  }
  return fields
}

/** Sends the form with some fields changed; undefined when the page has no such form. */
export async function send(visitor: Visitor, seen: Seen, action: RegExp, changed: Fields = {}): Promise<Seen | undefined> {
  const form = formOn(seen, action)
  return form && visitor.post(form.action, { ...form.fields, ...changed })
}
