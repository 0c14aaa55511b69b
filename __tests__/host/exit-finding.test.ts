import { describe, expect, it } from 'vitest'
import { placeOfFrame, placeOfText } from '../../src/gosource/program-places'
import { readVariables } from '../../src/gosource/variables'
import type { HandlerProcess } from '../../src/host/process/handler-process'
import { exitFinding, type LifeStage } from '../../src/host/rehearsal/exit-finding'
import { collectOutput } from '../../src/host/rehearsal/handler-output'
import { anApp, aProject } from '../checks/folder'

interface End {
  readonly files: Readonly<Record<string, string>>
  readonly lines: readonly string[]
  readonly code?: number | null
  readonly stage?: LifeStage
  readonly isIsolated?: boolean
  readonly given?: readonly string[]
  readonly unset?: readonly string[]
  /** Whether only the package is here. */
  readonly hasNoSource?: boolean
  readonly unpacked?: string
}

async function findingOf(end: End) {
  const { go } = await aProject(anApp(end.files))
  const output = collectOutput({})
  for (const text of end.lines) output.onLine({ stream: 'stderr', text })
  const { variables, library } = readVariables(go)
  return exitFinding(
    {
      handler: { isIsolated: end.isIsolated ?? false } as HandlerProcess,
      output,
      printedBefore: 0,
      appFolder: '/tmp/x/wwwroot',
      source: end.hasNoSource
        ? undefined
        : {
            variables,
            library,
            placeOfFrame: (path, line) => placeOfFrame(go, path, line),
            placeOfText: (line) => placeOfText(go, line),
            registers: () => false,
            plainAnswer: () => undefined,
            unpackedFile: (path) => (path === end.unpacked ? path : undefined),
          },
      givenNames: new Set(end.given),
      unsetNames: end.unset ?? [],
      existsHere: (path) => ['/dev/stdout', '/etc/resolv.conf', '/home/me/config'].includes(path),
    },
    { code: end.code === undefined ? 1 : end.code, signal: end.code === null ? 'SIGKILL' : null },
    end.stage ?? 'starting',
    'before it listened',
  )
}

const goMod = 'module example.com/app\n\ngo 1.22\n'
const main = (body: string, imports = ['os', 'log']) =>
  `package main\n\nimport (\n${imports.map((path) => `\t"${path}"`).join('\n')}\n)\n\nfunc main() {\n${body}\n}\n`
const reads = { 'go.mod': goMod, 'main.go': main('\tdsn := os.Getenv("DATABASE_URL")\n\tconnect(dsn)') }
const plain = { 'go.mod': goMod, 'main.go': main('\tlog.Fatal("out of luck")', ['log']) }
const filler = '\t_ = 1\n'.repeat(30)
const readsElsewhere = {
  'go.mod': goMod,
  'main.go': main(`\tlevel := os.Getenv("LOG_LEVEL")\n${filler}\tpanic("boom at start")`),
}
const goroutine = (...frames: readonly string[]) => [
  '',
  'goroutine 1 [running]:',
  ...frames.flatMap((frame) => ['main.main()', `\t${frame} +0x1d`]),
  'exit status 2',
]

describe('what the end of a handler means', () => {
  const settings: readonly (readonly [string, End, readonly string[]])[] = [
    [
      'an argument without a value',
      { files: plain, lines: ['Usage of app:'], unset: ['DB'], code: 2 },
      ['DB'],
    ],
    ['its own text', { files: reads, lines: ['2026/01/01 set DATABASE_URL first'] }, ['DATABASE_URL']],
    ['JSON on stdout', { files: reads, lines: ['{"level":"ERROR","msg":"no database"}'] }, ['DATABASE_URL']],
    ['nothing at all', { files: reads, lines: [] }, ['DATABASE_URL']],
    ['an empty address', { files: reads, lines: ['parse "": empty url'] }, ['DATABASE_URL']],
    [
      'a refused connection of its own',
      { files: reads, lines: ['dial tcp 127.0.0.1:5432: connect: connection refused'] },
      ['DATABASE_URL'],
    ],
    ['code 0 and its name', { files: reads, lines: ['DATABASE_URL is blank'], code: 0 }, ['DATABASE_URL']],
    [
      'a panic at the line that reads it',
      {
        files: {
          'go.mod': goMod,
          'main.go': main('\tdsn := must("DATABASE_URL")\n\tuse(dsn)'),
          'must.go':
            'package main\n\nimport "os"\n\nfunc must(n string) string {\n\tv := os.Getenv(n)\n\tif v == "" {\n\t\tpanic("nothing there")\n\t}\n\treturn v\n}\n',
        },
        lines: [
          'panic: nothing there',
          ...goroutine('example.com/app/must.go:8', 'example.com/app/main.go:9'),
        ],
        code: 2,
      },
      ['DATABASE_URL'],
    ],
    [
      'a panic with an empty value',
      {
        files: readsElsewhere,
        lines: ['panic: parse "": empty url', ...goroutine('example.com/app/main.go:40')],
        code: 2,
      },
      ['LOG_LEVEL'],
    ],
    [
      'the words of a configuration library',
      {
        files: {
          'go.mod': goMod,
          'main.go': main('\tenvconfig.MustProcess("", &c)', ['github.com/kelseyhightower/envconfig']),
        },
        lines: ['required key DB_HOST missing value'],
      },
      ['DB_HOST'],
    ],
    [
      'a name in the words of a package',
      { files: plain, hasNoSource: true, lines: ['missing COSMOS_KEY'] },
      ['COSMOS_KEY'],
    ],
  ]
  it.each(settings)('may miss a setting: %s', async (_name, end, names) => {
    const found = await findingOf(end)
    expect(found).toMatchObject({ code: 'handler-needs-setting', severity: 'warning', settings: names })
    for (const name of names) expect(found.message).toContain(name)
    expect(found.hint).toContain('rehearse-settings')
    expect(found.hint).toContain('rehearse: false')
  })

  const errors: readonly (readonly [string, End, RegExp])[] = [
    [
      'no variable is read',
      { files: plain, lines: ['2026/01/01 out of luck'] },
      /code 1 before it listened: "2026\/01\/01 out of luck" \(app\/main\.go:\d+\)/,
    ],
    [
      'all variables have values',
      { files: reads, lines: ['cannot go on'], given: ['DATABASE_URL'] },
      /cannot go on/,
    ],
    [
      'a nil map',
      {
        files: reads,
        lines: ['panic: assignment to entry in nil map', ...goroutine('example.com/app/main.go:9')],
        code: 2,
      },
      /"panic: assignment to entry in nil map" \(app\/main\.go:9\)/,
    ],
    [
      'a pattern twice',
      {
        files: reads,
        lines: [
          'panic: pattern "/a" (registered at main.go:3) conflicts with pattern "/a" (registered at main.go:2):',
          ...goroutine('net/http/server.go:2872', 'example.com/app/main.go:10'),
        ],
        code: 2,
      },
      /\(app\/main\.go:10\)/,
    ],
    [
      'its port taken',
      { files: reads, lines: ['listen tcp :8080: bind: address already in use'] },
      /address already in use/,
    ],
    [
      'a deadlock',
      {
        files: reads,
        lines: [
          'fatal error: all goroutines are asleep - deadlock!',
          ...goroutine('example.com/app/main.go:9'),
        ],
        code: 2,
      },
      /deadlock/,
    ],
    [
      'a panic that names nothing',
      {
        files: readsElsewhere,
        lines: ['panic: boom at start', ...goroutine('example.com/app/main.go:40')],
        code: 2,
      },
      /"panic: boom at start" \(app\/main\.go:40\)/,
    ],
    ['a signal', { files: reads, lines: ['working'], code: null }, /ended by SIGKILL/],
    ['an end after it listened', { files: reads, lines: ['lease lost'], stage: 'ready' }, /lease lost/],
    [
      'an end after it listened, near a variable that it does not name',
      {
        files: {
          'go.mod': goMod,
          'main.go': main('\turl := os.Getenv("ORDERS_URL")\n\tlog.Fatal("lease is missing", url)'),
        },
        lines: ['2026/01/01 lease is missing'],
        stage: 'ready',
      },
      /lease is missing/,
    ],
    ['a package whose words name nothing', { files: reads, hasNoSource: true, lines: ['boom'] }, /boom/],
    [
      'the network where there is one',
      { files: plain, lines: ['dial tcp: lookup db.example.com: no such host'] },
      /no such host/,
    ],
  ]
  it.each(errors)('is an error: %s', async (_name, end, message) => {
    const found = await findingOf(end)
    expect(found).toMatchObject({ code: 'handler-exits', severity: 'error' })
    expect(found.message).toMatch(message)
  })

  it('says that a file lies in the project and not in the package', async () => {
    const lines = ['2026/01/01 open templates/index.html: no such file or directory']
    const packed = await findingOf({ files: reads, lines, unpacked: 'templates/index.html' })
    expect(packed).toMatchObject({ code: 'handler-exits', severity: 'error' })
    expect(packed.hint).toContain('"include: templates/index.html"')
    expect((await findingOf({ files: reads, lines })).hint).toContain(
      'The package has no "templates/index.html"',
    )
    const patterns = ['panic: html/template: pattern matches no files: `templates/*.html`']
    const glob = await findingOf({ files: reads, lines: patterns, unpacked: 'templates/*.html', code: 2 })
    expect(glob.hint).toContain('"include: templates/*.html"')
    // An empty path is a setting, and a file elsewhere is none of the package.
    for (const line of ['open : no such file or directory', 'open /etc/app/key: no such file or directory'])
      expect(await findingOf({ files: reads, lines: [line] })).toMatchObject({
        code: 'handler-needs-setting',
      })
  })

  it('knows where viper looked for its file', async () => {
    const looked = (name: string, folders: string) =>
      `fatal error config file: Config File "${name}" Not Found in "[${folders}]"`
    for (const line of [
      looked('config', '/etc/app /tmp/x/wwwroot'),
      `panic: ${looked('config', '/tmp/x/wwwroot')}`,
    ]) {
      const found = await findingOf({ files: reads, lines: [line] })
      expect(found).toMatchObject({ code: 'handler-exits', severity: 'error' })
      expect(found.hint).toContain('The package has no "config.*"')
    }
    const below = await findingOf({ files: reads, lines: [looked('app.yaml', '/tmp/x/wwwroot/conf')] })
    expect(below.hint).toContain('The package has no "conf/app.yaml"')
    expect(await findingOf({ files: reads, lines: [looked('config', '/etc/app')] })).toMatchObject({
      code: 'handler-needs-setting',
    })
  })

  const loads = (before: string) => ({
    'go.mod': goMod,
    'main.go': main(
      `${before}\tif err := load(); err != nil {\n\t\tlog.Fatal("Error loading .env file")\n\t}\n${filler}\tconnect(os.Getenv("DATABASE_URL"))`,
    ),
  })
  it.each([
    'Error loading .env file',
    '2026/01/01 Failed to load ".env": open .env: no such file or directory',
    'No .env file found',
    'could not read config from ./.env.local',
    '.env file not found',
    'panic: open .env: no such file or directory',
  ])('knows the file of settings that no package holds: %s', async (line) => {
    for (const files of [loads(''), plain]) {
      const found = await findingOf({ files, lines: [line], unpacked: '.env' })
      expect(found).toMatchObject({ code: 'handler-exits', severity: 'error' })
      expect(found.hint).toMatch(/^"\.env(?:\.local)?" is an environment file; a package never holds it\./)
    }
    const noSource = await findingOf({ files: plain, lines: [line], hasNoSource: true })
    expect(noSource.hint).toContain('a package never holds it')
  })

  it.each([
    [
      'a variable that may say that it is not wanted',
      loads('\tif os.Getenv("STAGE") != "local" {\n\t}\n'),
      'Error loading .env file',
      'STAGE',
    ],
    ['the name of a setting', reads, 'set DATABASE_URL, or load it from .env', 'DATABASE_URL'],
  ])('takes %s for more likely', async (_name, files, line, name) => {
    const found = await findingOf({ files, lines: [line] })
    expect(found).toMatchObject({ code: 'handler-needs-setting', severity: 'warning', settings: [name] })
  })

  it.each([
    'open /dev/stdout: no such device or address',
    'open /etc/resolv.conf: no such file or directory',
    'panic: open /dev/stdout: permission denied',
  ])('excuses a file of the system that only the rehearsal does not have: %s', async (line) => {
    const found = await findingOf({ files: plain, lines: [line] })
    expect(found).toMatchObject({ code: 'handler-needs-setting', severity: 'warning' })
    expect(found.message).toMatch(/This machine has "\/(?:dev|etc)\/\S+", but the rehearsal does not show it/)
  })

  it.each([
    'open /etc/app/key: no such file or directory',
    'open /home/me/config: no such file or directory',
  ])('does not excuse what Azure has not, either: %s', async (line) => {
    expect(await findingOf({ files: plain, lines: [line] })).toMatchObject({
      code: 'handler-exits',
      severity: 'error',
    })
  })

  it('excuses what an isolated rehearsal takes away', async () => {
    const lines = ['dial tcp: lookup db.example.com on [::1]:53: dial udp: connect: network is unreachable']
    expect(await findingOf({ files: plain, lines, isIsolated: true })).toMatchObject({ severity: 'warning' })
    const own = await findingOf({
      files: plain,
      lines: ['dial tcp [::1]:5432: connect: connection refused'],
      isIsolated: true,
    })
    expect(own).toMatchObject({ code: 'handler-exits', severity: 'error' })
  })

  it('takes the last panic, not one that a server recovered from', async () => {
    const lines = [
      '2026/01/01 http: panic serving 127.0.0.1:1: old',
      ...goroutine('example.com/app/main.go:3'),
      '2026/01/01 at the end',
    ]
    expect((await findingOf({ files: plain, lines })).message).toContain('"2026/01/01 at the end"')
  })

  it('reads hostile output in bounded time', async () => {
    const startedAt = performance.now()
    const lines = [
      'open '.repeat(400),
      '\tx.go:'.repeat(300),
      `panic: ${'a.'.repeat(900)}`,
      'a_'.repeat(1000),
    ]
    await findingOf({ files: reads, lines: [...lines, ...lines, ...lines] })
    expect(performance.now() - startedAt).toBeLessThan(3000)
  })
})
