/** Every kind of letter: what its reader may choose about it, what it is called, who gets it and when. The docs and the delivery log say it so. */
import type { KindOf, LetterClass, LetterKind } from './features/letters/letter.ts'

const as =
  (about: LetterClass) =>
  (name: string, to: string, when: string): KindOf => ({ class: about, name, to, when })
const [door, ask, guest, news, digest, confirmation] = [as('door'), as('ask'), as('guest'), as('news'), as('digest'), as('confirmation')]

/** The compiler asks for a kind that is missing here. */
export const LETTER_KINDS: { readonly [K in LetterKind]: KindOf } = {
  'sign in': door('A link and a code to sign in', 'whoever typed the address', 'somebody asks to sign in'),
  'prove address': door('A code to add an address', 'the address that is added', 'somebody adds an address to their own'),
  'address taken': door('This address is taken', 'whoever has the address', 'somebody else tries to add it'),
  'address added': door('An address was added', 'every address of the person', 'they have added one'),
  'address removed': door('An address was removed', 'every address of the person', 'they have removed one'),
  'address vouched for': door(
    'An address added by a broker',
    'every address of the person',
    'letters came back, and a broker vouches for another address',
  ),
  'employer left': door('An organisation was left', 'every address of the person', 'they say that they no longer work there'),
  'letters stopped': confirmation('No more letters', 'whoever stopped their letters', 'they have stopped them'),

  'letters paused': confirmation('Letters are paused', 'whoever paused them', 'they have asked for it by letter'),
  'reply not understood': confirmation(
    'A letter that we did not understand',
    'whoever wrote it',
    'they have answered in other words than ours',
  ),
  'reply from somebody else': confirmation(
    'Only its reader can answer',
    'whoever wrote it',
    'they have answered a letter to somebody else',
  ),
  'reply from a stranger': confirmation(
    'We do not know the address',
    'whoever wrote it',
    'they have written to us from an unknown address',
  ),
  'reply too late': confirmation('An answer that changes nothing', 'whoever wrote it', 'they have answered twice, or too late'),
  'reply with attachments': confirmation('What was attached is not kept', 'whoever wrote it', 'they have answered with attachments'),

  'guest not understood': guest('A letter that we did not understand', 'a manager', 'they have answered in other words than ours'),
  'guest too late': guest('An answer that changes nothing', 'a manager', 'they have answered twice, or too late'),

  'claim asked': news('What happens next', 'somebody new', 'they have said for whom they work'),
  'claim granted': news('Let in', 'somebody new', 'a colleague or a broker has said yes'),
  'claim declined': news('Not let in yet', 'somebody new', 'a broker has said no, with a line'),
  'works with us': ask('Does somebody work with you?', 'colleagues', 'somebody says so; it stands in the weekly letter'),
  'claim waits': ask('Somebody waits to be let in', 'the brokers', 'nobody has answered for seven days, then every week'),
  'unknown claim waits': ask(
    'Somebody of an unknown organisation',
    'the brokers',
    'nobody knows the organisation that they named, then every week',
  ),
  'speaker named': news('Named a speaker', 'the new speaker', 'a speaker or a broker has named them'),
  'speaker removed': news('No longer a speaker', 'the former speaker', 'a speaker or a broker has removed them'),
  'post reported': ask('A reported post', 'the moderators', 'a member reports a post'),
  'reports wait': ask('A reported post still waits', 'the moderators', 'nobody has looked for three days, then again'),
  'post removed': news('A post was removed', 'its writer', 'a moderator has removed it'),
  'report answered': news('What became of a report', 'whoever reported it', 'a moderator has answered'),

  'listings kept': ask('Is it still so?', 'whoever has or needs something', 'it ends in two weeks'),
  'person reported': ask('Somebody was reported', 'a moderator of neither organisation', 'a member reports another'),
  'person warned': news('Asked to stop', 'whoever was reported', 'a moderator has asked it of them'),
  'person report answered': news('What became of a report', 'whoever reported somebody', 'the moderator has answered'),

  'brief mended': news('A brief has changed', 'everybody who offered to take part', 'its owner changes it before it starts'),
  'somebody joins': news('Somebody joins with their brief', 'the owner', 'somebody joins instead of writing a brief of their own'),
  'project update': news('News of a project', 'its watchers and everybody in it', 'the owner has written an update'),
  'watched project': news('A watched project moves', 'its watchers', 'it is ready, starts or ends'),
  'project ready': ask('Name the first date', 'the owner', 'every must-have place is filled, then every week'),
  'everything filled': news('Everybody is found', 'everybody in the project', 'every must-have place is filled'),
  'open again': news('Open for pledges again', 'everybody in the project', 'somebody had to leave'),
  'project started': news('The first date', 'everybody in the project', 'the owner has named it'),
  'project ended': news('An ending', 'everybody in the project', 'the owner has told how it ended'),
  'half time': ask('Half of the time has passed', 'the owner', 'less than half of the must-have places are filled by then'),
  'at the deadline': ask('Choose at the deadline', 'the owner', 'the last day for pledges has passed'),
  'at the last deadline': ask('Choose at the last deadline', 'the owner', 'the last day has passed again after it was extended'),
  'not reached': news('Not reached', 'the owner', 'nothing was chosen within seven days of the deadline'),
  'work over': ask('How did it end?', 'the owner', 'the last role has come to its end, then every two weeks'),
  'phase ended': news('A phase has ended', 'everybody in the project', 'the owner has told how it ended'),
  'phase overdue': ask('How goes the phase?', 'the owner', 'the day of its review has passed, then every four weeks'),
  'still looked after': ask('Is it still looked after?', 'the owner', 'nobody has said so for half a year, then every four weeks'),
  'go live named': news('A day to go live', 'everybody in the project', 'the owner has named or moved it'),

  'merging offered': ask('Another project would join', 'the owner of the project that stays', 'the other owner offers it'),
  'merging accepted': news('A joining is agreed', 'whoever offered it', 'the other owner has said yes'),
  'merging refused': news('A joining is off', 'whoever offered it', 'the other owner has said no, nothing, or ended theirs'),
  'merging withdrawn': news('A joining is taken back', 'the owner who was asked', 'the other owner has taken it back'),
  'project merged': news('Two projects are one', 'everybody in the project that joins', 'both owners have agreed'),
  'owner wanted': ask('Asked to look after a project', 'the member who is asked', 'an owner or a broker asks them'),
  'handover refused': news('No new owner yet', 'whoever asked', 'the member has said no, or nothing'),
  'handover withdrawn': news('No longer asked', 'the member who was asked', 'whoever asked has taken it back'),
  'project handed on': news('Your project has a new owner', 'the owner before', 'the new owner has said yes'),
  'project is yours': news('The project is yours', 'the new owner', 'they have said yes'),
  'new owner': news('A new owner', 'everybody in the project', 'somebody else looks after it now'),
  'own pledge over': news('A pledge becomes an ownership', 'the new owner', 'they had a pledge in the project that they now look after'),

  'check-in': ask('How was the week?', 'the pledger', 'a week has passed since the last one'),
  'pledge kept': ask('Is the place still yours?', 'the pledger', 'two check-ins have had no answer'),
  'pledge ends': ask(
    'Go on, or done?',
    'the pledger',
    'the last day of the pledge has passed; two weeks before for whoever looks after something',
  ),
  'pledge offered': ask('A pledge to answer', 'the owner', 'somebody pledges to a role'),
  'pledge accepted': news('A pledge is accepted', 'the pledger', 'the owner has said yes'),
  'pledge declined': news('A pledge is declined', 'the pledger', 'the owner has said no'),
  'pledge unanswered': news('A pledge is freed', 'the pledger', 'the owner has not answered for two weeks'),
  'pledge withdrawn': news('A pledge is withdrawn', 'the owner', 'the pledger has taken it back'),
  'pledge released': news('A place is freed', 'the pledger', 'nobody has answered three check-ins'),
  'pledge done': news('A pledge is done', 'the pledger', 'they say so, or its last day has passed'),
  'place left': news('A place is left', 'the owner', 'a pledger is done, or freed'),
  'place taken': news('The place is taken', 'the other pledgers of the role', 'the owner has accepted somebody'),
  'waited too long': news('Freed from waiting', 'the pledger', 'they have waited in line for as long as they would'),
  'offer freed': news('An offer is freed', 'the pledger', 'the project ended before they had an answer'),
  'manager agrees': guest(
    "A manager's yes",
    'the manager whom a pledger has named',
    'somebody pledges more of their week than they may alone',
  ),
  'manager agreed': news('Your manager agrees', 'the pledger', 'their manager has said yes'),
  'manager refused': news('No yes from your manager', 'the pledger', 'their manager has said no, or nothing, or cannot be reached'),
  'agreed pledge changed': guest(
    'What you agreed to changes',
    'a manager who has said yes',
    'the pledger goes on for longer, or takes it back',
  ),
  'gift offered': ask('Something is offered', 'the owner', 'somebody offers data, a venue or the like'),
  'gift accepted': news('An offer is accepted', 'whoever offered it', 'the owner has said yes'),
  'gift declined': news('An offer is declined', 'whoever offered it', 'the owner has said no'),
  'gift unanswered': news('An offer is freed', 'whoever offered it', 'the owner has not answered for two weeks'),
  'gift withdrawn': news('An offer is withdrawn', 'the owner', 'whoever made it has taken it back'),
  'gift freed': news('Freed from an offer', 'whoever made it', 'the project has ended'),

  'weekly digest': digest(
    'The weekly letter',
    'everybody who wants it',
    'it is Monday at 9:00 where they are, and there is something to say',
  ),

  'broker items': ask('New in the inbox', 'the brokers', 'promises are still broken after their owners have heard, once a day'),
  'item handed over': ask('A broken promise is handed over', 'the other broker', 'a broker hands it over'),
  'item back': ask('A broken promise is back', 'the broker who put it off', 'the day has come'),
  'lookout begun': ask('Look for somebody new', 'a broker', 'nothing fits somebody who has joined'),
  'lookout waits': ask('Somebody new still waits', 'the broker', 'they have not written, every week'),
  'lookout answered': news('A line from a broker', 'somebody new', 'the broker has found something'),

  'will you meet': ask('Would you like to meet?', 'whoever is asked', 'somebody would like to meet them, or a broker proposes it'),
  'introduction made': news('Both said yes', 'the two who are introduced', 'the second of them has said yes'),
  'did you meet': ask('Did you meet?', 'each of the two', 'two weeks have passed since both said yes; once more after "not yet"'),
  'introduction not now': news('Not now', 'whoever waited', 'the last day has passed without a yes'),
}
