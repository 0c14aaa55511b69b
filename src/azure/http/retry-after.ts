/**
 * How long a server asks to wait: RFC 9110 10.2.3 and the two variants that Azure sends. Pure. Whether there is time
 * for it is decided where the wait would be.
 */

const milliseconds = ['retry-after-ms', 'x-ms-retry-after-ms'] as const
// Kudu's name has no hyphen.
const secondsOrDate = ['retry-after', 'retryafter'] as const

/**
 * @param header the value of a header, empty or undefined when it is absent
 * @returns milliseconds; undefined when nothing is asked for, or nothing that can be understood
 */
export function readRetryAfter(header: (name: string) => string | undefined): number | undefined {
  for (const name of milliseconds) {
    const asked = plainNumber(header(name))
    if (asked !== undefined) return asked
  }
  for (const name of secondsOrDate) {
    const value = header(name)?.trim() ?? ''
    const seconds = plainNumber(value)
    if (seconds !== undefined) return seconds * 1000
    const until = httpDate(value)
    // By the server's own clock where it is told: the one of the runner may be off.
    if (until !== undefined) return Math.max(0, until - (httpDate(header('date') ?? '') ?? Date.now()))
  }
  return undefined
}

function plainNumber(text = ''): number | undefined {
  return /^\d{1,12}(?:\.\d{1,9})?$/.test(text.trim()) ? Number(text) : undefined
}

// Every form of a date begins with the day of the week. What else `Date.parse` takes for a date is none.
function httpDate(text: string): number | undefined {
  const time = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}
