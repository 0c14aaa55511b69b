/** Builders of run reports: small ones for exact cases, and whole runs of each kind. */
import type { Finding } from '../../src/findings'
import {
  type ArtifactRecord,
  type RunReport,
  type StageName,
  type StageRecord,
  type StageState,
  type SwapRecord,
  stageNames,
  swapStages,
} from '../../src/report/run-report'

/** A report of a run that has only begun, with what is given on top. */
export function aReport(parts: Partial<RunReport> = {}): RunReport {
  return {
    schemaVersion: 1,
    outcome: 'passed',
    startedAt: '2026-03-04T05:06:07Z',
    elapsedMs: 12_345,
    stages: [],
    timeline: [],
    findings: [],
    ignored: [],
    ...parts,
  }
}

export function aFinding(parts: Partial<Finding> = {}): Finding {
  return {
    code: 'elf-interpreter',
    severity: 'error',
    message: "The binary asks for the interpreter '/lib64/ld-linux-x86-64.so.2'.",
    hint: 'Build with CGO_ENABLED=0 and without -buildmode=pie.',
    ...parts,
  }
}

export function anArtifact(parts: Partial<ArtifactRecord> = {}): ArtifactRecord {
  return {
    path: 'api/handler',
    sizeBytes: 7_912_345,
    linkage: 'static',
    interpreter: '',
    needed: [],
    machine: 'x86-64',
    goVersion: 'go1.26.1',
    fileOutput:
      'handler: ELF 64-bit LSB executable, x86-64, version 1 (SYSV), statically linked, Go BuildID=abc/def, with debug_info, not stripped',
    lddOutput: '\tnot a dynamic executable',
    gaps: [],
    ...parts,
  }
}

/** Stages up to `reached`, which ends in `state`; the later ones are not reached unless `skipped` says why. */
export function stagesUpTo(
  reached: StageName,
  state: StageState,
  skipped: Partial<Record<StageName, string>> = {},
): StageRecord[] {
  const last = stageNames.indexOf(reached)
  const ofSwaps: readonly StageName[] = swapStages
  // As in a run without a swap, whose report has none of its stages.
  const names = ofSwaps.includes(reached) ? stageNames : stageNames.filter((name) => !ofSwaps.includes(name))
  return names.map((name, index) => {
    const reason = skipped[name]
    if (reason !== undefined) return { name, state: 'skipped', reason }
    if (index > last) return { name, state: 'not-reached' }
    return {
      name,
      state: index === last ? state : 'done',
      startedAtMs: index * 1000,
      elapsedMs: 950 + index * 40,
    }
  })
}

const project: NonNullable<RunReport['project']> = {
  folder: 'api',
  model: 'custom-handler',
  executable: 'handler',
  functions: [
    {
      name: 'HttpExample',
      trigger: 'httpTrigger',
      route: '/api/HttpExample',
      methods: ['GET', 'POST'],
      authLevel: 'anonymous',
      url: 'https://my-functions.azurewebsites.net/api/HttpExample',
      listedAfterMs: 4200,
    },
    { name: 'QueueWorker', trigger: 'queueTrigger', listedAfterMs: 4200 },
    { name: 'Nightly', trigger: 'timerTrigger', listedAfterMs: 6900 },
  ],
}

const build: NonNullable<RunReport['build']> = {
  goVersion: 'go1.26.1',
  goarch: 'amd64',
  command: 'cd api && CGO_ENABLED=0 GOOS=linux GOARCH=amd64 go build -trimpath -o handler .',
  neutralised: ['-ldflags=-linkmode=external'],
  elapsedMs: 12_300,
  cacheState: 'cold',
}

const zip: NonNullable<RunReport['package']> = {
  path: 'api/handler.zip',
  sizeBytes: 3_900_000,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  entries: [
    { name: 'host.json', sizeBytes: 320, compressedBytes: 190, mode: 0o644 },
    { name: 'handler', sizeBytes: 7_912_345, compressedBytes: 3_890_000, mode: 0o755 },
    { name: 'HttpExample/function.json', sizeBytes: 410, compressedBytes: 200, mode: 0o644 },
    ...Array.from({ length: 14 }, (_, index) => ({
      name: `templates/page-${index}.html`,
      sizeBytes: 1200 + index,
      compressedBytes: 500 + index,
      mode: 0o644,
    })),
  ],
  elapsedMs: 410,
}

/** Everything went well, up to an answer of the deployed app. */
export function aGreenRun(): RunReport {
  return aReport({
    elapsedMs: 74_200,
    stages: stagesUpTo('verify', 'done'),
    timeline: [
      { section: 'runner', label: 'preflight', startedAtMs: 300, elapsedMs: 200 },
      { section: 'runner', label: 'build', startedAtMs: 500, elapsedMs: 12_300 },
      { section: 'azure', label: 'sign in', startedAtMs: 500, elapsedMs: 1900 },
      { section: 'azure', label: 'look up the app', startedAtMs: 2400, elapsedMs: 2300 },
      { section: 'runner', label: 'inspect', startedAtMs: 12_800, elapsedMs: 9 },
      { section: 'runner', label: 'package', startedAtMs: 12_809, elapsedMs: 410 },
      { section: 'runner', label: 'rehearse', startedAtMs: 13_219, elapsedMs: 1600 },
      { section: 'azure', label: 'upload', startedAtMs: 14_819, elapsedMs: 2100 },
      { section: 'azure', label: 'deploy on the server', startedAtMs: 16_919, elapsedMs: 38_000 },
      { section: 'azure', label: 'verify', startedAtMs: 54_919, elapsedMs: 18_400 },
    ],
    findings: [
      aFinding({
        code: 'host-json-extension-bundle',
        severity: 'warning',
        message: "host.json asks for the extension bundle '[3.*, 4.0.0)', which is no longer serviced.",
        hint: "Set extensionBundle.version to '[4.*, 5.0.0)'.",
        location: { file: 'api/host.json', line: 7, column: 16 },
      }),
    ],
    ignored: [
      aFinding({
        code: 'function-timeout-default',
        severity: 'notice',
        message: 'No functionTimeout is set.',
      }),
    ],
    project,
    build,
    artifact: anArtifact(),
    package: zip,
    rehearsal: {
      startMs: 41,
      calls: [
        {
          functionName: 'HttpExample',
          method: 'GET',
          path: '/api/HttpExample',
          status: 200,
          elapsedMs: 3,
          bodyExcerpt: 'Hello',
        },
        {
          functionName: 'Moved',
          method: 'GET',
          path: '/api/Moved',
          status: 404,
          elapsedMs: 2,
          isUnknownPath: true,
        },
      ],
      uncalled: [{ functionName: 'Nightly', reason: 'a sample of timerTrigger may change something' }],
      missingSettings: ['DATABASE_URL'],
    },
    deployment: {
      appName: 'my-functions',
      resourceGroup: 'functions-rg',
      plan: 'Flex Consumption',
      appUrl: 'https://my-functions.azurewebsites.net',
      way: 'flex',
      deploymentId: '2d1f6c7e-7a2b-4d6d-9a3c-3f2f0b1c9f10',
      state: 'succeeded',
      dryRun: false,
      endpoints: ['AZURE_AUTHORITY_HOST: https://login.example'],
      scmAudience: 'https://management.core.windows.net/',
      uploadMs: 2100,
      serverMs: 38_000,
      log: ['Received package', 'Validating deployment package.', 'Deployment was successful.'],
    },
    verification: {
      isVerified: true,
      hostState: 'Running',
      hostErrors: [],
      expected: ['HttpExample', 'QueueWorker', 'Nightly'],
      listed: ['HttpExample', 'QueueWorker', 'Nightly'],
      answers: [
        {
          functionName: 'HttpExample',
          state: 'answered',
          method: 'GET',
          path: '/api/HttpExample',
          status: 200,
        },
        { functionName: 'QueueWorker', state: 'listed', reason: 'nothing calls its queueTrigger' },
        { functionName: 'Nightly', state: 'listed', reason: 'nothing calls its timerTrigger' },
      ],
      freshness: 'The process of the host started after the upload began.',
      watchedMs: 10_000,
      starts: 1,
      elapsedMs: 18_400,
      probe: {
        url: 'https://my-functions.azurewebsites.net/api/HttpExample?name=ci',
        status: 200,
        bodyExcerpt: 'Hello, ci.',
        elapsedMs: 210,
      },
    },
  })
}

/** A binary built with cgo: it asks for an interpreter and for libraries that the hosts do not have. */
export function aRedRun(): RunReport {
  return aReport({
    outcome: 'failed',
    cause: 'The binary is dynamically linked and does not start in Azure Functions.',
    elapsedMs: 15_870,
    stages: stagesUpTo('inspect', 'failed', {
      deploy: 'no app-name is given',
      'sign-in': 'no app-name is given',
    }),
    timeline: [{ section: 'runner', label: 'build', startedAtMs: 500, elapsedMs: 12_300 }],
    findings: [
      aFinding({
        code: 'elf-glibc-version',
        message: "The binary needs 'GLIBC_2.34' of 'libc.so.6', newer than the glibc 2.31 of Debian 11.",
        hint: 'Build with CGO_ENABLED=0, so that no glibc is needed at all.',
      }),
      aFinding(),
      aFinding({
        code: 'cgo-import',
        severity: 'notice',
        message: "'github.com/mattn/go-sqlite3' is written in C and makes the build use cgo.",
        hint: 'Use modernc.org/sqlite, which is pure Go.',
        location: { file: 'api/store/store.go', line: 9, column: 2 },
      }),
    ],
    project: { ...project, functions: project.functions.slice(0, 1) },
    build,
    artifact: anArtifact({
      linkage: 'dynamic',
      interpreter: '/lib64/ld-linux-x86-64.so.2',
      needed: ['libsqlite3.so.0', 'libc.so.6', 'libresolv.so.2'],
      fileOutput:
        'handler: ELF 64-bit LSB executable, x86-64, version 1 (SYSV), dynamically linked, interpreter /lib64/ld-linux-x86-64.so.2, Go BuildID=abc/def, for GNU/Linux 3.2.0, not stripped',
      lddOutput:
        '\tlinux-vdso.so.1\n\tlibsqlite3.so.0 => not found\n\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6\n\tlibresolv.so.2 => /lib/x86_64-linux-gnu/libresolv.so.2\n\t/lib64/ld-linux-x86-64.so.2',
      gaps: [
        {
          host: 'Debian 11, glibc 2.31',
          plans: 'Consumption, Premium and Dedicated until they are moved',
          hasInterpreter: true,
          missingLibraries: ['libsqlite3.so.0'],
          missingVersions: [
            { library: 'libc.so.6', version: 'GLIBC_2.34' },
            { library: 'libc.so.6', version: 'GLIBC_2.32' },
          ],
        },
        {
          host: 'Debian 12, glibc 2.36',
          plans: 'Flex Consumption',
          hasInterpreter: true,
          missingLibraries: ['libsqlite3.so.0'],
          missingVersions: [],
        },
        {
          host: 'Azure Linux 3, glibc 2.38',
          plans: 'new apps',
          hasInterpreter: true,
          missingLibraries: [],
          missingVersions: [],
        },
      ],
    }),
  })
}

/** Cancelled while the server was deploying. */
export function aCancelledRun(): RunReport {
  const { verification: _verification, ...green } = aGreenRun()
  return {
    ...green,
    outcome: 'cancelled',
    cause:
      'The run was cancelled while the server was still deploying; the app may run the old or the new package.',
    stages: stagesUpTo('deploy', 'cancelled'),
    timeline: green.timeline.filter((entry) => entry.label !== 'verify'),
  }
}

/** Only the inputs were read, and one was wrong. */
export function anInputFailure(): RunReport {
  return aReport({
    outcome: 'failed',
    cause: "The input compression-level is '11'. Give a whole number from 0 to 9.",
    elapsedMs: 4,
    stages: stagesUpTo('inputs', 'failed'),
    findings: [
      aFinding({
        code: 'input-invalid',
        message: "The input compression-level is '11'.",
        hint: 'Give a whole number from 0 to 9.',
      }),
    ],
  })
}

/** Signed in, looked at the app, changed nothing. */
export function aDryRun(): RunReport {
  const { verification: _verification, ...green } = aGreenRun()
  const { deployment } = green
  if (deployment === undefined) throw new Error('the green run has a deployment')
  const { deploymentId: _id, uploadMs: _upload, serverMs: _server, ...rest } = deployment
  return {
    ...green,
    stages: stagesUpTo('sign-in', 'done', { deploy: 'dry run', verify: 'dry run' }),
    timeline: green.timeline.slice(0, 7),
    deployment: { ...rest, dryRun: true, state: 'not started', log: [] },
  }
}

const swap: SwapRecord = {
  slotName: 'staging',
  target: 'production',
  targetUrl: 'https://my-functions.azurewebsites.net',
  state: 'swapped',
  detail: 'swapped',
  formerDeploymentId: '11e7f00d',
  formerSha256: '0'.repeat(64),
  swapMs: 61_000,
}

/** Deployed to a slot, swapped with production, and verified there. */
export function aSwappedRun(): RunReport {
  const { deployment, verification, ...green } = aGreenRun()
  if (deployment === undefined || verification === undefined) throw new Error('the green run is deployed')
  return {
    ...green,
    stages: stagesUpTo('verify-swap', 'done', { 'swap-back': 'the package verifies' }),
    deployment: {
      ...deployment,
      slotName: 'staging',
      appUrl: 'https://my-functions-staging.azurewebsites.net',
    },
    verification,
    swap: { ...swap, verification },
  }
}

/** The same, and production did not verify. */
export function aSwappedBackRun(): RunReport {
  const swapped = aSwappedRun()
  const { verification } = swapped
  if (verification === undefined) throw new Error('the slot is verified')
  return {
    ...swapped,
    outcome: 'failed',
    cause: "In 'production', after the swap: the host is in the state 'Error'.",
    stages: stagesUpTo('swap-back', 'done').map((stage) =>
      stage.name === 'verify-swap' ? { ...stage, state: 'failed' } : stage,
    ),
    swap: {
      ...swap,
      state: 'swapped-back',
      detail: 'swapped back',
      swapBackMs: 58_000,
      verification: {
        ...verification,
        isVerified: false,
        hostState: 'Error',
        hostErrors: ['boom'],
        wayBack: 'Run it again.',
      },
      formerVerification: verification,
    },
  }
}

/** Nothing was uploaded, since the same package is active. */
export function anUnchangedRun(): RunReport {
  const { deployment, ...green } = aGreenRun()
  if (deployment === undefined) throw new Error('the green run has a deployment')
  const { uploadMs: _upload, serverMs: _server, ...rest } = deployment
  return {
    ...green,
    stages: stagesUpTo('verify', 'done', { deploy: 'the same package is active' }),
    deployment: {
      ...rest,
      unchanged: true,
      state: 'skipped: the same package is active',
      log: [],
    },
  }
}

/** A pull request: no app-name, so everything but the deployment runs. */
export function aPullRequestRun(): RunReport {
  const { deployment: _deployment, verification: _verification, ...green } = aGreenRun()
  const reason = 'no app-name is given'
  return {
    ...green,
    stages: stagesUpTo('rehearse', 'done', { 'sign-in': reason, deploy: reason, verify: reason }),
    timeline: green.timeline.filter((entry) => entry.section === 'runner'),
    project: {
      ...project,
      functions: project.functions.map(({ listedAfterMs: _listed, url: _url, ...rest }) => rest),
    },
  }
}

/** A run of every kind, by name. */
export const runsOfEveryKind: readonly (readonly [string, () => RunReport])[] = [
  ['green', aGreenRun],
  ['red', aRedRun],
  ['cancelled', aCancelledRun],
  ['only inputs', anInputFailure],
  ['dry run', aDryRun],
  ['pull request', aPullRequestRun],
  ['swapped', aSwappedRun],
  ['swapped back', aSwappedBackRun],
  ['unchanged', anUnchangedRun],
  ['nothing known', () => aReport()],
]

/** What the Functions host of an image adds to a rehearsal. */
export function aRealHost(): NonNullable<NonNullable<RunReport['rehearsal']>['host']> {
  return {
    image: 'mcr.microsoft.com/azure-functions/base:4',
    digest: `sha256:${'ab'.repeat(32)}`,
    version: '4.1037.0.0',
    engine: 'docker 28.2.2',
    network: 'internal',
    state: 'Running',
    pullMs: 31_000,
    startMs: 2200,
    questionsMs: 400,
    differences: 'function.json of Hello: expected an error, the host runs it',
  }
}
