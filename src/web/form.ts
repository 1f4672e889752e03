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
export const FILES_TYPE = 'multipart/form-data'

export function readForm(body: string): Form {
  return formOf(new URLSearchParams(body))
}

/** A file is read as text: in UTF-8, or else as spreadsheets of older offices write it. */
export async function readFormWithFiles(sent: FormData): Promise<Form> {
  const fields = new URLSearchParams()
  for (const [name, value] of sent) fields.append(name, typeof value === 'string' ? value : textIn(await value.arrayBuffer()))
  return formOf(fields)
}

function textIn(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function formOf(fields: URLSearchParams): Form {
  return {
    text: (name) => fields.get(name) ?? '',
    texts: (name) => fields.getAll(name),
    has: (name) => fields.has(name),
    fields: [...fields],
  }
}

export const NO_FORM: Form = readForm('')
