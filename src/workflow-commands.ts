/**
 * The workflow commands, file commands and inputs of the Actions runner, as `@actions/core` encodes them.
 * It takes them from the library's inner modules: the library's entry also loads an HTTP client for OIDC tokens,
 * which takes longer than everything else at start-up together (docs/performance.md has the measurement).
 * `runner/id-token.ts` loads that entry when a token is due. It has the names of the library and no logic of
 * its own.
 */
import { EOL } from 'node:os'
import type { AnnotationProperties } from '@actions/core'
import { issue, issueCommand } from '../node_modules/@actions/core/lib/command.js'
import { toCommandProperties } from '../node_modules/@actions/core/lib/utils.js'

export type { AnnotationProperties } from '@actions/core'

/**
 * An input of the step.
 *
 * @param name as in action.yml
 * @returns its value without white space around it, empty when it is not set
 * @see actions/toolkit packages/core/src/core.ts getInput
 */
export function getInput(name: string): string {
  return (process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
}

/**
 * An input with one value per line.
 *
 * @param name as in action.yml
 * @returns its lines without white space around them, empty ones left out
 * @see actions/toolkit packages/core/src/core.ts getMultilineInput
 */
export function getMultilineInput(name: string): string[] {
  return getInput(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/**
 * Prints lines that are always visible.
 *
 * @param message one or more lines; the caller made them inert
 */
export function info(message: string): void {
  process.stdout.write(message + EOL)
}

/**
 * Prints lines that are visible in debug mode.
 *
 * @param message one or more lines
 */
export function debug(message: string): void {
  issueCommand('debug', {}, message)
}

/**
 * Opens a collapsed group.
 *
 * @param title one line
 */
export function startGroup(title: string): void {
  issue('group', title)
}

/** Closes the group. */
export function endGroup(): void {
  issue('endgroup')
}

/**
 * Prints an error annotation.
 *
 * @param message one or more lines
 * @param properties title and place
 */
export function error(message: string, properties: AnnotationProperties = {}): void {
  issueCommand('error', toCommandProperties(properties), message)
}

/**
 * Prints a warning annotation.
 *
 * @param message one or more lines
 * @param properties title and place
 */
export function warning(message: string, properties: AnnotationProperties = {}): void {
  issueCommand('warning', toCommandProperties(properties), message)
}

/**
 * Prints a notice annotation.
 *
 * @param message one or more lines
 * @param properties title and place
 */
export function notice(message: string, properties: AnnotationProperties = {}): void {
  issueCommand('notice', toCommandProperties(properties), message)
}

/**
 * Loads what sets outputs. Apart from the rest, since it comes with Node's cryptography, which takes longer than the
 * inputs and is not needed before `go build` runs.
 *
 * @returns a function that sets an output of the step: its name as in action.yml, and any text. It throws an `Error`
 *   when the file behind `GITHUB_OUTPUT` is missing
 */
export async function loadOutputSetter(): Promise<(name: string, value: string) => void> {
  const isRunnerCurrent = (process.env['GITHUB_OUTPUT'] ?? '') !== ''
  // The form of runners before 2.297, which name no file.
  if (!isRunnerCurrent) return (name, value) => issueCommand('set-output', { name }, value)
  const library = await import('../node_modules/@actions/core/lib/file-command.js')
  return (name, value) => library.issueFileCommand('OUTPUT', library.prepareKeyValueMessage(name, value))
}

/**
 * Masks a value in everything that the job prints from now on.
 *
 * @param secret the value
 */
export function setSecret(secret: string): void {
  issueCommand('add-mask', {}, secret)
}

/**
 * Fails the step when the process ends.
 *
 * @param message one line, which becomes an error annotation
 */
export function setFailed(message: string): void {
  process.exitCode = 1
  error(message)
}
