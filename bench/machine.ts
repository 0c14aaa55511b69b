/**
 * Describes the machine that measured, so that numbers can be held against another one.
 */
import { execFileSync } from 'node:child_process'
import { cpus, release, totalmem } from 'node:os'

/**
 * Says on what the numbers were taken.
 *
 * @returns one paragraph of Markdown
 */
export function describeMachine(): string {
  const [cpu] = cpus()
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`
  const go = firstLine('go', ['version']).replace('go version ', '')
  const zip = firstLine('zip', ['-v'], /This is (Zip [\d.]+)/)
  const file = firstLine('file', ['--version'])
  return `Machine: ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory} of memory, ${process.platform} ${release()}; Node ${process.version} with zlib ${process.versions.zlib}; ${go}; ${zip}; ${file}.`
}

function firstLine(file: string, args: readonly string[], pattern = /^(.*)$/m): string {
  try {
    const text = execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return pattern.exec(text)?.[1] ?? file
  } catch {
    return `${file} not installed`
  }
}
