/**
 * Tells the runner which file the step has made, so that a later step can attest it without being told its path.
 */
import { appendFileSync } from 'node:fs'
import { messageOf } from '../errors'

/**
 * Appends a path to the file of `GITHUB_ARTIFACTS`, where the runner offers one.
 *
 * @param path absolute path of the artifact
 * @returns why it was not written, in one sentence; undefined when it was, or when the runner offers no such file
 * @see actions/runner, CreateArtifactsFileCommand.cs: one path on a line, without an equals sign
 */
export function offerArtifact(path: string, environment: NodeJS.ProcessEnv): string | undefined {
  const file = environment['GITHUB_ARTIFACTS'] ?? ''
  if (file === '') return undefined
  if (/[=\r\n]/.test(path)) return `'${path}' was not named as an artifact: the runner takes no such path.`
  try {
    appendFileSync(file, `${path}\n`)
    return undefined
  } catch (thrown) {
    return `'${path}' was not named as an artifact: ${messageOf(thrown)}`
  }
}
