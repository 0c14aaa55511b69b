/**
 * A real Go handler in a package, for tests that run what they deploy.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import type { Emulator } from '../../emulator/emulator'
import { aPackage, type EmulatorClient } from './emulator-client'

export const isWindows = process.platform === 'win32'
export const noHandler = 'Windows starts no program without .exe and keeps no mode bits'

const source = `package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/api/HttpExample", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "Hello, %s from %s", r.URL.Query().Get("name"), os.Getenv("GREETER"))
	})
	http.HandleFunc("/QueueExample", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, "{\\"Outputs\\":{},\\"Logs\\":[\\"took a message\\"],\\"ReturnValue\\":null}")
	})
	http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil)
}
`

/** Builds the handler with the local toolchain. */
export function buildGreeter(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'emulated-handler-'))
  try {
    writeFileSync(join(folder, 'main.go'), source)
    execFileSync('go', ['build', '-o', 'handler', 'main.go'], {
      cwd: folder,
      env: { ...process.env, CGO_ENABLED: '0', GO111MODULE: 'off' },
    })
    return readFileSync(join(folder, 'handler'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** A package whose handler has these mode bits. */
export async function packGreeter(handler: Buffer, mode: number): Promise<Buffer> {
  const zip = await JSZip.loadAsync(await aPackage())
  zip.file('handler', handler, { unixPermissions: mode, compression: 'STORE' })
  return await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' })
}

/** Status and text that the deployed function answers. */
export async function greeting(
  emulator: Emulator,
  client: EmulatorClient,
  app: string,
  slot?: string,
): Promise<string> {
  const reply = await client.send('GET', `${emulator.appUrl(app, slot)}/api/HttpExample?name=ci`)
  return `${reply.status} ${reply.text}`
}

/** Names that ARM lists. */
export async function listedFunctions(client: EmulatorClient, site: string): Promise<string[]> {
  const reply = await client.arm('GET', `${site}/functions`)
  return reply.json.value.map((each: { properties: { name: string } }) => each.properties.name)
}
