import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { AppFaults, RequestFault, TokenFault } from '../../emulator/server/faults'
import type { ActionResult } from '../../scripts/run-action'
import type { Plan } from '../../src/functions/plans'
import { clockSpeed, deployTo, fastClock, makePackages, visibleText } from './azure'
import { type ToldFinding, toldFindings } from './runner-log'
import type { TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 180_000, maxConcurrency: 3 })

let emulator: Emulator
let workspace: TestWorkspace
beforeAll(async () => {
  emulator = await startEmulator({
    apps: rows.map(({ plan }, index) => anApp({ name: nameOf(index), plan })),
    faults: {
      apps: Object.fromEntries(
        rows.map(({ faults, isSlow = false }, index) => [
          nameOf(index),
          isSlow ? { uptimeSpeed: clockSpeed, ...faults } : faults,
        ]),
      ),
      requests: rows.flatMap(({ requests }, index) => requests?.(nameOf(index)) ?? []),
    },
  })
  workspace = await makePackages(['hello-world'])
})
afterAll(async () => {
  await emulator?.stop()
  workspace?.remove()
})

interface Row {
  readonly title: string
  readonly plan: Plan
  readonly faults: AppFaults
  /** Faults of single requests: a sample of what `npm run test:faults` does in process. */
  readonly requests?: (appName: string) => readonly RequestFault[]
  /** Code, message and hint of the finding that a user needs; absent: there is none of this severity. */
  readonly error?: readonly [code: string, message: RegExp, hint: RegExp]
  readonly warning?: readonly [code: string, message: RegExp]
  /** Half a minute of it is waiting for a record of what was lost. */
  readonly isSlow?: boolean
  /** Packages that the app took into use; 1 when absent. */
  readonly activated?: number
  /** Packages that arrived; the same as `activated` when absent. */
  readonly received?: number
}

const failureLog = ['Oryx was here', 'disk full']

const rows: readonly Row[] = [
  {
    title: 'Flex cancels (−1)',
    plan: 'flex-consumption',
    faults: { terminalStatus: -1 },
    error: ['deployment-cancelled', /cancelled the deployment '[\w-]+'\. It says: '.+'/, /run the job again/],
    activated: 0,
    received: 1,
  },
  {
    title: 'Flex fails (3)',
    plan: 'flex-consumption',
    faults: { terminalStatus: 3 },
    error: [
      'deployment-failed',
      /as failed\. It says: .*Storage responded with Forbidden/,
      /Storage Blob Data Contributor/,
    ],
    activated: 0,
    received: 1,
  },
  {
    title: 'Flex has a conflict (5)',
    plan: 'flex-consumption',
    faults: { terminalStatus: 5 },
    error: ['deployment-conflict', /because another one was running/, /concurrency:/],
    activated: 0,
    received: 1,
  },
  {
    title: 'Flex half succeeds (6), and the functions answer',
    plan: 'flex-consumption',
    faults: { terminalStatus: 6 },
    warning: ['deployment-partial', /a later step did not succeed.*SyncTriggerStep/],
  },
  {
    title: 'Kudu fails (3)',
    plan: 'elastic-premium',
    faults: { terminalStatus: 3, failureLog },
    error: ['deployment-server-error', /deployment log says: 'disk full'/, /no room left/],
    activated: 0,
    received: 1,
  },
  {
    title: 'Kudu fails and has no log',
    plan: 'dedicated',
    faults: { terminalStatus: 3, failureLog, logNotFound: true },
    error: ['deployment-failed', /as failed\. It says: 'Oryx was here'/, /./],
    activated: 0,
    received: 1,
  },
  { title: 'Flex has no log', plan: 'flex-consumption', faults: { logNotFound: true } },
  { title: 'a fresh record answers 404', plan: 'flex-consumption', faults: { initialNotFound: 3 } },
  {
    title: 'the record is gone after one look, and the history still has it',
    plan: 'flex-consumption',
    faults: { recycledAfterPolls: 1 },
  },
  { title: 'Flex answers without Location', plan: 'flex-consumption', faults: { withoutLocation: true } },
  { title: 'Kudu answers without Location', plan: 'elastic-premium', faults: { withoutLocation: true } },
  { title: 'Flex answers 200', plan: 'flex-consumption', faults: { answer200: true } },
  { title: 'Kudu answers 200', plan: 'dedicated', faults: { answer200: true } },
  {
    title: '409 for the lock, before the body',
    plan: 'elastic-premium',
    faults: { conflict: { when: 'before-body', reason: 'lock', times: 1 } },
  },
  {
    title: '409 for the lock, after the body',
    plan: 'flex-consumption',
    faults: { conflict: { when: 'after-body', reason: 'lock', times: 1 } },
  },
  {
    title: '409 for an auto swap',
    plan: 'elastic-premium',
    faults: { conflict: { when: 'after-body', reason: 'auto-swap', times: Number.POSITIVE_INFINITY } },
    error: ['deployment-auto-swap', /swapped automatically[\s\S]*POST.*409/, /auto swap/],
    activated: 0,
  },
  {
    title: '409 for a package URL',
    plan: 'dedicated',
    faults: { conflict: { when: 'after-body', reason: 'run-from-url', times: Number.POSITIVE_INFINITY } },
    error: ['deployment-run-from-url', /runs from a package at a URL[\s\S]*409/, /WEBSITE_RUN_FROM_PACKAGE/],
    activated: 0,
  },
  { title: '503 with a page, three times', plan: 'flex-consumption', faults: { unavailable: 3 } },
  {
    title: 'no App Service token is taken',
    plan: 'elastic-premium',
    faults: { rejectAudience: 'app-service' },
  },
  { title: 'no ARM token is taken', plan: 'flex-consumption', faults: { rejectAudience: 'arm' } },
  {
    title: 'the network of the runner is kept out',
    plan: 'flex-consumption',
    faults: { forbidden: 'ip' },
    error: ['scm-ip-forbidden', /does not let this runner in/, /access restrictions/i],
    activated: 0,
  },
  {
    title: 'the SCM site says that the app is stopped',
    plan: 'elastic-premium',
    faults: { forbidden: 'stopped' },
    error: ['site-stopped', /is stopped/, /az functionapp start --name/],
    activated: 0,
  },
  {
    title: 'the identity may not publish',
    plan: 'dedicated',
    faults: { forbidden: 'publish' },
    error: ['azure-role-missing', /Microsoft\.Web\/sites\/publish\/action/, /az role assignment create/],
    activated: 0,
  },
  { title: 'the answer to the upload is lost on Flex', plan: 'flex-consumption', faults: { lostAnswer: 1 } },
  { title: 'the answer to the upload is lost on Kudu', plan: 'elastic-premium', faults: { lostAnswer: 1 } },
  { title: 'the upload itself is lost', plan: 'dedicated', faults: { lostRequest: 1 }, isSlow: true },
  {
    title: 'the temporary record stays for a while',
    plan: 'elastic-premium',
    faults: { temporaryRecordMs: 1500 },
  },
  {
    title: 'somebody else’s deployment fails meanwhile',
    plan: 'elastic-premium',
    faults: { foreignDeployment: { status: 3 } },
  },
  {
    title: 'somebody else’s deployment succeeds after ours failed',
    plan: 'dedicated',
    faults: { foreignDeployment: { status: 4 }, terminalStatus: 3 },
    error: ['deployment-failed', /as failed/, /./],
    activated: 0,
    received: 1,
  },
  {
    title: 'settings restart the SCM site',
    plan: 'consumption',
    faults: { settingsBounceMs: 2000 },
    received: 0,
  },
  {
    title: 'triggers cannot be synced twice',
    plan: 'consumption',
    faults: { syncTriggers400: 2 },
    received: 0,
  },
  {
    title: 'the list is empty, then has WarmUp, then old functions',
    plan: 'flex-consumption',
    faults: {
      listing: [
        { listing: 'empty', times: 1 },
        { listing: 'warm-up', times: 1 },
        { listing: 'stale', times: 1 },
      ],
    },
  },
  {
    title: 'the host starts and then fails',
    plan: 'flex-consumption',
    faults: {
      host: [
        { state: 'Starting', times: 1 },
        {
          state: 'Error',
          errors: ['Failed to start a new language worker'],
          times: Number.POSITIVE_INFINITY,
        },
      ],
    },
    error: [
      'verify-host-error',
      /'Error'. It reported: 'Failed to start a new language worker'/,
      /rehearse: true/,
    ],
  },
  {
    title: 'the upload is reset in the middle',
    plan: 'elastic-premium',
    faults: {},
    isSlow: true,
    requests: (name) => [
      {
        service: `scm:${name}`,
        method: 'POST',
        path: /zipdeploy/,
        effect: { kind: 'reset', when: 'during-body' },
      },
    ],
  },
  {
    title: 'the app settings are cut off when they are read and when they are to be changed',
    plan: 'consumption',
    faults: {},
    requests: (name) =>
      [0, 1].map((skip) => ({
        service: 'arm',
        path: new RegExp(`/${name}/config/appsettings/list`),
        skip: skip * 2,
        effect: { kind: 'truncated-text' },
      })),
    received: 0,
  },
  {
    title: 'the answer to the change of settings is lost',
    plan: 'consumption',
    faults: {},
    requests: (name) => [
      {
        service: 'arm',
        method: 'PUT',
        path: new RegExp(`/${name}/config/appsettings`),
        effect: { kind: 'reset', when: 'after-processing' },
      },
    ],
    received: 0,
  },
  {
    title: 'somebody sends the record of the deployment elsewhere',
    plan: 'flex-consumption',
    faults: {},
    requests: (name) => [
      {
        service: `scm:${name}`,
        path: /deployments\/[\w-]+$/,
        times: Number.POSITIVE_INFINITY,
        effect: { kind: 'redirect', location: 'https://elsewhere.example/' },
      },
    ],
    error: [
      'azure-call-failed',
      /GET \S+ answered 302 with a redirect to 'elsewhere\.example', which is not/,
      /./,
    ],
    activated: 1,
  },
  {
    title: 'the host fails on Linux Consumption, and what ran before is put back',
    plan: 'consumption',
    faults: { host: [{ state: 'Error', errors: ['Exec format error'], times: Number.POSITIVE_INFINITY }] },
    error: ['verify-host-error', /Exec format error/, /binary/],
    warning: ['deployment-restored', /taken out of use again/],
    received: 0,
  },
]

describe.concurrent('each way in which a deployment goes', () => {
  it.each(rows.map((row, index) => ({ ...row, index })))('$title', async (row) => {
    const app = emulator.state.get(nameOf(row.index))
    const result = await deployTo(emulator, {
      workspace: workspace.folder,
      appName: app.spec.name,
      inputs: { package: 'hello-world.zip' },
      env: row.isSlow ? fastClock : {},
    })
    const shown = findingsIn(result)
    if (row.error === undefined) expect(shown.error, result.log).toEqual([])
    else {
      const [code, message, hint] = row.error
      const found = shown.error.find(
        (finding) => finding.code === code && message.test(`${finding.message}\n${finding.hint}`),
      )
      expect(found, JSON.stringify(shown.error)).toBeDefined()
      expect(found?.hint).toMatch(hint)
    }
    if (row.warning !== undefined) {
      expect(shown.warning).toContainEqual(
        expect.objectContaining({ code: row.warning[0], message: expect.stringMatching(row.warning[1]) }),
      )
    }
    expect(result.exitCode).toBe(row.error === undefined ? 0 : 1)
    const activated = row.activated ?? 1
    // Azure goes on when the run has stopped.
    await vi.waitFor(() => expect(app.activated).toBe(activated), 5000)
    // A package that meets a 409 has arrived as well: at least these.
    expect(app.received.length).toBeGreaterThanOrEqual(row.received ?? activated)
    expect(result.summary).toContain(row.error === undefined ? '## Passed' : '## Failed')
    expect(emulator.secrets.foundIn(visibleText(result))).toEqual([])
  })
})

const tokenRows: readonly (readonly [TokenFault, code: string, message: RegExp, hint: RegExp])[] = [
  [{ code: 700213 }, 'entra-no-matching-credential', /repo:/, /federated-credential create/],
  [{ code: 700016 }, 'entra-client-unknown', /./, /client-id/],
  [{ code: 90002 }, 'entra-tenant-unknown', /./, /tenant-id/],
  [{ code: 700024 }, 'entra-assertion-expired', /./, /./],
  [{ code: 53003 }, 'entra-conditional-access', /./, /./],
  [{ code: 7000215 }, 'entra-client-secret', /./, /./],
  [{ code: 50000 }, 'entra-refused', /./, /./],
]

describe('each refusal of the token endpoint', () => {
  it.each(tokenRows)('AADSTS$code', async (fault, code, message, hint) => {
    emulator.faults.set({ tokens: [{ ...fault, times: Number.POSITIVE_INFINITY }] })
    const appName = nameOf(0)
    const before = emulator.requests.to('arm').length
    const result = await deployTo(emulator, {
      workspace: workspace.folder,
      appName,
      inputs: { package: 'hello-world.zip' },
    })
    const { error } = findingsIn(result)
    expect(error.map((finding) => finding.code)).toEqual([code])
    expect(error[0]?.message).toMatch(message)
    expect(error[0]?.hint).toMatch(hint)
    expect(result.summary).toContain(`AADSTS${fault.code}`)
    expect(result.exitCode).toBe(1)
    expect(emulator.requests.to('arm').length).toBe(before)
    expect(emulator.secrets.foundIn(visibleText(result))).toEqual([])
  })
})

function nameOf(index: number): string {
  return `fault-${index}`
}

function findingsIn(result: ActionResult): Record<'error' | 'warning', readonly ToldFinding[]> {
  const told = toldFindings(result.log)
  const of = (wanted: string) => told.filter(({ severity }) => severity === wanted)
  return { error: of('error'), warning: of('warning') }
}
