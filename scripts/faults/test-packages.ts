/**
 * Three packages that differ in one file, with a handler that answers everything: small, so that hundreds of
 * deployments are quick.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import JSZip from 'jszip'

export interface TestPackage {
  readonly path: string
  readonly sizeBytes: number
  readonly sha256: string
}

export const testFunction = 'Hello'

// The net package alone: net/http would make the handler four times as large.
const source = `package main

import (
	"bufio"
	"net"
	"os"
)

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
		go func() {
			defer connection.Close()
			for reader := bufio.NewReader(connection); ; {
				line, err := reader.ReadString('\\n')
				if err != nil || line == "\\r\\n" {
					break
				}
			}
			connection.Write([]byte("HTTP/1.1 200 OK\\r\\nContent-Length: 5\\r\\nConnection: close\\r\\n\\r\\nhello"))
		}()
	}
}
`

const files = {
  'host.json': {
    version: '2.0',
    customHandler: { description: { defaultExecutablePath: 'handler' }, enableForwardingHttpRequest: true },
  },
  [`${testFunction}/function.json`]: {
    bindings: [
      { type: 'httpTrigger', direction: 'in', name: 'req', authLevel: 'anonymous', methods: ['get'] },
      { type: 'http', direction: 'out', name: 'res' },
    ],
  },
}

/**
 * Builds them.
 *
 * @param folder an empty one
 * @returns the packages
 */
export async function makeTestPackages(
  folder: string,
): Promise<readonly [TestPackage, TestPackage, TestPackage]> {
  writeFileSync(join(folder, 'main.go'), source)
  execFileSync('go', ['build', '-ldflags', '-s -w', '-o', 'handler', 'main.go'], {
    cwd: folder,
    env: { ...process.env, CGO_ENABLED: '0', GO111MODULE: 'off' },
  })
  const handler = readFileSync(join(folder, 'handler'))
  const pack = async (name: string): Promise<TestPackage> => {
    const zip = new JSZip()
    for (const [path, value] of Object.entries(files)) zip.file(path, JSON.stringify(value))
    zip.file('version.txt', name)
    zip.file('handler', handler, { unixPermissions: 0o755 })
    const bytes = await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX', compression: 'DEFLATE' })
    const path = join(folder, `${name}.zip`)
    writeFileSync(path, bytes)
    return { path, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
  }
  return [await pack('one'), await pack('other'), await pack('third')]
}
