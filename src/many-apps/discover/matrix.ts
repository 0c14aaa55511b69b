/** The matrix for `strategy.matrix`, and which part of the apps goes into it. Pure. */
import type { Finding } from '../../findings'

/** GitHub starts at most this many jobs for one matrix (GitHub Docs, "Usage limits"). */
export const mostMatrixJobs = 256

/** One of several equal parts, counted from 1. */
export interface Part {
  readonly number: number
  readonly of: number
}

/** One job of the matrix. Every entry has every key, so that no expression of a workflow is without a value. */
export interface MatrixEntry {
  readonly name: string
  readonly folder: string
  readonly 'main-package': string
  readonly 'app-name': string
  readonly 'slot-name': string
  readonly 'resource-group': string
  readonly 'verify-path': string
}

/**
 * Reads the input `part`.
 *
 * @param text for example `1/4`
 * @returns the part; undefined when the text is none
 */
export function readPart(text: string): Part | undefined {
  const [, number = '', of = ''] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? []
  const part = { number: Number(number), of: Number(of) }
  return number !== '' && part.number <= part.of ? part : undefined
}

/**
 * Takes a part of the apps, the same ones for the same apps.
 *
 * @param entries all of them
 * @param part which part; undefined for all
 * @returns every so manieth entry, so that parts are of one size
 */
export function takePart<Entry>(entries: readonly Entry[], part: Part | undefined): readonly Entry[] {
  if (part === undefined) return entries
  return entries.filter((_, index) => index % part.of === part.number - 1)
}

/**
 * Says when GitHub would not take a matrix.
 *
 * @param count how many entries it has
 * @param part the part that it is of all apps
 * @returns an error, or nothing
 */
export function matrixFindings(count: number, part: Part | undefined): readonly Finding[] {
  if (count <= mostMatrixJobs) return []
  const parts = Math.ceil((count * (part?.of ?? 1)) / mostMatrixJobs)
  return [
    {
      code: 'matrix-too-large',
      severity: 'error',
      message: `${count} apps are in the matrix, but GitHub starts at most ${mostMatrixJobs} jobs for one matrix.`,
      hint: `Divide the apps among ${parts} jobs, each with its own 'part': '1/${parts}' to '${parts}/${parts}'.`,
    },
  ]
}
