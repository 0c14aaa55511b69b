import { expect, it } from 'vitest'
import { readRoomCodes } from '../../scripts/findings-page'
import { codeDescriptions } from '../../src/stages/code-descriptions'

it('describes every code that has a section on the page of findings', async () => {
  const rooms = await readRoomCodes()
  expect(codeDescriptions).toEqual(Object.assign({}, ...rooms.map(({ codes }) => codes)))
})
