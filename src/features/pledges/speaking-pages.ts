/** Whoever speaks for an organisation says whether they pledge themselves or it does. */
import { radios } from '../../web/components/choices.ts'
import { html, type Markup } from '../../web/markup.ts'
import type { Visit } from '../../web/visit.ts'

export const forWhomPart = (visit: Visit, speaksFor: string | undefined, isForOrganisation: boolean): Markup | '' =>
  speaksFor === undefined
    ? ''
    : html`${radios({
        name: 'for',
        legend: 'Who promises this?',
        hint: 'You may speak for your organisation.',
        value: isForOrganisation ? 'organisation' : 'me',
        items: [
          { value: 'me', text: `I do${visit.viewer?.name ? `, ${visit.viewer.name}` : ''}` },
          { value: 'organisation', text: `${speaksFor}, through me` },
        ],
      })}`
