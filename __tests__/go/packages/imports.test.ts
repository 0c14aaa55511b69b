import { describe, expect, it } from 'vitest'
import { readImports } from '../../../src/go/packages/imports'

const placesIn = (source: string) =>
  readImports(source).map(({ alias, path, line, column }) => `${line}:${column} ${alias || '-'} ${path}`)

describe('readImports', () => {
  it.each([
    ['package main\n\nimport "fmt"\n', ['3:8 - fmt']],
    ['package main; import "fmt"; import `os`\nfunc f() {}', ['1:22 - fmt', '1:36 - os']],
    [
      '// Package x says import "no".\npackage x // import "example.com/x"\n\nimport (\n\t"fmt" // one\n\n\t_ "a/b"\n\tnäme /* import "c" */ "c"\n\t. "d"\n)\n\nvar s = "e"\nimport "f"\n',
      ['5:2 - fmt', '7:4 _ a/b', '8:25 näme c', '9:4 . d'],
    ],
    [
      'package x\n\n/*\n#include <x.h>\n"no"\n*/\nimport "C"\nimport ()\nimport "g"\n',
      ['7:8 - C', '9:8 - g'],
    ],
    ['package x\r\n\r\nimport "fmt"\r\n', ['3:8 - fmt']],
    ['package x\nconst s = "fmt"\n', []],
    ['not go at all', []],
    ['package x\nimport "open\n', []],
    ['', []],
  ])('%j', (source, places) => {
    expect(placesIn(source)).toEqual(places)
  })
})
