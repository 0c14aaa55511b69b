/**
 * The record of one run, as plain data. It grows stage by stage and is rendered whatever happened.
 * Everything in it is untrusted text: it is escaped where it is rendered, not here.
 */
import type { Finding } from '../findings'
import type { VerificationRecord } from './verification-record'

/** The stages in the order in which a run goes through them. */
export const stageNames = [
  'inputs',
  'preflight',
  'build',
  'inspect',
  'package',
  'rehearse',
  'sign-in',
  'deploy',
  'verify',
  'swap',
  'verify-swap',
  'swap-back',
] as const
export type StageName = (typeof stageNames)[number]

/** Stages that a report has only when the inputs ask for them. */
export const swapStages = ['swap', 'verify-swap', 'swap-back'] as const satisfies readonly StageName[]

export const stageStates = ['done', 'failed', 'skipped', 'not-reached', 'cancelled'] as const
export type StageState = (typeof stageStates)[number]

export interface StageRecord {
  readonly name: StageName
  readonly state: StageState
  /** Why it was skipped or what failed, in one sentence. */
  readonly reason?: string
  /** Milliseconds after the start of the run. Absent when the stage never began. */
  readonly startedAtMs?: number
  readonly elapsedMs?: number
}

export interface FunctionRecord {
  readonly name: string
  /** Binding type of the trigger, for example `httpTrigger`. */
  readonly trigger: string
  /** Public route with its prefix, for example `/api/HttpExample`. HTTP functions only. */
  readonly route?: string
  /** Upper-case methods; empty means every method. HTTP functions only. */
  readonly methods?: readonly string[]
  readonly authLevel?: string
  /** Full URL once the app is known. */
  readonly url?: string
  /** Milliseconds after the deployment at which Azure first listed it. */
  readonly listedAfterMs?: number
}

export interface ProjectRecord {
  /** Folder of host.json relative to the repository root, `.` for the root. */
  readonly folder: string
  readonly model: 'custom-handler' | 'native'
  readonly executable: string
  readonly functions: readonly FunctionRecord[]
}

export interface BuildRecord {
  /** For example `go1.26.1`. */
  readonly goVersion: string
  readonly goarch: string
  /** The `go build` line with its environment, ready to paste. */
  readonly command: string
  /** Flags from the environment that were overridden, as the user wrote them. */
  readonly neutralised: readonly string[]
  readonly elapsedMs: number
  /** Absent when it cannot be said. */
  readonly cacheState?: CacheState
}

/** How much of a build was in Go's build cache: nothing to speak of, a part, or all of it. */
export const cacheStates = ['cold', 'partial', 'warm'] as const
export type CacheState = (typeof cacheStates)[number]

/** What one generation of the Functions host lacks to load the binary. */
export interface HostGap {
  /** For example `Debian 11, glibc 2.31`. */
  readonly host: string
  /** Plans on which this host is used, in words. */
  readonly plans: string
  readonly hasInterpreter: boolean
  readonly missingLibraries: readonly string[]
  /** For example `{ library: 'libc.so.6', version: 'GLIBC_2.34' }`. */
  readonly missingVersions: readonly { readonly library: string; readonly version: string }[]
}

export interface ArtifactRecord {
  /** As the user named it: relative to the repository root, or `ENTRY in FILE.zip`. */
  readonly path: string
  readonly sizeBytes: number
  readonly linkage: 'static' | 'dynamic' | 'unknown'
  /** Empty when there is none. */
  readonly interpreter: string
  readonly needed: readonly string[]
  /** For example `x86-64`. Empty when it is not an ELF file. */
  readonly machine: string
  /** From the build info, for example `go1.26.1`; empty when there is none. */
  readonly goVersion: string
  readonly fileOutput: string
  readonly lddOutput: string
  /** One entry for each generation of the Functions host; empty when the binary is static. */
  readonly gaps: readonly HostGap[]
}

export interface PackageRecord {
  readonly path: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly entries: readonly {
    readonly name: string
    readonly sizeBytes: number
    readonly compressedBytes: number
    /** Unix permission bits, for example 0o755. */
    readonly mode: number
  }[]
  readonly elapsedMs: number
}

export interface RehearsalRecord {
  readonly startMs?: number
  readonly calls: readonly {
    readonly functionName: string
    readonly method: string
    readonly path: string
    readonly status: number
    readonly elapsedMs: number
    /** The first characters of the answer, when it is text. */
    readonly bodyExcerpt?: string
    /** The answer is the one that any path gets that the handler does not know. */
    readonly isUnknownPath?: boolean
  }[]
  /** Functions that were not called; the reason completes "not called, since …". */
  readonly uncalled?: readonly { readonly functionName: string; readonly reason: string }[]
  /** Settings that the handler missed as it ended or answered. */
  readonly missingSettings?: readonly string[]
  /** Why it did not run, or did not run in full. */
  readonly note?: string
  /** The real host that was asked; absent where the handler was started without it. */
  readonly host?: RealHostRecord
}

/** The Functions host in a container, and how long it took. */
export interface RealHostRecord {
  readonly image: string
  readonly digest: string
  /** Empty when it never said. */
  readonly version: string
  /** For example `docker 28.2.2`. */
  readonly engine: string
  /** `internal`: without a way out. */
  readonly network: 'internal' | 'published'
  /** The last state that it was seen in. */
  readonly state: string
  readonly pullMs: number
  readonly startMs: number
  readonly questionsMs: number
  /** What a report of a wrong prediction may hold. */
  readonly differences?: string
}

export interface DeploymentRecord {
  readonly appName: string
  readonly slotName?: string
  readonly resourceGroup: string
  readonly plan: string
  readonly appUrl: string
  /** `flex`, `zipdeploy` or `blob`: how the package was delivered. */
  readonly way?: string
  readonly deploymentId?: string
  /** The state in which the server last reported the deployment, in words. */
  readonly state: string
  readonly dryRun: boolean
  /** The same package was active and verified, so nothing was uploaded. */
  readonly unchanged?: boolean
  /** Endpoints that the environment of the job replaced, as `VARIABLE: origin`. */
  readonly endpoints?: readonly string[]
  /** Which audience the SCM site accepted. */
  readonly scmAudience?: string
  readonly uploadMs?: number
  readonly serverMs?: number
  /** Lines of the server's own log. */
  readonly log: readonly string[]
}

export const swapStates = ['not-swapped', 'swapped', 'swapped-back', 'unknown'] as const
export type SwapState = (typeof swapStates)[number]

export interface SwapRecord {
  readonly slotName: string
  /** `production`, or another slot. */
  readonly target: string
  /** Address of the target. */
  readonly targetUrl: string
  /** Where the packages are at the end, as far as it is known. */
  readonly state: SwapState
  /** How the operation ended, in words. */
  readonly detail: string
  /** What the target ran before, as far as its records tell. */
  readonly formerDeploymentId?: string
  readonly formerSha256?: string
  readonly swapMs?: number
  readonly swapBackMs?: number
  /** Of the target, after the swap. */
  readonly verification?: VerificationRecord
  /** Of the target with its former package, after the swap back. */
  readonly formerVerification?: VerificationRecord
}

/** A piece of work drawn in the Gantt; several may overlap. */
export interface TimelineEntry {
  /** `runner` or `azure`: the section it is drawn in. */
  readonly section: 'runner' | 'azure'
  readonly label: string
  readonly startedAtMs: number
  readonly elapsedMs: number
}

export const outcomes = ['passed', 'failed', 'cancelled'] as const
export type Outcome = (typeof outcomes)[number]

export interface RunReport {
  readonly schemaVersion: 1
  readonly outcome: Outcome
  /** One line that says why the run is not green. */
  readonly cause?: string
  /** ISO 8601, UTC. */
  readonly startedAt: string
  readonly elapsedMs: number
  readonly stages: readonly StageRecord[]
  readonly timeline: readonly TimelineEntry[]
  readonly findings: readonly Finding[]
  /** Findings accepted with `ignore-findings`. */
  readonly ignored: readonly Finding[]
  readonly project?: ProjectRecord
  readonly build?: BuildRecord
  readonly artifact?: ArtifactRecord
  readonly package?: PackageRecord
  readonly rehearsal?: RehearsalRecord
  readonly deployment?: DeploymentRecord
  /** Of what was deployed to: with a swap, the slot. */
  readonly verification?: VerificationRecord
  readonly swap?: SwapRecord
}
