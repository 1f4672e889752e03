/** Who sees what: every kind of viewer by every kind of thing. */
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isMember, maySee, type Thing, type Viewer } from './viewer.ts'

const VIEWERS: Record<string, Viewer | undefined> = {
  'a visitor': undefined,
  'somebody whose organisation is not known': { person: 'new', name: 'New', broker: false, moderator: false },
  'a member': { person: 'member', name: 'Member', organisation: 'trust', broker: false, moderator: false },
  'the writer, whose organisation is not known': { person: 'writer', name: 'Writer', broker: false, moderator: false },
  'the writer, a member': { person: 'writer', name: 'Writer', organisation: 'council', broker: false, moderator: false },
  'the owner': { person: 'owner', name: 'Owner', organisation: 'council', broker: false, moderator: false },
  'a broker': { person: 'broker', name: 'Broker', organisation: 'county', broker: true, moderator: false },
  'a moderator': { person: 'moderator', name: 'Moderator', organisation: 'county', broker: false, moderator: true },
  'the writer, a moderator': { person: 'writer', name: 'Writer', organisation: 'county', broker: false, moderator: true },
}
const THINGS: Record<string, Thing> = {
  work: { is: 'work' },
  "the writer's name": { is: 'name', of: 'writer' },
  "the writer's draft": { is: 'draft', by: 'writer' },
  "the writer's pledge to the owner": { is: 'pledge', by: 'writer', owner: 'owner' },
  'a thread': { is: 'thread' },
  "a report about the writer's words": { is: 'report', writer: 'writer' },
}
/** In the order of THINGS: + sees it, - does not. */
const TABLE: Record<string, string> = {
  'a visitor': '+-----',
  'somebody whose organisation is not known': '+-----',
  'a member': '++--+-',
  'the writer, whose organisation is not known': '++++--',
  'the writer, a member': '+++++-',
  'the owner': '++-++-',
  'a broker': '++-++-',
  'a moderator': '++--++',
  'the writer, a moderator': '+++++-',
}

describe('what somebody sees', () => {
  for (const [who, viewer] of Object.entries(VIEWERS))
    for (const [index, [what, thing]] of Object.entries(THINGS).entries()) {
      const sees = TABLE[who]?.[index] === '+'
      it(`${who} ${sees ? 'sees' : 'does not see'} ${what}`, () => assert.equal(maySee(viewer, thing), sees))
    }
  it('is a member whose organisation is known, and nobody else', () =>
    assert.deepEqual(
      Object.keys(VIEWERS).filter((who) => isMember(VIEWERS[who])),
      ['a member', 'the writer, a member', 'the owner', 'a broker', 'a moderator', 'the writer, a moderator'],
    ))
})
