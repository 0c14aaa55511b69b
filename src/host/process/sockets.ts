/** Which TCP sockets a set of processes listens on, from /proc. Linux only; elsewhere it sees none. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

export interface ListeningSocket {
  readonly port: number
  readonly family: 'ipv4' | 'ipv6'
  /** In the form that programs use: `127.0.0.1`, `0.0.0.0`, `::`, `::1`, or the raw hexadecimal digits. */
  readonly address: string
}

const listenState = '0A'
const knownAddresses: Readonly<Record<string, string>> = {
  '00000000000000000000000000000000': '::',
  '00000000000000000000000001000000': '::1',
}

/**
 * Lists the listening TCP sockets of processes, in port order.
 *
 * @param pids process ids
 * @returns each socket once
 * @see proc(5): /proc/[pid]/fd and /proc/net/tcp
 */
export function listeningSockets(pids: readonly number[]): readonly ListeningSocket[] {
  if (process.platform !== 'linux') return []
  const inodes = new Set(pids.flatMap(socketInodes))
  if (inodes.size === 0) return []
  return tablesOf('/proc/net', inodes)
}

/**
 * Lists all listening TCP sockets of the network that a process is in, in port order.
 *
 * @param pid a process in a network namespace of its own
 * @returns each socket once
 * @see proc(5): /proc/[pid]/net
 */
export function socketsAround(pid: number): readonly ListeningSocket[] {
  return tablesOf(`/proc/${pid}/net`, undefined)
}

function tablesOf(folder: string, inodes: ReadonlySet<string> | undefined): readonly ListeningSocket[] {
  const sockets = [
    ...readTable(`${folder}/tcp`, 'ipv4', inodes),
    ...readTable(`${folder}/tcp6`, 'ipv6', inodes),
  ]
  return sockets.sort((left, right) => left.port - right.port)
}

function socketInodes(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((name) => socketInode(`/proc/${pid}/fd/${name}`))
  } catch {
    return []
  }
}

function socketInode(link: string): string[] {
  try {
    const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(link))?.[1]
    return inode === undefined ? [] : [inode]
  } catch {
    return []
  }
}

function readTable(
  path: string,
  family: 'ipv4' | 'ipv6',
  inodes: ReadonlySet<string> | undefined,
): ListeningSocket[] {
  let table: string
  try {
    table = readFileSync(path, 'latin1')
  } catch {
    return []
  }
  return table.split('\n').flatMap((row) => {
    const fields = row.trim().split(/\s+/)
    const [, local = '', , state] = fields
    if (state !== listenState || inodes?.has(fields[9] ?? '') === false) return []
    const [address = '', port = ''] = local.split(':')
    return [{ port: Number.parseInt(port, 16), family, address: addressText(address, family) }]
  })
}

/** IPv4 addresses stand there in the byte order of the machine, which is little endian on all our targets. */
function addressText(hexadecimal: string, family: 'ipv4' | 'ipv6'): string {
  if (family === 'ipv6') return knownAddresses[hexadecimal] ?? hexadecimal
  return (hexadecimal.match(/../g) ?? [])
    .reverse()
    .map((byte) => Number.parseInt(byte, 16))
    .join('.')
}
