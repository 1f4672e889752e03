/** Whom the British pack holds: whoever has an address that tells no organisation, and whether it tells their sector. */
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { endingsOfPack, organisationsOfPack } from '../../cli/organisations-file.ts'
import { readPack } from '../../packs/read.ts'
import { inRoot } from '../../root.ts'
import { recognise } from '../organisations/organisation.ts'

it('holds a gov.uk address of no known organisation, and everybody with an address that anybody can have', async () => {
  const { pack } = await readPack(fileURLToPath(inRoot('packs/uk')))
  const owners = organisationsOfPack(pack).flatMap(({ name, sector, domains }) =>
    domains.map((domain) => ({ id: name, name, sector, domain })),
  )
  const tells = (email: string) => recognise(email, owners, endingsOfPack(pack))
  for (const domain of ['no-such-council.gov.uk', 'kindness.org.uk', 'a-firm.co.uk', 'a-firm.com', 'gmail.com', 'org.uk', 'x.example'])
    assert.deepEqual(tells(`ann@${domain}`), { is: 'none', sector: undefined }, domain)
  assert.deepEqual(tells('ann@a-surgery.nhs.uk'), { is: 'none', sector: 'health' })
  assert.deepEqual(tells('ann@a-school.sch.uk'), { is: 'none', sector: 'education' })
  assert.equal(tells('ann@leeds.gov.uk').is, 'one')
})
