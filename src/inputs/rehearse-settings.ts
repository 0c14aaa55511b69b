/** The input `rehearse-settings`: app settings for the rehearsal alone. What it says of a bad line never holds a value. */

/** The host sets these itself, whatever the app has. */
const ofTheHost =
  /^(?:PATH|HOME|AzureWebJobsScriptRoot|FUNCTIONS_APP_ROOT_PATH|FUNCTIONS_(?:CUSTOMHANDLER|HTTPWORKER)_.*)$/
const settingName = /^[A-Za-z_][\w.:-]{0,255}$/

/**
 * @param lines `NAME=value`, one each
 * @param problems gets a sentence for each bad line
 * @returns name to value
 */
export function readSettings(lines: readonly string[], problems: string[]): Readonly<Record<string, string>> {
  const settings = new Map<string, string>()
  for (const [index, line] of lines.entries()) {
    const at = line.indexOf('=')
    const name = line.slice(0, Math.max(0, at)).trim()
    const say = (problem: string) => void problems.push(`'rehearse-settings', line ${index + 1}: ${problem}`)
    if (at < 0 || !settingName.test(name)) {
      say(
        "use NAME=value, with the name of an app setting, for example 'DATABASE_URL=postgres://localhost/app'.",
      )
    } else if (line.includes('\0')) say(`the value of '${name}' holds a NUL character.`)
    else if (ofTheHost.test(name)) say(`'${name}' is set by the Functions host itself: remove it.`)
    else if (settings.has(name)) say(`'${name}' is there twice: keep one.`)
    else settings.set(name, line.slice(at + 1))
  }
  return Object.fromEntries(settings)
}
