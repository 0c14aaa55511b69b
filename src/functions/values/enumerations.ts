/**
 * Enumerations as .NET and Newtonsoft.Json read them: by name in any case, by number, several joined by commas.
 */
import { type Conversion, trimBlanks } from './conversion'
import { parseInt32 } from './integers'

/** An enumeration whose members count from 0. */
export interface Enumeration {
  /** With its namespace. */
  readonly name: string
  readonly members: readonly string[]
}

export const logLevels: Enumeration = {
  name: 'Microsoft.Extensions.Logging.LogLevel',
  members: ['Trace', 'Debug', 'Information', 'Warning', 'Error', 'Critical', 'None'],
}

/**
 * Reads a member; a number need not be one of the members'.
 *
 * @returns the number, or the sentence of `Enum.Parse`
 * @see src/libraries/System.Private.CoreLib/src/System/Enum.cs (TryParseByValueOrName) in dotnet/runtime
 */
export function parseEnumeration(text: string, { members }: Enumeration): Conversion<number> {
  const trimmed = trimBlanks(text)
  if (trimmed === '') {
    return { refused: ["Must specify valid information for parsing in the string. (Parameter 'value')"] }
  }
  if (/^[-+\d]/.test(trimmed)) {
    const number = parseInt32(trimmed)
    if ('value' in number || /^[-+]?\d+$/.test(trimmed)) return number
  }
  let value = 0
  for (const part of trimmed.split(',')) {
    const name = trimBlanks(part).toLowerCase()
    const index = members.findIndex((member) => member.toLowerCase() === name)
    if (index === -1) return { refused: [`Requested value '${text}' was not found.`] }
    value |= index
  }
  return { value }
}

/**
 * Converts a value of host.json.
 *
 * @see src/libraries/System.ComponentModel.TypeConverter/src/System/ComponentModel/EnumConverter.cs in dotnet/runtime
 */
export function convertEnumeration(text: string, enumeration: Enumeration): Conversion<number> {
  const parsed = parseEnumeration(text, enumeration)
  if ('value' in parsed) return parsed
  const [name = ''] = enumeration.name.split('.').slice(-1)
  return { refused: [`${text} is not a valid value for ${name}.`, ...parsed.refused] }
}

/**
 * Reads a level of `logging.logLevel`; an empty text is none.
 *
 * @see src/libraries/Microsoft.Extensions.Logging.Configuration/src/LoggerFilterConfigureOptions.cs (TryGetSwitch) in dotnet/runtime
 */
export function readLogLevel(text: string): Conversion<number | undefined> {
  if (text === '') return { value: undefined }
  const parsed = parseEnumeration(text, logLevels)
  return 'value' in parsed ? parsed : { refused: [`Configuration value '${text}' is not supported.`] }
}
