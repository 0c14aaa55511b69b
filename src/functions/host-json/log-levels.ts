/**
 * The log levels of `logging`: every value below `logLevel`, of the section itself and of each of its providers
 * (LoggerFilterConfigureOptions of Microsoft.Extensions.Logging.Configuration).
 */
import type { Refusal } from '../refusal'
import { refusalOf } from './binder'
import type { Configuration } from './configuration'
import { convert, type Enumeration } from './conversion'

export const logLevel: Enumeration = {
  enum: 'Microsoft.Extensions.Logging.LogLevel',
  members: { trace: 0, debug: 1, information: 2, warning: 3, error: 4, critical: 5, none: 6 },
}

/** An empty value sets no level; everything else must be a level's name or number. */
export function logLevelRefusals(configuration: Configuration): readonly Refusal[] {
  return [...configuration.leaves].flatMap(([key, leaf]) => {
    const isLevel = /^logging:(?:[^:]+:)?loglevel:/.test(key)
    if (!isLevel || leaf.value === '' || convert(logLevel, leaf.value) !== undefined) return []
    return [refusalOf('log-level', `Configuration value '${leaf.value}' is not supported.`, leaf)]
  })
}
