/**
 * `npm run test:az`: the Azure CLI, which nobody here wrote, against the emulator. It registers the emulator as
 * a cloud, signs in with a GitHub token, deploys, and lists functions; the result goes into docs/emulator.md.
 * The CLI lives in a scratch environment below `.cache`, and so does its configuration.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { anApp } from '../emulator/app/apps'
import { type Emulator, startEmulator } from '../emulator/emulator'
import { shellWords } from './page-blocks'

const group = 'hello-functions-rg'
const environmentFolder = join('.cache', 'azure-cli')
const page = join('docs', 'emulator.md')
const markers = ['<!-- test:az -->', '<!-- /test:az -->'] as const
const commandLimitMs = 300_000

interface Row {
  readonly app: string
  readonly command: string
  readonly isGood: boolean
  readonly seen: string
  readonly elapsedMs: number
}

const sample = join('samples', 'hello-world')

const az = installCli()
const scratch = mkdtempSync(join(tmpdir(), 'test-az-'))
const emulator = await startEmulator({
  apps: [
    anApp({ name: 'az-flex', plan: 'flex-consumption' }),
    anApp({ name: 'az-premium', plan: 'elastic-premium', slots: [{ name: 'staging' }] }),
    anApp({ name: 'az-dedicated', plan: 'dedicated', allowsBasicPublishing: true }),
    anApp({ name: 'az-consumption', plan: 'consumption', storage: 'connection-string' }),
  ],
  // Whoever takes the commands of the first function may create a resource group.
  deployer: (usual) => ({
    ...usual,
    roles: [
      ...usual.roles,
      { role: ['Microsoft.Resources/subscriptions/resourceGroups/*'], scope: '/subscriptions' },
    ],
  }),
})
const rows: Row[] = []
try {
  const version = (JSON.parse((await run(['version', '-o', 'json'])).output) as Record<string, string>)[
    'azure-cli'
  ]
  const zip = await packSample()
  await check('(cloud)', [
    'cloud',
    'register',
    '-n',
    'emulator',
    '--endpoint-resource-manager',
    emulator.urls.arm,
  ])
  await check('(cloud)', ['cloud', 'set', '-n', 'emulator'])
  for (const app of ['az-premium', 'az-dedicated', 'az-consumption', 'az-flex']) await deploy(app, zip)
  await deploySlot('az-premium', 'staging', zip)
  await askMore('az-premium', zip)
  await takeFirstFunction('az-flex')
  report(version ?? 'unknown')
} finally {
  await emulator.stop()
  rmSync(scratch, { recursive: true, force: true })
}
process.exitCode = rows.every((row) => row.isGood) ? 0 : 1

async function deploy(app: string, zip: string): Promise<void> {
  const target = ['-g', group, '-n', app]
  await signIn(app)
  await check(
    app,
    ['functionapp', 'show', ...target, '--query', '{state:state,kind:kind}', '-o', 'json'],
    (output) => output.includes('functionapp,linux'),
  )
  await check(app, ['functionapp', 'deployment', 'source', 'config-zip', ...target, '--src', zip])
  await emulator.settle()
  const list = ['functionapp', 'function', 'list', ...target, '--query', '[].name', '-o', 'tsv']
  await check(app, list, (output) => output.trim() === `${app}/HttpExample`)
  await callFunction(app)
}

async function deploySlot(app: string, slot: string, zip: string): Promise<void> {
  const target = ['-g', group, '-n', app, '--slot', slot]
  await check(`${app}/${slot}`, [
    'functionapp',
    'deployment',
    'source',
    'config-zip',
    ...target,
    '--src',
    zip,
  ])
  await callFunction(app, slot)
  const swap = ['functionapp', 'deployment', 'slot', 'swap', ...target, '--target-slot', 'production']
  await check(`${app}/${slot}`, swap)
}

/** Slots that come and go, logs, the newer deployment command, lists over their pages, and plain calls. */
async function askMore(app: string, zip: string): Promise<void> {
  const target = ['-g', group, '-n', app]
  const slot = ['functionapp', 'deployment', 'slot']
  const named = (name: string) => [...target, '--slot', name, '-o', 'none']
  await signIn(app)
  for (const name of ['one', 'two']) await check(app, [...slot, 'create', ...named(name)])
  const slots = [...slot, 'list', ...target, '--query', 'length(@)', '-o', 'tsv']
  await check(app, slots, (output) => output.trim() === '3')
  for (const name of ['one', 'two']) await check(app, [...slot, 'delete', ...named(name)])
  await check(app, slots, (output) => output.trim() === '1')
  const logging = ['--application-logging', 'filesystem', '--level', 'information']
  await check(app, ['webapp', 'log', 'config', ...target, ...logging, '-o', 'none'])
  await check(app, ['webapp', 'log', 'show', ...target, '-o', 'json'], (output) =>
    /"level": "information"/i.test(output),
  )
  await check(app, ['functionapp', 'deploy', ...target, '--type', 'zip', '--src-path', zip, '-o', 'none'])
  const names = ['--query', '[].name', '-o', 'tsv']
  const hasAll = (output: string): boolean =>
    ['az-flex', 'az-premium', 'az-dedicated', 'az-consumption'].every((name) =>
      output.split(/\s/).includes(name),
    )
  await check('(group)', ['functionapp', 'list', '-g', group, ...names], hasAll)
  await check('(group)', ['resource', 'list', '-g', group, ...names], hasAll)
  const { subscriptionId } = emulator.ids
  const site = `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Web/sites/${app}`
  const url = `${emulator.urls.arm}${site}?api-version=2024-11-01`
  const rest = ['rest', '--method', 'get', '--url', url, '--resource', 'https://management.azure.com/']
  await check(
    app,
    [...rest, '--query', 'properties.sku', '-o', 'tsv'],
    (output) => output.trim() === 'ElasticPremium',
  )
}

/**
 * The commands of docs/first-function.sh. The emulator has the function app and its group, and not what lies around them
 * (storage accounts, identities, roles): of those it is seen whether the CLI takes the command and asks Azure.
 */
async function takeFirstFunction(app: string): Promise<void> {
  await signIn(app)
  const { stdout } = spawnSync('sh', [join('docs', 'first-function.sh'), '--dry-run'], {
    encoding: 'utf8',
    env: { ...process.env, APP: app, GROUP: group, REPOSITORY: 'org/repository' },
  })
  const commands = stdout.split('\n').filter((line) => line.startsWith('$ az '))
  for (const line of commands) {
    const startedAtMs = Date.now()
    const { code, output, errors } = await run(shellWords(line).slice(2))
    const words = shellWords(line).slice(1)
    const command = words
      .slice(
        0,
        words.findIndex((word) => word.startsWith('-')),
      )
      .join(' ')
    // Exit code 2: the CLI does not know the command, or not with these words.
    const isTaken = code !== 2 && !/unrecognized arguments|required:|misspelled/.test(errors)
    const last = `${output}\n${errors}`.trim().split('\n').at(-1)?.trim() ?? ''
    const seen = code === 0 ? 'exit code 0' : isTaken ? 'taken; the emulator has no such resource' : last
    rows.push({
      app: 'first-function.sh',
      command,
      isGood: isTaken,
      seen,
      elapsedMs: Date.now() - startedAtMs,
    })
    printRow()
    if (!isTaken) console.error(errors)
  }
}

/** A fresh token for each app: the CLI uses one for five minutes only. */
async function signIn(app: string): Promise<void> {
  const { clientId, tenantId, federationAudience } = emulator.ids
  const token = await emulator.oidc.issue(federationAudience)
  const identity = ['-u', clientId, '-t', tenantId, '--federated-token', token]
  await check(app, ['login', '--service-principal', ...identity, '-o', 'none'])
}

async function callFunction(app: string, slot?: string): Promise<void> {
  const startedAtMs = Date.now()
  const url = `${emulator.appUrl(app, slot)}/api/HttpExample?name=az`
  const seen = await fetchText(emulator, url)
  rows.push({
    app: slot ? `${app}/${slot}` : app,
    command: 'GET /api/HttpExample?name=az',
    isGood: seen === '200 Hello, az!',
    seen,
    elapsedMs: Date.now() - startedAtMs,
  })
  printRow()
}

async function check(
  app: string,
  args: readonly string[],
  isGood?: (output: string) => boolean,
): Promise<void> {
  const startedAtMs = Date.now()
  const { code, output, errors } = await run(args)
  const good = code === 0 && (isGood?.(output) ?? true)
  const words = args.slice(0, args.findIndex((each) => each.startsWith('-')) + 1 || args.length)
  const command = `az ${words.filter((each) => !each.startsWith('-')).join(' ')}`
  const last = (good ? output : `${output}\n${errors}`).trim().split('\n').at(-1)?.trim() ?? ''
  const seen = good ? 'exit code 0' : `exit code ${code}: ${last}`
  rows.push({ app, command, isGood: good, seen, elapsedMs: Date.now() - startedAtMs })
  printRow()
  if (!good) console.error(errors)
}

function run(args: readonly string[]): Promise<{ code: number | null; output: string; errors: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(az, args, {
      env: {
        ...process.env,
        AZURE_CONFIG_DIR: join(scratch, 'config'),
        AZURE_CORE_COLLECT_TELEMETRY: 'no',
        // The emulator's authority is not one that Microsoft's discovery knows.
        AZURE_CORE_INSTANCE_DISCOVERY: 'no',
        AZURE_CORE_NO_COLOR: 'yes',
        REQUESTS_CA_BUNDLE: emulator.env['NODE_EXTRA_CA_CERTS'],
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: commandLimitMs,
    })
    let output = ''
    let errors = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8')
    })
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString('utf8')
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output, errors }))
  })
}

function installCli(): string {
  const program = join(environmentFolder, 'bin', 'az')
  if (existsSync(program)) return program
  const python = findPython()
  console.log(`Installing the Azure CLI into ${environmentFolder} (a minute or two) …`)
  mkdirSync('.cache', { recursive: true })
  execFileSync(python, ['-m', 'venv', environmentFolder], { stdio: 'inherit' })
  const pip = join(environmentFolder, 'bin', 'pip')
  execFileSync(pip, ['install', '--quiet', '--disable-pip-version-check', 'azure-cli'], { stdio: 'inherit' })
  return program
}

function findPython(): string {
  const names = ['3.13', '3.12', '3.11', '3.10', '3'].map((version) => `python${version}`)
  const found = names.find((name) => {
    try {
      const [, major, minor] =
        /(\d+)\.(\d+)/.exec(execFileSync(name, ['--version'], { stdio: 'pipe' }).toString()) ?? []
      return Number(major) === 3 && Number(minor) >= 10
    } catch {
      return false
    }
  })
  if (found === undefined)
    throw new Error('The Azure CLI needs Python 3.10 or newer, and none is on the PATH.')
  return found
}

/** The sample, packed here and not by the product: this checks the emulator alone. */
async function packSample(): Promise<string> {
  const binary = join(scratch, 'handler')
  execFileSync('go', ['build', '-o', binary, 'handler.go'], {
    cwd: sample,
    env: { ...process.env, CGO_ENABLED: '0', GOOS: 'linux', GOARCH: 'amd64' },
  })
  const zip = new JSZip()
  for (const name of ['host.json', 'HttpExample/function.json'])
    zip.file(name, readFileSync(join(sample, name)))
  zip.file('handler', readFileSync(binary), { unixPermissions: 0o755 })
  const path = join(scratch, 'package.zip')
  writeFileSync(
    path,
    await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX', compression: 'DEFLATE' }),
  )
  return path
}

function fetchText({ ca }: Emulator, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { ca }, (incoming) => {
      let text = ''
      incoming.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8')
      })
      incoming.once('end', () => resolve(`${incoming.statusCode} ${text.trim()}`))
    }).once('error', reject)
  })
}

function report(version: string): void {
  const lines = [
    `Azure CLI ${version}: ${rows.filter((row) => row.isGood).length} of ${rows.length} good.`,
    '',
    '| app | command | result | time |',
    '| --- | --- | --- | --- |',
    ...rows.map(({ app, command, isGood, seen, elapsedMs }) => {
      const shown = `${isGood ? 'good' : 'FAILED'}, ${seen}`.replaceAll('|', '\\|')
      return `| ${app} | \`${command}\` | ${shown} | ${(elapsedMs / 1000).toFixed(1)} s |`
    }),
  ]
  console.log(`\n${lines.join('\n')}`)
  const text = existsSync(page) ? readFileSync(page, 'utf8') : ''
  const [start, end] = markers
  const [before, rest] = text.split(start)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`${page} has no place for the result.`)
  writeFileSync(page, `${before}${start}\n\n${lines.join('\n')}\n\n${end}${after}`)
}

function printRow(): void {
  const row = rows.at(-1)
  if (row) console.log(`${row.isGood ? 'good' : 'FAILED'}  ${row.app.padEnd(20)} ${row.command}  ${row.seen}`)
}
