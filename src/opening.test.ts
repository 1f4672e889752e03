/** The door before and after the house is ready. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openDoor } from './opening.ts'
import { WrongSetting } from './settings.ts'

it('says to wait until there is somebody to answer, and holds its port from the first moment', async () => {
  const door = await openDoor(0, '127.0.0.1')
  try {
    const ask = () => fetch(`http://127.0.0.1:${door.port}/projects`)
    const before = await ask()
    assert.deepEqual([before.status, before.headers.get('retry-after')], [503, '2'])
    assert.match(await before.text(), /this page looks again by itself/)
    await assert.rejects(
      openDoor(door.port, '127.0.0.1'),
      (fault: unknown) => fault instanceof WrongSetting && /is taken by another program/.test(fault.message),
    )
    door.openTo((_, response) => void response.end('Here'))
    assert.equal(await (await ask()).text(), 'Here')
  } finally {
    door.server.closeAllConnections()
    await new Promise((resolve) => door.server.close(resolve))
  }
})
