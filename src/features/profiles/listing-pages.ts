/** Where a listing comes from, behind its last day. */
import { html, type Markup } from '../../web/markup.ts'
import type { Listing } from '../listings/listing.ts'
import { FROM_SESSION } from '../listings/words.ts'

export const fromSession = ({ from }: Listing): Markup | '' =>
  from ? html`. ${FROM_SESSION} <a href="/sessions/${from.session}">${from.title}</a>, ${from.event}` : ''
