/** Every sentence people read about putting rooms and times in. */
import { ROOM, type SaidFaults, text } from './form-words.ts'
import { MOST_SEATS, MOST_SLOT_NAME, type RoomFaults, type SlotFaults } from './timetable.ts'

const SLOT = text('Give it a name, such as Session 3 or Lunch.', 'the name', MOST_SLOT_NAME)
const THE_SAME = 'A room of this name is there already.'
export const sayRoomFaults = ({ name, seats }: RoomFaults): SaidFaults => ({
  ...(name ? { room: name === 'the same' ? THE_SAME : ROOM[name] } : {}),
  ...(seats ? { seats: `Enter how many people can sit in it, from 1 to ${MOST_SEATS}.` } : {}),
})

const ENDS: Record<NonNullable<SlotFaults['ends']>, string> = {
  'no such time': 'Enter when it ends, such as 10:40.',
  'before it begins': 'It must end after it begins.',
  'at the same time': 'Something else is at this time already.',
}
export const saySlotFaults = ({ day, starts, ends, name }: SlotFaults): SaidFaults => ({
  ...(day ? { day: day === 'no such day' ? 'Choose a day.' : 'Choose a day of the event.' } : {}),
  ...(starts ? { starts: 'Enter when it begins, such as 10:00.' } : {}),
  ...(ends ? { ends: ENDS[ends] } : {}),
  ...(name ? { name: SLOT[name] } : {}),
})
