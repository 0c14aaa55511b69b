/**
 * `npm run prove:azure`: deploys to an app of its own in Azure, or in the emulator in Azure's place, records what is
 * asked and answered, and compares that with the reference, which is the emulator's recording.
 * Exit codes: 0 as expected and like the reference; 1 not; 2 the command line is wrong.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../run-action'
import { compared, type Difference } from './comparison'
import { readRecording } from './exchange'
import { mutations } from './mutations'
import { proofNames } from './names'
import { type ProofOptions, readOptions, usage } from './options'
import { merged, outlined, type ScenarioOutline } from './outline'
import { linesOf, pageOf } from './page'
import { type Proof, prove } from './proof'
import { cliSession, emulatorSession, type Session } from './session'
import { readTolerances } from './tolerances'

const proofFolder = join(repositoryRoot, 'proof')
const tell = (line: string): void => console.log(line)

let options: ProofOptions
try {
  options = readOptions(process.argv.slice(2))
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  process.exit(2)
}
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    tell(
      stop.signal.aborted
        ? 'The resource group is being removed; please wait.'
        : `Stopping, because of ${signal}.`,
    )
    stop.abort()
  })
}
process.exitCode = options.referenceRuns > 0 ? await makeReference(options) : await proveOnce(options)

async function proveOnce(given: ProofOptions): Promise<number> {
  const proof = await runOnce(given)
  if (typeof proof === 'string') {
    console.error(proof)
    return 1
  }
  const place = given.emulator ? 'emulator' : 'azure'
  const reference = readReference(given)
  const differences = compared(outlined(readRecording(proof.recording)), reference, readTolerances(place))
  const wrong = proof.ended.filter(({ scenario, verdict }) => verdict !== scenario.expects)
  if (given.mutate === undefined && given.only.length === 0) write(given, proof, differences)
  for (const line of linesOf(differences)) tell(line)
  tell(
    `${proof.ended.length - wrong.length} of ${proof.ended.length} scenarios ended as expected; ${differences.length} differences from the reference.`,
  )
  if (given.mutate !== undefined) {
    const shows = mutations[given.mutate]?.shows
    tell(
      `'${given.mutate}' is ${differences.some(({ kind }) => kind === shows) ? '' : 'NOT '}noticed as '${shows}'.`,
    )
  }
  const isGood = wrong.length === 0 && proof.broken === undefined && differences.length === 0
  return isGood && (given.keep || !proof.isLeft) ? 0 : 1
}

/** @returns the proof, or why there is none */
async function runOnce(given: ProofOptions): Promise<Proof | string> {
  let session: Session
  try {
    session = given.emulator
      ? await emulatorSession(
          proofNames(given.plan, given.seed),
          given.mutate === undefined ? undefined : mutations[given.mutate]?.mutation,
        )
      : await cliSession()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  try {
    const proof = await prove(given, session, stop.signal, tell)
    if (proof.broken !== undefined) tell(`It did not come to its end: ${proof.broken}`)
    const leaked = session.secrets().filter((secret) => proof.recording.includes(secret))
    if (leaked.length > 0) return `The recording holds ${leaked.length} secrets, and was not written.`
    return proof
  } finally {
    await session.stop()
  }
}

/** Several runs, because what passes quickly is seen in some of them only. */
async function makeReference(given: ProofOptions): Promise<number> {
  const runs: (readonly ScenarioOutline[])[] = []
  for (let run = 0; run < given.referenceRuns; run += 1) {
    const proof = await runOnce(given)
    if (typeof proof === 'string' || proof.broken !== undefined) return 1
    if (proof.ended.some(({ scenario, verdict }) => verdict !== scenario.expects)) return 1
    runs.push(outlined(readRecording(proof.recording)))
  }
  mkdirSync(join(proofFolder, 'emulator'), { recursive: true })
  const lines = merged(runs).map((each) => JSON.stringify(each))
  writeFileSync(referenceFile(given), `${lines.join('\n')}\n`)
  return 0
}

function referenceFile({ plan }: ProofOptions): string {
  return join(proofFolder, 'emulator', `${plan}.jsonl`)
}

function readReference(given: ProofOptions): readonly ScenarioOutline[] {
  const file = referenceFile(given)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ScenarioOutline)
}

function write(given: ProofOptions, proof: Proof, differences: readonly Difference[]): void {
  const name = given.emulator ? `${given.plan}-emulator` : given.plan
  writeFileSync(join(proofFolder, `${name}.jsonl`), proof.recording)
  writeFileSync(join(proofFolder, `${name}.md`), pageOf(given, proof, differences))
  tell(`Written: proof/${name}.jsonl and proof/${name}.md`)
}
