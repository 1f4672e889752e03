/** What a door throws when there is nothing to show. The shell catches each once and draws it once. */
import type { Viewer } from '../basics/viewer.ts'
import type { Visit } from './visit.ts'

/** No such page, or none that this viewer may know of: the two look alike. */
export class Missing extends Error {}

/** The page exists and the viewer may know it, but may not do this. `why` is a sentence for people. */
export class Forbidden extends Error {
  readonly why: string
  constructor(why: string) {
    super('forbidden')
    this.why = why
  }
}

/** Only for people who are signed in. */
export class SignInFirst extends Error {}

/** The person who is signed in; everybody else is asked to sign in and comes back. */
export function somebody(visit: Visit): Viewer {
  if (!visit.viewer) throw new SignInFirst()
  return visit.viewer
}

/** What a door looked for, or the page that says that it is not there. */
export function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Missing()
  return thing
}
