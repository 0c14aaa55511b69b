/** Writes what `go build` leaves in a binary about itself, for seeds. */

export const moduleText = [
  'path\texample.com/app',
  'mod\texample.com/app\t(devel)\t',
  'dep\tgithub.com/labstack/echo/v4\tv4.11.0\th1:abc=',
  '=>\texample.com/fork\tv1.0.0\th1:def=',
  'build\t-ldflags="-X main.a=b"',
  'build\tCGO_ENABLED=0',
  'build\tGOARCH=amd64',
  'build\tGOAMD64=v1',
  'build\tvcs.revision=0123',
  '',
].join('\n')

/** The inline form of Go 1.18 and later (debug/buildinfo in Go's source). */
export function buildInfoBlob(version: string, modules: string): Buffer {
  const header = Buffer.alloc(32)
  header.set(Buffer.from('\xff Go buildinf:\x08\x02', 'latin1'))
  const frame = Buffer.alloc(16, 0x30)
  return Buffer.concat([
    header,
    sized(Buffer.from(version)),
    sized(Buffer.concat([frame, Buffer.from(modules), frame])),
  ])
}

function sized(bytes: Buffer): Buffer {
  const length: number[] = []
  let left = bytes.length
  while (left >= 0x80) {
    length.push((left & 0x7f) | 0x80)
    left >>= 7
  }
  return Buffer.concat([Buffer.from([...length, left]), bytes])
}
