/**
 * Hostile text through every field that can carry it, through a whole run: nothing of it may act, in the log as the
 * runner parses it, in annotations, outputs and files, or in the summary as a browser draws it.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { FaultPlan } from '../../emulator/server/faults'
import { buildInfoBlob } from '../../fuzz/targets/build-info-blob'
import { findChromium, launchChromium, openPreview, renderPreviewHtml } from '../../scripts/preview'
import { type ActionResult, repositoryRoot } from '../../scripts/run-action'
import { rawZip } from '../archive/raw-zip'
import { buildElf } from '../elf/elf-builder'
import { commandsIn } from './runner-log'
import { runWarm } from './warm-jobs'
import { functionJson, handlerSource, hostJson, makeWorkspace, type TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 180_000 })

/** Each holds the mark, so that a test can say that the text did arrive. No token has it by chance. */
const mark = 'PWNEDTEXT'
const attacks = [
  '::set-output name=a::PWNEDTEXT',
  '::add-mask::PWNEDTEXT',
  '::stop-commands::PWNEDTEXT',
  '  ::error file=x,line=1::PWNEDTEXT',
  '##[set-env name=PWNEDTEXT]a',
  'x ##[error]PWNEDTEXT',
  '%0A::error::PWNEDTEXT',
  'a\n::error::PWNEDTEXT',
  'a\r::warning::PWNEDTEXT',
  'a\u2028::notice::PWNEDTEXT',
  '<img src=x onerror=window.pwned=1>PWNEDTEXT',
  '<script>window.pwned=1</script>PWNEDTEXT',
  '[PWNEDTEXT](javascript:window.pwned=1)',
  '![PWNEDTEXT](https://evil.example/x.png)',
  '</code></td></details><h1>PWNEDTEXT</h1>',
  '`PWNEDTEXT` | x | @octocat #1',
  '"] --> evil["PWNEDTEXT"]\n click binary "javascript:window.pwned=1"',
  '%%{init: {"securityLevel": "loose"}}%% PWNEDTEXT',
  '\u001b[31mPWNEDTEXT\u001b]8;;https://evil.example\u0007x',
  '\u202egnp.PWNEDTEXT\u2066\u200b',
  'ghadelimiter_PWNEDTEXT\nexecutable=PWNEDTEXT',
  `PWNEDTEXT${'A'.repeat(5000)}`,
] as const

/** As the name of one file: no slash, at most 200 characters. */
const names = attacks.map((text) => text.replaceAll('/', '').slice(0, 200))

let workspace: TestWorkspace
let emulator: Emulator
const ran: { readonly name: string; readonly result: ActionResult; readonly sarif: string }[] = []
beforeAll(async () => {
  workspace = makeWorkspace()
  emulator = await startEmulator({
    apps: [
      anApp({ name: 'inj-flex', plan: 'flex-consumption' }),
      anApp({ name: 'inj-consumption', plan: 'consumption' }),
    ],
  })
})
afterAll(async () => {
  for (const { result } of ran) result.dispose()
  workspace?.remove()
  await emulator?.stop()
})

interface Scenario {
  readonly name: string
  /** Writes the project into a folder of the workspace and gives further inputs. */
  readonly prepare: (folder: string) => Record<string, string>
  /** Runs against the app of the emulator with these faults. */
  readonly faults?: FaultPlan
}

const soundProject = (folder: string): void => {
  workspace.write(`${folder}/host.json`, hostJson('handler'))
  workspace.write(`${folder}/Hello/function.json`, functionJson)
  workspace.write(`${folder}/handler.go`, handlerSource('/api/Hello'))
}

/** A handler that gives every request this answer. */
const answeringHandler = (text: string): string => `package main

import (
	"net/http"
	"os"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-PWNEDTEXT", "::error::PWNEDTEXT")
		w.Header().Set("Content-Type", "application/json; <b>PWNEDTEXT")
		w.Write([]byte(${JSON.stringify(text).replaceAll('\u2028', '\\u2028')}))
	})
	http.ListenAndServe(":"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil)
}
`

const withBinary = (folder: string, binary: Uint8Array): Record<string, string> => {
  soundProject(folder)
  workspace.write(`${folder}/handler`, binary, 0o755)
  return { binary: `${folder}/handler`, rehearse: 'false' }
}

/** An executable that asks for libraries, versions and an interpreter of these names, built by a Go of that name. */
const hostileBinary = (texts: readonly string[]): Buffer => {
  const short = texts.map((text) => text.slice(0, 60))
  const segment = { type: 1, flags: 6, offset: 0xf00n, address: 0x500000n, fileSize: 0x100n }
  const file = buildElf({
    interpreter: `/lib/${short[0] ?? ''}`,
    needed: short,
    versions: { [short[0] ?? '']: [`GLIBC_2.99${short[0]}`] },
    segments: [segment],
  })
  file.set(
    buildInfoBlob(`go1.26${short[0]}`, `path\t${short[1]}\ndep\t${short[2]}\t${short[3]}\t\n`).subarray(
      0,
      256,
    ),
    0xf00,
  )
  return file
}

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )

const scenarios: readonly Scenario[] = [
  {
    name: 'file names, function names and routes',
    prepare: (folder) => {
      const inputs = withBinary(folder, buildElf())
      for (const [index, name] of names.entries()) {
        workspace.write(`${folder}/data/${name}`, 'x')
        workspace.write(`${folder}/${name}/function.json`, functionJson)
        const bindings = [{ type: 'httpTrigger', direction: 'in', name: 'req', route: attacks[index] }]
        workspace.write(`${folder}/Route${index}/function.json`, JSON.stringify({ bindings }))
      }
      return {
        ...inputs,
        include: ['data/**', ...names.map((name) => `data/${name}`)].join('\n'),
        'fail-on': 'error',
      }
    },
  },
  {
    name: 'names in the package of a run that passes its checks',
    prepare: (folder) => {
      const inputs = withBinary(folder, buildElf())
      for (const name of names) workspace.write(`${folder}/data/${name}`, 'x')
      return { ...inputs, include: 'data/**' }
    },
  },
  {
    name: 'values and keys of host.json and function.json',
    prepare: (folder) => {
      soundProject(folder)
      const sections = Object.fromEntries(attacks.map((text) => [text, { [text]: text }]))
      const settings = {
        version: attacks[0],
        functionTimeout: attacks[1],
        extensionBundle: { id: attacks[2], version: attacks[3] },
        customHandler: {
          description: {
            defaultExecutablePath: attacks[10],
            arguments: attacks,
            workingDirectory: attacks[11],
          },
          enableForwardingHttpRequest: attacks[4],
        },
        extensions: { http: { routePrefix: attacks[13] } },
        ...sections,
      }
      workspace.write(`${folder}/host.json`, JSON.stringify(settings))
      for (const [index, text] of attacks.entries()) {
        const bindings = [
          { type: text, direction: text, name: text, authLevel: text, methods: [text] },
          { type: 'timerTrigger', schedule: text, name: 't' },
          { type: 'httpTrigger', route: text, authLevel: text, methods: [text] },
        ]
        workspace.write(`${folder}/F${index}/function.json`, JSON.stringify({ bindings, scriptFile: text }))
      }
      return {}
    },
  },
  ...chunks(attacks, 8).map((texts, index) => ({
    name: `DT_NEEDED, interpreter, symbol versions and build info (${index + 1})`,
    prepare: (folder: string) => withBinary(folder, hostileBinary(texts)),
  })),
  {
    name: 'messages of the compiler',
    prepare: (folder) => {
      soundProject(folder)
      const lines = attacks.map(
        (text, index) =>
          `//line ${text.replaceAll(/[\n\r]/g, ' ').slice(0, 900)}.go:${index + 1}\n\tundefined${index}PWNEDTEXT()`,
      )
      workspace.write(`${folder}/handler.go`, `package main\n\nfunc main() {\n${lines.join('\n')}\n}\n`)
      return { 'build-flags': '-gcflags=-e' }
    },
  },
  {
    name: 'what the handler writes',
    prepare: (folder) => {
      soundProject(folder)
      const texts = JSON.stringify(attacks.slice(0, -1)).replaceAll('\u2028', '\\u2028').slice(1, -1)
      workspace.write(
        `${folder}/handler.go`,
        `package main\n\nimport "os"\n\nfunc main() {\n\tfor _, text := range []string{${texts}} {\n\t\tos.Stdout.WriteString(text + "\\n")\n\t\tos.Stderr.WriteString(text + "\\n")\n\t}\n\tos.Exit(3)\n}\n`,
      )
      return { rehearse: 'true' }
    },
  },
  {
    name: 'what the deployed app answers',
    prepare: (folder) => {
      const inputs = deployable(folder)
      // The rehearsal quotes no answer; the summary shows that of the deployed app.
      workspace.write(`${folder}/handler.go`, answeringHandler(attacks.slice(0, -1).join('\n')))
      return { ...inputs, binary: '', 'ignore-findings': '', 'verify-path': '/api/Hello' }
    },
  },
  {
    name: 'the log of a deployment',
    prepare: (folder) => deployable(folder),
    faults: { apps: { 'inj-flex': { terminalStatus: 3, failureLog: attacks } } },
  },
  {
    name: 'errors of the host',
    prepare: (folder) => {
      const inputs = deployable(folder)
      workspace.write(`${folder}/handler.go`, answeringHandler('well'))
      return { ...inputs, binary: '', 'ignore-findings': '' }
    },
    faults: {
      apps: { 'inj-flex': { host: [{ state: 'Error', errors: attacks, times: Number.POSITIVE_INFINITY }] } },
    },
  },
  {
    name: 'an answer of the resource manager',
    prepare: (folder) => deployable(folder),
    faults: {
      requests: [
        {
          service: 'arm',
          path: /Microsoft\.Web\/sites|resources/,
          times: Number.POSITIVE_INFINITY,
          effect: {
            kind: 'status',
            status: 400,
            body: JSON.stringify({ error: { code: attacks[0], message: attacks.join(' ') } }),
            headers: { 'x-ms-request-id': attacks[0], 'content-type': 'application/json' },
          },
        },
      ],
    },
  },
  {
    name: 'a refusal of Entra',
    prepare: (folder) => deployable(folder),
    faults: {
      requests: [
        {
          service: 'entra',
          path: /token/,
          times: Number.POSITIVE_INFINITY,
          effect: {
            kind: 'status',
            status: 400,
            body: JSON.stringify({
              error: attacks[0],
              error_description: `AADSTS700213: ${attacks.join(' ')}`,
              error_codes: [700213],
            }),
            headers: { 'content-type': 'application/json' },
          },
        },
      ],
    },
  },
  {
    name: 'an error of the storage',
    prepare: (folder) => deployable(folder, 'inj-consumption'),
    faults: {
      requests: [
        {
          service: 'storage',
          path: /./,
          times: Number.POSITIVE_INFINITY,
          effect: {
            kind: 'status',
            status: 400,
            body: `<?xml version="1.0"?><Error><Code>PWNEDTEXT</Code><Message><![CDATA[${attacks.join(' ')}]]></Message></Error>`,
            headers: { 'content-type': 'application/xml', 'x-ms-error-code': 'PWNEDTEXT::error::x' },
          },
        },
      ],
    },
  },
  {
    name: 'names inside a given package',
    prepare: (folder) => {
      const entries = names.map((name) => ({ name: `data/${name}`, content: 'x' }))
      const zip = rawZip([{ name: 'host.json', content: hostJson('handler') }, ...entries])
      workspace.write(`${folder}/app.zip`, zip)
      return { package: `${folder}/app.zip`, 'working-directory': '.' }
    },
  },
  {
    name: 'a page of an SCM site',
    prepare: (folder) => deployable(folder),
    faults: {
      requests: [
        {
          service: 'scm:inj-flex',
          path: /api\/publish/,
          times: Number.POSITIVE_INFINITY,
          effect: { kind: 'status', status: 400, body: `<html><body>${attacks.join('<p>')}</body></html>` },
        },
      ],
    },
  },
]

function deployable(folder: string, appName = 'inj-flex'): Record<string, string> {
  const { clientId, tenantId, subscriptionId } = emulator.ids
  return {
    ...withBinary(folder, buildElf()),
    'app-name': appName,
    'client-id': clientId,
    'tenant-id': tenantId,
    'subscription-id': subscriptionId,
    'deploy-timeout': '1',
    'verify-timeout': '1',
    'ignore-findings': 'not-go',
  }
}

const allowedCommands = ['debug', 'group', 'endgroup', 'error', 'warning', 'notice', 'add-mask']
const allowedProperties = ['title', 'file', 'line', 'endLine', 'col', 'endColumn']
const declaredOutputs = Object.keys(parse(readFileSync(join(repositoryRoot, 'action.yml'), 'utf8')).outputs)
// biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may reach a log
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f\u0085\u200b-\u200f\u2028-\u202e\u2066-\u2069]/

describe.each(scenarios.map((scenario, index) => [scenario.name, scenario, index] as const))(
  '%s',
  (name, scenario, index) => {
    let result: ActionResult
    let report = ''
    let sarif = ''
    beforeAll(async () => {
      const folder = `case-${index}`
      const inputs = scenario.prepare(folder)
      emulator.faults.set(scenario.faults ?? {})
      const files = {
        'report-file': `${folder}/report.json`,
        'sarif-file': `${folder}/result.sarif`,
        'sbom-file': `${folder}/sbom.json`,
      }
      result = await runWarm({
        workspace: workspace.folder,
        inputs: { 'working-directory': folder, ...files, ...inputs },
        env: inputs['app-name'] === undefined ? {} : emulator.env,
      })
      report = readFileSync(join(workspace.folder, files['report-file']), 'utf8')
      sarif = readFileSync(join(workspace.folder, files['sarif-file']), 'utf8')
      ran.push({ name, result, sarif })
    })

    it('arrives', () => {
      expect(`${result.log}${result.summary}`).toContain(mark)
      expect(result.log).not.toContain('The action itself failed')
    })

    it('gives the runner no command but our own', () => {
      const commands = commandsIn(result.log)
      expect(commands.filter((command) => !allowedCommands.includes(command.name))).toEqual([])
      const named = (wanted: string) => commands.filter((command) => command.name === wanted)
      expect(named('group').length).toBe(named('endgroup').length)
      expect(named('add-mask').filter(({ message }) => message.includes(mark))).toEqual([])
      for (const command of [...named('error'), ...named('warning'), ...named('notice')]) {
        expect(Object.keys(command.properties).filter((key) => !allowedProperties.includes(key))).toEqual([])
        expect(command.properties['title'] ?? 'none').toMatch(/^(?:[a-z0-9-]+|\d+ more \w+)$/)
      }
      expect(result.log).not.toContain('##[')
    })

    it('shows no control character and no endless line in the log', () => {
      const bad = result.log.split('\n').filter((line) => unseen.test(line))
      expect(bad).toEqual([])
      expect(Math.max(...result.log.split('\n').map((line) => line.length))).toBeLessThan(20_000)
    })

    it('sets no output and no variable of its own', () => {
      expect(Object.keys(result.outputs).filter((output) => !declaredOutputs.includes(output))).toEqual([])
      expect(readFileSync(join(result.tempFolder, '..', 'env'), 'utf8')).toBe('')
    })

    it('leaves the files what they are', () => {
      expect(JSON.parse(report)).toMatchObject({ outcome: expect.any(String) })
      const { runs } = JSON.parse(sarif)
      // A SARIF viewer makes links of `[text](address)` in a message (3.11.6).
      for (const { message } of runs[0].results) {
        expect(message.text).not.toMatch(unseen)
        expect(message.text).not.toMatch(/(?<!\\)\[[^\]]*\]\((?:https?:|javascript:)/)
      }
      const sbom = join(workspace.folder, `case-${index}/sbom.json`)
      if (existsSync(sbom))
        expect(JSON.parse(readFileSync(sbom, 'utf8'))).toMatchObject({ bomFormat: 'CycloneDX' })
    })
  },
)

describe('the summaries of all of them', () => {
  it('hold no element, link or script of theirs in a browser', async (context) => {
    if (findChromium() === undefined) context.skip('Chromium is not installed: install the package chromium')
    const folder = mkdtempSync(join(tmpdir(), 'injection-'))
    const browser = await launchChromium()
    try {
      const page = await browser.newPage({ viewport: { width: 1012, height: 800 } })
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('dialog', (dialog) => complaints.push(dialog.message()))
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) complaints.push(request.url())
      })
      const path = join(folder, 'summaries.html')
      const sections = ran.map(({ result }) => `<section>\n\n${result.summary}\n\n</section>`).join('\n\n')
      writeFileSync(path, renderPreviewHtml(sections, 'Summaries', { keepsAllHtml: true }))
      await openPreview(page, path)
      expect(complaints).toEqual([])
      expect(await page.evaluate('window.pwned')).toBeUndefined()
      const found = await page.evaluate<{
        tags: string[]
        links: string[]
        attributes: string[]
        sections: number
      }>(telling)
      expect(found.sections).toBe(scenarios.length)
      expect(found.tags.filter((tag) => !ourTags.includes(tag))).toEqual([])
      expect(found.links.filter((link) => /evil|javascript|octocat/.test(link))).toEqual([])
      expect(found.attributes.filter((attribute) => !ourAttributes.test(attribute))).toEqual([])
    } finally {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

const ourTags = [
  'section',
  'h2',
  'h3',
  'p',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'details',
  'summary',
  'pre',
  'code',
  'br',
  'strong',
  'b',
  'em',
  'ul',
  'ol',
  'li',
  'a',
  'sub',
  'div',
]
const ourAttributes =
  /^(?:code\[class=language-\w+\]|t[dh]\[style=text-align:\w+\]|pre\[class=mermaid\]|pre\[data-processed=true\]|a\[href=https?:.*\]|details\[open=\])$/

const telling = `(() => {
  const sections = [...document.querySelectorAll('article > section')]
  const all = sections.flatMap((section) => [...section.querySelectorAll('*')]).filter((node) => node.closest('svg') === null)
  return {
    sections: sections.length,
    tags: [...new Set(all.map((node) => node.localName))],
    links: [...document.querySelectorAll('article a')].map((node) => node.getAttribute('href') ?? ''),
    attributes: [...new Set(all.flatMap((node) =>
      [...node.attributes].map((entry) => node.localName + '[' + entry.name + '=' + entry.value + ']')))],
  }
})()`
