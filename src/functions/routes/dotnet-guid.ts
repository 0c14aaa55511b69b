/** Globally unique identifiers as `Guid.TryParse` of .NET takes them: the formats N, D, B, P and X. */

const dashed = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}'
const forms = new RegExp(`^(?:[\\da-f]{32}|${dashed}|\\{${dashed}\\}|\\(${dashed}\\))$`, 'i')
const number = (size: number) => `0x0{0,8}[\\da-f]{1,${size}}`
const hexadecimal = new RegExp(
  `^\\{${number(8)},${number(4)},${number(4)},\\{${number(2)}(?:,${number(2)}){7}\\}\\}$`,
  'i',
)

/** Spaces around count for nothing; in format X none anywhere does. */
export function isGuid(text: string): boolean {
  return text.length <= 200 && (forms.test(text.trim()) || hexadecimal.test(text.replace(/\s/g, '')))
}
