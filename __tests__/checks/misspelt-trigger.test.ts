import { describe, expect, it } from 'vitest'
import { checkProject } from '../../src/checks'
import { anApp, aProject } from './folder'

const withType = (type: string) =>
  JSON.stringify({
    bindings: [
      { type, direction: 'in', name: 'req', methods: ['get'] },
      { type: 'http', direction: 'out', name: 'res' },
    ],
  })

describe('a misspelt trigger that leaves no function', () => {
  it.each([
    ['httpTriger', 'trigger-missing', 'httpTrigger'],
    ['queueTriggr', 'trigger-missing', 'queueTrigger'],
    ['httTrigger', 'binding-type-unknown', 'httpTrigger'],
    ['timmerTrigger', 'binding-type-unknown', 'timerTrigger'],
  ])('%s is one error, without findings that follow from it', async (type, code, meant) => {
    const project = await aProject(anApp({ 'Hello/function.json': withType(type) }))
    expect(checkProject(project)).toMatchObject([
      { code, severity: 'error', hint: `Did you mean "${meant}"?`, location: { line: 1 } },
    ])
  })
})
