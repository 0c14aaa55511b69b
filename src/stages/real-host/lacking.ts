/** Whether a function is in error only because the container has no storage account and no settings of the app. Pure. */

const lacks = [
  /Storage account connection string '[^']*' does not exist/i,
  /Storage account '[^']*' (?:is missing or empty|.{0,80}not configured)/i,
  /connection (?:string|name|setting) .{0,200}(?:does not exist|is missing|missing or empty|not (?:be )?found|not set)/i,
  /'%[^%']+%' does not resolve to a value/i,
  /Value cannot be null\. \(Parameter 'connectionString'\)/i,
]

/** Every one of the errors has to be of that kind. */
export function isLacking(errors: readonly string[]): boolean {
  return errors.length > 0 && errors.every((error) => lacks.some((pattern) => pattern.test(error)))
}

/** A storage that does not answer ends the host, and nothing outside answers in the container. */
export function isStorage(name: string): boolean {
  return /^AzureWebJobsStorage(?:__.*)?$/i.test(name)
}
