/** Projects that a real `go build` refuses: imports, features and the vendor folder. Data only. */
import { type FailingProject, importing, mod, requiring, vendored } from './failing-project'

export const imports: Readonly<Record<string, FailingProject>> = {
  'a misspelt package': {
    files: { 'go.mod': mod, 'a.go': importing('fmt', 'net/htp') },
    code: 'go-package-missing',
    place: 'a.go:5:2',
    says: ['"net/htp"', '"net/http" was probably meant'],
  },
  'a misspelt package in a package': {
    files: {
      'go.mod': mod,
      'a.go': importing('example.com/app/p'),
      'p/p.go': 'package p\n\nimport _ "strngs"\n',
    },
    code: 'go-package-missing',
    place: 'p/p.go:3:8',
    says: ['"strings"'],
  },
  'a misspelt package without go.mod': {
    files: { 'a.go': importing('encodng/json') },
    code: 'go-package-missing',
    place: 'a.go:4:2',
    says: ['"encoding/json"'],
  },
  'a package in capitals': {
    files: { 'go.mod': mod, 'a.go': importing('Fmt') },
    code: 'go-package-missing',
    place: 'a.go:4:2',
    says: ['"fmt"'],
  },
  'half of a path': {
    files: { 'go.mod': mod, 'a.go': importing('http') },
    code: 'go-package-missing',
    place: 'a.go:4:2',
    says: ['"net/http"'],
  },
  'a folder in place of a path': {
    files: { 'go.mod': mod, 'a.go': importing('internal/store'), 'internal/store/s.go': 'package store\n' },
    code: 'go-package-missing',
    place: 'a.go:4:2',
    says: ['Write "example.com/app/internal/store"'],
  },
  'a relative import': {
    files: { 'go.mod': mod, 'a.go': importing('./p'), 'p/p.go': 'package p\n' },
    code: 'go-package-error',
    place: 'a.go:4:2',
    says: ['relative'],
  },

  'a circle of imports': {
    files: {
      'go.mod': mod,
      'a.go': importing('example.com/app/p'),
      'p/p.go': 'package p\n\nimport _ "example.com/app/q"\n',
      'q/q.go': 'package q\n\nimport _ "example.com/app/p"\n',
    },
    code: 'go-package-error',
    place: 'q/q.go:3',
    says: ['example.com/app/p → example.com/app/q → example.com/app/p', 'p/p.go:3, q/q.go:3'],
  },
  'a feature of a newer go line': {
    files: {
      'go.mod': 'module m\n\ngo 1.17\n',
      'a.go': 'package main\n\nfunc f[T int](t T) {}\n\nfunc main() { f(1) }\n',
    },
    code: 'go-language-version',
    place: 'go.mod:3',
    says: ['says go 1.17', 'Go 1.18', 'a.go:3:8', 'go mod edit -go=1.18'],
  },
  'a feature of a newer go line in a module of the workspace': {
    files: {
      'go.work': 'go 1.18\n\nuse ./api\nuse ./lib\n',
      'api/go.mod': requiring,
      'api/a.go': importing('example.com/lib'),
      'lib/go.mod': 'module example.com/lib\n\ngo 1.17\n',
      'lib/l.go': 'package lib\n\nfunc f[T int](t T) {}\n',
    },
    folder: 'api',
    code: 'go-language-version',
    place: 'lib/go.mod:3',
    says: ['lib/go.mod says go 1.17'],
  },
  'a feature and no go line': {
    files: {
      'go.mod': 'module m\n',
      'a.go': 'package main\n\nfunc f[T int](t T) {}\n\nfunc main() { f(1) }\n',
    },
    code: 'go-language-version',
    place: 'go.mod:1',
    says: ['no go line'],
  },
  'a feature that the go:build line is too old for': {
    files: {
      'go.mod': 'module m\n\ngo 1.22\n',
      'a.go': '//go:build go1.21\n\npackage main\n\nfunc main() {\n\tfor range 3 {\n\t}\n}\n',
    },
    from: 23,
    code: 'go-language-version',
    place: 'a.go:1:1',
    says: ['//go:build go1.21'],
  },

  'a vendor folder that does not fit': {
    files: {
      'go.mod': `${requiring}\nrequire example.com/two v1.1.0\n`,
      'a.go': importing('example.com/lib'),
      'vendor/modules.txt': '# example.com/lib v1.0.0\n## explicit\nexample.com/lib\n',
      ...vendored,
    },
    code: 'go-mod-untidy',
    place: 'go.mod:7:9',
    says: ['example.com/two@v1.1.0: is explicitly required', 'go mod vendor'],
  },
  'a vendor folder with another version': {
    files: {
      'go.mod': requiring,
      'a.go': importing('example.com/lib'),
      'vendor/modules.txt': '# example.com/lib v0.9.0\n## explicit\nexample.com/lib\n',
      ...vendored,
    },
    code: 'go-mod-untidy',
    place: 'go.mod:5:9',
    says: ['example.com/lib@v1.0.0', 'example.com/lib@v0.9.0'],
  },
  'a vendor folder with a replacement': {
    files: {
      'go.mod': requiring,
      'a.go': importing('example.com/lib'),
      'vendor/modules.txt': '# example.com/lib v1.0.0 => ./lib\n## explicit\nexample.com/lib\n',
      ...vendored,
    },
    code: 'go-mod-untidy',
    place: 'vendor/modules.txt:1',
    says: ['marked as replaced'],
  },
  'a vendor folder without a package': {
    files: {
      'go.mod': requiring,
      'a.go': importing('example.com/lib', 'example.com/lib/sub'),
      'vendor/modules.txt': '# example.com/lib v1.0.0\n## explicit; go 1.18\nexample.com/lib\n',
      ...vendored,
    },
    code: 'go-mod-untidy',
    place: 'a.go:5:2',
    says: ['"example.com/lib/sub"', 'go mod vendor'],
  },
  'a vendor folder that .gitignore cuts': {
    files: {
      'go.mod': requiring,
      'a.go': importing('example.com/lib', 'example.com/lib/bin'),
      '.gitignore': 'bin/\n',
      'vendor/modules.txt':
        '# example.com/lib v1.0.0\n## explicit; go 1.18\nexample.com/lib\nexample.com/lib/bin\n',
      ...vendored,
    },
    code: 'go-mod-untidy',
    place: 'a.go:5:2',
    says: ['.gitignore line 1 ("bin/")'],
  },
}
