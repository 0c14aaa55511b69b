/**
 * Twelve mistakes that users make, each as a small project with what the action is given. For pictures and tests;
 * what the action says of them stands in no list here.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { anApp } from '../../emulator/app/apps'
import type { EmulatorOptions } from '../../emulator/emulator'

export interface Mistake {
  /** Kebab-case, as files are named. */
  readonly name: string
  readonly title: string
  /** What a reader has to find on the first screen: a piece of the fix. */
  readonly fix: RegExp
  /** The file and line that the failure is annotated at; absent where no file can be named. */
  readonly place?: string
  readonly files: Readonly<Record<string, string>>
  readonly inputs?: Readonly<Record<string, string>>
  /** Given where the mistake is in Azure: the app is deployed to. */
  readonly azure?: EmulatorOptions
  /** Makes what cannot be written as text. */
  readonly prepare?: (folder: string) => void
}

const appName = 'my-functions'
const app = anApp({ name: appName, plan: 'flex-consumption' })

const source = (
  options: { readonly listen?: string; readonly first?: string; readonly body?: string } = {},
) =>
  `package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
${options.first === undefined ? '' : `\t${options.first}\n`}	http.HandleFunc("/api/hello", hello)
	http.ListenAndServe(${options.listen ?? '":"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT")'}, nil)
}

func hello(response http.ResponseWriter, request *http.Request) {
	${options.body ?? 'fmt.Fprintln(response, "Hello from", os.Getenv("WEBSITE_SITE_NAME"))'}
}
`

const hostJson = (
  options: { readonly executable?: string; readonly bundle?: string; readonly forwards?: boolean } = {},
) =>
  `{
  "version": "2.0",
  "extensionBundle": {
    "id": "Microsoft.Azure.Functions.ExtensionBundle",
    "version": "${options.bundle ?? '[4.*, 5.0.0)'}"
  },
  "customHandler": {
    "description": {
      "defaultExecutablePath": ${JSON.stringify(options.executable ?? 'handler')}
    }${options.forwards === false ? '' : ',\n    "enableForwardingHttpRequest": true'}
  }
}
`

const httpFunction = (route = '') => `{
  "bindings": [
    {
      "type": "httpTrigger",
      "direction": "in",
      "name": "req",
      "authLevel": "anonymous",
${route === '' ? '' : `      "route": "${route}",\n`}      "methods": ["get"]
    },
    { "type": "http", "direction": "out", "name": "res" }
  ]
}
`

const queueFunction = `{
  "bindings": [
    {
      "type": "queueTrigger",
      "direction": "in",
      "name": "item",
      "queueName": "orders",
      "connection": "OrdersStorage"
    }
  ]
}
`

const project = {
  'host.json': hostJson(),
  'hello/function.json': httpFunction(),
  'handler.go': source(),
  'go.mod': 'module example.com/hello\n\ngo 1.18\n',
} as const

/** The workflow that a mistake in Azure is made with, without what has nothing to do with it. */
export const workflowFile = {
  path: '.github/workflows/deploy.yml',
  text: `on: push
jobs:
  deploy:
    permissions:
      id-token: write
    steps:
      - uses: org/go-azure-func-action@v1
        with:
          app-name: ${appName}
          client-id: \${{ vars.AZURE_CLIENT_ID }}
`,
} as const

/** In the order of the page. */
export const mistakes: readonly Mistake[] = [
  {
    name: 'dynamic-binary',
    title: 'A dynamically linked binary',
    fix: /CGO_ENABLED=0/,
    place: 'host.json:9',
    files: project,
    inputs: { binary: 'handler' },
    prepare: buildDynamic,
  },
  {
    name: 'route-slash',
    title: 'A route that begins with a slash',
    fix: /"route": "hello"/,
    place: 'hello/function.json:8',
    files: { ...project, 'hello/function.json': httpFunction('/hello') },
  },
  {
    name: 'old-bundle',
    title: 'Extension bundle 1',
    fix: /"\[4\.\*, 5\.0\.0\)"/,
    place: 'host.json:5',
    files: { ...project, 'host.json': hostJson({ bundle: '[1.*, 2.0.0)' }) },
  },
  {
    name: 'windows-path',
    title: 'A path as Windows writes it',
    fix: /bin\/handler/,
    place: 'host.json:9',
    files: { ...project, 'host.json': hostJson({ executable: 'bin\\handler.exe' }) },
  },
  {
    name: 'no-forwarding',
    title: 'Forwarding left out',
    fix: /"enableForwardingHttpRequest": true/,
    place: 'host.json:7',
    files: { ...project, 'host.json': hostJson({ forwards: false }) },
  },
  {
    name: 'fixed-port',
    title: 'A fixed port',
    fix: /os\.Getenv\("FUNCTIONS_CUSTOMHANDLER_PORT"\)/,
    place: 'handler.go:11',
    files: { ...project, 'handler.go': source({ listen: '":8080"' }) },
  },
  {
    name: 'compile-error',
    title: 'A compile error',
    fix: /undefined: name/,
    place: 'handler.go:15',
    files: { ...project, 'handler.go': source({ body: 'fmt.Fprintln(response, os.Args, name)' }) },
  },
  {
    name: 'missing-sum',
    title: 'A missing go.sum entry',
    fix: /go mod tidy/,
    place: 'go.mod:5',
    files: {
      ...project,
      'go.mod': 'module example.com/hello\n\ngo 1.18\n\nrequire github.com/google/uuid v1.6.0\n',
      'handler.go': source({ body: 'fmt.Fprintln(response, os.Args, uuid.New())' }).replace(
        '"os"\n',
        '"os"\n\n\t"github.com/google/uuid"\n',
      ),
    },
  },
  {
    name: 'panic',
    title: 'A panic at start',
    fix: /handler\.go:\d+/,
    place: 'handler.go:11',
    files: {
      ...project,
      'handler.go': source({ first: 'routes := map[string]int(nil)\n\troutes["/api/hello"] = len(os.Args)' }),
    },
  },
  {
    name: 'missing-setting',
    title: 'A setting that the app does not have',
    fix: /az functionapp config appsettings set/,
    place: 'order/function.json:8',
    files: { ...project, 'order/function.json': queueFunction },
    azure: { apps: [app] },
  },
  {
    name: 'wrong-subject',
    title: 'A subject that no federated credential has',
    fix: /az ad app federated-credential create/,
    place: `${workflowFile.path}:10`,
    files: project,
    azure: {
      apps: [app],
      deployer: (usual) => ({
        ...usual,
        federated: usual.federated.map((each) => ({
          ...each,
          subject: 'repo:octo-org/hello-functions:ref:refs/heads/master',
        })),
      }),
    },
  },
  {
    name: 'missing-role',
    title: 'A role that the identity does not have',
    fix: /az role assignment create/,
    place: `${workflowFile.path}:9`,
    files: project,
    azure: { apps: [app], deployer: (usual) => ({ ...usual, roles: [] }) },
  },
]

/** The inputs of a run that deploys to the app of a mistake in Azure, besides those that name the identity. */
export const azureInputs = { 'app-name': appName } as const

/**
 * Writes the project of a mistake.
 *
 * @param folder an empty folder
 */
export function writeMistake({ files, prepare }: Mistake, folder: string): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  prepare?.(folder)
}

// As the usual instructions build it: with a C compiler at hand this is dynamically linked; without one, the code
// for any address asks for the loader all the same.
function buildDynamic(folder: string): void {
  const build = (cgo: string, args: readonly string[]) =>
    spawnSync('go', ['build', ...args, '-o', 'handler', '.'], {
      cwd: folder,
      env: { ...process.env, CGO_ENABLED: cgo, GOOS: 'linux', GOARCH: 'amd64' },
      encoding: 'utf8',
    })
  if (build('1', []).status === 0) return
  const { status, stderr } = build('0', ['-buildmode=pie'])
  if (status !== 0) throw new Error(`the dynamic binary could not be built: ${stderr}`)
}
