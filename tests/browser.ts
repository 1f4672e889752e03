/** A real browser for tests: pages as a visitor sees them, and everything that a browser complained about. */
import { type Browser, chromium, type Page } from 'playwright-core'

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No test may depend on the internet, or tell it anything.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
]

/** A slow machine is no fault; only what never comes is one. */
const PATIENCE = 30_000

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM_PATH']
  if (!executablePath)
    throw new Error(process.env['APPSTARTER_TEST_NO_CHROMIUM'] ?? 'Start this test with npm test: it looks for a Chromium.')
  return chromium.launch({ executablePath, headless: true, chromiumSandbox: false, args: FLAGS })
}

/** `foreignRequests` are addresses outside the page's own origin. Close with `page.context().close()`. */
export type Watched = { page: Page; consoleErrors: string[]; pageErrors: string[]; foreignRequests: string[] }

export async function newPage(browser: Browser, { width = 1280, javaScript = true, origin = '' } = {}): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    javaScriptEnabled: javaScript,
    ...(origin === '' ? {} : { baseURL: origin }),
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const watched: Watched = { page, consoleErrors: [], pageErrors: [], foreignRequests: [] }
  let own = ''
  const note = (address: string): void => {
    if (/^(https?|wss?):/.test(address) && hostOf(address) !== own) watched.foreignRequests.push(address)
  }
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) own = hostOf(request.url())
    else note(request.url())
  })
  page.on('websocket', (socket) => note(socket.url()))
  page.on('pageerror', (fault) => watched.pageErrors.push(fault.message))
  page.on('console', (message) => {
    // The page itself may answer 404 or 422; the test that asked for it looks at that.
    const isOwnAnswer = message.text().startsWith('Failed to load resource') && message.location().url === page.url()
    if (message.type() === 'error' && !isOwnAnswer) watched.consoleErrors.push(`${message.text()} (${message.location().url})`)
  })
  return watched
}

const hostOf = (address: string): string => new URL(address).host
