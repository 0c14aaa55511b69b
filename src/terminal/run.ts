/**
 * The command of the terminal: the same stages as in a job, without Azure, shown as lines. The only place that sets
 * its exit code: 0 passed, 1 something was found, 2 it could not be checked.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { version } from '../../package.json'
import { ActionError, messageOf } from '../errors'
import { readInputs } from '../inputs/read-inputs'
import { listenForCancel } from '../runner/cancel'
import type { Face } from '../runner/face'
import { type Paint, paintFor, terminalFace } from '../runner/terminal'
import { readWorkspace, repositoryAround } from '../runner/workspace'
import { goThrough } from '../stages/order'
import { Recorder } from '../stages/recorder'
import { type Conclusion, conclude, type EndedRun, reportText } from '../stages/report'
import type { Run } from '../stages/run'
import { visible } from '../text/visible'
import { type Command, readCommand, usage } from './options'
import { renderPage } from './page'

/** A check whose command line is understood. */
type Check = Extract<Command, { kind: 'check' }>

/**
 * Says on standard error why nothing could be checked, and sets the exit code 2.
 *
 * @param cause one sentence
 */
export function failCommand(cause: string): void {
  process.stderr.write(`go-azure-func-action: ${visible(cause)}\n`)
  process.exitCode = 2
}

/**
 * Runs a command line.
 *
 * @param words without the program's own name
 */
export async function runCommand(words: readonly string[]): Promise<void> {
  // A reader that has seen enough, like `head`, closes the pipe.
  process.stdout.on('error', () => process.exit())
  const command = readCommand(words, (path) => resolve(path))
  if (command.kind === 'help') process.stdout.write(usage)
  else if (command.kind === 'version') process.stdout.write(`${version}\n`)
  else if (command.kind === 'wrong') failCommand(`${command.problem} --help shows what there is.`)
  else if (!statSync(resolve(command.folder), { throwIfNoEntry: false })?.isDirectory())
    failCommand(`There is no folder '${command.folder}'.`)
  else await check(command)
}

async function check(command: Check): Promise<void> {
  const paint = paintFor(process.stdout, process.env)
  const face = terminalFace(process.stderr, paintFor(process.stderr, process.env), command.isVerbose)
  const record = new Recorder()
  const cancel = listenForCancel()
  let folder: string | undefined
  let started: Run | undefined
  let thrown: unknown
  try {
    const tempFolder = mkdtempSync(join(tmpdir(), 'go-azure-func-check-'))
    folder = tempFolder
    const shared = { face, record, signal: cancel.signal }
    started = await record.stage('inputs', cancel.signal, () => begin(command, tempFolder, shared))
    await goThrough(started)
  } catch (error) {
    thrown = error
  }
  const ended = { run: started, record, face, signal: cancel.signal, thrown }
  await conclude(ended, async (end, conclusion) => show(end, conclusion, { isJson: command.isJson, paint }))
  cancel.dispose()
  if (folder !== undefined) removeFolder(folder, face)
}

function begin(command: Check, tempFolder: string, shared: Pick<Run, 'face' | 'record' | 'signal'>): Run {
  const projectFolder = resolve(command.folder)
  takeInputs(command)
  const repositoryRoot = repositoryAround(projectFolder, process.cwd())
  return {
    ...shared,
    log: shared.face.log,
    inputs: readInputs(),
    workspace: readWorkspace({ RUNNER_TEMP: tempFolder }, repositoryRoot),
    projectFolder,
    // A check changes nothing: in the project there may be an executable for this machine.
    buildFolder: join(tempFolder, 'build'),
    repositoryRoot,
    environment: process.env,
  }
}

// Inputs reach every action as variables, and their one reader reads them there. What a job has set is not meant.
function takeInputs({ folder, inputs }: Check): void {
  for (const name of Object.keys(process.env)) {
    if (/^(?:INPUT|GITHUB|RUNNER|ACTIONS)_/i.test(name)) delete process.env[name]
  }
  for (const [name, value] of Object.entries({ ...inputs, 'working-directory': folder })) {
    process.env[`INPUT_${name.toUpperCase()}`] = value
  }
}

function show(
  { run, thrown, signal }: EndedRun,
  { report, cause }: Conclusion,
  { isJson, paint }: { readonly isJson: boolean; readonly paint: Paint },
): void {
  if (isJson) process.stdout.write(reportText(report))
  const isRefused = thrown instanceof ActionError && thrown.code === 'input-invalid'
  if (isRefused) failCommand(thrown.message)
  else if (thrown !== undefined && !(thrown instanceof ActionError) && !signal.aborted)
    failCommand(`${cause ?? messageOf(thrown)}${thrown instanceof Error ? `\n${thrown.stack}` : ''}`)
  if (process.exitCode === 2) return
  const root = run?.repositoryRoot ?? process.cwd()
  const place = (file: string): string => (isAbsolute(file) ? file : relative('', resolve(root, file)))
  if (!isJson) process.stdout.write(renderPage(report, { place, paint }))
  process.exitCode = { passed: 0, failed: 1, cancelled: 2 }[report.outcome]
}

function removeFolder(folder: string, face: Face): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  } catch (error) {
    face.warn(`The temporary folder '${folder}' stays: ${messageOf(error)}`)
  }
}
