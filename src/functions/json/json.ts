/**
 * JSON files as the Functions host reads them: bytes to text by their mark, text to a tree with places. Hostile
 * input ends in a failure, never in a throw.
 */
import type { Place } from './fault'
import type { JsonNode } from './json-tree'
import { readJsonText } from './reader'

/** Larger files are refused: a host.json of this size is a mistake or an attack. */
export const maxJsonBytes = 1024 * 1024

export interface JsonDocument {
  readonly root: JsonNode
  /** Where strict JSON ends and leniency begins; `undefined` when the whole text is strict JSON. */
  readonly lenientFrom: Place | undefined
  readonly encoding: TextEncoding
}

/** Why a text is no JSON, and where. */
export interface JsonFailure extends Place {
  /** One clause without a full stop, for example `unexpected end of input`. */
  readonly reason: string
  /** What the host says, with its path and place; empty when the host would read the text. */
  readonly hostText: string
  /** What .NET says beneath it; empty when there is nothing. */
  readonly innerText: string
  /** Where a comma has to stand; absent when something else is wrong. */
  readonly missingComma?: Place
}

export type JsonResult =
  | { readonly state: 'parsed'; readonly document: JsonDocument }
  | { readonly state: 'failed'; readonly failure: JsonFailure }

/** A JSON file: not there, not JSON, or parsed. */
export type JsonFile = { readonly state: 'missing' } | JsonResult

export const textEncodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'invalid'] as const
export type TextEncoding = (typeof textEncodings)[number]

/**
 * Decodes and parses a JSON file.
 *
 * @param bytes the content of the file
 * @param rootKind `object` refuses any other root, as `JObject.Parse` does
 * @returns the document with places (lines and columns from 1), or the first failure with its place
 */
export function parseJson(bytes: Uint8Array, rootKind: 'object' | 'any' = 'any'): JsonResult {
  if (bytes.length > maxJsonBytes) {
    const reason = `the file is larger than ${maxJsonBytes} bytes`
    return { state: 'failed', failure: { reason, hostText: '', innerText: '', line: 1, column: 1 } }
  }
  const { text, encoding } = decode(bytes)
  const read = readJsonText(text, rootKind)
  if ('root' in read) return { state: 'parsed', document: { ...read, encoding } }
  const { complaint, where, line, column } = read
  const hostText = `${complaint.words} ${where}`
  const failure = {
    reason: complaint.reason,
    hostText,
    innerText: complaint.inner ?? '',
    line,
    column,
    ...(complaint.missingComma === undefined ? {} : { missingComma: complaint.missingComma }),
  }
  return { state: 'failed', failure }
}

/**
 * Decodes text as .NET's `File.ReadAllText` does: by byte order mark, else UTF-8.
 *
 * @param bytes the content of a file
 * @returns the text without its mark, and how it was encoded
 */
export function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16le' }
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16be' }
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { text, encoding: hasMark ? 'utf-8-bom' : 'utf-8' }
  } catch {
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'invalid' }
  }
}
