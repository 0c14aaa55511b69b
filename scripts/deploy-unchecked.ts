/**
 * Deploys a folder the way a client does that checks nothing, and reads what Azure then shows.
 * For the demo: it shows what the action spares its users.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob'
import type { Emulator } from '../emulator/emulator'
import { writeArchive } from '../src/archive/write'

const armAudience = 'https://management.azure.com'
const scmAudience = 'https://appservice.azure.com'

interface Answer {
  readonly status: number
  readonly text: string
}

/**
 * Deploys and looks.
 *
 * @param azure the emulator
 * @param appName one of its apps
 * @param folder holds host.json, `WhoAmI/function.json` and the executable `handler`
 * @returns lines that say what was sent and what came back
 */
export async function deployUnchecked(azure: Emulator, appName: string, folder: string): Promise<string[]> {
  const zip = await packFolder(folder)
  const app = azure.state.get(appName)
  const site = `/subscriptions/${azure.ids.subscriptionId}/resourceGroups/${app.spec.resourceGroup}/providers/Microsoft.Web/sites/${appName}`
  const arm = (method: string, path: string, body?: string) =>
    send(azure, armAudience, method, `${azure.urls.arm}${site}${path}?api-version=2023-12-01`, body)
  const scm = (method: string, path: string, body?: Buffer) =>
    send(azure, scmAudience, method, `https://${app.scmHost}${path}`, body)

  const seen: string[] = []
  if (app.spec.plan === 'consumption') {
    const url = await uploadBlob(azure, zip)
    const settings = JSON.parse((await arm('POST', '/config/appsettings/list')).text).properties
    const properties = { ...settings, WEBSITE_RUN_FROM_PACKAGE: url }
    const put = await arm('PUT', '/config/appsettings', JSON.stringify({ properties }))
    seen.push(`PUT WEBSITE_RUN_FROM_PACKAGE: ${put.status}`)
  } else {
    const path = app.spec.plan === 'flex-consumption' ? '/api/publish' : '/api/zipdeploy?isAsync=true'
    seen.push(`POST ${path}: ${(await scm('POST', path, zip)).status}`)
    await settled(() => scm('GET', '/api/deployments'))
    const [record] = JSON.parse((await scm('GET', '/api/deployments')).text)
    seen.push(`The deployment is green: status ${record.status}, ${record.status_text || 'no text'}`)
  }
  await azure.settle()
  const sync = await arm('POST', '/host/default/sync')
  seen.push(`POST host/default/sync: ${sync.status} ${sync.text}`)
  const functions = await arm('GET', '/functions')
  seen.push(`GET functions: ${functions.status} ${excerpt(functions.text)}`)
  const status = await arm('GET', '/hostruntime/admin/host/status')
  seen.push(`GET host status: ${status.status} ${excerpt(status.text)}`)
  const answer = await send(azure, undefined, 'GET', `${azure.appUrl(appName)}/api/WhoAmI`)
  seen.push(`GET /api/WhoAmI: ${answer.status} ${excerpt(answer.text)}`)
  const log = app.runtime?.log().slice(-12) ?? []
  return [...seen, '', 'The log of the Functions host:', ...log.map((line) => `  ${excerpt(String(line))}`)]
}

async function packFolder(folder: string): Promise<Buffer> {
  const output = mkdtempSync(join(tmpdir(), 'unchecked-'))
  try {
    const entry = (name: string) => ({ name, source: join(folder, name), isExecutable: name === 'handler' })
    const archive = await writeArchive({
      entries: ['host.json', 'WhoAmI/function.json', 'handler'].map(entry),
      outputPath: join(output, 'package.zip'),
      compressionLevel: 6,
    })
    return readFileSync(archive.path)
  } finally {
    rmSync(output, { recursive: true, force: true })
  }
}

async function uploadBlob(azure: Emulator, zip: Buffer): Promise<string> {
  await azure.storage.ready()
  const { account, blobEndpoint } = azure.storage
  const credential = new StorageSharedKeyCredential(account.name, account.key)
  const options = { keepAliveOptions: { enable: true }, tlsOptions: { ca: azure.ca } }
  const service = new BlobServiceClient(blobEndpoint, credential, options)
  const container = service.getContainerClient('releases')
  await container.createIfNotExists()
  const blob = container.getBlockBlobClient('unchecked.zip')
  await blob.uploadData(zip)
  return blob.url
}

async function settled(ask: () => Promise<Answer>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { status, text } = await ask()
    const [record] = status === 200 ? JSON.parse(text) : []
    if (record?.complete === true) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function send(
  azure: Emulator,
  audience: string | undefined,
  method: string,
  url: string,
  body?: string | Buffer,
): Promise<Answer> {
  const headers: Record<string, string> = {}
  if (audience !== undefined) {
    headers['authorization'] = `Bearer ${await azure.tokens.issue(azure.deployer, audience)}`
  }
  if (body !== undefined)
    headers['content-type'] = typeof body === 'string' ? 'application/json' : 'application/zip'
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, ca: azure.ca }, (incoming) => {
      let text = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (piece: string) => {
        text += piece
      })
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text }))
    })
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

function excerpt(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
