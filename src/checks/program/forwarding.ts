/** Which functions get the HTTP request itself and not the invocation as JSON. Judges nothing. */
import type { FunctionFolder } from '../../functions/function-json/functions'
import { leafAt } from '../../functions/host-json/configuration'
import type { Project } from '../project'

/** Whether host.json asks for forwarding at all. */
export function forwards({ configuration }: Project): boolean {
  return ['enableForwardingHttpRequest', 'enableProxyingHttpRequest'].some(
    (flag) => leafAt(configuration, `customHandler:${flag}`)?.value.trim().toLowerCase() === 'true',
  )
}

/** The host forwards only when there is exactly one input, the trigger, and exactly one output, the response. */
export function isPlainHttp({ http, bindings }: FunctionFolder): boolean {
  const outputs = bindings.filter(({ direction }) => direction !== 'in')
  return (
    http !== undefined &&
    bindings.length === 2 &&
    outputs.length === 1 &&
    outputs[0]?.type?.toLowerCase() === 'http'
  )
}
