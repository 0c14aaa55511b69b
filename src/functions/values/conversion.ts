/**
 * What all converters of .NET values share: the shape of their answers, and the sentence that the configuration
 * binder puts before a failure. It converts nothing.
 */

/** A value, or why there is none: the host's sentences, the outermost first. */
export type Conversion<T> = { readonly value: T } | { readonly refused: readonly string[] }

/**
 * The binder's sentence about a value that it cannot convert. It stops the host.
 *
 * @param text the value as configuration holds it
 * @param path the key under `AzureFunctionsJobHost`, in the host's spelling: `customHandler:Port`
 * @param type the full name, such as `System.Int32`
 * @see src/libraries/Microsoft.Extensions.Configuration.Binder/src/ConfigurationBinder.cs (TryConvertValue) in dotnet/runtime
 */
export function bindingFailure(text: string, path: string, type: string): string {
  return `Failed to convert configuration value '${text}' at 'AzureFunctionsJobHost:${path}' to type '${type}'.`
}

/**
 * Converts to a nullable type: nothing, `null` in JSON and an empty text, is no value.
 *
 * @see src/libraries/Microsoft.Extensions.Configuration.Binder/src/ConfigurationBinder.cs (TryConvertValue) in dotnet/runtime
 */
export function convertNullable<T>(
  text: string,
  convert: (text: string) => Conversion<T>,
): Conversion<T | undefined> {
  return text === '' ? { value: undefined } : convert(text)
}

const blank = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/

/** `String.Trim`: what `Char.IsWhiteSpace` takes, so no byte order mark. */
export function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && blank.test(text.charAt(start))) start += 1
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}
