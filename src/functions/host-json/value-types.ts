/** The types of host.json's settings: the name in the host's message, and .NET's converter for it. */
import { convertBoolean } from '../values/booleans'
import type { Conversion } from '../values/conversion'
import { convertEnumeration } from '../values/enumerations'
import { convertInt32, convertSingle } from '../values/integers'
import { convertTimeSpan } from '../values/time-span'

export type Value = boolean | number | string

export interface ValueType {
  readonly name: string
  readonly convert: (text: string) => Conversion<Value>
}

export const valueTypes = {
  boolean: { name: 'System.Boolean', convert: convertBoolean },
  int32: { name: 'System.Int32', convert: convertInt32 },
  single: { name: 'System.Single', convert: convertSingle },
  /** In seconds. */
  timeSpan: { name: 'System.TimeSpan', convert: convertTimeSpan },
  text: { name: 'System.String', convert: (text: string) => ({ value: text }) },
  retryStrategy: enumeration('Microsoft.Azure.WebJobs.Script.Description.RetryStrategy', [
    'ExponentialBackoff',
    'FixedDelay',
  ]),
  fileLoggingMode: enumeration('Microsoft.Azure.WebJobs.Script.FileLoggingMode', [
    'Never',
    'Always',
    'DebugOnly',
  ]),
  customHandlerType: enumeration('Microsoft.Azure.WebJobs.Script.Workers.Http.CustomHandlerType', [
    'Http',
    'None',
  ]),
  authorizationLevel: enumeration('Microsoft.Azure.WebJobs.Extensions.Http.AuthorizationLevel', [
    'Anonymous',
    'User',
    'Function',
    'System',
    'Admin',
  ]),
} as const satisfies Record<string, ValueType>

function enumeration(name: string, members: readonly string[]): ValueType {
  return { name, convert: (text) => convertEnumeration(text, { name, members }) }
}
