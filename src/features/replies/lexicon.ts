/** What people put around an answer without changing it, and the words after which an answer is none. */
import { type Phrase, phrasesOf } from './line.ts'

const among = (...lists: readonly string[]): Phrase[] => phrasesOf(...lists.flatMap((each) => each.split(',')))

const THANKS = `please, thanks, thank you, many thanks, thanks very much, thank you very much, thanks so much, thank you so much, thanks a lot, thanks for asking,
 thank you for asking, thanks again, thx, ta, cheers, much appreciated, thanks for this, thank you for this, thanks for your email, thank you for your email,
 thanks for letting me know`
const HELLO = 'hi, hello, hey, hi there, hello there, hi all, hello all, dear all, good morning, good afternoon, good evening'

/** Before an answer. */
export const OPENERS = among(
  THANKS,
  HELLO,
  `oh, ah, my answer is, the answer is, i say, it's a, it is a, that's a, that is a, a big, a definite`,
)

/** After an answer that would bind somebody: nothing else may stand there. */
export const AGREEABLE = among(
  THANKS,
  `happy to, happy to help, i'm happy to, i am happy to, i'd be happy to, i would be happy to, very happy to, more than happy to, glad to, glad to help,
 i'd be glad to, i would be glad to, delighted, delighted to, i'd be delighted to, i would be delighted to, gladly, with pleasure, i'd love to, i would love to,
 love to, keen to, pleased to, i'd be pleased to, i would be pleased to`,
  `of course, absolutely, definitely, certainly, sure, by all means, go ahead, please do, please go ahead, go for it, great, perfect, lovely, brilliant,
 excellent, wonderful, super, good, great idea, good idea, great stuff, sounds good, sounds great, sounds lovely, that sounds good, that sounds great`,
  `that works, that works for me, works for me, that's fine, that is fine, fine, fine by me, fine with me, all good, count me in, i'm in, i am in,
 let's do it, for me, from me, i am, i do, i will, i can, i'll do it, i will do it, i accept, i agree, it is, we do, we will, we can, we accept, we agree`,
  `look forward to it, looking forward to it, i look forward to it, i'm looking forward to it, i am looking forward to it, kind regards, best regards,
 warm regards, regards, best wishes, all the best, best, sincerely, yours sincerely, have a good day`,
)

/** After hours: of which week they were. */
export const OF_THE_WEEK = among('this week, last week, in total, total, altogether, done, of work, on it, so far')

/** Meant by an answer of this name even where the ask does not list them. */
export const ALSO: Readonly<Record<string, string>> = {
  yes: 'y, yep, yeah, ok, okay, sure, yes yes',
  no: `n, nope, not this time, not this year, i'm afraid not, i am afraid not, afraid not, unfortunately not, sorry no, no i can't, no i cannot, i decline`,
}

export const AGREEING = among(
  `yes, yep, yeah, yup, ok, okay, sure, accept, accepted, i accept, agree, agreed, absolutely, definitely, certainly, gladly, love to, happy to, glad to,
 delighted, keen, count me in, go ahead, of course`,
)
export const REFUSING = among(
  `no, nope, nah, not, never, none, nothing, nobody, neither, nor, cannot, can't, cant, won't, wont, don't, dont, didn't, isn't, wouldn't, couldn't,
 shouldn't, haven't, hasn't, doesn't, aren't, wasn't, i'd rather, unable, decline, declined, refuse, without, hardly, afraid, unfortunately, sorry, instead,
 stop, cancel, withdraw, disagree, regret`,
)
/** What makes an answer depend on something. */
export const DEPENDING = among(
  'if, unless, except, depends, depending, provided, providing, assuming, as long as, so long as, subject to, on condition, otherwise, only',
)
/** What leaves an answer open. */
export const WAVERING = among(
  `but, maybe, perhaps, possibly, probably, might, may, however, although, though, until, when, once, later, before, after, think, guess, suppose, hope, wish,
 try, unsure, not sure, not yet, yet, almost, nearly, would, could, should, sort of, kind of, ask, check, wait, hold on, actually, unclear, whether, or, either,
 rather, sometimes, in principle, in theory`,
)
/** What begins a question, even where its mark was forgotten. */
export const ASKING = among(
  'who, whose, why, what, how, which, where, when, do you, can you, could you, are you, is it, is there, is this, does',
)
/** What tells of somebody else's answer. */
export const OF_OTHERS = among(
  `he, she, they, him, her, them, says, said, told, wrote, asked, thinks, wants, colleague, colleagues, manager, boss, director, team, someone, somebody,
 everyone, anybody, anyone, behalf, forwarded, forwarding, from`,
)

/** How a refusal goes on when no mark parts it: "no not this year". Not "no problem", which is none. */
export const REFUSED_BECAUSE = among(
  `sorry, thanks, thank you, not, i, i'm, i've, we, we're, we've, this, unfortunately, too, can't, cannot, my, our, please, because, as, since, afraid,
 apologies, with regret, time, capacity`,
)
export const SORRY = among(THANKS, `sorry, i'm sorry, i am sorry, very sorry, apologies, my apologies, kind regards, regards, best wishes`)

/** Below an answer that binds: what takes it back, anywhere in a line or at its beginning. */
export const TAKEN_BACK = among(
  `no, nope, not, never, cannot, can't, cant, won't, wont, don't, dont, didn't, couldn't, wouldn't, unfortunately, instead, decline, withdraw, cancel, only,
 maybe, perhaps`,
)
export const TAKING_BACK = among(
  `but, actually, wait, hold on, or, however, correction, scratch that, on second thought, on second thoughts, ignore, until, when, says, said, was, is what,
 though, although, depending, maybe, to be confirmed, tbc`,
)
