/**
 * Takes secrets out of text that will be shown: URLs, answers of servers, log lines of deployments.
 * A second line of defence; the first is that secrets are never put into such text.
 */

const patterns: readonly (readonly [RegExp, string])[] = [
  // Query parameters of a SAS and of function keys.
  [/([?&](?:sig|code|token|access_token)=)[^&\s"'<>]+/gi, '$1***'],
  // Connection strings of storage accounts, service buses and databases.
  [/((?:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)\s*=\s*)[^;\s"']+/gi, '$1***'],
  [/\b(Bearer\s+)[A-Za-z0-9._~+/-]{8,}=*/gi, '$1***'],
  [/\b(client_assertion=)[^&\s"']+/gi, '$1***'],
  // JSON Web Tokens, wherever they turn up.
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g, '***'],
  // User information of a URL, as in a publishing credential or a proxy.
  [/(\bhttps?:\/\/)[^/\s:@]*:[^/\s@]+@/gi, '$1***@'],
]

/**
 * The text without anything that looks like a credential.
 *
 * @param text text of a server or of a library
 * @param maxLength what is longer is cut, with an ellipsis
 * @returns the text, safe to show
 */
export function redactText(text: string, maxLength = 2000): string {
  // Bounded before the patterns run, so that a hostile answer cannot make them slow.
  let shown = text.slice(0, maxLength + 200)
  for (const [pattern, replacement] of patterns) shown = shown.replace(pattern, replacement)
  return shown.length > maxLength ? `${shown.slice(0, maxLength)}…` : shown
}

/**
 * A URL as it may be shown: without user information, query and fragment.
 *
 * @returns its origin and path, or `(not a URL)`
 */
export function redactUrl(url: string): string {
  if (!URL.canParse(url)) return '(not a URL)'
  const parsed = new URL(url)
  return `${parsed.origin}${parsed.pathname}`
}
