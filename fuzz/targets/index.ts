/** Every target, in the order in which they are run. */
import type { Target } from '../target'
import { buildInfo } from './build-info'
import { compiler } from './compiler'
import { elf } from './elf'
import { goSource } from './go-source'
import { handler } from './handler'
import { json } from './json'
import { jsonText } from './json-text'
import { patterns } from './patterns'
import { server } from './server'
import { zip } from './zip'

export const targets: readonly Target[] = [
  elf,
  buildInfo,
  zip,
  json,
  jsonText,
  handler,
  goSource,
  compiler,
  patterns,
  server,
]
