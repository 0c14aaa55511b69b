/** Packages whose handler is a script of this Node, so that a test can say what it does and when it ends. */
import JSZip from 'jszip'

export interface ScriptHandler {
  /** What every path is answered with. */
  readonly says: string
  /** It ends so long after it listens, with `exit` as its code. */
  readonly diesAfterMs?: number
  readonly exit?: number
  /** It ends before it listens, with this code. */
  readonly exitsAtOnce?: number
  readonly mode?: number
  /** Instead of the script, as it is. */
  readonly bytes?: string | Buffer
}

const http = (authLevel: string, route?: string) => ({
  bindings: [
    {
      ...{ type: 'httpTrigger', direction: 'in', name: 'req', authLevel },
      ...(route === undefined ? {} : { route }),
    },
    { type: 'http', direction: 'out', name: 'res' },
  ],
})

/** Functions by name; `Hello` is open to everybody. */
export const functions = {
  Hello: http('anonymous'),
  Keyed: http('function'),
  Bad: http('nope'),
  Routed: http('anonymous', '/routed'),
} as const

/** A zip with this handler and these functions. */
export function scriptPackage(
  handler: ScriptHandler,
  names: readonly (keyof typeof functions)[] = ['Hello'],
): Promise<Buffer> {
  const zip = new JSZip()
  zip.file(
    'host.json',
    JSON.stringify({
      version: '2.0',
      extensionBundle: { id: 'Microsoft.Azure.Functions.ExtensionBundle', version: '[4.*, 5.0.0)' },
      customHandler: { enableForwardingHttpRequest: true, description: { defaultExecutablePath: 'handler' } },
    }),
  )
  for (const name of names) zip.file(`${name}/function.json`, JSON.stringify(functions[name]))
  zip.file('handler', handler.bytes ?? script(handler), { unixPermissions: handler.mode ?? 0o755 })
  return zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' })
}

function script({ says, diesAfterMs, exit = 1, exitsAtOnce }: ScriptHandler): string {
  const ending = diesAfterMs === undefined ? '' : `setTimeout(() => process.exit(${exit}), ${diesAfterMs})`
  return [
    `#!${process.execPath}`,
    exitsAtOnce === undefined ? '' : `process.exit(${exitsAtOnce})`,
    `const server = require('node:http').createServer((_, answer) => answer.end(${JSON.stringify(says)}))`,
    `server.listen(Number(process.env.FUNCTIONS_CUSTOMHANDLER_PORT), '127.0.0.1', () => { ${ending} })`,
    '',
  ].join('\n')
}
