/** What a form sent, as it was typed. */
export type Form = {
  /** The typed text of a field; empty when it was not sent. */
  text(name: string): string
  /** Every text of a field that may be sent more than once, such as ticked boxes. */
  texts(name: string): readonly string[]
  has(name: string): boolean
  fields: readonly (readonly [string, string])[]
}

export const FORM_TYPE = 'application/x-www-form-urlencoded'

export function readForm(body: string): Form {
  const fields = new URLSearchParams(body)
  return {
    text: (name) => fields.get(name) ?? '',
    texts: (name) => fields.getAll(name),
    has: (name) => fields.has(name),
    fields: [...fields],
  }
}

export const NO_FORM: Form = readForm('')
