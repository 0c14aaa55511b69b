/** A workspace on disk for tests that run the bundle: samples copied, files written, removed at the end. */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { repositoryRoot } from '../../scripts/run-action'

export interface TestWorkspace {
  readonly folder: string
  /** Writes a file, making its folders. */
  write(path: string, text: string | Uint8Array, mode?: number): string
  /** Copies a sample into a folder of the same name. */
  sample(name: string): string
  remove(): void
}

export function makeWorkspace(): TestWorkspace {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bundle-')))
  return {
    folder,
    write: (path, text, mode) => {
      const target = join(folder, path)
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, text)
      if (mode !== undefined) chmodSync(target, mode)
      return target
    },
    sample: (name) => {
      cpSync(join(repositoryRoot, 'samples', name), join(folder, name), { recursive: true })
      return join(folder, name)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** host.json of a custom handler. */
export const hostJson = (executable: string): string =>
  JSON.stringify(
    {
      version: '2.0',
      extensionBundle: { id: 'Microsoft.Azure.Functions.ExtensionBundle', version: '[4.*, 5.0.0)' },
      customHandler: {
        description: { defaultExecutablePath: executable },
        enableForwardingHttpRequest: true,
      },
    },
    null,
    2,
  )

/** function.json of an anonymous GET function. */
export const functionJson = JSON.stringify({
  bindings: [
    { type: 'httpTrigger', direction: 'in', name: 'req', authLevel: 'anonymous', methods: ['get'] },
    { type: 'http', direction: 'out', name: 'res' },
  ],
})

/** A handler that answers one path. */
export const handlerSource = (path: string): string => `package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("${path}", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "hello") })
	http.ListenAndServe(":"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil)
}
`

/** A handler that answers every path and links in a fraction of the time, since it goes without net/http. */
export const smallHandlerSource = smallHandler('"hello"')

/** The same, which greets whomever the path or its query names last. */
export const greeterSource = smallHandler('"Hello, " + target[strings.LastIndexAny(target, "/=")+1:] + "!"')

/**
 * @param answer an expression of Go that may use the `target` of the request, without its key, and the package `strings`
 * @param imports what else it uses
 * @returns the source of a handler that links in a fraction of the time, since it goes without net/http
 */
export function smallHandler(answer: string, imports: readonly string[] = []): string {
  return `package main

import (
	"bufio"
	"net"
	"os"
	"strconv"
	"strings"
${imports.map((path) => `\t"${path}"\n`).join('')})

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"))
	if err != nil {
		os.Exit(1)
	}
	for {
		connection, err := listener.Accept()
		if err != nil {
			return
		}
		go answer(connection)
	}
}

func answer(connection net.Conn) {
	defer connection.Close()
	reader := bufio.NewReader(connection)
	first, _ := reader.ReadString('\\n')
	for {
		line, err := reader.ReadString('\\n')
		if err != nil || line == "\\r\\n" {
			break
		}
	}
	target := strings.Split(strings.Fields(first + " / /")[1], "?code=")[0]
	_ = target
	body := ${answer}
	length := strconv.Itoa(len(body))
	connection.Write([]byte("HTTP/1.1 200 OK\\r\\nContent-Length: " + length + "\\r\\nConnection: close\\r\\n\\r\\n" + body))
}
`
}
