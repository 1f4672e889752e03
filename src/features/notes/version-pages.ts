/** What we heard in a session as it stood before: who saved it and when, each with a button that brings it back. */
import { button } from '../../web/components/button.ts'
import { details } from '../../web/components/details.ts'
import { errorSummary } from '../../web/components/error-summary.ts'
import { backLink } from '../../web/components/links.ts'
import { pagination } from '../../web/components/pagination.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'
import type { Session } from '../agendas/agenda.ts'
import { saySaidAt } from '../days/words.ts'
import type { Version } from './version.ts'
import { VERSIONS, VERSIONS_HINT } from './words.ts'

type VersionsPage = {
  session: Session
  /** As it stands now. */
  heard: string
  versions: readonly Version[]
  hasOlder: boolean
  refused?: string
}

/** One form for all: what stood there when they looked is sent once, whichever of them comes back. */
export function versionsPage(visit: Visit, { session, heard, versions, hasOlder, refused }: VersionsPage): Markup {
  const address = `/sessions/${session.id}/versions`
  const all = html`<ol class="stack">${versions.map((version) => html`<li>${versionPart(visit, version, heard)}</li>`)}</ol>`
  const last = versions.at(-1)
  return html`${refused ? errorSummary({ errors: [{ text: refused }] }) : ''}
${backLink({ href: `/sessions/${session.id}/note`, text: `Note: ${session.title}` })}
<h1>${VERSIONS}</h1>
<p class="lede">${VERSIONS_HINT}</p>
${versions.length === 0 ? html`<p>Nobody has saved anything yet.</p>` : ''}
${versions.some((version) => comesBack(version, heard)) ? html`<form method="post" action="${address}"><input type="hidden" name="base" value="${heard}">${all}</form>` : all}
${hasOlder && last ? pagination({ next: { href: `${address}?before=${last.id}`, text: 'Older' } }) : ''}`
}

const comesBack = ({ heard }: Version, now: string): boolean => heard !== '' && heard !== now

/** Longer ones are opened. */
const MOST_SHOWN = 200

function versionPart(visit: Visit, version: Version, now: string): Markup {
  const { id, heard, savedAt, name } = version
  const when = saySaidAt(savedAt, visit)
  const signs = [...heard]
  const whole = html`<p class="typed" dir="auto">${heard}</p>`
  const text =
    heard === ''
      ? html`<p class="meta">They took out all of it${now === '' ? ', and nothing stands there now' : ''}.</p>`
      : signs.length <= MOST_SHOWN
        ? whole
        : html`<p class="typed" dir="auto">${signs.slice(0, MOST_SHOWN).join('')}…</p>
${details({ summary: html`Read it all<span class="govuk-visually-hidden">: ${when}</span>`, content: whole })}`
  return html`<p><strong>${when}</strong> ${name || 'Somebody'}</p>${text}
${heard !== '' && heard === now ? html`<p class="meta">This stands there now.</p>` : ''}
${comesBack(version, now) ? button({ text: html`Bring it back<span class="govuk-visually-hidden">: ${when}</span>`, kind: 'quiet', name: 'version', value: id }) : ''}`
}
