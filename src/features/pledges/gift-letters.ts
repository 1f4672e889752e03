/** What gifts write. */
import { type Day, sayDay } from '../../basics/day.ts'
import { type LettersOf, linkTo } from '../letters/letter.ts'
import { type Somebody, sayInFull } from '../people/person.ts'

type About = { gift: string; project: string; title: string; what: string; who: Somebody; by: Day; today: Day }

declare module '../letters/letter.ts' {
  interface LetterFacts {
    'gift offered': About & { line: string }
    'gift waits': About
    'gift accepted': About
    'gift declined': About & { line: string }
    'gift unanswered': About
    'gift withdrawn': About
    'gift freed': About & { wasAccepted: boolean }
  }
}

const giftPage = ({ gift }: About): string => linkTo(`/gifts/${gift}`)
const projectPage = ({ project }: About): string => linkTo(`/projects/${project}`)
const until = ({ by, today }: About): string => sayDay(by, today)

export const giftLetters: LettersOf<
  'gift offered' | 'gift waits' | 'gift accepted' | 'gift declined' | 'gift unanswered' | 'gift withdrawn' | 'gift freed'
> = {
  'gift offered': (facts) => ({
    subject: `${facts.title}: somebody offers ${facts.what}`,
    paragraphs: [
      `${sayInFull(facts.who)} offers "${facts.what}" to "${facts.title}".`,
      `They write:\n${facts.line}`,
      `Accept, or decline kindly, by ${until(facts)}:\n${giftPage(facts)}`,
      'If you say nothing by then, they are freed and told so.',
    ],
  }),
  'gift waits': (facts) => ({
    subject: `${facts.title}: an offer of ${facts.what} waits for you`,
    paragraphs: [
      `${sayInFull(facts.who)} offered "${facts.what}" a week ago and waits for a word.`,
      `Accept, or decline kindly, by ${until(facts)}:\n${giftPage(facts)}`,
    ],
  }),
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
      `Others need what you have:\n${linkTo('/projects')}`,
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
