import { describe, expect, it } from 'vitest'
import { checkProject } from '../../src/checks'
import { describeFunctions } from '../../src/checks/describe-functions'
import { portVariableUnread } from '../../src/checks/program/port-variable'
import { bindings, description, executable, host, http, main } from './cases/case'
import { anApp, aProject } from './folder'

const many = 400_000
const plain = (text: string) => text.replaceAll('«', '')

/** Text that is dear to patterns with backtracking and to searches inside of searches. */
describe('projects made to waste time', () => {
  it.each<[string, Parameters<typeof anApp>[0]]>([
    ['slashes in a route', { 'Hello/function.json': http(`, "route": "${'/'.repeat(many)}x"`) }],
    ['braces in a route', { 'Hello/function.json': http(`, "route": "${'{/'.repeat(many)}"`) }],
    [
      'slashes in the prefix',
      { 'host.json': host(`"extensions": { "http": { "routePrefix": "${'/'.repeat(many)}x" } }`) },
    ],
    ['a long path', { 'host.json': plain(executable(`"${'./'.repeat(many)}"`)) }],
    [
      'percent signs',
      {
        'host.json': description(`"defaultExecutablePath": "x", "arguments": ["${'%'.repeat(many)}", "%a"]`),
      },
    ],
    [
      'a long schedule',
      {
        'Hello/function.json': bindings(
          `{ "type": "timerTrigger", "name": "t", "schedule": "${'* '.repeat(many)}" }`,
        ),
      },
    ],
    [
      'fields of a schedule',
      {
        'Hello/function.json': bindings(
          `{ "type": "timerTrigger", "name": "t", "schedule": "0 ${'1,'.repeat(many)} * * * x" }`,
        ),
      },
    ],
    [
      'many bindings',
      {
        'Hello/function.json': bindings(
          ...Array.from({ length: 20_000 }, (_, index) => `{ "type": "quueTrigger", "name": "n${index}" }`),
        ),
      },
    ],
    [
      'a long version',
      {
        'host.json': host(
          `"extensionBundle": { "id": "x", "version": "[${'1.'.repeat(many)},${' '.repeat(many)}" }`,
        ),
      },
    ],
    ['blank lines in go.mod', { 'go.mod': '\n'.repeat(1_900_000) }],
    ['blanks in go.mod', { 'go.mod': `replace x${' '.repeat(many)}y\nrequire x${' '.repeat(many)}y\n` }],
    ['slashes in a pattern', { 'main.go': main(`http.HandleFunc("${'/'.repeat(many)}x", nil)`) }],
    [
      'open calls',
      { 'main.go': main('r.Match(('.repeat(100_000)).replace('net/http', 'github.com/gin-gonic/gin') },
    ],
    [
      'one name set often',
      { 'main.go': main('http.HandleFunc(path, nil)', 'path = "/x"\n'.repeat(100_000)) },
    ],
    ['many registrations', { 'main.go': main('http.HandleFunc("/x", nil)\n'.repeat(50_000)) }],
  ])('%s', async (_, changes) => {
    const project = await aProject(anApp(changes))
    const start = performance.now()
    const findings = [...checkProject(project), portVariableUnread(project, undefined)]
    describeFunctions(project)
    // Far above what it takes, far below what one quadratic pattern takes.
    expect(performance.now() - start).toBeLessThan(20_000)
    for (const finding of findings) expect(finding?.message.length ?? 0).toBeLessThanOrEqual(1000)
  })
})
