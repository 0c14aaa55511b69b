/** Which language the files beside host.json speak of, where it is not Go. Names only. */

const marks: readonly (readonly [RegExp, string])[] = [
  [/^cargo\.toml$/i, 'Rust'],
  // Extensions of the host, of an app in any language.
  [/^(?!extensions\.csproj$).+\.(?:cs|fs|vb)proj$/i, '.NET'],
  [/^(?:function_app\.py|requirements\.txt|pyproject\.toml)$/i, 'Python'],
  [/^(?:pom\.xml|build\.gradle(?:\.kts)?)$/i, 'Java'],
  [/^deno\.jsonc?$/i, 'Deno'],
  [/^package\.json$/i, 'Node.js'],
  [/^(?:profile|requirements)\.psd?1$/i, 'PowerShell'],
]

/**
 * Says what a folder without Go code is.
 *
 * @param names names of its files
 * @returns the language and the file that tells it; undefined when nothing does
 */
export function otherLanguageOf(
  names: readonly string[],
): { readonly language: string; readonly file: string } | undefined {
  for (const [pattern, language] of marks) {
    const file = names.find((name) => pattern.test(name))
    if (file !== undefined) return { language, file }
  }
  return undefined
}
