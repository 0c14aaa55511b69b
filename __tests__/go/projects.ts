/**
 * Builds small Go projects in temporary folders with the real `go`, and looks at what comes out.
 */
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import nodePath from 'node:path'
import { askToolchain, type Question } from '../../src/go/build/ask-toolchain'
import type { BuildOutcome, BuildRequest } from '../../src/go/build/build'
import { buildMeantProject } from '../../src/go/build/lone-main-package'
import type { ProgramRequest, RunProgram } from '../../src/programs/program'
import { runForReal } from './programs'

const written: string[] = []

/** Writes files below a new temporary folder. */
export async function aProject(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await realpath(await mkdtemp(nodePath.join(tmpdir(), 'go-room-')))
  written.push(root)
  for (const [name, text] of Object.entries(files)) {
    const path = nodePath.join(root, name)
    await mkdir(nodePath.dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  return root
}

/** Removes what {@link aProject} wrote. */
export async function removeProjects(): Promise<void> {
  for (const root of written.splice(0)) await rm(root, { recursive: true, force: true })
}

export interface Built extends BuildOutcome {
  /** Every program that was started. */
  readonly calls: readonly ProgramRequest[]
  readonly request: BuildRequest & Question
}

/** Builds a folder of a project, with nothing of the surrounding Go settings but what is handed in. */
export async function build(
  root: string,
  folder = '.',
  { environment = {}, ...changes }: Partial<BuildRequest & Question> = {},
): Promise<Built> {
  const projectFolder = nodePath.join(root, folder)
  const calls: ProgramRequest[] = []
  const request: BuildRequest & Question = {
    projectFolder,
    repositoryRoot: root,
    outputPath: nodePath.join(projectFolder, 'handler'),
    executableName: 'handler',
    mainPackage: '',
    goarch: 'amd64',
    tags: '',
    ldflags: '',
    buildFlags: [],
    environment: {
      ...process.env,
      GOENV: 'off',
      GOFLAGS: '',
      GOTOOLCHAIN: 'local',
      GOWORK: '',
      ...environment,
    },
    onProgress: () => undefined,
    ...changes,
  }
  const run: RunProgram = (call) => {
    calls.push(call)
    return runForReal(call)
  }
  const outcome = await buildMeantProject(request, askToolchain(request, run), run)
  return { ...outcome, calls, request }
}

/** The machine of an ELF file, and whether it names a program interpreter. */
export async function readElf(path: string): Promise<{ machine: number; hasInterpreter: boolean }> {
  const bytes = await readFile(path)
  if (bytes.readUInt32BE(0) !== 0x7f454c46) throw new Error(`${path} is not an ELF file`)
  const tableOffset = Number(bytes.readBigUInt64LE(0x20))
  const types = Array.from({ length: bytes.readUInt16LE(0x38) }, (_, index) =>
    bytes.readUInt32LE(tableOffset + index * bytes.readUInt16LE(0x36)),
  )
  return { machine: bytes.readUInt16LE(0x12), hasInterpreter: types.includes(3) }
}
