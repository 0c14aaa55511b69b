/**
 * Asks Git: which files there are, which commits, and what differs between them. Never through a shell, and
 * with names separated by NUL, since a name may hold anything else.
 */
import { ActionError, messageOf } from '../../errors'
import { childEnvironment } from '../../go/command/environment'
import { askProgram } from '../../programs/ask-program'
import type { ProgramRequest, ProgramResult } from '../../programs/program'
import { runProgram } from '../../programs/run-program'

// A repository of a million files with long names.
const outputLimitBytes = 256 * 1024 * 1024

/** One path that differs between two commits. */
export interface ChangedPath {
  readonly path: string
  readonly isDeleted: boolean
}

/** What Git tracks, and what lies beside it and is not ignored. */
export interface TrackedFiles {
  readonly paths: readonly string[]
  /** Those of the paths that are symbolic links. */
  readonly links: readonly string[]
  /** Folders of submodules; what is inside of them is not among the paths. */
  readonly submodules: readonly string[]
}

export class Git {
  readonly #root: string
  readonly #environment: Readonly<Record<string, string>>
  readonly #signal: AbortSignal

  /**
   * @param root absolute root of the repository
   * @param environment the process environment; secrets are taken out
   * @param signal ends what is running
   */
  constructor(root: string, environment: NodeJS.ProcessEnv, signal: AbortSignal) {
    this.#root = root
    this.#signal = signal
    this.#environment = { ...childEnvironment(environment), LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' }
  }

  /**
   * Runs Git to its end.
   *
   * @param args what follows `git`
   * @param variables set in addition
   * @returns what it printed
   * @throws ActionError `git-failed` with the last line that Git said
   */
  async run(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<string> {
    return this.#answer(runProgram, args, variables)
  }

  /**
   * Asks Git a short question.
   *
   * @param args what follows `git`
   * @returns the answer without white space around it; empty when Git knows none
   */
  async ask(args: readonly string[]): Promise<string> {
    const answer = await this.#answer(askProgram, args, {}).catch((error: unknown) => {
      if (this.#signal.aborted) throw error
      return ''
    })
    return answer.trim()
  }

  async #answer(
    start: (request: ProgramRequest) => Promise<ProgramResult>,
    args: readonly string[],
    variables: Readonly<Record<string, string>>,
  ): Promise<string> {
    const request = {
      file: 'git',
      args: [...args],
      cwd: this.#root,
      env: { ...this.#environment, ...variables },
      signal: this.#signal,
      outputLimitBytes,
    }
    const command = `git ${args[0] ?? ''}`
    const hint = 'Run actions/checkout before this step, with `fetch-depth: 0`, on a runner that has Git.'
    const result = await start(request).catch((error: unknown) => {
      if (this.#signal.aborted) throw error
      throw new ActionError('git-failed', `'${command}' cannot be started: ${messageOf(error)}.`, { hint })
    })
    if (result.exitCode !== 0) {
      const said = result.stderr.trim().split('\n')[0] ?? ''
      throw new ActionError('git-failed', `'${command}' ended with exit code ${result.exitCode}: ${said}`, {
        hint,
      })
    }
    if (result.stdout.length >= outputLimitBytes) {
      throw new ActionError('git-failed', `'${command}' printed more than ${outputLimitBytes} bytes.`, {
        hint,
      })
    }
    return result.stdout
  }

  /**
   * Lists files.
   *
   * @returns tracked files, and untracked ones that are not ignored
   * @throws ActionError `git-failed`
   */
  async files(): Promise<TrackedFiles> {
    const [staged, others] = await Promise.all([
      this.run(['ls-files', '-z', '--stage']),
      this.run(['ls-files', '-z', '--others', '--exclude-standard']),
    ])
    const paths = new Set<string>()
    const links: string[] = []
    const submodules: string[] = []
    for (const entry of split(staged)) {
      // `MODE OBJECT STAGE<tab>PATH`; modes as in Git's index format: 120000 a link, 160000 a submodule.
      const tab = entry.indexOf('\t')
      const path = entry.slice(tab + 1)
      if (entry.startsWith('160000')) submodules.push(path)
      else if (!paths.has(path)) {
        paths.add(path)
        if (entry.startsWith('120000')) links.push(path)
      }
    }
    // A repository inside of this one, that it does not know, is listed as a folder with a slash at its end.
    for (const path of split(others)) if (!path.endsWith('/')) paths.add(path)
    return { paths: [...paths], links, submodules: [...new Set(submodules)] }
  }

  /**
   * Finds the commit that a name means.
   *
   * @param name a commit, a branch or a tag
   * @returns its full identifier; undefined when this clone does not have it
   */
  async commit(name: string): Promise<string | undefined> {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]
    return (await this.ask(args)) || undefined
  }

  /**
   * Compares the trees of two commits. Renames are a deletion and an addition: both places are told.
   *
   * @param base identifier of a commit
   * @param head identifier of a commit
   * @returns every path that differs
   * @throws ActionError `git-failed`
   */
  async difference(base: string, head: string): Promise<ChangedPath[]> {
    const options = [
      '--name-status',
      '--no-renames',
      '--no-ext-diff',
      '--no-textconv',
      '--ignore-submodules=none',
    ]
    const words = split(await this.run(['diff', '-z', ...options, base, head, '--']))
    const changed: ChangedPath[] = []
    for (let index = 0; index + 1 < words.length; index += 2) {
      changed.push({ path: words[index + 1] ?? '', isDeleted: words[index] === 'D' })
    }
    return changed
  }
}

function split(output: string): string[] {
  const words = output.split('\0')
  words.pop()
  return words
}
