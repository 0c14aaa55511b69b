/**
 * A deployment against the emulator with the delays of the real services: how close it comes to its longest chain,
 * and against the Azure CLI doing the same one after the other.
 */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anApp } from '../emulator/app/apps'
import { type Emulator, startEmulator } from '../emulator/emulator'
import { asMeasured, type Latencies } from '../emulator/server/latencies'
import { repositoryRoot } from '../scripts/run-action'
import type { RunReport, TimelineEntry } from '../src/report/run-report'
import { renderBlock, type Section, times } from './page'
import { measureAction, timeProgram } from './processes'
import { cacheFolder } from './programs'
import { milliseconds } from './sampling'

const az = join(repositoryRoot, '.cache', 'azure-cli', 'bin', 'az')
const mostOverChain = 1.05
/** A third where the real services take tens of seconds, so that the bench stays within minutes. */
const latencies: Latencies = {
  ...asMeasured,
  scmColdStartMs: asMeasured.scmColdStartMs / 3,
  deploymentStepMs: asMeasured.deploymentStepMs / 3,
  triggerSyncMs: asMeasured.triggerSyncMs / 3,
  retryAfterSeconds: asMeasured.retryAfterSeconds / 3,
}

/**
 * Measures one deployment each way: most of their time is waiting for the emulator, which is the same each time.
 */
export async function measureOverlap(): Promise<Section> {
  const emulator = await startEmulator({
    latencies,
    apps: [
      anApp({ name: 'bench-action', plan: 'elastic-premium' }),
      anApp({ name: 'bench-cli', plan: 'elastic-premium' }),
      anApp({ name: 'bench-flex', plan: 'flex-consumption' }),
    ],
  })
  const project = join(cacheFolder, 'workspaces', 'overlap')
  mkdirSync(project, { recursive: true })
  cpSync(join(repositoryRoot, 'samples', 'hello-world'), project, { recursive: true })
  try {
    await timeProgram('go', ['build', '-trimpath', '-o', 'handler', 'handler.go'], {
      cwd: project,
      env: buildEnv,
    })
    const premium = await deploy(emulator, project, 'bench-action')
    const flex = await deploy(emulator, project, 'bench-flex')
    const sequence = existsSync(az) ? await inSequence(emulator, project) : undefined
    return report({ premium, flex }, sequence)
  } finally {
    await emulator.stop()
  }
}

// Without VCS stamping, which would ask git about this whole repository.
const buildEnv = { CGO_ENABLED: '0', GOOS: 'linux', GOARCH: 'amd64', GOFLAGS: '-buildvcs=false' }

interface Deployed {
  readonly wallMs: number
  readonly chainMs: number
  readonly localMs: number
  readonly remoteMs: number
  readonly afterMs: number
  readonly report: RunReport
}

async function deploy(emulator: Emulator, project: string, appName: string): Promise<Deployed> {
  rmSync(join(project, 'handler'), { force: true })
  const identity = {
    'client-id': emulator.ids.clientId,
    'tenant-id': emulator.ids.tenantId,
    'subscription-id': emulator.ids.subscriptionId,
  }
  const run = await measureAction(project, { ...identity, 'app-name': appName }, emulator.env)
  const timeline = run.report.timeline
  const upload = timeline.find(({ label }) => label === 'upload')
  const isBefore = (entry: TimelineEntry): boolean =>
    upload === undefined || entry.startedAtMs < upload.startedAtMs
  const sum = (section: TimelineEntry['section']): number =>
    timeline
      .filter((entry) => entry.section === section && isBefore(entry))
      .reduce((all, { elapsedMs }) => all + elapsedMs, 0)
  const [localMs, remoteMs] = [sum('runner'), sum('azure')]
  const afterMs = timeline
    .filter((entry) => !isBefore(entry))
    .reduce((all, { elapsedMs }) => all + elapsedMs, 0)
  const chainMs = Math.max(localMs, remoteMs) + afterMs
  return { wallMs: run.elapsedMs, chainMs, localMs, remoteMs, afterMs, report: run.report }
}

/** What one would write today: sign in, build, zip, deploy, one step after the other. */
async function inSequence(
  emulator: Emulator,
  project: string,
): Promise<readonly (readonly [string, number])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-az-'))
  const zip = join(folder, 'package.zip')
  const { clientId, tenantId, federationAudience } = emulator.ids
  const cli = async (args: readonly string[]): Promise<number> => {
    const startedAt = performance.now()
    await runCli(emulator, folder, args)
    return performance.now() - startedAt
  }
  try {
    const endpoint = ['--endpoint-resource-manager', emulator.urls.arm]
    await cli(['cloud', 'register', '-n', 'emulator', ...endpoint])
    await cli(['cloud', 'set', '-n', 'emulator'])
    rmSync(join(project, 'handler'), { force: true })
    const token = await emulator.oidc.issue(federationAudience)
    const identity = ['-u', clientId, '-t', tenantId, '--federated-token', token]
    const target = ['-g', 'hello-functions-rg', '-n', 'bench-cli', '--src', zip]
    const where = { cwd: project, env: buildEnv }
    return [
      [
        '`az login` (what azure/login runs)',
        await cli(['login', '--service-principal', ...identity, '-o', 'none']),
      ],
      ['`go build`', await timeProgram('go', ['build', '-trimpath', '-o', 'handler', 'handler.go'], where)],
      ['`zip -r`', await timeProgram('zip', ['-q', '-r', zip, '.', '-x', '*.go'], where)],
      [
        '`az functionapp deployment source config-zip`',
        await cli(['functionapp', 'deployment', 'source', 'config-zip', ...target]),
      ],
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runCli(emulator: Emulator, folder: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(az, args, {
      env: {
        ...process.env,
        AZURE_CONFIG_DIR: join(folder, 'config'),
        AZURE_CORE_COLLECT_TELEMETRY: 'no',
        AZURE_CORE_INSTANCE_DISCOVERY: 'no',
        REQUESTS_CA_BUNDLE: emulator.env['NODE_EXTRA_CA_CERTS'],
      },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 300_000,
    })
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString('utf8')
    })
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`az ${args[0]} failed: ${errors}`)),
    )
  })
}

function report(
  runs: { readonly premium: Deployed; readonly flex: Deployed },
  sequence: readonly (readonly [string, number])[] | undefined,
): Section {
  const row = (
    name: string,
    { wallMs, chainMs, localMs, remoteMs, afterMs }: Deployed,
  ): readonly string[] => [
    name,
    ...[localMs, remoteMs, afterMs, chainMs, wallMs].map(milliseconds),
    times(wallMs / chainMs),
  ]
  const worst = Math.max(runs.premium.wallMs / runs.premium.chainMs, runs.flex.wallMs / runs.flex.chainMs)
  const sequenceMs = sequence?.reduce((sum, [, elapsedMs]) => sum + elapsedMs, 0)
  return {
    title: 'Overlap of a deployment',
    blocks: [
      `One deployment of \`samples/hello-world\` to the emulator each, with these delays: ${describe(latencies)}.`,
      {
        head: [
          'plan',
          'build, inspect, package, rehearse',
          'sign in, look up, wake SCM',
          'upload, deploy, verify',
          'longest chain',
          'wall time',
          'over the chain',
        ],
        rows: [row('Elastic Premium', runs.premium), row('Flex Consumption', runs.flex)],
      },
      'The longest chain is the longer of the first two columns, which run side by side, plus the third. What the wall time has over it is starting the process, loading code and writing the report. The emulated server works on a zip deployment for `publishMs` and four times `deploymentStepMs`; what `upload` and `deploy` take beyond that is connecting and the polling interval. The run on Elastic Premium:',
      gantt(runs.premium.report.timeline),
      ...(sequence === undefined || sequenceMs === undefined
        ? [
            'The Azure CLI is not in `.cache/azure-cli` (`npm run test:az` puts it there): no comparison with it.',
          ]
        : [
            'The same one step after the other with the Azure CLI, on an app of the same plan with the same delays. It ends when the server has unpacked; it neither checks nor verifies, so the time of our verification is listed with ours:',
            renderBlock({
              head: ['step', 'time'],
              rows: [
                ...sequence.map(([step, elapsedMs]) => [step, milliseconds(elapsedMs)]),
                ['together', milliseconds(sequenceMs)],
                [
                  'the action, with inspection, rehearsal and verification',
                  milliseconds(runs.premium.wallMs),
                ],
                ['the action against it', times(runs.premium.wallMs / sequenceMs)],
              ],
            }),
          ]),
    ],
    budgets: [
      {
        needsFreeCores: true,
        what: 'deploy run, against the longer of build and sign-in plus upload plus the server',
        limit: times(mostOverChain),
        measured: times(worst),
        isMet: worst <= mostOverChain,
      },
    ],
  }
}

function describe(each: Latencies): string {
  return Object.entries(each)
    .map(([name, value]) => `\`${name}\` ${Math.round(value)}`)
    .join(', ')
}

function gantt(timeline: readonly TimelineEntry[]): string {
  const sections = ['runner', 'azure'] as const
  const lines = sections.flatMap((section) => [
    `  section ${section}`,
    ...timeline
      .filter((entry) => entry.section === section)
      .map(({ label, startedAtMs, elapsedMs }) => {
        const end = Math.max(startedAtMs + elapsedMs, startedAtMs + 1)
        return `  ${label.replaceAll(/[,:;#]/g, ' ')} :${Math.round(startedAtMs)}, ${Math.round(end)}`
      }),
  ])
  const head = ['gantt', '  dateFormat x', '  axisFormat %S s', '  todayMarker off']
  return ['```mermaid', ...head, ...lines, '```'].join('\n')
}
