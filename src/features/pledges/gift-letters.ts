/** What gifts write. */
import type { Day } from '../../basics/day.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'

type About = { gift: string; project: string; title: string; what: string; who: Somebody; by: Day; today: Day }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'gift accepted': About
    'gift declined': About & { line: string }
    'gift unanswered': About
    'gift withdrawn': About
    'gift freed': About & { wasAccepted: boolean }
  }
}

const giftPage = ({ gift }: About): string => linkTo(`/gifts/${gift}`)
const projectPage = ({ project }: About): string => linkTo(`/projects/${project}`)

export const giftLetters: LettersOf<'gift accepted' | 'gift declined' | 'gift unanswered' | 'gift withdrawn' | 'gift freed'> = {
  'gift accepted': (facts) => ({
    subject: `${facts.title}: your ${facts.what} is welcome`,
    paragraphs: [
      `The owner of "${facts.title}" is glad to have "${facts.what}" from you, and gets in touch about how and when.`,
      `If something comes between, you can take it back at any time:\n${giftPage(facts)}`,
    ],
  }),
  'gift declined': (facts) => ({
    subject: `${facts.title}: not your ${facts.what} this time`,
    paragraphs: [
      `The owner of "${facts.title}" thanks you for offering "${facts.what}", and has chosen otherwise this time.`,
      ...(facts.line ? [`They write:\n${facts.line}`] : []),
      `Others need what you have:\n${linkTo('/projects')}`,
    ],
  }),
  'gift unanswered': (facts) => ({
    subject: `${facts.title}: no answer about your ${facts.what}`,
    paragraphs: [
      `The owner of "${facts.title}" did not answer your offer of "${facts.what}" in two weeks. We are sorry. You are free of it now.`,
      `These need what you have:\n${linkTo('/projects?for=me')}`,
    ],
  }),
  'gift withdrawn': (facts) => ({
    subject: `${facts.title}: an offer of ${facts.what} is withdrawn`,
    paragraphs: [`${sayInFull(facts.who)} has taken back "${facts.what}". That happens, and needs no reason.`, projectPage(facts)],
  }),
  'gift freed': (facts) => ({
    subject: `${facts.title}: it has ended, and thank you`,
    paragraphs: [
      facts.wasAccepted
        ? `"${facts.title}" has ended. Thank you for giving "${facts.what}". You are free of it from now on.`
        : `"${facts.title}" has ended before your offer of "${facts.what}" could be taken up. Thank you for offering.`,
      `What became of it:\n${projectPage(facts)}`,
    ],
  }),
}
