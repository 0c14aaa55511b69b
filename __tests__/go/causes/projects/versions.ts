/** Projects that a real `go build` refuses: versions of Go and lines of go.mod. Data only. */
import { type FailingProject, importing, main, mod, replacing } from './failing-project'

export const versions: Readonly<Record<string, FailingProject>> = {
  'go.work is older than a module': {
    files: {
      'go.work': 'go 1.18\n\nuse ./api\n',
      'api/go.mod': 'module example.com/app\n\ngo 1.21\n',
      'api/a.go': main,
    },
    folder: 'api',
    from: 21,
    code: 'go-work-too-old',
    place: 'go.work:1',
    says: ['go.work says go 1.18', '"api"', 'requires Go 1.21', 'go work use'],
  },
  'go.work without a go line is older than another module': {
    files: {
      'go.work': 'use ./api\nuse ./lib\n',
      'api/go.mod': mod,
      'api/a.go': main,
      'lib/go.mod': 'module example.com/lib\n\ngo 1.21\n',
      'lib/l.go': 'package lib\n',
    },
    folder: 'api',
    from: 21,
    code: 'go-work-too-old',
    place: 'go.work:2',
    says: ['no go line', '"lib"'],
  },
  'a go line with x': {
    files: { 'go.mod': 'module m\n\ngo 1.18.x\n', 'a.go': main },
    code: 'go-mod-invalid',
    place: 'go.mod:3',
    says: ['"1.18.x"', 'go mod edit -go=1.18'],
  },
  'a go line with a word': {
    files: { 'go.mod': 'module m\n\ngo latest\n', 'a.go': main },
    code: 'go-mod-invalid',
    place: 'go.mod:3',
    says: ['"latest"'],
  },
  'a go line with v in go.work': {
    files: { 'go.work': 'go v1.18\n\nuse .\n', 'go.mod': mod, 'a.go': main },
    code: 'go-mod-invalid',
    place: 'go.work:1',
    says: ['go.work says "v1.18"', 'go work edit -go=1.18'],
  },
  'go.mod without module': {
    files: { 'go.mod': 'go 1.18\n', 'a.go': main },
    code: 'go-mod-invalid',
    place: 'go.mod:1',
    says: ['no module line'],
  },
  'a misspelt directive': {
    files: { 'go.mod': `${mod}\nreqire x v1\n`, 'a.go': main },
    code: 'go-mod-invalid',
    place: 'go.mod:5',
    says: ['reqire', 'Write "require"'],
  },
  'marks of a conflict': {
    files: { 'go.mod': `${mod}<<<<<<< HEAD\n=======\n>>>>>>> x\n`, 'a.go': main },
    code: 'go-mod-invalid',
    place: 'go.mod:4',
    says: ['merge conflict'],
  },
  'a tool line under an old Go': {
    files: { 'go.mod': `${mod}\ntool example.com/t\n`, 'a.go': main },
    until: 23,
    code: 'go-too-old',
    place: 'go.mod:5',
    says: ['"tool"', 'Go 1.24'],
  },
  'a tool block under an old Go': {
    files: { 'go.mod': `${mod}\ntool (\n\texample.com/t\n)\n`, 'a.go': main },
    until: 23,
    code: 'go-too-old',
    place: 'go.mod:5',
    says: ['"tool"', 'Go 1.24'],
  },
  'a godebug line under an old Go': {
    files: { 'go.mod': `${mod}\ngodebug panicnil=1\n`, 'a.go': main },
    until: 22,
    code: 'go-too-old',
    place: 'go.mod:5',
    says: ['"godebug"', 'Go 1.23'],
  },
  'a godebug line in go.work under an old Go': {
    files: { 'go.work': 'go 1.18\n\ngodebug panicnil=1\n\nuse .\n', 'go.mod': mod, 'a.go': main },
    until: 22,
    code: 'go-too-old',
    place: 'go.work:3',
    says: ['go.work holds a line "godebug"'],
  },
  'a replaced module that asks for a newer Go': {
    files: {
      'go.mod': replacing('./lib'),
      'a.go': importing('example.com/lib'),
      'lib/go.mod': 'module example.com/lib\n\ngo 1.99\n',
      'lib/l.go': 'package lib\n',
    },
    from: 21,
    code: 'go-too-old',
    place: 'lib/go.mod:3',
    says: ['"./lib" requires Go 1.99'],
  },
  'a package of the standard library of a newer Go': {
    files: { 'go.mod': mod, 'a.go': importing('log/slog') },
    until: 20,
    code: 'go-too-old',
    place: 'a.go:4:2',
    says: ['Go 1.21'],
  },
}
