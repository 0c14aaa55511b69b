/** What the log says of a real host: its network, what it was asked, its console and the handler's own output. */
import type { HostContainer } from '../../host/container/container'
import type { Engine } from '../../host/container/engine'
import type { HostConsole } from '../../host/container/host-console'
import type { HostImage } from '../../host/container/image'
import { countOf } from '../../text/quantities'
import type { Run } from '../run'
import { isStorage } from './lacking'
import type { HostSeen } from './questions'
import type { HostVerdict } from './verdict'

const mostHostLines = 400

export interface Facts {
  readonly engine: Engine
  readonly image: HostImage
  readonly host: HostContainer
  readonly startMs: number
  readonly questionsMs: number
  readonly libc: string
}

export function sayNetwork({ log }: Run, { network, origin }: HostContainer): void {
  log.info(
    network === 'internal'
      ? `The host is asked at ${origin}, on a network of its own without a way out`
      : `The host is asked at ${origin}, on a port of 127.0.0.1. The container has a way out, so the handler could reach the network of this machine and its metadata address`,
  )
}

interface Said extends Facts {
  readonly seen: HostSeen
  readonly verdict: HostVerdict
  readonly console: HostConsole
  readonly block: string
}

export function say(run: Run, { seen, verdict, console: said, block, ...facts }: Said): void {
  const { log, inputs } = run
  const { calls, triggered, uncalled, exitCode } = seen
  log.group('Rehearse on the Functions host')
  if (facts.libc !== '') log.info(`The image stands on ${facts.libc}`)
  if (Object.keys(inputs.rehearseSettings).some(isStorage))
    log.info(
      'The host does not get AzureWebJobsStorage of rehearse-settings: the container reaches no storage, and the host would end',
    )
  for (const { target, answer } of calls) {
    const path = `/${target.path.replace(/^\//, '')}`
    log.info(
      `${target.method} ${path}: ${answer.status || answer.problem} (${answer.elapsedMs.toFixed(0)} ms)`,
    )
  }
  for (const { functionName, status, hasFailed } of triggered)
    log.info(`Called through the host: ${functionName}: ${status}${hasFailed ? ', and it failed' : ''}`)
  for (const [name, reason] of uncalled) log.info(`Not called: ${name}, since ${reason}`)
  log.endGroup()
  sayConsole(run, said)
  if (verdict.differences.length > 0) {
    log.group('The host and this action disagree: a block for a report')
    for (const line of block.split('\n')) log.info(line)
    log.endGroup()
  }
  const functions = countOf(
    [...seen.statuses.values()].filter(({ state }) => state === 'valid').length,
    'function',
  )
  const state = exitCode === undefined ? `${seen.state}, ${functions} without an error` : 'it ended'
  const { image, startMs, questionsMs } = facts
  log.info(
    `Functions host ${seen.version || '(unknown version)'}: ${state}. Pull ${seconds(image.pullMs)}, start ${seconds(startMs)}, questions ${seconds(questionsMs)}`,
  )
}

export function sayConsole({ log }: Run, { host, handler }: HostConsole): void {
  if (handler.length > 0) {
    log.group('What the handler printed')
    for (const line of handler.slice(0, mostHostLines)) log.info(`  ${line}`)
    log.endGroup()
  }
  log.group('What the host printed')
  for (const { level, category, text } of host.slice(0, mostHostLines))
    for (const line of text.split('\n'))
      log.info(`  ${level}${category === '' ? '' : ` ${category}`}: ${line}`)
  log.endGroup()
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
