/**
 * A text that a simple regular expression is likely to match, for requests of the rehearsal. It promises nothing:
 * whoever asks tests the text.
 */

const deepestGroup = 20
const longestRepeat = 100

/** Takes the first alternative, the first member of each class, and as few repetitions as allowed but one. */
export function sampleOfRegex(pattern: string): string {
  return new SampleReader(pattern).alternatives(0)
}

class SampleReader {
  private at = 0
  constructor(private readonly pattern: string) {}

  /** Reads up to the end of the group; only the first alternative counts. */
  alternatives(depth: number): string {
    let first: string | undefined
    let text = ''
    while (this.at < this.pattern.length && this.pattern[this.at] !== ')') {
      if (this.pattern[this.at] === '|') {
        first ??= text
        text = ''
        this.at += 1
      } else {
        text += this.repeated(this.atom(depth))
      }
    }
    return first ?? text
  }

  private atom(depth: number): string {
    const character = this.pattern[this.at] ?? ''
    this.at += 1
    if (character === '(') return this.group(depth)
    if (character === '[') return this.member()
    if (character === '\\') return this.escaped()
    if (character === '^' || character === '$') return ''
    return character === '.' ? 'a' : character
  }

  private group(depth: number): string {
    const opening = /^\?(?::|<[a-z_]\w*>)/i.exec(this.pattern.slice(this.at, this.at + 100))?.[0] ?? ''
    const isLookAround = opening === '' && this.pattern[this.at] === '?'
    this.at += opening.length
    if (depth >= deepestGroup) this.at = this.pattern.length
    const text = this.alternatives(depth + 1)
    this.at += 1
    return isLookAround ? '' : text
  }

  private member(): string {
    const end = this.pattern.indexOf(']', this.at + 1)
    const inside = this.pattern.slice(this.at, end < 0 ? undefined : end)
    this.at = end < 0 ? this.pattern.length : end + 1
    if (inside.startsWith('^')) return outsiders.find((one) => !inside.includes(one)) ?? ''
    if (!inside.startsWith('\\')) return inside[0] ?? ''
    return classes[inside[1] ?? ''] ?? inside[1] ?? ''
  }

  private escaped(): string {
    const letter = this.pattern[this.at] ?? ''
    this.at += 1
    return classes[letter] ?? letter
  }

  private repeated(text: string): string {
    const quantifier = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/.exec(this.pattern.slice(this.at, this.at + 50))
    if (quantifier === null) return text
    this.at += quantifier[0].length
    const least = quantifier[1] === undefined ? 1 : Number(quantifier[1])
    return text.repeat(Math.min(least, longestRepeat)).slice(0, 2000)
  }
}

const outsiders = ['a', '1', '-', '_', 'Z']
const classes: Readonly<Record<string, string>> = {
  d: '1',
  w: 'a',
  s: ' ',
  D: 'a',
  W: '-',
  S: 'a',
  b: '',
  B: '',
  A: '',
  Z: '',
  z: '',
}
