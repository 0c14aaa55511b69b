import { describe, expect, it } from 'vitest'
import { replacementFor } from '../../../src/go/cgo/replacements'
import { stubModules } from '../../../src/go/cgo/stub-modules'

describe('replacementFor', () => {
  it.each([
    ['github.com/mattn/go-sqlite3', 'modernc.org/sqlite'],
    ['gorm.io/driver/sqlite', 'github.com/glebarez/sqlite'],
    ['github.com/confluentinc/confluent-kafka-go/v2/kafka', 'github.com/twmb/franz-go'],
    ['github.com/confluentinc/confluent-kafka-go/kafka', 'github.com/segmentio/kafka-go'],
    ['github.com/DataDog/zstd', 'github.com/klauspost/compress/zstd'],
    ['github.com/libgit2/git2go/v34', 'github.com/go-git/go-git/v5'],
    ['github.com/godror/godror', 'github.com/sijms/go-ora/v2'],
  ])('%s', (path, replacement) => {
    expect(replacementFor(path)).toContain(replacement)
  })

  it.each([
    'github.com/mattn/go-sqlite3x',
    'example.com/github.com/mattn/go-sqlite3',
    'github.com/google/gopacket',
  ])('knows nothing of %s', (path) => {
    expect(replacementFor(path)).toBeUndefined()
  })
})

describe('stubModules', () => {
  it('names modules that build without cgo and do not work', () => {
    const paths = [
      'example.com/a',
      'github.com/mattn/go-sqlite3',
      'github.com/DataDog/zstd',
      'github.com/mattn/go-sqlite3',
    ]
    expect(stubModules(paths)).toEqual([
      {
        code: 'cgo-stub',
        severity: 'error',
        message:
          'Module "github.com/mattn/go-sqlite3" needs cgo. Without cgo, Go links only a stub, and the stub answers every call with an error.',
        hint: 'Use modernc.org/sqlite; the name of its database/sql driver is "sqlite" instead of "sqlite3".',
      },
    ])
  })

  it('finds nothing in a binary without such modules', () => {
    expect(stubModules(['modernc.org/sqlite'])).toEqual([])
  })
})
