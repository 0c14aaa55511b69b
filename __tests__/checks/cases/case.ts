/** The shape of one bad project, and how its files are written down. */

import type { CheckContext, ProjectCode } from '../../../src/checks/check'
import type { ProjectRequest } from '../../../src/checks/read-project'
import type { Severity } from '../../../src/findings'

export interface Case {
  readonly code: ProjectCode
  readonly severity: Severity
  /** Changes to the good app; `«` marks the place of the finding. */
  readonly files: Readonly<Record<string, string | Uint8Array | undefined>>
  readonly request?: Partial<ProjectRequest>
  readonly context?: CheckContext
  /** File of the finding when nothing is marked; undefined for a finding without a place. */
  readonly file?: string
  readonly message: string
  /** Other findings that the same project must give. */
  readonly also?: readonly ProjectCode[]
}

/** A host.json with further keys at its root. */
export function host(more: string, version = '"version": "2.0"'): string {
  return `{\n  ${version},\n  "customHandler": {\n    "description": { "defaultExecutablePath": "handler" },\n    "enableForwardingHttpRequest": true\n  },\n  ${more}\n}\n`
}

/** A host.json with these keys in `customHandler` (and a description), forwarding on. */
export function handler(more: string): string {
  return `{\n  "version": "2.0",\n  "customHandler": {\n    "description": { "defaultExecutablePath": "handler" },\n    "enableForwardingHttpRequest": true,\n    ${more}\n  }\n}\n`
}

/** A host.json with these keys in `customHandler.description`. */
export function description(keys: string): string {
  return `{\n  "version": "2.0",\n  "customHandler": {\n    "description": {\n      ${keys}\n    },\n    "enableForwardingHttpRequest": true\n  }\n}\n`
}

/** A host.json whose program has this path. */
export function executable(path: string): string {
  return description(`"defaultExecutablePath": «${path}`)
}

/** A function.json with these bindings, one a line. */
export function bindings(...lines: readonly string[]): string {
  return `{\n  "bindings": [\n    ${lines.join(',\n    ')}\n  ]\n}\n`
}

/** A function.json of an HTTP function with further keys in its trigger. */
export function http(more = ''): string {
  return bindings(`{ "type": "httpTrigger", "direction": "in", "name": "req"${more} }`, response)
}

export const response = '{ "type": "http", "direction": "out", "name": "res" }'

export const bundle =
  '"extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "[4.*, 5.0.0)" }'

/** A main.go with these statements before it listens. */
export function main(...statements: readonly string[]): string {
  return `package main

import (
	"net/http"
	"os"
)

func main() {
	${statements.join('\n\t')}
	http.ListenAndServe(":"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil)
}
`
}

export const nativeMain = `package main

import (
	"github.com/azure/azure-functions-golang-worker/sdk"
	"github.com/azure/azure-functions-golang-worker/worker"
)

func main() {
	app := sdk.FunctionApp()
	app.HTTP("hello", hello)
	worker.Start(app)
}
`

export const nativeMod = `module example.com/app

go 1.25.0

require github.com/azure/azure-functions-golang-worker v0.7.0
`

/** The files that turn the good app into a good app for the native worker. */
export const nativeApp = {
  'host.json': '{ "version": "2.0" }\n',
  'Hello/function.json': undefined,
  'go.mod': nativeMod,
  'go.sum': '',
  'main.go': nativeMain,
} as const
