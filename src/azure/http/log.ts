/**
 * The part of the job log this room writes to. Never given a token, a SAS, a connection string or the value
 * of an app setting.
 */
export interface AzureLog {
  info(line: string): void
  debug(line: string): void
}
