/** Every sentence people read about signing in. */
import type { AskRefusal, UseRefusal } from './sign-in.ts'

export const ASK_REFUSALS: Record<AskRefusal, string> = {
  'too many letters': 'We have sent several letters to this address in the last hour. Use the newest one, or try again in an hour.',
  'too many from here': 'Too many people have asked from your network in the last hour. Try again in an hour.',
}

export const USE_REFUSALS: Record<UseRefusal, string> = {
  'not known': 'This link is not one of ours, or it has been used. Ask for a new letter.',
  used: 'This letter has been used already. Ask for a new one.',
  'too late': 'This letter is older than ten minutes. Ask for a new one.',
  'other browser': 'This link works in the browser where you asked for it. Here, type the six-digit code from the same letter.',
  'wrong code': 'The code is not right, or it is older than ten minutes. Check it in the newest letter, or ask for a new one.',
  'too many wrong codes': 'That was a wrong code too many times. Ask for a new letter in this browser, and use its link or code here.',
}
