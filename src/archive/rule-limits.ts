/**
 * Which glob rules are taken: the libraries turn each into a regular expression whose time grows with the name to
 * the power of its wildcards, and they throw for some brackets and backslashes. Pure.
 */
import ignore from 'ignore'

const longestRule = 1000
/** Of the expression for one segment; three cost under a millisecond for any name that is no attack. */
const mostStars = 3
const mostDoubleStars = 3

/**
 * Why a rule is not taken.
 *
 * @param rule one line of .funcignore, or a pattern of `include` without its `!`
 * @returns the reason as the end of a sentence, undefined when the rule can be matched in bounded time
 */
export function ruleFault(rule: string): string | undefined {
  if (rule.length > longestRule) return `it is longer than ${longestRule} characters`
  const segments = rule.split('/')
  if (segments.filter((segment) => segment.includes('**')).length > mostDoubleStars) {
    return `it has more than ${mostDoubleStars} times '**'`
  }
  if (segments.some((segment) => (segment.match(/\*+/g)?.length ?? 0) > mostStars)) {
    return `it has more than ${mostStars} wildcards '*' between two slashes`
  }
  if (!/[[\\]/.test(rule)) return undefined
  try {
    // The expression is made when it is first used; `ignores` would not use that of a negated rule.
    ignore({ ignorecase: false }).add(rule).test('a/b')
    return undefined
  } catch {
    return 'its brackets or backslashes are no pattern'
  }
}
