/** What a door is given and what it gives back. A route is an address, a method and a function from one to the other. */
import type { Moment } from '../basics/day.ts'
import type { Viewer } from '../basics/viewer.ts'
import type { Form } from './form.ts'
import type { Markup } from './markup.ts'

export type Visit = Moment & {
  viewer: Viewer | undefined
  /** The session behind `viewer`. */
  session: string | undefined
  path: string
  /** The address at which this request reached us, for what is read outside our pages: "https://appstarter.example". */
  origin: string
  param(name: string): string
  query(name: string): string | undefined
  cookie(name: string): string | undefined
  /** What was sent; empty for a GET. */
  form: Form
  /** Where the request came from, and the browser as it names itself. */
  source: string
  browser: string
  /** Our own script asks, and reads the answer itself. */
  isScript: boolean
  /** What a listener heard last, before the line was lost. */
  lastHeard: string | undefined
}

export type Cookie = { name: string; value: string; maxAge: number }

export type Reply =
  | {
      is: 'page'
      status: number
      title: string
      body: Markup
      isNarrow: boolean
      cookies: readonly Cookie[]
      waiting: number | undefined
      isUnlisted: boolean
      refresh: number | undefined
      onWall: number | undefined
      /** Of a style sheet besides that of every page. */
      sheet: string | undefined
    }
  | { is: 'way'; to: string; cookies: readonly Cookie[]; forgets: boolean }
  | { is: 'stream'; body: ReadableStream<Uint8Array> }
  | { is: 'text'; status: number; type: string; text: string; headers?: Readonly<Record<string, string>> }

export type Route = {
  method: 'GET' | 'POST'
  path: string
  open: (visit: Visit) => Promise<Reply> | Reply
  /** Its address alone says who asks for what, so a mail program may send here what came from none of our pages. */
  isForAnybody?: boolean
  /** What it gives has no end. */
  isEndless?: boolean
  /** Files may be sent here, as large as `MOST_FILE_BYTES`. */
  takesFiles?: boolean
}

/**
 * `waiting`: how many things wait for the viewer, where the page has counted them already. `unlisted`: search engines leave it out.
 * `refresh`: a browser asks for it again after so many seconds. `onWall`: it hangs on a wall, with nothing around it, and is loaded
 * again only where no script runs.
 */
type More = {
  status?: number
  narrow?: boolean
  cookies?: readonly Cookie[]
  waiting?: number
  unlisted?: boolean
  refresh?: number
  onWall?: number
}

/** A page of the product; the shell puts header and footer around it. */
export const page = (title: string, body: Markup, more: More = {}): Reply => ({
  is: 'page',
  status: more.status ?? 200,
  title,
  body,
  isNarrow: more.narrow ?? false,
  cookies: more.cookies ?? [],
  waiting: more.waiting,
  isUnlisted: more.unlisted ?? false,
  refresh: more.refresh,
  onWall: more.onWall,
  sheet: undefined,
})

/** The same page again, with what was typed and what is wrong with it. */
export const pageWithMistakes = (title: string, body: Markup, more: More = {}): Reply =>
  page(`Error: ${title}`, body, { ...more, status: 422 })

/** Something that is no page, such as a feed. `keptFor` is how many seconds anybody may keep it; without it nobody may. */
export const file = (type: string, text: string, { name, keptFor }: { name?: string; keptFor?: number } = {}): Reply => ({
  is: 'text',
  status: 200,
  type,
  text,
  headers: {
    ...(name === undefined ? {} : { 'content-disposition': `attachment; filename="${name}"` }),
    ...(keptFor === undefined ? {} : { 'cache-control': `public, max-age=${keptFor}` }),
  },
})

/** An answer to our own script. */
export const json = (value: unknown, status = 200): Reply => ({ is: 'text', status, type: 'application/json', text: JSON.stringify(value) })

/** After a POST: on to a page that can be reloaded. `forgets`: whatever the browser keeps for when there is no network. */
export const goTo = (to: string, cookies: readonly Cookie[] = [], { forgets = false } = {}): Reply => ({ is: 'way', to, cookies, forgets })

/** News as they come, for as long as somebody listens. */
export const stream = (body: ReadableStream<Uint8Array>): Reply => ({ is: 'stream', body })

export const get = (path: string, open: Route['open']): Route => ({ method: 'GET', path, open })
/** News, for as long as somebody listens. */
export const getStream = (path: string, open: Route['open']): Route => ({ method: 'GET', path, open, isEndless: true })
export const post = (path: string, open: Route['open']): Route => ({ method: 'POST', path, open })
/** A form with a file: its text stands under the name of its field, and nothing of it is kept. */
export const postFiles = (path: string, open: Route['open']): Route => ({ method: 'POST', path, open, takesFiles: true })
/** A door for programs that act for somebody, such as the one-click stop of a mail program (RFC 8058). */
export const postFromAnywhere = (path: string, open: Route['open']): Route => ({ method: 'POST', path, open, isForAnybody: true })
