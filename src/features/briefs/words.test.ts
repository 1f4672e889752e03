/** What people read about the faults of a brief. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sayFault } from './words.ts'

describe('a fault', () => {
  const FAULTS: [Parameters<typeof sayFault>[0], string][] = [
    [{ field: 'title', why: 'empty' }, 'Enter the title.'],
    [{ field: 'problem', why: 'too long', most: 2000 }, 'Shorten the problem to 2,000 characters or fewer.'],
    [{ field: 'role-2-skill', why: 'empty' }, 'Role 2: enter the skill.'],
    [{ field: 'role-2-from', why: 'empty' }, 'Role 2: enter the first day.'],
    [{ field: 'role-2-hours', why: 'no hours' }, 'Role 2: enter how many hours a week it takes.'],
    [{ field: 'role-3-hours', why: 'not hours' }, 'Role 3: enter the hours a week as a number, such as 3 or 2.5.'],
    [{ field: 'role-3-until', why: 'no such day' }, 'Role 3: enter a real date, such as 8 December 2026.'],
    [{ field: 'role-1-until', why: 'ends before it begins' }, 'Role 1: the last day must not be before the first.'],
    [{ field: 'have-1-about', why: 'unseen characters' }, 'Have 1: type more about it again: it has a character that cannot be shown.'],
    [{ field: 'role-1-skill', why: 'no role' }, 'Add at least one role: who or what do you need?'],
    [{ field: 'role-1-must', why: 'no must-have' }, 'Make at least one role a must-have, so that we know when you are ready.'],
    [{ field: 'days', why: 'days', most: 28 }, 'A brief is open for 21 to 28 days.'],
  ]
  for (const [fault, said] of FAULTS) it(`is said with its row: ${said}`, () => assert.equal(sayFault(fault), said))
})
