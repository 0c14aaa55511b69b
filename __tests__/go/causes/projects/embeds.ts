/** Projects that a real `go build` refuses: embedded files and Git LFS. Data only. */
import { embedding, type FailingProject, main, mod, pointer } from './failing-project'

export const embeds: Readonly<Record<string, FailingProject>> = {
  'an embedded path above': {
    files: { 'go.mod': mod, 'cmd/a.go': embedding('x.txt ../web/x'), 'cmd/x.txt': '' },
    folder: 'cmd',
    code: 'go-package-error',
    place: 'cmd/a.go:5:18',
    says: ['"../web/x"', '".."'],
  },
  'an embedded path with a dot': {
    files: { 'go.mod': mod, 'a.go': embedding('./x.txt'), 'x.txt': '' },
    code: 'go-package-error',
    place: 'a.go:5:12',
    says: ['Write "x.txt"'],
  },
  'an embedded folder that npm builds': {
    files: {
      'go.mod': mod,
      'a.go': embedding('all:web/dist'),
      '.gitignore': 'dist\n',
      'web/package.json': '{"scripts":{"build":"x"}}',
    },
    code: 'go-package-error',
    place: 'a.go:5:12',
    says: ['.gitignore line 1 ("dist")', 'npm run build', 'working-directory: web'],
  },
  'an embedded folder with .gitkeep': {
    files: { 'go.mod': mod, 'a.go': embedding('dist'), 'dist/.gitkeep': '' },
    code: 'go-package-error',
    place: 'a.go:5:12',
    says: ['".gitkeep"', 'step before'],
  },
  'an embedded file in another case': {
    files: { 'go.mod': mod, 'a.go': embedding('Index.html'), 'index.html': '' },
    code: 'go-package-error',
    place: 'a.go:5:12',
    says: ['Write "index.html"'],
  },
  'an embedded module': {
    files: { 'go.mod': mod, 'a.go': embedding('sub'), 'sub/go.mod': 'module x\n', 'sub/a.txt': '' },
    code: 'go-package-error',
    place: 'a.go:5:12',
    says: ['another module'],
  },

  'Go code that Git LFS keeps': {
    files: { 'go.mod': mod, 'a.go': main, 'b.go': pointer },
    code: 'lfs-pointer',
    place: 'b.go:1',
    says: ['lfs: true'],
  },
  'a go.mod that Git LFS keeps': {
    files: { 'go.mod': pointer, 'a.go': main },
    code: 'lfs-pointer',
    place: 'go.mod:1',
    says: ['"go.mod"'],
  },
}
