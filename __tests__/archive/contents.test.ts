import { describe, expect, it } from 'vitest'
import { type ContentsRequest, chooseContents, type ListedFile } from '../../src/archive/contents'
import { readIncludePatterns } from '../../src/archive/include-patterns'

const project = [
  'host.json',
  'handler',
  'handler.go',
  'go.mod',
  'go.sum',
  'local.settings.json',
  '.funcignore',
  '.env',
  '.git/config',
  '.vscode/settings.json',
  'README.md',
  'HttpExample/function.json',
  'HttpExample/sample.dat',
  'HttpExample/handler_test.go',
  'assets/logo.svg',
  'assets/deep/page.html',
  'pkg/store/store.go',
]

function listing(...paths: string[]): ListedFile[] {
  return paths.map((path) => ({ path, sizeBytes: path.length, kind: 'file' as const }))
}

function choose({
  include = [],
  ...request
}: Partial<Omit<ContentsRequest, 'include'>> & { include?: readonly string[] }) {
  const contents = chooseContents({
    files: listing(...project),
    executable: 'handler',
    include: readIncludePatterns(include),
    ...request,
  })
  return {
    ...contents,
    names: contents.files.map((file) => file.name),
    said: contents.findings.map(({ code, severity, message }) => `${severity} ${code}: ${message}`),
  }
}

describe('chooseContents', () => {
  it('packs host.json, the executable and function folders, and nothing else', () => {
    const { files, said, leftOut } = choose({})
    expect(said).toEqual([])
    expect(files).toEqual([
      { name: 'host.json', sourcePath: 'host.json', isExecutable: false, sizeBytes: 9 },
      {
        name: 'HttpExample/function.json',
        sourcePath: 'HttpExample/function.json',
        isExecutable: false,
        sizeBytes: 25,
      },
      {
        name: 'HttpExample/sample.dat',
        sourcePath: 'HttpExample/sample.dat',
        isExecutable: false,
        sizeBytes: 22,
      },
      { name: 'handler', sourcePath: 'handler', isExecutable: true, sizeBytes: 7 },
    ])
    expect(leftOut).toEqual([{ path: 'HttpExample/handler_test.go', reason: 'Go source' }])
  })

  it('does not depend on the order of the listing', () => {
    const request = { include: ['assets'], funcignore: '*.dat\n' }
    expect(choose({ ...request, files: listing(...project).reverse() }).files).toEqual(choose(request).files)
  })

  it.each(['handler', './handler', './/./handler'])('takes %j for the executable', (executable) => {
    expect(choose({ executable }).files.find((file) => file.isExecutable)?.name).toBe('handler')
  })

  it('takes an executable in a folder', () => {
    const { files, said } = choose({
      files: listing('host.json', 'bin/handler', 'bin/other'),
      executable: './bin/handler',
    })
    expect(said).toEqual([])
    expect(files.filter((file) => file.name.startsWith('bin/'))).toEqual([
      { name: 'bin/handler', sourcePath: 'bin/handler', isExecutable: true, sizeBytes: 11 },
    ])
  })

  it('plans an executable that is not built yet when its size is given', () => {
    const { names, said } = choose({ executable: 'bin/app', executableSizeBytes: 12 })
    expect(said).toEqual([])
    expect(names).toContain('bin/app')
  })

  it.each([
    { include: ['assets/**'], adds: ['assets/deep/page.html', 'assets/logo.svg'] },
    { include: ['assets'], adds: ['assets/deep/page.html', 'assets/logo.svg'] },
    { include: ['./assets/'], adds: ['assets/deep/page.html', 'assets/logo.svg'] },
    { include: ['assets/*'], adds: ['assets/logo.svg'] },
    { include: ['as*/'], adds: ['assets/logo.svg', 'assets/deep/page.html'] },
    { include: ['*.md'], adds: ['README.md'] },
    { include: ['assets/**', '!assets/deep'], adds: ['assets/logo.svg'] },
    { include: ['!assets/deep', '', '  assets/** '], adds: ['assets/logo.svg'] },
  ])('include $include adds $adds', ({ include, adds }) => {
    const { names, said } = choose({ include })
    expect(said).toEqual([])
    expect(new Set(names)).toEqual(new Set([...choose({}).names, ...adds]))
  })

  it('lets exclusions and .funcignore narrow a function folder, but never what the app needs', () => {
    expect(choose({ include: ['!**/*.dat', '!**/*.json', '!handler'] }).names).toEqual([
      'host.json',
      'HttpExample/function.json',
      'handler',
    ])
    expect(choose({ funcignore: '*.dat\n' }).names).not.toContain('HttpExample/sample.dat')
    expect(choose({ funcignore: '*.dat\n!sample.dat\n' }).names).toContain('HttpExample/sample.dat')
    expect(choose({ funcignore: '*.DAT\n' }).names).toContain('HttpExample/sample.dat')
  })

  it.each([
    {
      include: ['local.settings.json'],
      said: "error package-secret: include pattern 'local.settings.json' asks for 'local.settings.json', which looks like a file of local app settings, with connection strings.",
    },
    {
      include: ['.env'],
      said: "error package-secret: include pattern '.env' asks for '.env', which looks like an environment file.",
    },
    {
      include: ['data/**'],
      files: ['data/tls.pem', 'data/a.txt'],
      said: "error package-secret: include pattern 'data/**' asks for 'data/tls.pem', which looks like a key or certificate store.",
    },
    {
      include: ['keys/*'],
      files: ['keys/id_rsa', 'keys/id_rsa.pub'],
      said: "error package-secret: include pattern 'keys/*' asks for 'keys/id_rsa', which looks like an SSH private key.",
    },
    {
      include: ['asets/**'],
      said: "warning include-no-match: include pattern 'asets/**' matches no file of the project folder.",
    },
    {
      include: ['pkg/**'],
      said: "warning include-no-match: include pattern 'pkg/**' matches only files that are not packed ('pkg/store/store.go': Go source).",
    },
    {
      include: ['assets/**'],
      funcignore: 'assets/\n',
      said: "warning include-no-match: include pattern 'assets/**' matches only files that are not packed ('assets/deep/page.html': matched by .funcignore).",
    },
    {
      include: ['../shared/**'],
      said: "error include-invalid: include pattern '../shared/**' is not a glob below the project folder.",
    },
    {
      include: ['/etc/passwd'],
      said: "error include-invalid: include pattern '/etc/passwd' is not a glob below the project folder.",
    },
    {
      include: ['!'],
      said: "error include-invalid: include pattern '!' is not a glob below the project folder.",
    },
    {
      include: ['*.htm'],
      files: ['app_offline.htm'],
      said: "error package-app-offline: 'app_offline.htm' at the root of the package would switch the app off.",
    },
    {
      include: ['data/*'],
      files: ['data/A.txt', 'data/a.txt'],
      said: "notice package-case-collision: 'data/A.txt', 'data/a.txt' differ only in case.",
    },
    {
      files: ['HttpExample/.env.local'],
      said: "warning package-secret: 'HttpExample/.env.local' was left out of the package. It looks like an environment file.",
    },
    {
      files: ['HttpExample/a\\b'],
      said: "error package-backslash: The file name 'HttpExample/a\\b' holds a backslash, which Windows tools take for a folder.",
    },
    {
      executable: 'Handler',
      said: "error package-executable-missing: The executable 'Handler' is not in the project folder, but 'handler' is; names are case-sensitive in Azure.",
    },
    {
      executable: 'bin/app',
      said: "error package-executable-missing: The executable 'bin/app' is not in the project folder.",
    },
    {
      funcignore: 'handler\n',
      said: "error funcignore-removes-needed: .funcignore rule 'handler' removes 'handler', which the app needs.",
    },
    {
      funcignore: '# all\n*.json\n',
      said: "error funcignore-removes-needed: .funcignore rule '*.json' removes 'host.json', 'HttpExample/function.json', which the app needs.",
    },
    {
      funcignore: 'host\n',
      said: "notice funcignore-dialect: .funcignore rule 'host' keeps 'host.json' here, but Azure Functions Core Tools drop it.",
    },
  ])('says $said', ({ said, files = [], ...request }) => {
    expect(choose({ ...request, files: listing(...project, ...files) }).said).toEqual([said])
  })

  it('says where the rule of .funcignore stands', () => {
    const { findings } = choose({ funcignore: '\uFEFF# rules\r\n\r\n*.json\r\n', folder: 'apps/one' })
    expect(findings[0]?.location).toEqual({ file: 'apps/one/.funcignore', line: 3 })
  })

  it('says that host.json is missing', () => {
    expect(choose({ files: listing('handler') }).said).toEqual([
      "error package-host-json-missing: There is no 'host.json' in the project folder.",
    ])
  })

  it.each([
    { path: 'handler', said: "error package-symlink: 'handler' is a symbolic link and cannot be packed." },
    {
      path: 'assets/link',
      said: "error package-symlink: 'assets/link' is a symbolic link and cannot be packed.",
    },
    {
      path: 'HttpExample/link',
      said: "warning package-symlink: 'HttpExample/link' is a symbolic link and was left out of the package.",
    },
  ])('refuses the symbolic link $path', ({ path, said }) => {
    const files = listing(...project).filter((file) => file.path !== path)
    const result = choose({
      files: [...files, { path, sizeBytes: 3, kind: 'symlink' }],
      include: ['assets/**'],
    })
    expect(result.said).toEqual([said])
    expect(result.names).not.toContain(path)
  })
})
