/**
 * The custom handler that host.json names: section, program, arguments, forwarding. As written: nothing is expanded
 * or resolved yet (HttpWorkerOptionsSetup.cs and HttpWorkerDescription.cs of azure-functions-host).
 */
import type { Refusal } from '../refusal'
import { bind, refusalOf, refusalsOf } from './binder'
import { type Configuration, hasChildren, leafAt, listAt, placeAt, sectionExists } from './configuration'
import { textsOf } from './overrides'
import { type Setting, settingsTable } from './settings-table'

export const forwardings = ['none', 'forward', 'proxy'] as const
export type Forwarding = (typeof forwardings)[number]

export const handlerSections = ['customHandler', 'httpWorker'] as const
export type HandlerSection = (typeof handlerSections)[number]

export interface HandlerDescription {
  readonly executable: string
  /** `defaultWorkerPath`; empty when there is none. */
  readonly workerPath: string
  readonly workerDirectory: string
  readonly workingDirectory: string
  readonly arguments: readonly string[]
  readonly workerArguments: readonly string[]
  /** A fixed port; undefined means a free one. */
  readonly port?: number
  /** How long one of four waits for the handler lasts when a request arrives before it is ready. */
  readonly initializationTimeoutMs: number
}

export interface HandlerReading {
  /** The section that counts; undefined when the host sees none. */
  readonly section: HandlerSection | undefined
  /** Undefined when the host would not start any custom handler. */
  readonly handler: HandlerDescription | undefined
  readonly forwarding: Forwarding
  readonly refusals: readonly Refusal[]
  /** What the host logs and goes on after. */
  readonly warnings: readonly string[]
}

/** What the status page keeps showing when no custom handler could be set up. */
const noWorker = 'WorkerConfig for runtime: custom not found.'

/** The section that the host reads; with both, `customHandler`. */
export function handlerSection(configuration: Configuration): HandlerSection | undefined {
  return handlerSections.find((section) => sectionExists(configuration, section))
}

/** Where the section that the host reads describes the program: a path for `leafAt`. */
export function descriptionPath(configuration: Configuration): string {
  return `${handlerSection(configuration) ?? 'customHandler'}:description`
}

/**
 * @param configuration host.json with the overrides of app settings
 * @param settings app settings, for variables in the path of the program; undefined when they are not known
 */
export function readHandler(
  configuration: Configuration,
  settings: Readonly<Record<string, string>> | undefined,
): HandlerReading {
  const section = handlerSection(configuration)
  const none = { section, handler: undefined, forwarding: 'none' as const, warnings: [] }
  if (section === undefined) {
    const place = placeAt(configuration, 'customHandler')
    return { ...none, refusals: [refusalOf('custom-handler-missing', noWorker, place)] }
  }
  const table = settingsTable.handlerSettings(section)
  const refusals = [...refusalsOf(configuration, table)]
  const description = `${section}:description`
  const path = `${description}:defaultExecutablePath`
  const executable = leafAt(configuration, path)
  if (!hasChildren(configuration, description)) {
    const place = placeAt(configuration, description) ?? placeAt(configuration, section)
    refusals.push(refusalOf('custom-handler-no-description', noWorker, place))
  } else if (expand(executable?.value ?? '', settings) === '' && !hasChildren(configuration, path)) {
    const text = 'WorkerDescription DefaultExecutablePath cannot be empty.'
    refusals.push(refusalOf('executable-path-empty', text, executable ?? placeAt(configuration, description)))
  }
  const warnings = warningsOf(configuration)
  if (refusals.length > 0 || executable === undefined) return { ...none, refusals, warnings }
  const value = (name: string) => leafAt(configuration, `${description}:${name}`)?.value ?? ''
  const port = number(configuration, table, `${section}:Port`)
  const handler = {
    executable: executable.value,
    workerPath: value('defaultWorkerPath'),
    workerDirectory: value('workerDirectory'),
    workingDirectory: value('workingDirectory'),
    arguments: argumentsAt(configuration, `${description}:arguments`),
    workerArguments: argumentsAt(configuration, `${description}:workerArguments`),
    initializationTimeoutMs: (number(configuration, table, `${section}:InitializationTimeout`) ?? 30) * 1000,
    ...(port === undefined || port < 1 || port > 65_535 ? {} : { port }),
  }
  return { section, handler, forwarding: forwardingOf(configuration, section), refusals, warnings }
}

/** .NET's `ExpandEnvironmentVariables`: a name that is not set stays as it is written. */
function expand(text: string, settings: Readonly<Record<string, string>> | undefined): string {
  return settings === undefined ? text : text.replaceAll(/%([^%]+)%/g, (all, name) => settings[name] ?? all)
}

function number(configuration: Configuration, table: readonly Setting[], path: string): number | undefined {
  const setting = table.find((row) => row.path === path)
  const value = setting === undefined ? undefined : bind(configuration, setting).value
  return typeof value === 'number' ? value : undefined
}

/** A list; or a text that holds one as JSON, which takes its place. Any other text is ignored. */
export function argumentsAt(configuration: Configuration, path: string): readonly string[] {
  const written = leafAt(configuration, path)
  const texts = written === undefined ? undefined : textsOf(written.value)
  return texts ?? listAt(configuration, path).map(({ value }) => value)
}

/** Proxying wins over forwarding; a flag anywhere but directly under `customHandler` does not exist. */
function forwardingOf(configuration: Configuration, section: HandlerSection): Forwarding {
  if (section === 'httpWorker') return 'forward'
  const isOn = (flag: string) =>
    leafAt(configuration, `customHandler:${flag}`)?.value.trim().toLowerCase() === 'true'
  if (isOn('enableProxyingHttpRequest')) return 'proxy'
  return isOn('enableForwardingHttpRequest') ? 'forward' : 'none'
}

function warningsOf(configuration: Configuration): readonly string[] {
  if (!sectionExists(configuration, 'httpWorker')) return []
  return sectionExists(configuration, 'customHandler')
    ? [
        'Both httpWorker and customHandler sections are spefified in host.json file. customHandler takes precedence.',
      ]
    : ['Section httpWorker will be deprecated. Please use customHandler section.']
}
