/** The frame around every page: who we are, where one can go, what waits, and who is signed in. */
import type { Viewer } from '../basics/viewer.ts'
import { skipLink } from './components/links.ts'
import { attributes, html, type Markup } from './markup.ts'
import { logo } from './sign.ts'

export type Frame = {
  chapter: { name: string; isDemo: boolean; isRecoloured: boolean }
  /** What a clock shows that people move by hand: "3 December 2026, 09:00". */
  movedTo?: string | undefined
  viewer: Viewer | undefined
  /** How many things wait for the viewer's answer. */
  waiting: number
  title: string
  path: string
  /** One column, for forms, letters and reading. */
  isNarrow: boolean
  /** No search engine may keep it. */
  isUnlisted?: boolean
  /** It hangs on a wall: nothing stands around it, and where no script runs it is loaded again after so many seconds. */
  onWall?: number | undefined
  /** Of a style sheet besides that of every page. */
  sheet?: string | undefined
  version: string
}

/** By the name that the style sheet uses: under any other it would be loaded twice. */
const FONT = '/static/atkinson-hyperlegible-next-latin-400-normal.woff2'

export function layout(frame: Frame, body: Markup): Markup {
  return html`<!doctype html>
<html lang="en-GB" class="govuk-template">
<head>
<meta charset="utf-8">
<title>${frame.title} - ${frame.chapter.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${frame.isUnlisted ? html`<meta name="robots" content="noindex, nofollow">` : ''}
<link rel="preload" as="font" type="font/woff2" crossorigin href="${FONT}">
<link rel="stylesheet" href="/static/app.css?${frame.version}">
${frame.sheet === undefined ? '' : html`<link rel="stylesheet" href="/static/${frame.sheet}.css?${frame.version}">`}
${frame.chapter.isRecoloured ? html`<link rel="stylesheet" href="/chapter.css">` : ''}
<link rel="icon" href="${frame.chapter.isRecoloured ? '/favicon.svg' : `/static/favicon.svg?${frame.version}`}" type="image/svg+xml">
<link rel="alternate" href="/feed.atom" type="application/atom+xml" title="Open briefs">
<script src="/static/app.js?${frame.version}" defer></script>
${frame.onWall === undefined ? '' : html`<noscript><meta http-equiv="refresh" content="${frame.onWall}"></noscript>`}
</head>
${frame.onWall === undefined ? around(frame, body) : html`<body class="wall"><main id="content">${body}</main></body>`}
</html>`
}

const around = (frame: Frame, body: Markup): Markup => html`<body class="govuk-template__body">
${skipLink()}
<header class="header">${frame.chapter.isDemo ? demoStrip() : ''}${frame.movedTo === undefined ? '' : clockStrip(frame.movedTo)}<div class="header-inside">
<a class="logo" href="/">${logo()}<span>${frame.chapter.name}</span></a>
<nav class="nav" aria-label="Main"><ul>${navigation(frame.path)}</ul></nav>
<div class="header-you">${frame.viewer ? forYou(frame.waiting, frame.path) : html`<a href="/sign-in">Sign in</a>`}</div>
</div></header>
<div class="page">
<main class="main${frame.isNarrow ? ' main-narrow' : ''}" id="content" tabindex="-1">
${body}
</main>
</div>
<footer class="footer"><div class="footer-inside">
${frame.viewer ? signedIn(frame.viewer) : html`<p>Public servants say what they have and what they need, and build it together.</p>`}
<ul><li><a href="/organisations">Organisations</a></li><li><a href="/programmes">Programmes</a></li><li><a href="/events">Events</a></li><li><a href="/feed.atom">Feed of open briefs</a></li></ul>
</div></footer>
</body>`

const demoStrip = (): Markup => html`<p class="demo-strip"><strong>Demo:</strong> nobody here is real.
<a href="/demo">Sign in as somebody</a> or <a href="/letters">read the letters</a>.</p>`

const clockStrip = (time: string): Markup => html`<p class="demo-strip">The clock here is moved by hand: it is ${time}.</p>`

function navigation(path: string): Markup[] {
  const doors = [
    ['/projects', 'Projects'],
    ['/projects/new', 'Write a brief'],
  ] as const
  return doors.map(
    ([href, text]) => html`<li><a${attributes({ href, 'aria-current': href === path ? 'page' : isWithin(href, path) })}>${text}</a></li>`,
  )
}

/** A project's page lies under the projects, and a draft is a brief being written. */
function isWithin(href: string, path: string): 'true' | undefined {
  const of = path === '/projects/new' || path.startsWith('/drafts/') ? '/projects/new' : path.startsWith('/projects/') ? '/projects' : ''
  return of === href ? 'true' : undefined
}

/** What does not wait is not counted: a nought would only draw the eye. */
const forYou = (waiting: number, path: string): Markup =>
  html`<a${attributes({ href: '/mine', 'aria-current': path === '/mine' ? 'page' : undefined })}>For you${
    waiting > 0 ? html` <span class="count">${waiting}<span class="govuk-visually-hidden"> waiting</span></span>` : ''
  }</a>`

const signedIn = (viewer: Viewer): Markup => html`${viewer.name ? html`<p>Signed in as ${viewer.name}.</p>` : ''}
<ul>${viewer.broker ? html`<li><a href="/broker">Broken promises</a></li><li><a href="/held">Waiting to be let in</a></li><li><a href="/deliveries">Letters that leave</a></li><li><a href="/replies">Letters that came in</a></li>` : ''}${viewer.moderator ? html`<li><a href="/reports">Reports</a></li>` : ''}<li><a href="/profile">Your page</a></li><li><a href="/sessions">Where you are signed in</a></li><li><a href="/addresses">Your addresses</a></li><li><a href="/letter-choices">Your letters</a></li><li><form method="post" action="/sign-out"><button class="link-button" type="submit">Sign out</button></form></li></ul>`
