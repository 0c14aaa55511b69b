/** The project of a scenario, written into a folder as a user has it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scenario } from './scenarios'

export const functionName = 'Greeting'

/** @param folder becomes the workspace */
export function writeProject(folder: string, scenario: Scenario): void {
  const { needsSetting = false, isDynamic = false } = scenario
  const write = (path: string, text: string | object): void =>
    writeFileSync(join(folder, path), typeof text === 'string' ? text : JSON.stringify(text, undefined, 2))
  mkdirSync(join(folder, functionName), { recursive: true })
  write('host.json', {
    version: '2.0',
    extensionBundle: { id: 'Microsoft.Azure.Functions.ExtensionBundle', version: '[4.*, 5.0.0)' },
    customHandler: {
      description: { defaultExecutablePath: 'handler' },
      enableForwardingHttpRequest: true,
    },
  })
  write(`${functionName}/function.json`, {
    bindings: [
      { type: 'httpTrigger', direction: 'in', name: 'req', authLevel: 'anonymous', methods: ['get'] },
      { type: 'http', direction: 'out', name: 'res' },
    ],
  })
  if (needsSetting) {
    mkdirSync(join(folder, 'Order'))
    write('Order/function.json', {
      bindings: [
        {
          type: 'queueTrigger',
          direction: 'in',
          name: 'order',
          queueName: '%ORDERS_QUEUE%',
          connection: 'AzureWebJobsStorage',
        },
      ],
    })
  }
  write('go.mod', 'module example.com/proof\n\ngo 1.19\n')
  write('main.go', sourceOf(scenario))
  if (!isDynamic) return
  // Position-independent code needs a loader, and no C compiler.
  execFileSync(
    'go',
    ['build', '-buildmode=pie', '-ldflags', '-I /lib/ld-musl-x86_64.so.1', '-o', 'handler', '.'],
    {
      cwd: folder,
      env: { ...process.env, CGO_ENABLED: '0', GOOS: 'linux', GOARCH: 'amd64' },
    },
  )
}

function sourceOf({ greeting, handler, needsSetting }: Scenario): string {
  const route = handler === 'other-route' ? `/other/${functionName}` : `/api/${functionName}`
  const dies =
    handler === 'dies'
      ? '\tfmt.Fprintln(os.Stderr, "this handler does not want to live")\n\tos.Exit(3)\n'
      : ''
  const queue = needsSetting
    ? '\thttp.HandleFunc("/Order", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "{}") })\n'
    : ''
  return `package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
${dies}	http.HandleFunc("${route}", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "version ${greeting}")
	})
${queue}	http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil)
}
`
}
