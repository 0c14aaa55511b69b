/**
 * The emulator's own certificate authority and the one server certificate that all its servers use.
 * The authority lives as long as the process: nothing is ever installed in a system trust store.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generate } from 'selfsigned'

export interface Certificates {
  /** PEM file of the authority, the value for `NODE_EXTRA_CA_CERTS`, `REQUESTS_CA_BUNDLE` or `curl --cacert`. */
  readonly caFile: string
  /** PEM text of the authority. */
  readonly ca: string
  /** PEM text of the server certificate. */
  readonly cert: string
  /** PEM text of the server's private key. */
  readonly key: string
  /** Files with the same server certificate and key, for a server that runs as a child process. */
  readonly certFile: string
  readonly keyFile: string
}

/** Those of every emulator of this process, so that a client that trusts one trusts the next one, too. */
let made: ReturnType<typeof makeCertificates> | undefined

/**
 * Writes the authority and a server certificate for the loopback names as PEM files.
 *
 * @param folder existing private folder that receives `ca.pem`, `server.pem` and `server.key`
 * @returns PEM texts and file paths
 * @throws when the folder cannot be written
 */
export async function createCertificates(folder: string): Promise<Certificates> {
  made ??= makeCertificates()
  const { authority, server } = await made
  const files = {
    caFile: join(folder, 'ca.pem'),
    certFile: join(folder, 'server.pem'),
    keyFile: join(folder, 'server.key'),
  }
  await Promise.all([
    writeFile(files.caFile, `${authority.cert}\n`),
    writeFile(files.certFile, `${server.cert}\n`),
    writeFile(files.keyFile, `${server.private}\n`, { mode: 0o600 }),
  ])
  return { ...files, ca: authority.cert, cert: server.cert, key: server.private }
}

async function makeCertificates() {
  const lifetime = { notBeforeDate: new Date(Date.now() - 3_600_000) }
  const authority = await generate([{ name: 'commonName', value: 'Local Azure emulator authority' }], {
    ...lifetime,
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  })
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...lifetime,
    keyType: 'ec',
    algorithm: 'sha256',
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  })
  return { authority, server }
}
