/**
 * Shows the action at work, from a fresh machine to a working function: the shipped bundle builds
 * samples/hello-world, deploys it over OIDC to an app of the emulator, and verifies it.
 *
 * Usage: npm run demo [-- --plan flex-consumption|consumption|elastic-premium|dedicated] [-- --wrong | --force-wrong]
 *   --wrong        gives the action the dynamically linked binary, which must not be uploaded
 *   --force-wrong  deploys that binary with a client that checks nothing, and shows what Azure shows
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fleet } from '../emulator/app/apps'
import { type Emulator, startEmulator } from '../emulator/emulator'
import { plans } from '../src/functions/plans'
import { deployUnchecked } from './deploy-unchecked'
import { renderPreviewHtml } from './preview'
import { readableLog, repositoryRoot, runAction } from './run-action'
import { buildWrongBinary } from './wrong-binary'

const previewFolder = join(repositoryRoot, '.preview')
const options = readOptions()
const app = options.app
const appName = app.name
const workspace = mkdtempSync(join(tmpdir(), 'demo-'))
const emulator = await startEmulator({ apps: [app] })
try {
  cpSync(join(repositoryRoot, 'samples'), workspace, { recursive: true })
  mkdirSync(previewFolder, { recursive: true })
  if (options.isForced) await forceWrong(emulator)
  else if (options.isWrong) await deployWrong(emulator)
  else await deployGood(emulator)
} finally {
  await emulator.stop()
  rmSync(workspace, { recursive: true, force: true })
}

async function deployGood(azure: Emulator): Promise<void> {
  const path = '/api/HttpExample?name=demo'
  const inputs = { 'working-directory': 'hello-world', 'verify-path': path }
  const { exitCode } = await show(azure, `samples/hello-world to '${appName}'`, inputs)
  if (exitCode !== 0) fail('the deployment should have passed')
  const url = `${azure.appUrl(appName)}${path}`
  const answer = await fetchText(url, azure.ca)
  console.log(`$ curl --cacert ${azure.env['NODE_EXTRA_CA_CERTS']} '${url}'\n${answer.body}`)
  if (answer.status !== 200) fail(`the function answered ${answer.status}`)
}

async function deployWrong(azure: Emulator): Promise<void> {
  const inputs = { 'working-directory': 'dynamic', binary: buildWrongBinary(join(workspace, 'dynamic')) }
  const { exitCode } = await show(azure, `the dynamically linked binary to '${appName}'`, inputs)
  const received = azure.requests.all.filter(
    ({ method, path }) => method === 'POST' && /\/api\/(publish|zipdeploy)/.test(path),
  )
  if (exitCode === 0 || received.length > 0) fail('the dynamically linked binary should have been stopped')
  console.log('Nothing was uploaded.')
}

async function forceWrong(azure: Emulator): Promise<void> {
  const folder = join(workspace, 'dynamic')
  // The emulator starts handlers on this machine, whose glibc may well be new enough. So this is the same program
  // as an Alpine image builds it: it asks for a loader that neither this machine nor Azure has.
  buildWrongBinary(folder, ['-ldflags', '-I /lib/ld-musl-x86_64.so.1'])
  console.log(`=== a binary that was built on Alpine to '${appName}', by a client that checks nothing\n`)
  const seen = await deployUnchecked(azure, appName, folder)
  console.log(seen.join('\n'))
}

async function show(azure: Emulator, title: string, inputs: Record<string, string>) {
  console.log(`=== ${title}\n`)
  const result = await runAction({
    workspace,
    inputs: {
      'app-name': appName,
      'client-id': azure.ids.clientId,
      'tenant-id': azure.ids.tenantId,
      'subscription-id': azure.ids.subscriptionId,
      ...inputs,
    },
    env: azure.env,
  })
  console.log(readableLog(result.log).trim())
  console.log(`\n=== the step ${result.exitCode === 0 ? 'passed' : 'failed'} (exit code ${result.exitCode})`)
  const preview = join(previewFolder, `demo-${app.plan}${options.isWrong ? '-wrong' : ''}`)
  writeFileSync(`${preview}.md`, result.summary)
  writeFileSync(`${preview}.html`, renderPreviewHtml(result.summary, title))
  console.log(`The job summary: ${preview}.md; to open in a browser: ${preview}.html\n`)
  result.dispose()
  return { exitCode: result.exitCode }
}

// As the usual instructions build it: on Linux, with a C compiler at hand, this comes out dynamically linked.
function fetchText(url: string, ca: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    get(url, { ca }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        body += text
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    }).on('error', reject)
  })
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      plan: { type: 'string', default: 'consumption' },
      wrong: { type: 'boolean', default: false },
      'force-wrong': { type: 'boolean', default: false },
    },
  })
  // Of each plan the first app is a plain one. A part of the name is enough: `flex`, `premium`.
  const app =
    fleet().find(({ plan }) => plan === values.plan) ??
    fleet().find(({ plan }) => plan.split('-').includes(values.plan))
  if (app === undefined) fail(`'--plan' is '${values.plan}': use ${plans.join(', ')}`)
  return { app, isWrong: values.wrong, isForced: values['force-wrong'] }
}

function fail(sentence: string): never {
  console.error(`demo: ${sentence}`)
  process.exit(1)
}
