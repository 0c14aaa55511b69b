/**
 * Modules that bind to C libraries, and what to use instead. The packages that are recommended have no cgo file
 * of their own or of a dependency that they cannot do without (`CGO_ENABLED=0 go list -deps`). Pure.
 */
interface Replacement {
  /** Module or package path; major versions and packages below it are meant as well. */
  readonly path: string
  /** What to do instead, as the end of a hint. */
  readonly advice: string
  /** True when it builds without cgo but then refuses to work. */
  readonly isStub?: true
}

const replacements: readonly Replacement[] = [
  {
    path: 'github.com/mattn/go-sqlite3',
    advice: 'Use modernc.org/sqlite; the name of its database/sql driver is "sqlite" instead of "sqlite3".',
    isStub: true,
  },
  {
    path: 'github.com/mutecomm/go-sqlcipher',
    advice: 'No pure Go SQLCipher is known; modernc.org/sqlite reads databases that are not encrypted.',
    isStub: true,
  },
  {
    path: 'gorm.io/driver/sqlite',
    advice: 'Use github.com/glebarez/sqlite, which is the same GORM driver over modernc.org/sqlite.',
  },
  {
    path: 'github.com/confluentinc/confluent-kafka-go',
    advice: 'Use github.com/twmb/franz-go or github.com/segmentio/kafka-go.',
  },
  {
    path: 'gopkg.in/confluentinc/confluent-kafka-go.v1',
    advice: 'Use github.com/twmb/franz-go or github.com/segmentio/kafka-go.',
  },
  { path: 'github.com/DataDog/zstd', advice: 'Use github.com/klauspost/compress/zstd.' },
  { path: 'github.com/valyala/gozstd', advice: 'Use github.com/klauspost/compress/zstd.' },
  { path: 'github.com/godror/godror', advice: 'Use github.com/sijms/go-ora/v2.' },
  { path: 'github.com/mattn/go-oci8', advice: 'Use github.com/sijms/go-ora/v2.' },
  { path: 'github.com/libgit2/git2go', advice: 'Use github.com/go-git/go-git/v5.' },
  { path: 'github.com/pebbe/zmq4', advice: 'Use github.com/go-zeromq/zmq4.' },
  {
    path: 'github.com/google/gopacket/pcap',
    advice: 'Use github.com/packetcap/go-pcap, or github.com/google/gopacket/pcapgo to read capture files.',
  },
  {
    path: 'github.com/linxGnu/grocksdb',
    advice: 'Use github.com/cockroachdb/pebble if the store need not be RocksDB itself.',
  },
  {
    path: 'github.com/h2non/bimg',
    advice: 'Use github.com/disintegration/imaging for resizing; there is no pure Go libvips.',
  },
  {
    path: 'github.com/davidbyttow/govips',
    advice: 'Use github.com/disintegration/imaging for resizing; there is no pure Go libvips.',
  },
  {
    path: 'github.com/alexbrainman/odbc',
    advice: 'Use the pure Go driver of the database instead, for example github.com/microsoft/go-mssqldb.',
  },
]

const stubs = replacements.filter((known) => known.isStub === true)

/**
 * What to use instead of a package that needs cgo.
 *
 * @param packagePath import path of the package
 * @returns advice in one sentence, or `undefined` when none is known
 */
export function replacementFor(packagePath: string): string | undefined {
  return find(packagePath)?.advice
}

/**
 * Whether a module builds without cgo and then refuses to work.
 *
 * @returns true for a known stub
 */
export function isStub(modulePath: string): boolean {
  return stubs.some((known) => covers(known, modulePath))
}

function find(path: string): Replacement | undefined {
  return replacements.find((known) => covers(known, path))
}

/** A program can have hundreds of modules, so this makes no text of its own. */
function covers(known: Replacement, path: string): boolean {
  return path.startsWith(known.path) && (path.length === known.path.length || path[known.path.length] === '/')
}
