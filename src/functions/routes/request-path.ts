/**
 * The path of a request as the server hands it to the router (Kestrel's UrlDecoder.cs, PathNormalizer.cs and
 * ASP.NET's PathTokenizer.cs): decoded but for encoded slashes, without dot segments, cut at slashes.
 */

/** The decoded path of a request target, which may have a query; invalid sequences stay as they are. */
export function decodedPath(target: string): string {
  const raw = target.split(/[?#]/, 1)[0] ?? ''
  const path = raw.replace(/(?:%(?!2f)[\da-f]{2})+/gi, decodeRun)
  return /\/\.\.?(?:\/|$)/.test(path) ? withoutDotSegments(path) : path
}

/** What lies between slashes; the last one counts for nothing, doubled ones leave an empty piece. */
export function pathPieces(path: string): readonly string[] {
  if (path === '' || path === '/') return []
  const pieces = path.slice(path.startsWith('/') ? 1 : 0).split('/')
  return path.endsWith('/') ? pieces.slice(0, -1) : pieces
}

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run)
  } catch {
    return run.replace(
      /%[0-7][\da-f]|%[c-d][\da-f](?:%[89ab][\da-f])|%e[\da-f](?:%[89ab][\da-f]){2}|%f[\da-f](?:%[89ab][\da-f]){3}/gi,
      (sequence) => {
        try {
          return decodeURIComponent(sequence)
        } catch {
          return sequence
        }
      },
    )
  }
}

function withoutDotSegments(path: string): string {
  const kept: string[] = []
  const pieces = path.split('/')
  for (const [index, piece] of pieces.entries()) {
    if (piece === '..' && kept.length > 1) kept.pop()
    if (piece !== '.' && piece !== '..') kept.push(piece)
    else if (index === pieces.length - 1) kept.push('')
  }
  return kept.join('/')
}
