/** Projects that a real `go build` refuses: folders of modules. Data only. */
import { type FailingProject, importing, lib, main, mod, replacing, requiring } from './failing-project'

export const modules: Readonly<Record<string, FailingProject>> = {
  'a replacement that is not there': {
    files: { 'go.mod': replacing('./lib'), 'a.go': importing('example.com/lib') },
    code: 'go-replace-missing',
    place: 'go.mod:7:28',
    says: ['"example.com/lib"', '"./lib"', '-dropreplace=example.com/lib'],
  },
  'a replacement in a block': {
    files: {
      'go.mod': `${requiring}\nreplace (\n\texample.com/other => ./other\n\texample.com/lib v1.0.0 => ./gone // x\n)\n`,
      'a.go': importing('example.com/lib'),
    },
    code: 'go-replace-missing',
    place: 'go.mod:9:28',
    says: ['"./gone"'],
  },
  'a replacement outside of the repository': {
    files: { 'go.mod': replacing('../elsewhere-gone'), 'a.go': importing('example.com/lib') },
    code: 'go-replace-missing',
    place: 'go.mod:7:28',
    says: ['outside of the repository'],
  },
  'a replacement without go.mod': {
    files: {
      'go.mod': replacing('./lib'),
      'a.go': importing('example.com/lib'),
      'lib/l.go': 'package lib\n',
    },
    code: 'go-replace-missing',
    place: 'go.mod:7:28',
    says: ['holds no go.mod', 'go mod init example.com/lib'],
  },
  'a replacement of go.work': {
    files: {
      'go.work': 'go 1.18\n\nuse ./api\n\nreplace example.com/lib => ./gone\n',
      'api/go.mod': requiring,
      'api/a.go': importing('example.com/lib'),
    },
    folder: 'api',
    code: 'go-replace-missing',
    place: 'go.work:5:28',
    says: ['go.work replaces', 'go work edit'],
  },
  'a replacement that is not required': {
    files: {
      'go.mod': `${mod}\nreplace example.com/lib => ./lib\n`,
      'a.go': importing('example.com/lib'),
      ...lib,
    },
    code: 'go-mod-untidy',
    place: 'go.mod:5:28',
    says: ['does not require', 'go get example.com/lib'],
  },
  'use of a folder that is not there': {
    files: { 'go.work': 'go 1.18\n\nuse (\n\t.\n\t./gone\n)\n', 'go.mod': mod, 'a.go': main },
    code: 'go-work-use-missing',
    place: 'go.work:5:2',
    says: ['"./gone"', '-dropuse=./gone'],
  },
  'use of a folder without go.mod': {
    files: {
      'go.work': 'go 1.18\n\nuse .\nuse ./lib\n',
      'go.mod': mod,
      'a.go': main,
      'lib/l.go': 'package lib\n',
    },
    code: 'go-work-use-missing',
    place: 'go.work:4:5',
    says: ['holds no go.mod'],
  },
  'use of a folder twice': {
    files: { 'go.work': 'go 1.18\n\nuse ./api\nuse ./api\n', 'api/go.mod': mod, 'api/a.go': main },
    folder: 'api',
    code: 'go-mod-invalid',
    place: 'go.work:4',
    says: ['"./api" and "./api"'],
  },
}
