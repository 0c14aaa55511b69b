import { describe, expect, it } from 'vitest'
import { portVariableUnread } from '../../src/checks/program/port-variable'
import { description } from './cases/case'
import { anApp, aProject } from './folder'

const main = (body: string, more = '', imports = '"net/http"') =>
  `package main\n\nimport ${imports}\n\n${more}\n\nfunc main() {\n\t${body}\n}\n`
const fixedPort = main('http.ListenAndServe(":8080", nil)')

async function unread(files: Readonly<Record<string, string | undefined>>, binaryMentions?: boolean) {
  return portVariableUnread(await aProject(anApp(files)), binaryMentions)
}

describe('portVariableUnread', () => {
  it('points at the call that listens', async () => {
    expect(await unread({ 'main.go': fixedPort })).toEqual({
      code: 'port-variable-unread',
      severity: 'warning',
      message:
        'Nothing in the Go code reads FUNCTIONS_CUSTOMHANDLER_PORT, the variable with the port on which the host expects the program.',
      hint: 'Listen on ":" + os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT").',
      location: { file: 'app/main.go', line: 8, column: 7 },
    })
  })

  it('takes the earlier name for a notice', async () => {
    expect(await unread({ 'main.go': main('os.Getenv("FUNCTIONS_HTTPWORKER_PORT")') })).toEqual({
      code: 'port-variable-legacy',
      severity: 'notice',
      message: 'The Go code reads the port from FUNCTIONS_HTTPWORKER_PORT, the name of an earlier version.',
      hint: 'Read FUNCTIONS_CUSTOMHANDLER_PORT.',
      location: { file: 'app/main.go', line: 8, column: 12 },
    })
  })

  it.each([
    ['a call', { 'main.go': main('os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT")') }],
    [
      'a constant in another file',
      { 'port.go': 'package main\n\nconst portVariable = "FUNCTIONS_CUSTOMHANDLER_PORT"\n' },
    ],
    [
      'a struct tag',
      { 'main.go': main('', 'type c struct { Port int `env:"FUNCTIONS_CUSTOMHANDLER_PORT"` }') },
    ],
    ['a prefix for a library', { 'main.go': main('envconfig.Process("functions_customhandler", &c)') }],
    ['all of the environment', { 'main.go': main('os.Environ()') }],
    [
      'an argument',
      {
        'host.json': description(
          '"defaultExecutablePath": "handler", "arguments": ["%FUNCTIONS_CUSTOMHANDLER_PORT%"]',
        ),
      },
    ],
    ['an unknown module', { 'main.go': main('server.Run()', '', '"example.com/server"') }],
    ['no code', { 'main.go': undefined }],
    ['a package without main', { 'main.go': 'package handler\n' }],
    [
      'a script that starts it',
      { 'host.json': description('"defaultExecutablePath": "bash", "arguments": ["start.sh"]') },
    ],
  ])('is silent on %s', async (_, files) => {
    expect(await unread({ 'main.go': fixedPort, ...files })).toBeUndefined()
  })

  it('believes the binary', async () => {
    const unknown = { 'main.go': main('server.Run()', '', '"example.com/server"') }
    expect(await unread(unknown, false)).toMatchObject({ code: 'port-variable-unread' })
    expect(await unread({ 'main.go': undefined }, false)).toMatchObject({ code: 'port-variable-unread' })
    expect(await unread({ 'main.go': fixedPort }, true)).toBeUndefined()
  })
})
