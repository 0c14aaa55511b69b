/**
 * Path and query of a request as the web server of the host takes them apart and its client puts them together
 * again. It matches no routes.
 */
import { decodedPath } from '../functions/routes/request-path'

/**
 * Encodes a decoded path for a URL that is shown.
 *
 * @see src/Http/Http.Abstractions/src/PathString.cs (ToUriComponent) in dotnet/aspnetcore
 */
export function encodedPath(decoded: string): string {
  return escaped(decoded, /(%[\dA-Fa-f]{2}|[\w.~!$&'()*+,;=:@/-]+)|[\s\S]/gu)
}

/**
 * The path that a forwarded request has: the decoded one, read as a URL once more.
 *
 * @see src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs (GetPathValue) in Azure/azure-functions-host
 */
export function forwardedPath(path: string): string {
  const [whole = ''] = decodedPath(path).split(/[?#]/, 1)
  const slashed = whole.replaceAll('\\', '/')
  const plain = slashed.replace(/%([\da-f]{2})/gi, (sequence, digits: string) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16))
    return /[\w.~-]/.test(character) ? character : sequence
  })
  return escaped(plain, /(%[\dA-Fa-f]{2}|[\w.~!$&'()*+,;=:@[\]/-]+)|[\s\S]/gu)
}

/**
 * A query as a dictionary: names in any case are one, in the spelling of the first; values are joined with commas.
 *
 * @param query with or without its question mark
 * @see src/Http/WebUtilities/src/QueryHelpers.cs in dotnet/aspnetcore
 */
export function queryValues(query: string): ReadonlyMap<string, string> {
  const values = new Map<string, { readonly name: string; readonly values: string[] }>()
  for (const part of query.replace(/^\?/, '').split('&')) {
    if (part === '') continue
    const index = part.indexOf('=')
    const name = unescapedPart(index < 0 ? part : part.slice(0, index))
    const value = index < 0 ? '' : unescapedPart(part.slice(index + 1))
    const known = values.get(name.toLowerCase())
    if (known === undefined) values.set(name.toLowerCase(), { name, values: [value] })
    else known.values.push(value)
  }
  return new Map([...values.values()].map((entry) => [entry.name, entry.values.filter(Boolean).join(',')]))
}

/**
 * Writes a dictionary as a query, with what `UrlEncoder.Default` escapes.
 *
 * @see src/libraries/System.Text.Encodings.Web/src/System/Text/Encodings/Web/DefaultUrlEncoder.cs in dotnet/runtime
 */
export function queryText(values: ReadonlyMap<string, string>): string {
  const encode = (text: string) => escaped(text, /([\w.~!$()*,;@-]+)|[\s\S]/gu)
  return [...values].map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
}

/** Keeps what the first group of the pattern takes and escapes every other character. */
function escaped(text: string, pattern: RegExp): string {
  return text.replace(pattern, (piece: string, kept: string | undefined) => kept ?? escapedCharacter(piece))
}

function escapedCharacter(character: string): string {
  const bytes = [...Buffer.from(character, 'utf8')]
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}

function unescapedPart(text: string): string {
  const blanks = text.replaceAll('+', ' ')
  return blanks.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8')
    }
  })
}
