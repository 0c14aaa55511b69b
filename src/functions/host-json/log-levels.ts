/**
 * The log levels of `logging`: every value below `logLevel`, of the section itself and of each of its providers
 * (LoggerFilterConfigureOptions of Microsoft.Extensions.Logging.Configuration).
 */
import type { Refusal } from '../refusal'
import { readLogLevel } from '../values/enumerations'
import { refusalOf } from './binder'
import type { Configuration } from './configuration'

/** An empty value sets no level; everything else must be a level's name or number. */
export function logLevelRefusals(configuration: Configuration): readonly Refusal[] {
  return [...configuration.leaves].flatMap(([key, leaf]) => {
    if (!/^logging:(?:[^:]+:)?loglevel:/.test(key)) return []
    const level = readLogLevel(leaf.value)
    return 'refused' in level ? [refusalOf('log-level', level.refused.join(' '), leaf)] : []
  })
}
