import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkProject } from '../../src/checks'
import type { Project } from '../../src/checks/project'
import { readProject } from '../../src/checks/read-project'
import type { Finding } from '../../src/findings'
import { isLacking, isStorage } from '../../src/stages/real-host/lacking'
import { trialOf } from '../../src/stages/real-host/on-trial'
import type { HostCall, HostSeen } from '../../src/stages/real-host/questions'
import { reportBlock, withoutValues } from '../../src/stages/real-host/report-block'
import { type HostVerdict, judgeHost } from '../../src/stages/real-host/verdict'
import { Recorder } from '../../src/stages/recorder'

let folder = ''
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const hostJson = {
  version: '2.0',
  customHandler: { description: { defaultExecutablePath: 'handler' }, enableForwardingHttpRequest: true },
}
const trigger = {
  type: 'httpTrigger',
  direction: 'in',
  name: 'req',
  methods: ['get'],
  authLevel: 'anonymous',
}
const http = (more: object = {}) => ({
  bindings: [
    { ...trigger, ...more },
    { type: 'http', direction: 'out', name: 'res' },
  ],
})
const main = 'package main\n\nfunc main() {}\n'

interface Files {
  readonly [path: string]: string | object
}

function projectOf(files: Files): {
  project: Project
  tried: readonly Finding[]
  findings: readonly Finding[]
} {
  folder = mkdtempSync(join(tmpdir(), 'real-host-'))
  for (const [path, content] of Object.entries({ 'host.json': hostJson, 'main.go': main, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
  const project = readProject({
    projectFolder: folder,
    repositoryRoot: folder,
    executableInput: '',
    model: 'auto',
  })
  const findings = checkProject(project, {})
  return { project, findings, tried: trialOf(project, findings) }
}

const well = { errors: [], problem: '', isForbidden: false }

function seenOf(more: Partial<HostSeen> & { readonly valid?: readonly string[] }): HostSeen {
  const { valid = [], ...rest } = more
  const comparison = { isReady: true, isPlaceholder: false, missing: [], unexpected: [] }
  return {
    ...{
      version: '4.1',
      state: 'Running',
      errors: [],
      calls: [],
      triggered: [],
      uncalled: new Map(),
      exitCode: undefined,
    },
    statuses: new Map(valid.map((name) => [name.toLowerCase(), { ...well, name, state: 'valid' as const }])),
    validity: { isValid: true, comparison, inError: [], unread: [], isFinal: false },
    ...rest,
  }
}

function inError(name: string, error: string): HostSeen['statuses'] {
  return new Map([[name.toLowerCase(), { ...well, name, state: 'in-error', errors: [error] }]])
}

function called(
  functionName: string,
  status: number,
  verdict: HostCall['verdict'] = { kind: 'answered' },
): HostCall {
  const answer = {
    status,
    bodyExcerpt: 'b',
    location: '',
    authenticate: '',
    mediaType: '',
    problem: '',
    networkCode: '',
    elapsedMs: 1,
    retryAfterMs: 0,
  }
  return {
    target: { functionName, method: 'GET', path: `api/${functionName}`, hasSamples: false, needsKey: false },
    answer,
    verdict,
  }
}

function judge(files: Files, seen: HostSeen): HostVerdict & { readonly decidedList: readonly Finding[] } {
  const { project, tried } = projectOf(files)
  const verdict = judgeHost({ project, tried, seen, failures: ['the last failure'] })
  return { ...verdict, decidedList: tried.map((finding) => verdict.decided.get(finding) ?? finding) }
}

const codesOf = (findings: readonly Finding[]) => findings.map(({ code, severity }) => `${severity} ${code}`)

describe('the host against the checks', () => {
  const badLevel = { 'A/function.json': http({ authLevel: 'nobody' }) }

  it('puts its words at the place of our error when it refuses the same function', () => {
    const { decidedList, findings } = judge(
      badLevel,
      seenOf({ statuses: inError('A', 'Error converting value "nobody"') }),
    )
    expect(findings).toEqual([])
    expect(decidedList[0]).toMatchObject({
      severity: 'error',
      location: { file: 'A/function.json', line: 1 },
    })
    expect(decidedList[0]?.message).toMatch(
      /^The Functions host has the function 'A' in error: 'Error converting value "nobody"'\. /,
    )
  })

  it('makes our error a warning when the host runs the function and it answers, and tells the contradiction', () => {
    const { decidedList, findings, differences } = judge(
      badLevel,
      seenOf({ valid: ['A'], calls: [called('A', 200)] }),
    )
    expect(decidedList[0]).toMatchObject({ severity: 'warning' })
    expect(codesOf(findings)).toEqual(['notice prediction-differs'])
    expect(findings[0]?.message).toMatch(
      /This action says: '.*nobody.*The Functions host says: 'it runs 'A', which answers 200'/,
    )
    expect(differences).toHaveLength(1)
  })

  it('keeps our error when the function was not called, and tells the contradiction all the same', () => {
    const { decidedList, findings } = judge(badLevel, seenOf({ valid: ['A'] }))
    expect(decidedList[0]).toMatchObject({ severity: 'error' })
    expect(codesOf(findings)).toEqual(['notice prediction-differs'])
  })

  it('keeps our error when its function fails in a call', () => {
    const failing = called('A', 500, { kind: 'failing', why: 'server-error' })
    const { decidedList } = judge(badLevel, seenOf({ valid: ['A'], calls: [failing] }))
    expect(decidedList[0]).toMatchObject({ severity: 'error' })
    expect(decidedList[0]?.message).toContain('GET /api/A answered 500')
  })

  it('finds the place of what stops the host by its words', () => {
    const files = {
      'A/function.json': http({ route: 'a/{id' }),
      'host.json': { ...hostJson, logging: { logLevel: { default: 'Verbose' } } },
    }
    const text = "Configuration value 'Verbose' is not supported."
    const { decidedList, findings } = judge(files, seenOf({ state: 'Error', errors: [text] }))
    expect(findings).toEqual([])
    const said = decidedList.filter(({ message }) => message.includes(text))
    expect(said.map(({ location }) => location?.file)).toEqual(['host.json'])
  })

  it('is an error of its own, and a contradiction, when nothing was predicted', () => {
    const { findings } = judge(
      { 'A/function.json': http() },
      seenOf({ state: 'Error', errors: ['Something new.'] }),
    )
    expect(codesOf(findings)).toEqual(['error host-refuses', 'notice prediction-differs'])
    expect(findings[0]?.message).toBe("The Functions host does not run it: 'Something new.'.")
  })

  it('takes state Error after Running, and every text that appeared', () => {
    const { findings } = judge(
      { 'A/function.json': http() },
      seenOf({ state: 'Error', errors: ['one', 'two'], valid: ['A'] }),
    )
    expect(codesOf(findings).filter((code) => code.startsWith('error'))).toHaveLength(2)
  })

  it('is red when the process ends, with its last failures', () => {
    const { findings } = judge({ 'A/function.json': http() }, seenOf({ exitCode: 0, valid: ['A'] }))
    expect(findings[0]).toMatchObject({ code: 'host-refuses', severity: 'error' })
    expect(findings[0]?.message).toContain('ended with exit code 0: the last failure')
  })

  it('is red when nothing is listed', () => {
    expect(codesOf(judge({ 'A/function.json': http() }, seenOf({})).findings)[0]).toBe('error host-refuses')
  })

  it('is green with a function that only lacks storage', () => {
    const queue = {
      bindings: [
        {
          type: 'queueTrigger',
          direction: 'in',
          name: 'q',
          queueName: 'orders',
          connection: 'AzureWebJobsStorage',
        },
      ],
    }
    const text =
      "Microsoft.Azure.WebJobs.Host: Error indexing method 'Functions.Q'. Microsoft.Azure.WebJobs.Extensions.Storage.Queues: Storage account connection string 'AzureWebJobsStorage' does not exist. Make sure that it is a defined App Setting."
    const { findings } = judge({ 'Q/function.json': queue }, seenOf({ statuses: inError('Q', text) }))
    expect(findings).toEqual([])
  })

  it('judges a failing call by itself: an error when nothing answers, a warning beside one that does', () => {
    const failing = called('A', 500, { kind: 'failing', why: 'server-error' })
    const files = { 'A/function.json': http(), 'B/function.json': http() }
    const alone = judge(files, seenOf({ valid: ['A', 'B'], calls: [failing] }))
    expect(codesOf(alone.findings)).toEqual(['error host-call-fails'])
    const beside = judge(files, seenOf({ valid: ['A', 'B'], calls: [failing, called('B', 200)] }))
    expect(codesOf(beside.findings)).toEqual(['warning host-call-fails'])
  })
})

describe('what the host may overrule', () => {
  it.each<[string, Files, readonly string[]]>([
    [
      'a value of function.json',
      { 'A/function.json': http({ direction: 'sideways' }) },
      ['binding-direction'],
    ],
    ['a route', { 'A/function.json': http({ route: 'a/{id' }) }, ['route-template']],
    [
      'a value of host.json',
      { 'A/function.json': http(), 'host.json': { ...hostJson, version: '1.0' } },
      ['host-json-version'],
    ],
    ['not how often a function is hidden', { 'A/function.json': http({ methods: [] }) }, []],
    [
      'nothing where no package can be made',
      { 'A/function.json': http({ route: 'a/{id' }), 'host.json': '{' },
      [],
    ],
  ])('%s', (_, files, codes) => {
    expect(projectOf(files).tried.map(({ code }) => code)).toEqual(codes)
  })
})

describe('errors on trial', () => {
  const error: Finding = { code: 'c', severity: 'error', message: 'm', hint: 'h' }
  const asIs = (finding: Finding): Finding => finding

  it('do not stand until they are decided, and are not found once more afterwards', () => {
    const record = new Recorder()
    record.putOnTrial([error], asIs)
    record.add([error])
    expect([record.standing, record.found, record.tried]).toEqual([[], [error], [error]])
    record.decide((finding) => ({ ...finding, severity: 'warning' }))
    record.add([error])
    expect(record.found.map(({ severity }) => severity)).toEqual(['warning'])
    expect(record.tried).toEqual([])
  })

  it('are decided with their place, and recorded as they are shown', () => {
    const record = new Recorder()
    const placed = { ...error, location: { file: 'A/function.json' } }
    const shown = ({ location, ...rest }: Finding): Finding => ({
      ...rest,
      message: `${location?.file}: ${rest.message}`,
    })
    record.putOnTrial([placed], shown)
    record.add([shown(placed)])
    expect([record.standing, record.tried]).toEqual([[], [placed]])
    record.decide((finding) => ({ ...finding, message: 'no' }))
    record.add([shown(placed)])
    expect(record.found).toEqual([{ ...error, message: 'A/function.json: no' }])
    expect(record.standing).toHaveLength(1)
  })

  it('stand once the host has not overruled them', () => {
    const record = new Recorder()
    record.putOnTrial([error], asIs)
    record.add([error])
    record.decide((finding) => finding)
    expect(record.standing).toEqual([error])
  })
})

describe('the block of a report', () => {
  it('has names and the shape of values, and no value', () => {
    const secret = 'Hunter2'
    const { project } = projectOf({
      'A/function.json': http({ route: `orders/{id:int}/${secret}`, authLevel: 'function' }),
    })
    const block = reportBlock({
      ...{ action: '1', hostVersion: '4.1', image: 'sha256:1' },
      differences: [{ predicted: `the route '${secret}/{id' is none`, said: `it says "${secret}"` }],
      files: [project.hostJson, ...project.functions.map(({ json }) => json)],
    })
    expect(block).not.toContain(secret)
    expect(block).toContain('"route":"xxxxxx/{xx:xxx}/xxxxxx0"')
    expect(block).toContain('"authLevel":"function"')
    expect(block).toContain("the route 'xxxxxx0/{xx' is none")
  })

  it('blanks every kind of quotes', () => {
    expect(withoutValues('a \'b1\' "c2" `d3`')).toBe('a \'x0\' "x0" `x0`')
  })
})

describe('what only a container lacks', () => {
  it.each([
    ["'%QUEUE%' does not resolve to a value.", true],
    ["The 'A' function is in error: The binding name a_b is invalid.", false],
  ])('%s', (text, isSo) => {
    expect(isLacking([text])).toBe(isSo)
  })

  it('is not what has another error besides, nor nothing', () => {
    expect(isLacking(["'%QUEUE%' does not resolve to a value.", 'x'])).toBe(false)
    expect(isLacking([])).toBe(false)
  })

  it.each([
    ['AzureWebJobsStorage', true],
    ['AzureWebJobsStorage__accountName', true],
    ['AzureWebJobsStorageX', false],
  ])('is the storage of the host: %s', (name, isSo) => {
    expect(isStorage(name)).toBe(isSo)
  })
})
