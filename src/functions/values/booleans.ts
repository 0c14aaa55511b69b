/** Booleans as .NET reads them from text. No number is one, and no `yes`. */
import { type Conversion, trimBlanks } from './conversion'

/**
 * Reads `true` or `false` in any case, with blanks and zero bytes around it, as `Boolean.Parse` does.
 *
 * @see src/libraries/System.Private.CoreLib/src/System/Boolean.cs (TryParse) in dotnet/runtime
 */
export function parseBoolean(text: string): Conversion<boolean> {
  const word = trimBlanks(trimBlanks(text).replace(/^\0+|\0+$/g, '')).toLowerCase()
  if (word === 'true' || word === 'false') return { value: word === 'true' }
  return { refused: [`String '${text}' was not recognized as a valid Boolean.`] }
}

/**
 * Converts a value of host.json.
 *
 * @see src/libraries/System.ComponentModel.TypeConverter/src/System/ComponentModel/BooleanConverter.cs in dotnet/runtime
 */
export function convertBoolean(text: string): Conversion<boolean> {
  const parsed = parseBoolean(trimBlanks(text))
  if ('value' in parsed) return parsed
  return { refused: [`${text} is not a valid value for Boolean.`, ...parsed.refused] }
}
