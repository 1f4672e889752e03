/** The doors for signing in and out. A link never acts: its page has a button that does. */
import { isId } from '../../basics/id.ts'
import type { Db } from '../../storage/db.ts'
import { Missing, somebody } from '../../web/faults.ts'
import { type Cookie, get, goTo, page, pageWithMistakes, post, type Reply, type Route, type Visit } from '../../web/visit.ts'
import { findPerson } from '../people/actions.ts'
import { hasSaidName, readEmail } from '../people/person.ts'
import { EMAIL_FAULTS } from '../people/words.ts'
import { type Asked, askToSignIn, type Door, endSession, signInAs, signInWithCode, signInWithLink } from './actions.ts'
import { codePage, linkPage, refusedPage, sessionsPage, signInPage } from './pages.ts'
import { ownPath, SESSION_DAYS, SIGN_IN_MINUTES } from './sign-in.ts'
import { findSignIn, listSessions } from './store.ts'
import { ASK_REFUSALS, USE_REFUSALS } from './words.ts'

const SESSION = 'session'
const ASKED = 'asked'

const sessionCookie = (value: string): Cookie => ({ name: SESSION, value, maxAge: value === '' ? 0 : SESSION_DAYS * 24 * 3600 })

/** Which sign-in this browser asked for, and the secret that proves it. */
const askedHere = (visit: Visit): Asked => {
  const [signIn = '', browserSecret = ''] = (visit.cookie(ASKED) ?? '').split('.')
  return { signIn: isId(signIn) ? signIn : '', browserSecret }
}

export function accountRoutes(db: Db, isDemo: boolean): Route[] {
  const signIn = 'Sign in or join'

  return [
    get('/sign-in', (visit) => page(signIn, signInPage({ typed: '', next: ownPath(visit.query('next') ?? '/') }), { narrow: true })),

    post('/sign-in', async (visit) => {
      const typed = visit.form.text('email')
      const next = ownPath(visit.form.text('next'))
      const email = readEmail(typed)
      if (!email.yes) return pageWithMistakes(signIn, signInPage({ typed, next, fault: EMAIL_FAULTS[email.why] }), { narrow: true })
      const asked = await askToSignIn(db, { email: email.value, source: visit.source, returnTo: next }, visit.now)
      if (!asked.yes)
        return page(`Error: ${signIn}`, signInPage({ typed, next, fault: ASK_REFUSALS[asked.why] }), { narrow: true, status: 429 })
      const value = `${asked.value.signIn}.${asked.value.browserSecret}`
      return goTo('/sign-in/code', [{ name: ASKED, value, maxAge: SIGN_IN_MINUTES * 60 }])
    }),

    get('/sign-in/code', async (visit) => {
      const email = (await findSignIn(db, askedHere(visit).signIn))?.email
      return page('Read your letter', codePage({ email: email ?? '', isKnownHere: email !== undefined, typed: '', isDemo }), {
        narrow: true,
      })
    }),

    post('/sign-in/code', async (visit) => {
      const [typedEmail, typed] = [visit.form.text('email'), visit.form.text('code')]
      const here = await findSignIn(db, askedHere(visit).signIn)
      const email = readEmail(typedEmail)
      const about = { email: typedEmail, isKnownHere: here !== undefined && email.yes && here.email === email.value, typed, isDemo }
      if (!email.yes)
        return pageWithMistakes('Read your letter', codePage({ ...about, emailFault: EMAIL_FAULTS[email.why] }), { narrow: true })
      const door = await signInWithCode(
        db,
        { email: email.value, code: typed, source: visit.source, browser: visit.browser, asked: askedHere(visit) },
        visit.now,
      )
      if (!door.yes)
        return pageWithMistakes('Read your letter', codePage({ ...about, codeFault: USE_REFUSALS[door.why] }), { narrow: true })
      return walkIn(door.value)
    }),

    get('/sign-in/link/:link', (visit) => {
      if (askedHere(visit).browserSecret === '')
        return page('Sign in', refusedPage('Is this another browser?', USE_REFUSALS['other browser']), { narrow: true })
      return page('Sign in', linkPage(visit.path), { narrow: true })
    }),

    post('/sign-in/link/:link', async (visit) => {
      const door = await signInWithLink(db, visit.param('link'), askedHere(visit).browserSecret, visit.browser, visit.now)
      if (!door.yes)
        return page('This link does not work', refusedPage('This link does not work', USE_REFUSALS[door.why]), {
          narrow: true,
          status: 422,
        })
      return walkIn(door.value)
    }),

    post('/sign-out', async (visit) => {
      if (visit.viewer && visit.session) await endSession(db, visit.session, visit.viewer.person, visit.now)
      return goTo('/', [sessionCookie('')], { forgets: true })
    }),

    get('/sessions', async (visit) =>
      page('Where you are signed in', sessionsPage(visit, await listSessions(db, somebody(visit).person, visit.now)), { narrow: true }),
    ),

    post('/sessions/:id/end', async (visit) => {
      if (!isId(visit.param('id'))) throw new Missing()
      await endSession(db, visit.param('id'), somebody(visit).person, visit.now)
      return visit.param('id') === visit.session ? goTo('/', [sessionCookie('')], { forgets: true }) : goTo('/sessions')
    }),

    ...(isDemo ? demoRoutes(db) : []),
  ]
}

const demoRoutes = (db: Db): Route[] => [
  post('/demo/sign-in', async (visit) => {
    const person = await findPerson(db, visit.form.text('person'))
    if (!person) throw new Missing()
    if (visit.viewer && visit.session) await endSession(db, visit.session, visit.viewer.person, visit.now)
    return goTo('/mine', [sessionCookie(await signInAs(db, person.id, visit.browser, visit.now))])
  }),
]

/** Somebody new is asked for their name first; the letter's address is worth nothing from here on. */
function walkIn(door: Door): Reply {
  const to = hasSaidName(door.person) ? door.returnTo : `/welcome?next=${encodeURIComponent(door.returnTo)}`
  return goTo(to, [sessionCookie(door.token), { name: ASKED, value: '', maxAge: 0 }])
}
