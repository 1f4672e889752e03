/** Every sentence people read about another owner, beside those of its pages. */
import type { AskRefusal, HandoverReopenRefusal, HandoverState, TakeOverRefusal } from './handover.ts'

export const ASK_REFUSALS: Record<AskRefusal, string> = {
  'not the owner': 'Only the owner of a project can give it to somebody else.',
  ended: 'This project has ended.',
  'waiting already': 'Somebody has been asked already. Wait for the answer, or take the question back.',
  'nobody named': 'Choose somebody who takes part, or enter the e-mail address of a member.',
  'owner already': 'That is the address of the owner. Enter the address of somebody else.',
}

export const TAKE_OVER_REFUSALS: Record<TakeOverRefusal, string> = {
  'not asked': 'Only the person who was asked can answer.',
  'answered before': 'This has been answered already, or was taken back.',
  'ended meanwhile': 'This project has ended meanwhile, so nobody needs to look after it.',
  'no organisation': 'We do not know your organisation yet, so you cannot be the owner of a project.',
  'nobody from outside':
    'Every place is filled by your own organisation, and a project needs another one to be ready. Ask the owner to free a place first.',
}

export const HANDOVER_REOPEN_REFUSALS: Record<HandoverReopenRefusal, string> = {
  'not asked': 'Only the person who was asked can take this answer back.',
  'changed meanwhile': 'Something else has happened since, so your answer stands.',
}

export const HANDOVER_STATES: Record<HandoverState, string> = {
  waiting: 'Waits for an answer',
  accepted: 'Taken over',
  declined: 'Declined',
  withdrawn: 'Taken back',
  expired: 'Not answered in time',
  over: 'Over',
}
