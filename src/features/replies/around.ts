/** How mail programs and mail servers mark what somebody did not write themselves: quoted letters, signatures, banners and disclaimers. */
import { ANSWER_ABOVE } from '../letters/letter.ts'
import { AGREEING, OPENERS, REFUSING } from './lexicon.ts'
import { afterAll, has, readLine } from './line.ts'

const WROTE =
  /\b(wrote|writes|schrieb|ysgrifennodd|escribió|escreveu|ha scritto|schreef|skrev|napisał|kirjoitti)\b.{0,120}:\s*$|\ba écrit\s*:\s*$/iu
const WROTE_BEGINS =
  /^[\s\-*]*(on|le|am|ar|el|il|op|den|em|w dniu|em)\b|^\d{4}[-./]\d{1,2}[-./]\d{1,2}\b|^.{1,80}<[^<>\s]{1,200}@[^<>\s]{1,200}>/iu
const ORIGINAL =
  /^[\s*]*[-_=]{2,}\s*(original message|original appointment|original email|forwarded message|forwarded by|reply message|ursprüngliche (nachricht|e-mail)|weitergeleitete nachricht|message d'origine|message transféré|message original|neges wreiddiol|mensaje original|messaggio originale|oorspronkelijk bericht)\b/iu
const FORWARDED =
  /^[\s*]*(begin forwarded message|anfang der weitergeleiteten nachricht|début du message (transféré|réexpédié)|forwarded message)\s*:?/iu
const HEADER_FROM = /^[\s*>]*(from|von|de|oddi wrth|van|da|fra)\s?:\**\s/iu
const HEADER_NEXT =
  /^[\s*>]*(sent|date|to|subject|cc|reply-to|gesendet|datum|an|betreff|envoyé|date|à|objet|anfonwyd|dyddiad|at|pwnc|verzonden|aan|onderwerp|enviado|para|asunto)\s?:\**(\s|$)/iu
const UNDERLINE = /^[_\u2500\u2501]{10,}$/u
const NEAR = 4
const WRAPS = 3
const LONGEST_WROTE = 400

export function startsQuote(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  if (line === '') return false
  if (/^(>|&gt;|\|\s)/.test(line) || ORIGINAL.test(line) || FORWARDED.test(line) || UNDERLINE.test(line)) return true
  if (`${line} ${lines[at + 1] ?? ''}`.toLowerCase().includes(ANSWER_ABOVE.toLowerCase())) return true
  if (HEADER_FROM.test(line)) return lines.slice(at + 1, at + 1 + NEAR).some((each) => HEADER_NEXT.test(each))
  if (WROTE.test(line.slice(-LONGEST_WROTE))) return true
  if (!WROTE_BEGINS.test(line.slice(0, LONGEST_WROTE))) return false
  return Array.from({ length: WRAPS }, (_, more) =>
    lines
      .slice(at, at + more + 2)
      .join(' ')
      .slice(0, LONGEST_WROTE),
  ).some((joined) => WROTE.test(joined))
}

const SENT_FROM =
  /^[\s*_]*(sent (from|via|using)|get outlook for|envoyé (de|depuis)|gesendet (von|mit)|anfonwyd o|von meinem .{1,30} gesendet|enviado desde|inviato da|verzonden vanaf|yahoo mail|download the)\b/iu
const SIGN_OFF =
  /^(kind|kindest|best|warm|warmest|many|with kind|with best|my best|yours)?\s*(regards|wishes|thanks|sincerely|faithfully|truly)[\s,.!]*$|^(thanks|thank you|cheers|best|all the best|rgds|kr|br|mit freundlichen grüßen|viele grüße|cordialement|bien cordialement|cofion|cofion gorau|diolch|yn gywir)[\s,.!]*$/iu

export const startsSignature = (line: string): boolean => SENT_FROM.test(line) || SIGN_OFF.test(line) || /^-{2,}$|^[=*~]{5,}$/.test(line)

const DISCLAIMER =
  /^[\W_]*(disclaimer|confidentiality|confidential(ity)? (notice|note)|legal notice|privacy notice|important notice|data protection)\b|intended (solely |only )?for the|intended recipient|\b(this|the) (e-?mail|message|transmission|communication)( message)?( and| is| may| was| has|, and| \(| or| contains|,)|information (contained )?in this|consider(ing)? the environment|before printing|print this e-?mail|computer viruses|virus|does not accept (legal )?(service|liability)|registered (office|in england|charity|company)|(monitored|recorded) (and|or|for|in)|mae'r (e-?bost|neges) (hwn|hon)|diese e-?mail|ce (message|courriel)/iu

export const startsDisclaimer = (line: string): boolean => DISCLAIMER.test(line)

const BANNER =
  /^[\W_]*(caution|warning|external( e-?mail| message| sender)?|attention|be careful|alert|notice|official(-sensitive)?|unclassified|not protectively marked|security (notice|warning|alert)|rhybudd|achtung|externe? e-?mail)\b[\s\]*:!\-\u2013()|]*($|.{0,200}\b(e-?mail|message|sender|outside|external|organi[sz]ation|originat|attachment|links?|click)\b)|^[\W_]*this (e-?mail|message) (originat|came|comes|was sent|has (been sent|originat|come)|is) .{0,60}(outside|external|extern)|^[\W_]*(you don'?t often get email from|some people who received this message don'?t often)/iu
const STAYS_BANNER =
  /\b(clicks?|links?|attachments?|sender|recogni[sz]e|safe|outside|external|organi[sz]ation|originat\w*|verify|suspicious|phishing|caution|trust\w*|e-?mail|learn why|important)\b/iu

export const startsBanner = (line: string): boolean => BANNER.test(line.slice(0, LONGEST_WROTE))
export const staysBanner = (line: string): boolean => line !== '' && STAYS_BANNER.test(line.slice(0, LONGEST_WROTE))

const GREETING =
  /^(hi|hello|hey|hiya|dear|good (morning|afternoon|evening|day)|morning|afternoon|evening|greetings|helo|bore da|prynhawn da)\b(\s+[\p{L}.'\-/]+){0,5}\s*[,.!:\-\u2013]*$/iu
const LONGEST_GREETING = 80
const ANSWERS = /\b(pause|keep|done|met|stuck|extend|close)\b/iu

export const isGreeting = (line: string): boolean =>
  line.length < LONGEST_GREETING && GREETING.test(line) && !ANSWERS.test(line) && !has(readLine(line), 0, [...AGREEING, ...REFUSING])

/** "Thanks for this." alone says neither yes nor no. */
export function isThanks(line: string): boolean {
  const read = readLine(line)
  return read.words.length > 0 && !line.includes('?') && afterAll(read, 0, OPENERS) === read.words.length
}
