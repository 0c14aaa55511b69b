/** Inputs that the fuzzer found, and what became of them: each was slow, endless or thrown at once. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mutate } from '../../fuzz/mutation'
import { Random } from '../../fuzz/random'
import { targets } from '../../fuzz/targets/index'
import { chooseContents } from '../../src/archive/contents'
import { readIncludePatterns } from '../../src/archive/include-patterns'
import { readEntryText } from '../../src/archive/read'
import { writeArchive } from '../../src/archive/write'
import { HttpError } from '../../src/azure/http/http-error'
import { readClaims } from '../../src/azure/sign-in/oidc-token'
import type { HostBinding } from '../../src/functions/function-json/host-function'
import { parseJson } from '../../src/functions/json/json'
import { buildRouteTable, findFunction } from '../../src/functions/routes/route-table'
import { readBuildMessages } from '../../src/go/failures/diagnostics'
import { readContractAnswer } from '../../src/host/contract/answer'
import { httpResult } from '../../src/host/contract/http-result'
import { temporaryFolder } from '../archive/folder'

/** The best of three, since another process may have had the processor. */
function elapsedMs(work: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const started = performance.now()
      work()
      return performance.now() - started
    }),
  )
}

describe('JSON that ends in a backslash inside a string', () => {
  it.each(["'a\\", '{"a":\'b\\', "{ // c\n 'log\\"])('is refused and not read for ever: %j', (text) => {
    expect(parseJson(Buffer.from(text)).state).toBe('failed')
  })

  it('may end in a backslash inside a comment', () => {
    expect(parseJson(Buffer.from('{"a":1} // \\')).state).toBe('parsed')
  })
})

describe('a route with many parameters in one segment', () => {
  const route = Array.from({ length: 30 }, (_, index) => `{p${index}}`).join('-')
  const match = (template: string, path: string) =>
    findFunction(buildRouteTable([{ name: 'a', route: template }], ''), 'GET', path)?.parameters

  it('is matched in one walk', () => {
    expect(elapsedMs(() => match(route, `/${'a-'.repeat(500)}`))).toBeLessThan(50)
  })

  it.each([
    ['{name}.{extension}', '/a.b.c', { name: 'a.b', extension: 'c' }],
    ['{a}-{b}', '/x-y', { a: 'x', b: 'y' }],
    ['v{major}.{minor}', '/V1.20', { major: '1', minor: '20' }],
    ['{a}-{b}', '/-y', undefined],
    ['{a}-end', '/x-END', { a: 'x' }],
    ['{a}-end', '/-end', undefined],
    ['{a}{b}', '/xyz', undefined],
    ['x{a}', '/y1', undefined],
  ])('%s on %s', (template, path, expected) => expect(match(template, path)).toEqual(expected))
})

describe('an answer of a handler whose objects cannot become text', () => {
  const bindings: readonly HostBinding[] = [{ name: 'res', type: 'http', direction: 'out' }]
  const evil = { toString: 1, valueOf: 1 }
  const ask = (content: unknown) =>
    readContractAnswer(
      {
        status: 200,
        statusText: 'OK',
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(JSON.stringify(content)),
      },
      bindings,
    )

  it('is read, and what the web server cannot send is an error', () => {
    const answer = ask({ Outputs: { res: { body: evil, headers: { a: evil } } } })
    if (answer.kind !== 'completed') throw new Error(answer.kind)
    expect(httpResult(answer, bindings, { method: 'GET' })?.status).toBe(500)
    expect(ask({ Outputs: { res: { body: evil } }, ReturnValue: evil })).toMatchObject({ kind: 'completed' })
  })

  it('is refused where a text is wanted', () => {
    expect(ask({ Logs: [evil] })).toMatchObject({ kind: 'failed', failure: 'json' })
    expect(ask({ Outputs: { res: { statusCode: evil } } })).toMatchObject({
      kind: 'failed',
      failure: 'http-output',
    })
  })
})

describe('rules with many wildcards or wrong brackets', () => {
  const files = ['host.json', 'handler', 'a'.repeat(250)].map((path) => ({
    path,
    sizeBytes: 1,
    kind: 'file' as const,
  }))
  const choose = ({ include = [], ...request }: { include?: string[]; funcignore?: string }) =>
    chooseContents({ files, executable: 'handler', include: readIncludePatterns(include), ...request })

  it.each([
    '*a*a*a*a*b',
    '**/a/**/b/**/c/**/d',
    'x'.repeat(1001),
    'host[a-z]#handler[a/x',
    'host[a-z][a-!\\(b\\)z]',
    '!!\\/[[:alpha\u00e1-z](a))\\ ',
    '!host[a-z][a-!\\(b\\)z]',
    '@(x)\\/**/',
  ])('of .funcignore are an error: %s', (rule) => {
    const request = { funcignore: `# first\n${rule}\n`, include: ['a*'] }
    const { findings } = choose(request)
    expect(findings.find(({ code }) => code === 'funcignore-invalid')).toMatchObject({
      severity: 'error',
      location: { file: '.funcignore', line: 2 },
    })
    expect(elapsedMs(() => choose(request))).toBeLessThan(50)
  })

  it.each(['*a*a*a*a*b', '+(a|aa)+b', '*(*(a))b'])('of include take no time: %s', (pattern) => {
    expect(elapsedMs(() => choose({ include: [pattern] }))).toBeLessThan(50)
  })
})

describe('a next page whose path starts with two slashes', () => {
  it.each(['//', '//evil.example/x', '///', '//@:1'])('is asked at the host it names: %s', async (path) => {
    const server = targets.find(({ name }) => name === 'server')
    const body = JSON.stringify({ value: [], nextLink: `https://management.azure.com${path}` })
    await expect(server?.read(Buffer.from(body))).resolves.toBeUndefined()
  })
})

describe('an identity token whose audience cannot become text', () => {
  it.each([[[{ toString: 1 }]], [[[[], { toString: false }]]], [{ valueOf: 1 }]])('is read: %j', (aud) => {
    const claims = Buffer.from(JSON.stringify({ iss: 'a', aud })).toString('base64url')
    expect(readClaims(`e.${claims}.x`)).toMatchObject({ issuer: 'a', audience: '' })
  })
})

describe('output of go build', () => {
  it.each(['# example.com/app\n ', 'package a\n\t', 'main.go:1:1: x\n\t'])(
    'with one message of many lines is read in one walk: %j',
    (beginning) => {
      const output = `${beginning}${'b\n\t'.repeat(5000)}`
      expect(elapsedMs(() => readBuildMessages(output))).toBeLessThan(50)
    },
  )
})

describe('an error page', () => {
  const message = (body: string) =>
    new HttpError({ method: 'GET', url: 'https://a.example/', status: 503, body }).message

  it.each(['<script>', '<style x', '<', '<a'])('of many %s is read in one walk', (piece) => {
    expect(elapsedMs(() => message(`<${piece.repeat(5000)}`))).toBeLessThan(50)
  })

  it('says its text without styles and scripts', () => {
    const page = '<html><STYLE>a{}</style>Service <b>Unavailable</b><script>x</script>!<script>y'
    expect(message(page)).toBe('GET https://a.example/ answered 503: Service Unavailable !')
  })
})

describe('a file name with control characters', () => {
  it.each(['a\nb', 'a\rb', '\u001b[31m', 'a\u007f'])('is packed and read back as it is: %j', async (name) => {
    const path = join(await temporaryFolder(), 'app.zip')
    const entries = [{ name, source: Buffer.from('x'), isExecutable: false }]
    await writeArchive({ entries, outputPath: path, compressionLevel: 6 })
    expect(await readEntryText(path, name, 10)).toBe('x')
  })
})

describe('a short run of every target', () => {
  it.each(targets.map((target) => [target.name, target] as const))('%s', async (_, target) => {
    const random = new Random(7)
    const seeds = target.seeds()
    const dictionary = target.dictionary.map((word) => Buffer.from(word, 'latin1'))
    const { longestBytes } = target
    for (let count = 0; count < 150; count += 1) {
      const [input, other] = [random.pick(seeds), target.generate(random)]
      const bytes = random.oneIn(3) ? other : mutate({ input, other, dictionary, longestBytes, random })
      try {
        await target.read(bytes.subarray(0, longestBytes))
      } catch (error) {
        expect((error as Error).name).toBe(target.refuses ? 'ActionError' : 'no error')
      }
    }
  })
})
