/**
 * Pointers of Git LFS that a build embedded: the program starts and serves three lines of text. Looks at the files
 * that the project's go:embed lines name, and asks `go list` only when one of them is a pointer.
 */
import nodePath from 'node:path'
import type { Finding } from '../../findings'
import type { RunProgram } from '../../programs/program'
import { isLfsPointer, lfsHint, longestLfsPointerBytes } from '../../text/lfs-pointer'
import type { goCodes } from '../codes/go-codes'
import { childEnvironment, withVariables } from '../command/environment'
import { fileStatus } from '../command/file-status'
import { readFolder, readText } from '../command/text-file'
import { readObjects } from '../packages/packages'

export interface EmbeddingSource {
  /** Relative to the repository, with forward slashes. */
  readonly path: string
  readonly text: string
}

export interface EmbeddedRequest {
  /** Absolute. */
  readonly repositoryRoot: string
  readonly goarch: string
  /** The whole environment of the action. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly signal?: AbortSignal
  /** Absolute folder in which `go build` ran. */
  readonly folder: string
  readonly targets: readonly string[]
  readonly selectionFlags: readonly string[]
}

interface Candidate {
  /** Absolute. */
  readonly pointer: string
  readonly source: EmbeddingSource
  readonly line: number
  readonly pattern: string
}

const mostFiles = 20_000
const mostFindings = 20

/**
 * @param request what was built
 * @param sources Go files of the project
 * @returns an error for each pointer that is in the program, at its go:embed line
 */
export async function findEmbeddedPointers(
  request: EmbeddedRequest,
  sources: readonly EmbeddingSource[],
  run: RunProgram,
): Promise<readonly Finding[]> {
  const candidates = sources.flatMap((source) => candidatesIn(source, request.repositoryRoot))
  if (candidates.length === 0) return []
  const embedded = await embeddedFiles(request, run)
  const found = candidates.filter(({ pointer }) => embedded.has(pointer))
  const pointers = new Map(found.map((candidate) => [candidate.pointer, candidate]))
  return [...pointers.values()].slice(0, mostFindings).map(({ pointer, source, line, pattern }) => ({
    code: 'lfs-pointer' satisfies keyof typeof goCodes,
    severity: 'error',
    message: `The pattern "${pattern}" embeds "${nodePath.relative(request.repositoryRoot, pointer).split(nodePath.sep).join('/')}". That file is only a pointer of Git LFS: the checkout did not fetch its content.`,
    hint: lfsHint,
    location: { file: source.path, line },
  }))
}

function candidatesIn(source: EmbeddingSource, root: string): readonly Candidate[] {
  if (!source.text.includes('//go:embed ')) return []
  const folder = nodePath.resolve(root, source.path, '..')
  return source.text.split('\n').flatMap((text, index) => {
    const words = /^\/\/go:embed[ \t]+(\S.*)$/.exec(text.slice(0, 4096))?.[1]
    const patterns = words?.match(/"[^"]*"|`[^`]*`|\S+/g) ?? []
    return patterns.flatMap((written) => {
      const pattern = written.replace(/^["`]|["`]$/g, '')
      const parts = pattern.replace(/^all:/, '').split('/')
      const wild = parts.findIndex((part) => /[*?[\\]/.test(part))
      const fixed = wild < 0 ? parts : parts.slice(0, wild)
      return pointersAt(nodePath.resolve(folder, ...fixed)).map((pointer) => ({
        pointer,
        source,
        line: index + 1,
        pattern,
      }))
    })
  })
}

/** The pointers at or below a path; which of them the pattern takes, `go list` says. */
function pointersAt(path: string): readonly string[] {
  const found: string[] = []
  const queue = [path]
  for (const at of queue) {
    const status = fileStatus(at)
    if (status?.isFile() === true) {
      if (status.size < longestLfsPointerBytes && isLfsPointer(readText(at) ?? '')) found.push(at)
      continue
    }
    for (const { name } of readFolder(at) ?? []) {
      if (queue.length < mostFiles && !/^(?:\.git|node_modules)$/.test(name))
        queue.push(nodePath.join(at, name))
    }
  }
  return found
}

async function embeddedFiles(request: EmbeddedRequest, run: RunProgram): Promise<ReadonlySet<string>> {
  const env = withVariables(childEnvironment(request.environment), {
    GOOS: 'linux',
    GOARCH: request.goarch,
    CGO_ENABLED: '0',
  })
  const { stdout } = await run({
    file: 'go',
    args: ['list', '-e', '-deps', '-json=Dir,EmbedFiles', ...request.selectionFlags, ...request.targets],
    cwd: request.folder,
    env,
    ...(request.signal === undefined ? {} : { signal: request.signal }),
  })
  const files = new Set<string>()
  for (const { Dir: folder, EmbedFiles: names } of readObjects(stdout)) {
    if (typeof folder !== 'string' || !Array.isArray(names)) continue
    for (const name of names) files.add(nodePath.resolve(folder, String(name)))
  }
  return files
}
