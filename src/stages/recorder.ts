/**
 * Collects the run report while the run goes on: which stage began and ended when, what was found, what was
 * made. Knows nothing of what the stages do, and prints nothing.
 */
import { performance } from 'node:perf_hooks'
import { ActionError, messageOf } from '../errors'
import type { Finding, Location } from '../findings'
import { onePerCause } from '../report/one-per-cause'
import {
  type Outcome,
  type RunReport,
  type StageName,
  type StageRecord,
  stageNames,
  swapStages,
  type TimelineEntry,
} from '../report/run-report'

/** The code of the error that ends a run whose findings say why. It is no finding itself. */
export const stoppedCode = 'run-stopped'

// Stages that are one bar each; the others draw what they do themselves.
const drawnStages: ReadonlySet<StageName> = new Set(['build', 'inspect', 'package', 'rehearse'])

/** The parts of the report that stages fill in. */
export type ReportParts = Partial<
  Pick<
    RunReport,
    'project' | 'build' | 'artifact' | 'package' | 'rehearsal' | 'deployment' | 'verification' | 'swap'
  >
>

interface Trial {
  readonly finding: Finding
  readonly present: (finding: Finding) => Finding
  isDecided: boolean
}

export class Recorder {
  private readonly startedAt = new Date()
  private readonly startedMs = performance.now()
  private readonly stages = new Map<StageName, StageRecord>()
  private readonly timeline: TimelineEntry[] = []
  private readonly findings: Finding[] = []
  private readonly ignored: Finding[] = []
  private ignoredCodes: readonly string[] = []
  /** Errors that do not end the run until they are decided, by how they are recorded. */
  private readonly onTrial = new Map<string, Trial>()
  private parts: ReportParts = {}
  private isSwapAsked = false

  /** Accepts the findings of these codes, also those that were recorded before. */
  ignore(codes: readonly string[]): void {
    this.ignoredCodes = codes
    this.add(this.findings.splice(0))
  }

  /** Records findings in the order in which they come; the same finding is recorded once. */
  add(findings: readonly Finding[]): void {
    for (const finding of findings) {
      const target = this.ignoredCodes.includes(finding.code) ? this.ignored : this.findings
      const key = JSON.stringify(finding)
      if (this.onTrial.get(key)?.isDecided) continue
      if (!target.some((known) => JSON.stringify(known) === key)) target.push(finding)
    }
  }

  /** Gives a place to findings that have none, where one is known. */
  locate(placeOf: (finding: Finding) => Location | undefined): void {
    for (const list of [this.findings, this.ignored]) {
      for (const [index, finding] of list.entries()) {
        const location = finding.location ?? placeOf(finding)
        if (location !== undefined) list[index] = { ...finding, location }
      }
    }
  }

  /** All findings that were not ignored, one for each cause. */
  get found(): readonly Finding[] {
    return onePerCause(this.findings)
  }

  /** What ends the run: everything found but what is on trial. */
  get standing(): readonly Finding[] {
    return onePerCause(this.findings.filter((finding) => this.trialOf(finding) === undefined))
  }

  /**
   * Puts the verdict on findings off: they are recorded, and the run goes on.
   *
   * @param present how they are recorded
   */
  putOnTrial(findings: readonly Finding[], present: (finding: Finding) => Finding): void {
    for (const finding of findings)
      this.onTrial.set(JSON.stringify(present(finding)), { finding, present, isDecided: false })
  }

  /** What is on trial and was recorded, with its own place. */
  get tried(): readonly Finding[] {
    return this.findings.flatMap((shown) => this.trialOf(shown)?.finding ?? [])
  }

  /** Ends the trial: each becomes what `judge` makes of it, also when it is found once more. */
  decide(judge: (finding: Finding) => Finding): void {
    for (const [index, shown] of this.findings.entries()) {
      const trial = this.trialOf(shown)
      if (trial === undefined) continue
      this.findings[index] = trial.present(judge(trial.finding))
      trial.isDecided = true
    }
  }

  private trialOf(shown: Finding): Trial | undefined {
    const trial = this.onTrial.get(JSON.stringify(shown))
    return trial?.isDecided ? undefined : trial
  }

  /** Fills in parts of the report; what was there under the same name is replaced. */
  fill(parts: ReportParts): void {
    this.parts = { ...this.parts, ...parts }
  }

  /** What stages have filled in so far. */
  get filled(): ReportParts {
    return this.parts
  }

  /** Milliseconds since the run began. */
  elapsedMs(): number {
    return performance.now() - this.startedMs
  }

  /** Adds a bar to the Gantt. */
  draw(entry: TimelineEntry): void {
    this.timeline.push(entry)
  }

  /** Shows the stages of a swap, whether or not they are reached. */
  askForSwap(): void {
    this.isSwapAsked = true
  }

  /** Marks a stage as skipped. */
  skip(name: StageName, reason: string): void {
    this.stages.set(name, { name, state: 'skipped', reason })
  }

  /**
   * Runs a stage and records how it went. An `ActionError` becomes a finding; whatever is thrown is thrown on.
   *
   * @param signal tells a cancelled run from a failed one
   * @param work what the stage does
   * @returns what `work` returns
   */
  async stage<T>(name: StageName, signal: AbortSignal, work: () => Promise<T> | T): Promise<T> {
    const startedAtMs = this.elapsedMs()
    const end = (state: StageRecord['state'], reason?: string): void => {
      const record = { name, state, startedAtMs, elapsedMs: this.elapsedMs() - startedAtMs }
      this.stages.set(name, reason === undefined ? record : { ...record, reason })
    }
    try {
      const result = await work()
      end('done')
      if (drawnStages.has(name)) {
        this.draw({ section: 'runner', label: name, startedAtMs, elapsedMs: this.elapsedMs() - startedAtMs })
      }
      return result
    } catch (error) {
      if (signal.aborted) end('cancelled', reasonOf(signal.reason))
      else {
        this.addError(error)
        end('failed', reasonOf(error))
      }
      throw error
    }
  }

  /** Records an error as a finding, unless it only says that findings ended the run. */
  addError(error: unknown): void {
    if (!(error instanceof ActionError) || error.code === stoppedCode) return
    const { code, message, hint = '', location } = error
    this.add([{ code, severity: 'error', message, hint, ...(location === undefined ? {} : { location }) }])
  }

  /**
   * The report as it stands.
   *
   * @param outcome how the run ended, or would end now
   * @param cause why it is not green
   */
  report(outcome: Outcome, cause?: string): RunReport {
    return {
      schemaVersion: 1,
      outcome,
      ...(cause === undefined ? {} : { cause }),
      startedAt: this.startedAt.toISOString(),
      elapsedMs: this.elapsedMs(),
      stages: this.shownStages().map((name) => this.stages.get(name) ?? { name, state: 'not-reached' }),
      timeline: [...this.timeline],
      findings: onePerCause(this.findings),
      ignored: [...this.ignored],
      ...this.parts,
    }
  }

  private shownStages(): readonly StageName[] {
    if (this.isSwapAsked) return stageNames
    const hidden: readonly StageName[] = swapStages
    return stageNames.filter((name) => !hidden.includes(name))
  }
}

/** The findings say what failed; a stage refers to them. */
function reasonOf(error: unknown): string {
  if (!(error instanceof ActionError) || error.code === stoppedCode) return messageOf(error)
  return `see the finding ${error.code}`
}
