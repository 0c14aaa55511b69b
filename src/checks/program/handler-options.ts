/**
 * Checks of the keys of `customHandler` besides the executable: forwarding, port, timeout, routes, typing errors.
 * Rules of HttpWorkerOptions.cs and HttpWorkerOptionsSetup.cs of azure-functions-host.
 */
import {
  childrenOf,
  leafAt,
  type Place,
  placeAt,
  sectionExists,
} from '../../functions/host-json/configuration'
import { quoteJson } from '../../functions/json/json-tree'
import { convertInt32 } from '../../functions/values/integers'
import { parseTimeSpan } from '../../functions/values/time-span'
import { closestName } from '../../text/name-distance'
import { block } from '../../text/passages'
import { type Check, type CheckContext, inHostJson, onLeaf, type Problem } from '../check'
import type { Project } from '../project'

const initializationTimeout = 'customHandler:initializationTimeout'

export const handlerOptionChecks: readonly Check[] = [
  { code: 'http-worker-ignored', severity: 'notice', run: bothSections },
  { code: 'http-worker-deprecated', severity: 'warning', run: onlyHttpWorker },
  { code: 'forwarding-misplaced', severity: 'error', run: forwardingMisplaced },
  { code: 'forwarding-no-value', severity: 'warning', run: flagWithoutValue },
  { code: 'forwarding-and-proxying', severity: 'notice', run: bothFlags },
  { code: 'routes-and-functions', severity: 'error', run: routesAndFunctions },
  { code: 'routes-worker-runtime', severity: 'error', run: routesRuntime },
  { code: 'handler-port-fixed', severity: 'warning', run: onLeaf('customHandler:port', portFixed) },
  {
    code: 'initialization-timeout-invalid',
    severity: 'error',
    run: onLeaf(initializationTimeout, timeoutInvalid),
  },
  {
    code: 'initialization-timeout-long',
    severity: 'warning',
    run: onLeaf(initializationTimeout, timeoutLong),
  },
  { code: 'custom-handler-unknown-key', severity: 'warning', run: unknownKeys },
]

type Text = Omit<Problem, 'location'>

const flags = ['enableForwardingHttpRequest', 'enableProxyingHttpRequest'] as const

/** The App Service front end gives up after 230 s; a request waits about four and a half times the timeout (30 s: 134.8 s). */
const longestUsefulTimeoutSeconds = 51

function bothSections(project: Project): readonly Problem[] {
  const { configuration } = project
  const place = placeAt(configuration, 'httpWorker')
  if (place === undefined || !sectionExists(configuration, 'httpWorker')) return []
  if (!sectionExists(configuration, 'customHandler')) return []
  return [
    {
      message: "host.json has both 'httpWorker' and 'customHandler'; the host ignores 'httpWorker'.",
      hint: "Remove the section 'httpWorker'.",
      location: inHostJson(project, place.keySpan),
    },
  ]
}

function onlyHttpWorker(project: Project): readonly Problem[] {
  const { configuration } = project
  const place = placeAt(configuration, 'httpWorker')
  if (place === undefined || !sectionExists(configuration, 'httpWorker')) return []
  if (sectionExists(configuration, 'customHandler')) return []
  return [
    {
      message: "host.json uses the deprecated section 'httpWorker'.",
      hint: `Rename it to "customHandler" and add one line:\n${block('"enableForwardingHttpRequest": true', 'json')}\nToday a request comes to "/NAME", the name of the function. Afterwards it comes to the public path, for example "/api/NAME": register that path in the handler, too.`,
      location: inHostJson(project, place.keySpan),
    },
  ]
}

function forwardingMisplaced(project: Project): readonly Problem[] {
  const { configuration } = project
  if (!sectionExists(configuration, 'customHandler')) return []
  return flags.flatMap((flag) => {
    if (isTrue(project, flag)) return []
    const right = `customhandler:${flag.toLowerCase()}`
    return placesNamed(configuration.places.values(), flag)
      .filter(
        (place) => place.path.toLowerCase() !== right && place.node.kind === 'boolean' && place.node.value,
      )
      .map((place) => ({
        message: `'${place.path.replaceAll(':', '.')}' in host.json is ignored: the host reads '${flag}' directly under 'customHandler' only.`,
        hint: `Move "${flag}": true one level ${place.path.includes(':') ? 'up' : 'down'}, directly into "customHandler".`,
        location: inHostJson(project, place.keySpan),
      }))
  })
}

function placesNamed(places: Iterable<Place>, key: string): readonly Place[] {
  const wanted = key.toLowerCase()
  return [...places].filter((place) => place.key.toLowerCase() === wanted)
}

function flagWithoutValue(project: Project): readonly Problem[] {
  return flags.flatMap((flag) => {
    const place = placeAt(project.configuration, `customHandler:${flag}`)
    const isSection = place?.node.kind === 'object' || place?.node.kind === 'array'
    if (
      place === undefined ||
      !isSection ||
      leafAt(project.configuration, `customHandler:${flag}`) !== undefined
    )
      return []
    return [
      {
        message: `'${place.key}' is ${quoteJson(place.node)}, which the host ignores: it counts as false.`,
        hint: `Write "${flag}": true`,
        location: inHostJson(project, place.node.span),
      },
    ]
  })
}

function bothFlags(project: Project): readonly Problem[] {
  if (!flags.every((flag) => isTrue(project, flag))) return []
  return [
    {
      message: "Both 'enableForwardingHttpRequest' and 'enableProxyingHttpRequest' are true; proxying wins.",
      hint: "Remove 'enableForwardingHttpRequest'.",
      location: inHostJson(project, placeAt(project.configuration, `customHandler:${flags[0]}`)?.keySpan),
    },
  ]
}

function isTrue(project: Project, flag: string): boolean {
  return leafAt(project.configuration, `customHandler:${flag}`)?.value.trim().toLowerCase() === 'true'
}

function routesAndFunctions(project: Project): readonly Problem[] {
  const routes = placeAt(project.configuration, 'customHandler:http:routes')
  const [first] = project.functions
  if (routes === undefined || first === undefined) return []
  if (!sectionExists(project.configuration, 'customHandler:http:routes')) return []
  return [
    {
      message: `host.json has 'customHandler.http.routes', and there is '${first.path}' as well; the host refuses the mixture.`,
      hint: 'Keep either the routes in host.json or the function.json files.',
      location: inHostJson(project, routes.keySpan),
    },
  ]
}

function routesRuntime(project: Project, { workerRuntime }: CheckContext): readonly Problem[] {
  const routes = placeAt(project.configuration, 'customHandler:http:routes')
  if (routes === undefined || workerRuntime === undefined || workerRuntime.toLowerCase() === 'custom')
    return []
  if (!sectionExists(project.configuration, 'customHandler:http:routes')) return []
  return [
    {
      message: `host.json has 'customHandler.http.routes', but the app's FUNCTIONS_WORKER_RUNTIME is '${workerRuntime}'.`,
      hint: "Set the app setting FUNCTIONS_WORKER_RUNTIME to 'custom'.",
      location: inHostJson(project, routes.keySpan),
    },
  ]
}

function portFixed({ value }: { value: string }): Text | undefined {
  const read = convertInt32(value)
  if ('refused' in read) return undefined
  const isPossible = read.value > 0 && read.value < 65_536
  return {
    message: isPossible
      ? `'customHandler.port' fixes port ${value}: hosts up to 4.1037 take another port all the same. Later hosts end the old handler before they start the new one, and fail when the port is still held.`
      : `'customHandler.port' is '${value}', which is no port: hosts up to 4.1037 take a free one, later ones do not start.`,
    hint: "Remove 'port' and listen on the port in FUNCTIONS_CUSTOMHANDLER_PORT.",
  }
}

function timeoutInvalid({ value }: { value: string }): Text | undefined {
  if ((parseTimeSpan(value) ?? 0) > 0) return undefined
  return {
    message: `'initializationTimeout' is '${value}', which is no time span above zero.`,
    hint: 'Write hours, minutes and seconds, for example "00:00:30".',
  }
}

function timeoutLong({ value }: { value: string }): Text | undefined {
  if ((parseTimeSpan(value) ?? 0) <= longestUsefulTimeoutSeconds) return undefined
  return {
    message: `'initializationTimeout' is '${value}'; a request waits more than four times as long for a handler that does not start, and the front end gives up after 230 seconds.`,
    hint: 'Write "00:00:30" to "00:00:50".',
  }
}

const knownKeys: Readonly<Record<string, readonly string[]>> = {
  customHandler: ['type', 'description', ...flags, 'initializationTimeout', 'port', 'http'],
  'customHandler:description': [
    'defaultExecutablePath',
    'defaultWorkerPath',
    'workerDirectory',
    'workingDirectory',
    'arguments',
    'workerArguments',
    'useStdErrorStreamForErrorsOnly',
    'isDisabled',
    'language',
    'extensions',
  ],
  'customHandler:http': ['defaultAuthorizationLevel', 'routes'],
}

function unknownKeys(project: Project): readonly Problem[] {
  return Object.entries(knownKeys).flatMap(([section, known]) => {
    const names = new Set([...known, ...flags].map((key) => key.toLowerCase()))
    return childrenOf(project.configuration, section)
      .filter(({ key }) => !names.has(key.toLowerCase()) && !/^[$_/#]/.test(key))
      .map(({ key, keySpan }) => {
        const closest = closestName(key, known)
        return {
          message: `The host does not know the key '${key}' in '${section.replaceAll(':', '.')}' and ignores it.`,
          hint: closest === undefined ? `Known keys: ${known.join(', ')}.` : `Did you mean "${closest}"?`,
          location: inHostJson(project, keySpan),
        }
      })
  })
}
