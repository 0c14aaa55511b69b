/** Calls a function by the invocation contract, and says what the host makes of the answer. */
import { randomUUID } from 'node:crypto'
import type { HostFunction } from '../../functions/function-json/host-function'
import { readContractAnswer } from '../contract/answer'
import { contractRequest, systemMetadata } from '../contract/invocation-request'
import type { TriggerValue } from '../contract/trigger-values'
import type { OutgoingRequest, ReceivedResponse } from '../exchange'
import { type Asked, ask, askQuietly, type CallSurroundings } from './ask'
import { type HostFinding, hostFinding } from './finding'
import type { SourceFacts } from './source-facts'
import { isUnknownRoute, unknownPath } from './unknown-route'

type Called = { readonly asked: Asked; readonly findings: readonly HostFinding[] }

/**
 * Posts one invocation.
 *
 * @param value of the trigger, with its binding data
 */
export async function callByContract(
  target: HostFunction,
  { payload, metadata }: TriggerValue,
  surroundings: CallSurroundings,
): Promise<Called> {
  const inputs = target.bindings.filter(({ direction }) => direction !== 'out')
  const data = inputs.map(({ name, type }) => [name, type === target.trigger ? payload : null])
  const system = systemMetadata(target.name, { guid: randomUUID(), now: new Date() })
  const outgoing = contractRequest(
    target.name,
    Object.fromEntries(data),
    { ...metadata, ...system },
    randomUUID(),
  )
  const asked = await ask(target.name, outgoing, surroundings)
  const { response } = asked
  const called = (...findings: readonly HostFinding[]): Called => ({ asked, findings })
  if (response === undefined) return called()
  const answer = readContractAnswer(response, target.bindings)
  if (answer.kind === 'completed') return called()
  const failure = answer.kind === 'never' ? 'empty' : answer.failure
  const by = `POST "${outgoing.path}", by which the host invokes function "${target.name}"`
  if (failure !== 'status') {
    const type = String(response.headers['content-type'] ?? '')
    const wrong = {
      empty: 'without a body',
      'media-type': `as "${type.slice(0, 100)}" and not as "application/json"`,
      json: 'with a body that is no JSON object of Outputs (an object), Logs (a list of texts) and ReturnValue',
      'http-output': 'with an HTTP output that is no object with statusCode, headers and body',
    }[failure]
    const message = `The handler answers ${by}, ${wrong}.`
    return called(hostFinding('handler-contract-answer', 'error', message, hintFor(target)))
  }
  const what = `The handler answers ${response.status} to ${by}`
  if (await isUnknownToContract(outgoing, response, surroundings)) {
    const message = `${what}. It answers the same to every unknown path.`
    const finding = hostFinding('handler-contract-answer', 'error', message, hintFor(target))
    return { asked: { ...asked, call: { ...asked.call, isUnknownPath: true } }, findings: [finding] }
  }
  const hostText = answer.kind === 'failed' ? answer.hostText : ''
  const hint = `Answer 2xx when the invocation was handled; the host logs "${hostText}".`
  return called(hostFinding('handler-contract-status', 'warning', `${what}, for a sample payload.`, hint))
}

/**
 * What the source says of the answer to an invocation that is not made.
 *
 * @returns a warning when the host would refuse the answer
 */
export function judgeBySource(target: HostFunction, source: SourceFacts | undefined): readonly HostFinding[] {
  const answer = source?.plainAnswer(`/${target.name}`)
  if (answer === undefined) return []
  const { kind, ...location } = answer
  const what = kind === 'text' ? 'with plain text, since no code sets its Content-Type' : 'without a body'
  const message = `The code answers POST "/${target.name}", by which the host invokes function "${target.name}", ${what}. The host takes JSON only.`
  return [{ ...hostFinding('handler-contract-answer', 'warning', message, hintFor(target)), location }]
}

async function isUnknownToContract(
  outgoing: OutgoingRequest,
  response: ReceivedResponse,
  surroundings: CallSurroundings,
): Promise<boolean> {
  if (response.status !== 404) return false
  const path = unknownPath('')
  const unknown = await askQuietly({ ...outgoing, path }, surroundings)
  return (
    unknown !== undefined && isUnknownRoute({ response, path: outgoing.path }, { response: unknown, path })
  )
}

function hintFor(target: HostFunction): string {
  const answer = `Register "/${target.name}" and answer {"Outputs":{},"Logs":[],"ReturnValue":null} as application/json`
  if (!target.isHttpInAndOut) return `${answer}.`
  return `${answer}; or set customHandler.enableForwardingHttpRequest to true to get the HTTP request itself.`
}
