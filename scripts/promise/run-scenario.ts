/**
 * Plays one scenario: deploys what ran before, lets the emulator behave as the scenario wants, runs the shipped bundle
 * as the runner does, and tells how the job ended.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '../../emulator/app/state'
import type { Emulator } from '../../emulator/emulator'
import type { AppFaults, RequestFault } from '../../emulator/server/faults'
import { type ActionResult, runAction } from '../run-action'
import { type Ending, type Judgement, judge, judgeRivals, type VerifiedAt } from './judge'
import { writeOther, writePackage, writeProject } from './packages'
import type { Scenario } from './scenario'

/** What all scenarios share. */
export interface Stage {
  readonly emulator: Emulator
  /** The fault plan of the emulator, to which each scenario adds its own. */
  readonly faults: { readonly apps: Record<string, AppFaults>; readonly requests: RequestFault[] }
  readonly programPath: string
  /** For the files of the scenarios. */
  readonly folder: string
}

export interface Played extends Judgement {
  readonly scenario: Scenario
  readonly elapsedMs: number
  readonly log: string
  readonly rehearsed: string
}

/** @param appName of an app of the emulator that no other scenario uses */
export async function play(stage: Stage, scenario: Scenario, appName: string): Promise<Played> {
  const { emulator, faults } = stage
  const startedAtMs = Date.now()
  const workspace = join(stage.folder, appName)
  mkdirSync(workspace)
  const { slot, before = 'old' } = scenario
  const key = slot === undefined ? appName : `${appName}/${slot}`
  await writePackage(join(workspace, 'app.zip'), scenario, stage.programPath)
  if (before !== 'nothing') {
    await writeOther(join(workspace, 'old.zip'), scenario, 'OLD VERSION', stage.programPath)
    const given = before === 'same' ? 'app.zip' : 'old.zip'
    for (const one of slot === undefined ? [''] : ['', slot])
      await seed(stage, appName, workspace, { package: given, ...(one === '' ? {} : { 'slot-name': one }) })
  }
  faults.apps[key] = scenario.faults ?? {}
  if (scenario.productionFaults !== undefined) faults.apps[appName] = scenario.productionFaults
  faults.requests.push(...(scenario.requests?.(appName) ?? []))
  const app = emulator.state.get(appName, slot)
  try {
    const { judgement, log } = await deploy(stage, scenario, { app, appName, workspace })
    const rehearsed = /^(?:Rehearsed:|Not rehearsed:).*$/m.exec(log)?.[0] ?? ''
    return { ...judgement, scenario, elapsedMs: Date.now() - startedAtMs, log, rehearsed }
  } finally {
    for (const each of emulator.state.apps)
      if (each.spec.name === appName) await each.runtime?.stop().catch(() => undefined)
  }
}

interface Place {
  readonly app: App
  readonly appName: string
  readonly workspace: string
}

async function seed(
  stage: Stage,
  appName: string,
  workspace: string,
  inputs: Readonly<Record<string, string>>,
): Promise<void> {
  const result = await run(stage, appName, workspace, {
    rehearse: 'false',
    'verify-settle': '0',
    'verify-timeout': '2',
    'ignore-findings': 'site-always-on',
    ...inputs,
  })
  if (result.exitCode !== 0) throw new Error(`What is to run before was not deployed:\n${result.log}`)
}

async function deploy(
  stage: Stage,
  scenario: Scenario,
  place: Place,
): Promise<{ readonly judgement: Judgement; readonly log: string }> {
  const { app, appName, workspace } = place
  const { slot, from = 'package', expects, rivalAfterMs } = scenario
  const inputs = {
    ...(from === 'package'
      ? { package: 'app.zip' }
      : { 'working-directory': 'project', include: 'behaviour.json' }),
    ...(slot === undefined ? {} : { 'slot-name': slot }),
    ...scenario.inputs,
  }
  if (from === 'build') writeProject(join(workspace, 'project'), scenario)
  const playing = playOne(stage, place, inputs)
  if (rivalAfterMs === undefined) {
    const one = await playing
    return { judgement: judge(expects, one.ending), log: one.log }
  }
  await writeOther(join(workspace, 'rival.zip'), scenario, 'the rival', stage.programPath)
  await new Promise((resolve) => setTimeout(resolve, rivalAfterMs))
  const rival = playOne(stage, place, { ...inputs, package: 'rival.zip' })
  const both = await Promise.all([playing, rival])
  const judgement = judgeRivals(
    both.map(({ ending, sha256 }) => ({ ...ending, isLast: app.activeSha256 === sha256 })),
  )
  return { judgement, log: both.map(({ log }) => log).join(`\n==== the rival of ${appName} ====\n`) }
}

async function playOne(
  stage: Stage,
  { app, appName, workspace }: Place,
  inputs: Readonly<Record<string, string>>,
): Promise<{ readonly ending: Ending; readonly log: string; readonly sha256: string }> {
  let verified: VerifiedAt | undefined
  let beganAtMs = 0
  const result = await run(stage, appName, workspace, inputs, (text) => {
    if (beganAtMs === 0 && /^::group::Verify /m.test(text)) beganAtMs = Date.now()
    if (verified === undefined && /^(?:Answered|Listed|verify-path answered)\b.* at https:/m.test(text))
      verified = { beganAtMs, endedAtMs: Date.now(), servedAtMs: app.servedByAllAtMs }
  })
  const sha256 = result.outputs['package-sha256'] ?? ''
  // After a swap the package is in production.
  const isOwnActive = stage.emulator.state.apps.some(
    (each) =>
      each.spec.name === appName &&
      each.activeSha256 === sha256 &&
      (each === app || inputs['swap-with'] !== undefined),
  )
  const found = findingsOf(result)
  const ending: Ending = {
    exitCode: result.exitCode,
    errors: found.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    codes: found.map(({ code }) => code),
    isOwnActive,
    verified,
  }
  return { ending, log: result.log, sha256 }
}

interface FoundCode {
  readonly code: string
  readonly severity: string
}

let runs = 0

async function run(
  { emulator }: Stage,
  appName: string,
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  onOutput?: (text: string) => void,
): Promise<ActionResult & { readonly report: string }> {
  const { clientId, tenantId, subscriptionId } = emulator.ids
  runs += 1
  const report = `report-${runs}.json`
  const result = await runAction({
    workspace,
    inputs: {
      'client-id': clientId,
      'tenant-id': tenantId,
      'subscription-id': subscriptionId,
      'app-name': appName,
      'report-file': report,
      ...inputs,
    },
    env: { ...emulator.env },
    ...(onOutput === undefined ? {} : { onOutput }),
  })
  result.dispose()
  return { ...result, report: join(workspace, report) }
}

// A run that ended before its report has its error in the log alone.
function findingsOf({ report }: { readonly report: string }): readonly FoundCode[] {
  const { findings = [] } = JSON.parse(readFileSync(report, 'utf8')) as { findings?: readonly FoundCode[] }
  return findings
}
