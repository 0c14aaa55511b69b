import type { ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { AppFaults, RequestFault } from '../../emulator/server/faults'
import { type ActionResult, runAction } from '../../scripts/run-action'
import { askApp, deployTo, makePackages, signInInputs, visibleText } from './azure'
import { toldFindings } from './runner-log'
import type { TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 240_000, maxConcurrency: 2 })

const forGood = Number.POSITIVE_INFINITY
const slots = [{ name: 'staging' }, { name: 'blue' }]
const swapPath = /\/slots\/staging\/slotsswap\?/

interface Row {
  readonly title: string
  readonly app: string
  readonly faults?: Readonly<Record<string, AppFaults>>
  readonly requests?: readonly Omit<RequestFault, 'service'>[]
  /** Code, message and hint of the finding. */
  readonly finding: readonly [severity: string, code: string, message: RegExp, hint: RegExp]
  readonly state: RegExp
  /** What production runs at the end. */
  readonly production: 'new' | 'former'
  readonly swaps: number
}

const lost = { kind: 'reset', when: 'after-processing' } as const
const rows: readonly Row[] = [
  {
    title: 'the operation fails',
    app: 's-fails',
    faults: { 's-fails/staging': { swapFails: 1 } },
    finding: [
      'error',
      'swap-failed',
      /ended with an error\..*'production' runs what it ran before.*GET .*operationresults.* answered 400: .*worker process for 'staging'/,
      /log stream of the slot/,
    ],
    state: /\*\*not swapped\*\*/,
    production: 'former',
    swaps: 0,
  },
  {
    title: 'the identity may not swap',
    app: 's-role',
    requests: [
      {
        path: /\/s-role\/slots\/staging\/slotsswap\?/,
        times: forGood,
        effect: {
          kind: 'status',
          status: 403,
          body: JSON.stringify({
            error: {
              code: 'AuthorizationFailed',
              message:
                "The client 'x' with object id '00000000-0000-4000-8000-000000000001' does not have authorization to perform action 'Microsoft.Web/sites/slots/slotsswap/Action' over scope '/subscriptions/s/resourceGroups/g/providers/Microsoft.Web/sites/s-role/slots/staging' or the scope is invalid.",
            },
          }),
        },
      },
    ],
    finding: [
      'error',
      'azure-role-missing',
      /has no role to swap 'staging' with 'production'\. It needs 'Microsoft\.Web\/sites\/slots\/slotsswap\/Action'/,
      /az role assignment create .*Website Contributor/,
    ],
    state: /\*\*not swapped\*\*/,
    production: 'former',
    swaps: 0,
  },
  {
    title: 'the host breaks after the swap',
    app: 's-breaks',
    faults: { 's-breaks': { breaksAfterSwap: 1 } },
    finding: [
      'warning',
      'swap-undone',
      /were swapped back: 'production' runs the former package, deployment '[0-9a-f]+', sha256 [0-9a-f]{64}, again, and 'staging' the new package, deployment '[0-9a-f]+'\. Its host runs and Azure lists its functions: 'HttpExample'/,
      /look at what only 'production' has/,
    ],
    state: /\*\*swapped back\*\*/,
    production: 'former',
    swaps: 2,
  },
  {
    title: 'the host breaks after the swap, and again after the swap back',
    app: 's-breaks-twice',
    faults: { 's-breaks-twice': { breaksAfterSwap: 2 } },
    finding: [
      'warning',
      'swap-back-unverified',
      /the former package did not verify in 'production': The host of 's-breaks-twice' is in the state 'Error'/,
      /log stream/,
    ],
    state: /\*\*swapped back\*\*/,
    production: 'former',
    swaps: 2,
  },
  {
    title: 'the host breaks after the swap, and the swap back fails',
    app: 's-stays',
    faults: { 's-stays': { breaksAfterSwap: 1 } },
    requests: [
      {
        path: /\/s-stays\/slots\/staging\/slotsswap\?/,
        skip: 1,
        times: forGood,
        effect: {
          kind: 'status',
          status: 400,
          body: '{"error":{"code":"BadRequest","message":"not today"}}',
        },
      },
    ],
    finding: [
      'error',
      'swap-back-failed',
      /'production' of 's-stays' still runs the new package, which does not verify there, and 'staging' has the former package.*not today/,
      /az functionapp deployment slot swap --name s-stays --resource-group hello-functions-rg --slot staging --target-slot production/,
    ],
    state: /`production` runs the new package, \*\*not verified\*\*/,
    production: 'new',
    swaps: 1,
  },
]

let emulator: Emulator
let workspace: TestWorkspace
beforeAll(async () => {
  emulator = await startEmulator({
    apps: [
      anApp({ name: 's-premium', plan: 'elastic-premium', slots }),
      anApp({ name: 's-dedicated', plan: 'dedicated', slots }),
      anApp({ name: 's-fresh', plan: 'elastic-premium', slots }),
      anApp({ name: 's-lost', plan: 'elastic-premium', slots }),
      anApp({ name: 's-stop', plan: 'elastic-premium', slots }),
      anApp({ name: 's-cancel', plan: 'elastic-premium', slots }),
      anApp({ name: 's-flex', plan: 'flex-consumption' }),
      anApp({ name: 's-consumption', plan: 'consumption', slots: [{ name: 'staging' }] }),
      ...rows.map(({ app }) => anApp({ name: app, plan: 'elastic-premium', slots })),
    ],
    faults: {
      apps: {
        ...Object.assign({}, ...rows.map(({ faults }) => faults)),
        's-cancel/staging': { swapHangs: forGood },
        's-stop': { listing: [{ listing: 'empty', times: forGood }] },
        's-fresh': { breaksAfterSwap: 1 },
      },
      requests: [
        ...rows.flatMap(({ requests = [] }) => requests),
        { path: /\/s-lost\/slots\/staging\/slotsswap\?/, effect: lost },
      ].map((fault) => ({ ...fault, service: 'arm' })),
    },
  })
  workspace = await makePackages(['hello-world', 'multi-function'])
})
afterAll(async () => {
  await emulator?.stop()
  workspace?.remove()
})

const verifyPath = '/api/HttpExample?name=swap'

/** Deploys to the slot and swaps it with production. */
function release(appName: string, inputs: Readonly<Record<string, string>> = {}): Promise<ActionResult> {
  return deployTo(emulator, {
    workspace: workspace.folder,
    appName,
    inputs: {
      package: 'hello-world.zip',
      'slot-name': 'staging',
      'swap-with': 'production',
      'verify-path': verifyPath,
      'verify-timeout': '1',
      ...inputs,
    },
  })
}

async function activate(appName: string, name: 'hello-world' | 'multi-function', slot = ''): Promise<string> {
  const inputs = { package: `${name}.zip`, ...(slot === '' ? {} : { 'slot-name': slot }) }
  const result = await deployTo(emulator, { workspace: workspace.folder, appName, inputs })
  expect(result.exitCode, result.log).toBe(0)
  return result.outputs['package-sha256'] ?? ''
}

function stagesOf({ summary }: ActionResult): Record<string, string> {
  const cells = [...summary.matchAll(/^\| ([a-z-]+) \| ([^|]+) \|/gm)]
  return Object.fromEntries(cells.map(([, name = '', state = '']) => [name, state.replaceAll('*', '')]))
}

describe.concurrent('a swap', () => {
  it.each([
    ['s-premium', 'production', undefined],
    ['s-dedicated', 'blue', 'blue'],
  ] as const)('of %s with %s brings the verified package there', async (appName, target, slot) => {
    const former = await activate(appName, 'multi-function', slot)
    const result = await release(appName, { 'swap-with': target })
    expect(result.exitCode, result.log).toBe(0)
    const there = emulator.state.get(appName, slot)
    const staging = emulator.state.get(appName, 'staging')
    expect(there.activeSha256).toBe(result.outputs['package-sha256'])
    expect(staging.activeSha256).toBe(former)
    expect(there.swaps).toBe(1)
    const url = emulator.appUrl(appName, slot)
    expect(result.outputs).toMatchObject({ deployed: 'true', swapped: 'true', 'app-url': url })
    expect(await askApp(emulator, `${url}${verifyPath}`)).toMatchObject({ status: 200 })
    expect(stagesOf(result)).toMatchObject({
      deploy: 'done',
      verify: 'done',
      swap: 'done',
      'verify-swap': 'done',
      'swap-back': 'skipped',
    })
    expect(result.summary).toContain('### Verification of the slot')
    expect(result.summary).toContain('### Verification after the swap')
    // Letters at the start of a label are written as entities there.
    expect(result.summary).toMatch(/;wap \d+.* :2001-.*\n.*;erify (?:production|blue) \d+.* :2001-/)
    expect(result.summary).toContain(former)
    expect(emulator.secrets.foundIn(visibleText(result))).toEqual([])
  })

  it.each(rows)('$title', async ({ app: appName, finding, state, production, swaps }) => {
    const former = await activate(appName, 'hello-world')
    const result = await deployTo(emulator, {
      workspace: workspace.folder,
      appName,
      inputs: {
        'working-directory': 'hello-world',
        rehearse: 'false',
        'compression-level': '1',
        'slot-name': 'staging',
        'swap-with': 'production',
        'verify-path': verifyPath,
        'verify-timeout': '1',
      },
    })
    const [severity, code, message, hint] = finding
    expect(result.exitCode, result.log).toBe(1)
    const told = toldFindings(result.log).find((each) => each.severity === severity && each.code === code)
    expect(told?.message.replaceAll('\n', ' '), result.log).toMatch(message)
    expect(told?.hint).toMatch(hint)
    const app = emulator.state.get(appName)
    const sha256 = result.outputs['package-sha256']
    expect(sha256).not.toBe(former)
    expect(app.activeSha256).toBe(production === 'new' ? sha256 : former)
    expect(app.swaps).toBe(swaps)
    expect(result.summary).toMatch(state)
    expect(result.outputs).toMatchObject({ deployed: 'true', swapped: 'false' })
  })

  it('whose answer is lost is followed to its end, and not asked for again', async () => {
    await activate('s-lost', 'multi-function')
    const result = await release('s-lost')
    expect(result.exitCode, result.log).toBe(0)
    expect(emulator.state.get('s-lost')).toMatchObject({
      swaps: 1,
      activeSha256: result.outputs['package-sha256'],
    })
    const asked = emulator.requests
      .to('arm', 'POST')
      .filter(({ path }) => path.includes('/s-lost/') && swapPath.test(`${path}?`))
    expect(asked.length).toBe(1)
  })

  it('that is taken back from an app that had nothing says that there is nothing to verify', async () => {
    const result = await release('s-fresh')
    expect(result.exitCode, result.log).toBe(1)
    expect(result.log).toMatch(
      /::warning title=swap-undone::.*'production' runs what it ran before again, .* It had no functions, so there is nothing to verify\./,
    )
    expect(emulator.state.get('s-fresh')).toMatchObject({ swaps: 2, activeSha256: undefined })
  })

  it('that is stopped in the middle says in which state it was, and how to go on', async () => {
    await activate('s-cancel', 'multi-function')
    let isStopped = false
    const result = await runAction({
      workspace: workspace.folder,
      inputs: {
        ...signInInputs(emulator),
        'app-name': 's-cancel',
        package: 'hello-world.zip',
        'slot-name': 'staging',
        'swap-with': 'production',
      },
      env: { ...emulator.env, RUNNER_DEBUG: '1' },
      onStart: (child) => {
        const timer = setInterval(() => {
          if (emulator.state.get('s-cancel').operationId === undefined || isStopped) return
          isStopped = true
          clearInterval(timer)
          setTimeout(() => child.kill('SIGINT'), 500)
        }, 20)
      },
    })
    result.dispose()
    expect(result.exitCode).toBe(1)
    expect(result.log).toMatch(
      /::warning title=swap-abandoned::The run was stopped while the swap of 'staging' and 'production' of 's-cancel' was in the state 'running'/,
    )
    expect(result.log).toMatch(/az resource show --ids .*s-cancel/)
    expect(result.summary).toMatch(/\| swap \| \*\*cancelled\*\*/)
  })
})

describe.concurrent('a run that is stopped after the swap', () => {
  it('says that production runs the new package, unverified, and how to go back', async () => {
    let child: ChildProcess | undefined
    const result = await runAction({
      workspace: workspace.folder,
      inputs: {
        ...signInInputs(emulator),
        'app-name': 's-stop',
        package: 'hello-world.zip',
        'slot-name': 'staging',
        'swap-with': 'production',
      },
      env: emulator.env,
      onStart: (started) => {
        child = started
      },
      onOutput: (text) => {
        if (text.includes('::group::Verify production of s-stop after the swap')) child?.kill('SIGINT')
      },
    })
    result.dispose()
    expect(result.exitCode).toBe(1)
    expect(result.log).toMatch(
      /::warning title=swap-unverified::.*'production' of 's-stop' runs the new package, deployment '[0-9a-f]+', and was not verified/,
    )
    expect(result.log).toContain('az functionapp deployment slot swap --name s-stop')
    expect(emulator.state.get('s-stop').swaps).toBe(1)
    expect(stagesOf(result)).toMatchObject({
      swap: 'done',
      'verify-swap': 'cancelled',
      'swap-back': 'not reached',
    })
  })
})

describe.concurrent('a swap is refused before anything is uploaded', () => {
  it.each([
    ['s-flex', 'site-slot-on-flex', /Flex Consumption, which has no slots/, /swap-with out/],
    [
      's-consumption',
      'site-swap-on-consumption',
      /Linux Consumption\. Azure has undone swaps/,
      /Elastic Premium and Dedicated/,
    ],
  ] as const)('on %s', async (appName, code, message, hint) => {
    const result = await release(appName)
    expect(result.exitCode).toBe(1)
    expect(result.log).toMatch(new RegExp(`^::error title=${code}::.*${message.source}`, 'm'))
    expect(result.log).toMatch(hint)
    for (const app of emulator.state.apps.filter(({ spec }) => spec.name === appName)) {
      expect(app).toMatchObject({ received: [], activated: 0, swaps: 0 })
    }
  })

  it('by a slot that does not exist', async () => {
    const result = await release('s-premium', { 'swap-with': 'green' })
    expect(result.exitCode).toBe(1)
    expect(result.log).toMatch(
      /^::error title=site-slot-not-found::The app has no slot 'green'; it has 'staging', 'blue'/m,
    )
  })

  it('with dry-run, which looks at both', async () => {
    const app = emulator.state.get('s-dedicated', 'staging')
    const before = app.received.length
    const result = await release('s-dedicated', { 'dry-run': 'true' })
    expect(result.exitCode, result.log).toBe(0)
    expect(app.received.length).toBe(before)
    expect(result.log).toContain("Found 'production', which is swapped with: Running")
    expect(stagesOf(result)).toMatchObject({ deploy: 'skipped', swap: 'skipped', 'verify-swap': 'skipped' })
  })
})
