/** Go source and module files as the checks read them: routes, variables, answers, native functions, places. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { registeredNames } from '../../src/gosource/native-functions'
import { workerRequirement } from '../../src/gosource/native-worker'
import { plainAnswerTo } from '../../src/gosource/plain-answers'
import { placeOfFrame, placeOfText } from '../../src/gosource/program-places'
import { goRoutesOf, seenRoutesOf } from '../../src/gosource/routes'
import type { GoSources } from '../../src/gosource/sources'
import { readVariables } from '../../src/gosource/variables'
import type { Random } from '../random'
import type { Target } from '../target'

const pieces = [
  'package main\n',
  'import (\n\t"net/http"\n\t"os"\n\tf "flag"\n)\n',
  'const port, prefix = "PORT", "/api/" + "v1"\n',
  'func main() {\n',
  '}\n',
  '\thttp.HandleFunc("GET /api/hello/{id}", hello)\n',
  '\tfor _, p := range []string{"/a", "/b"} { http.HandleFunc(p, hello) }\n',
  '\tport := os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT")\n',
  '\tif v, ok := os.LookupEnv(`KEY`); !ok { panic("KEY is missing") }\n',
  '\tlog.Fatal(http.ListenAndServe(":"+port, nil))\n',
  '\tmux := http.NewServeMux(); mux.Handle("/x/", http.StripPrefix("/x", mux))\n',
  '\tr := gin.Default(); g := r.Group("/api"); g.GET("/:id", h)\n',
  'func hello(w http.ResponseWriter, r *http.Request) { w.Write([]byte("ok")) }\n',
  'type config struct { A string `env:"A,required" envDefault:"x"` }\n',
]

export const goSource: Target = {
  name: 'go-source',
  reads: 'Go source and go.mod (`goRoutesOf`, `readVariables`, `plainAnswerTo` and others of gosource)',
  inputs: 200_000,
  longestBytes: 16 * 1024,
  refuses: false,
  dictionary: [
    ...pieces,
    '`',
    '"',
    "'",
    '/*',
    '*/',
    '//',
    '\\',
    '(((',
    '{{{',
    '[]string{',
    'func(',
    'require (\n',
    'replace a => ../b\n',
    '\u0000',
    '\uFEFF',
  ],
  seeds: () => [
    ...goFilesOf('samples/multi-function'),
    ...goFilesOf('samples/hello-world'),
    Buffer.from(pieces.join('')),
  ],
  generate: (random) => Buffer.from(randomSource(random)),
  read: (input) => {
    const text = Buffer.from(input).toString('utf8')
    const half = Math.floor(text.length / 2)
    const sources: GoSources = {
      moduleFolder: '.',
      modules: [{ path: 'go.mod', text: text.slice(half) }],
      hasWorkspace: false,
      sums: [],
      files: [
        { path: 'main.go', text },
        { path: 'inner/other.go', text: text.slice(half) },
      ],
      isComplete: true,
    }
    goRoutesOf(sources)
    seenRoutesOf(sources)
    readVariables(sources)
    plainAnswerTo(sources, '/api/hello')
    registeredNames(sources)
    workerRequirement(text)
    placeOfFrame(sources, '/somewhere/main.go', 3)
    placeOfText(sources, text.slice(0, 200))
    return undefined
  },
}

function goFilesOf(folder: string): readonly Buffer[] {
  const absolute = join(process.cwd(), folder)
  const names = readdirSync(absolute).filter((name) => /\.go$|^go\.mod$/.test(name))
  return names.map((name) => readFileSync(join(absolute, name)))
}

function randomSource(random: Random): string {
  const count = random.below(40)
  const parts = Array.from({ length: count }, () => random.pick(pieces))
  const flood = random.pick(['(', '{', '/*', '`', '"a"+', 'f(', '\\"', 'x.', '//\n', '\n'])
  return `${parts.join('')}${random.below(4) === 0 ? flood.repeat(random.below(3000)) : ''}`
}
