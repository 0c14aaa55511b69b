/** Makes real function apps in temporary folders for the tests of this room. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import type { Project } from '../../src/checks/project'
import { type ProjectRequest, readProject } from '../../src/checks/read-project'

export type Files = Readonly<Record<string, string | Uint8Array>>

export const goodHostJson = `{
  "version": "2.0",
  "customHandler": {
    "description": { "defaultExecutablePath": "handler" },
    "enableForwardingHttpRequest": true
  }
}
`

export const goodFunctionJson = `{
  "bindings": [
    { "type": "httpTrigger", "direction": "in", "name": "req", "methods": ["get"], "authLevel": "anonymous" },
    { "type": "http", "direction": "out", "name": "res" }
  ]
}
`

/** A small app without any finding; entries are replaced, added, or (undefined) left out. */
export function anApp(changes: Readonly<Record<string, string | Uint8Array | undefined>> = {}): Files {
  const files = {
    'host.json': goodHostJson,
    'Hello/function.json': goodFunctionJson,
    'go.mod': 'module example.com/app\n\ngo 1.22\n',
    'main.go': goodMain,
    ...changes,
  }
  const present: Record<string, string | Uint8Array> = {}
  for (const [path, content] of Object.entries(files)) if (content !== undefined) present[path] = content
  return present
}

export const goodMain = `package main

import (
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/api/Hello", func(w http.ResponseWriter, r *http.Request) {})
	http.ListenAndServe(":"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil)
}
`

const made: string[] = []
afterAll(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** Writes files into a new temporary folder, which goes with the test file, and returns its real path. */
export async function aFolder(files: Files): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'project-')))
  made.push(folder)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/** Reads an app that lies in `app/` of a temporary repository, so that wrong path bases show. */
export async function aProject(files: Files, request: Partial<ProjectRequest> = {}): Promise<Project> {
  const repositoryRoot = await aFolder(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`app/${path}`, text])),
  )
  return readProject({
    projectFolder: join(repositoryRoot, 'app'),
    repositoryRoot,
    executableInput: '',
    ...request,
  })
}
