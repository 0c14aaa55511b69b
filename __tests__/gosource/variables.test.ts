import { describe, expect, it } from 'vitest'
import { readVariables } from '../../src/gosource/variables'
import { anApp, aProject } from '../checks/folder'

const readIn = async (files: Readonly<Record<string, string>>) =>
  readVariables((await aProject(anApp(files))).go)

/** An app whose main holds these statements and whose file has these imports and further declarations. */
const namesOf = async (statements: string, imports: readonly string[] = ['os'], more = '') => {
  const lines = imports.map((path) => `import "${path}"`).join('\n')
  const main = `package main\n\n${lines}\n\nfunc main() {\n${statements}\n}\n\n${more}\n`
  return (await readIn({ 'main.go': main })).variables.map(({ name }) => name)
}

describe('the variables that the code reads', () => {
  it.each<[string, string, readonly string[], string, readonly string[]]>([
    ['os.Getenv', 'dsn := os.Getenv("DATABASE_URL")', ['os'], '', ['DATABASE_URL']],
    ['os.LookupEnv', 'v, ok := os.LookupEnv("KEY")', ['os'], '', ['KEY']],
    ['syscall.Getenv', 'v, ok := syscall.Getenv("KEY")', ['syscall'], '', ['KEY']],
    ['a constant', 'os.Getenv(keyName)', ['os'], 'const keyName = "API_KEY"', ['API_KEY']],
    ['a sum', 'os.Getenv(prefix + "KEY")', ['os'], 'const prefix = "APP_"', ['APP_KEY']],
    ['a constant of another package', 'os.Getenv(config.Key)', ['os'], 'const Key = "K_1"', ['K_1']],
    [
      'a function of its own',
      'getEnv("LEVEL", "info"); x := must("TOKEN")',
      ['os'],
      'func getEnv(key, fallback string) string { if v, ok := os.LookupEnv(key); ok { return v }; return fallback }\n' +
        'func must(name string) string { return getEnv(name, "") }',
      ['LEVEL', 'TOKEN'],
    ],
    [
      'a method, and the second parameter',
      'c.need(1, "TOKEN")',
      ['os'],
      'func (c *Config) need(kind int, name string) { c.v[name] = os.Getenv(name) }',
      ['TOKEN'],
    ],
    [
      'a generic function',
      'Env[int]("COUNT"); Env("SIZE")',
      ['os'],
      'func Env[T any](name string) string { return os.Getenv(name) }',
      ['COUNT', 'SIZE'],
    ],
    [
      'a loop over a list',
      'for _, k := range []string{"A_1", "B_1"} { if os.Getenv(k) == "" { panic(k) } }',
      ['os'],
      '',
      ['A_1', 'B_1'],
    ],
    [
      'a loop over a named list',
      'for _, k := range required { if os.Getenv(k) == "" { panic(k) } }',
      ['os'],
      'var required = []string{"A_1", "B_1"}',
      ['A_1', 'B_1'],
    ],
    ['tags env', '', ['os'], 'type C struct { A string `env:"A_1,required" json:"a"` }', ['A_1']],
    ['tags envconfig', '', ['os'], 'type C struct { A string `json:"a" envconfig:"A_1"` }', ['A_1']],
    ['viper', 'viper.BindEnv("key", "A_1", "B_1")', ['github.com/spf13/viper'], '', ['A_1', 'B_1']],
    [
      'urfave/cli',
      'f := &cli.StringFlag{Name: "db", EnvVars: []string{"DB_URL", "DSN"}}; g := &cli.F{EnvVar: "A,B"}; h := cli.EnvVars("H_1")',
      ['github.com/urfave/cli/v2'],
      '',
      ['DB_URL', 'DSN', 'A', 'B', 'H_1'],
    ],
    ['kingpin', 'f.Flag("x", "y").Envar("X_1").String()', ['gopkg.in/alecthomas/kingpin.v2'], '', ['X_1']],
    ['texts with names', 'os.ExpandEnv("$HOST:$' + '{PORT_NUMBER}/x")', ['os'], '', ['HOST', 'PORT_NUMBER']],
  ])('sees %s', async (_name, statements, imports, more, names) => {
    expect(await namesOf(statements, imports, more)).toEqual(names)
  })

  it.each<[string, string, readonly string[], string]>([
    ['the port', 'os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT")', ['os'], ''],
    ['the old port', 'os.LookupEnv("FUNCTIONS_HTTPWORKER_PORT")', ['os'], ''],
    ['a comment', '// os.Getenv("X")', ['os'], ''],
    ['a variable that is set', 'os.Setenv("X", "y")', ['os'], ''],
    ['another package', 'cache.Getenv("X")', ['example.com/cache'], ''],
    ['a name that only the program knows', 'os.Getenv(strings.ToUpper(x))', ['os'], ''],
    ['other tags', '', ['os'], 'type C struct { A string `json:"env" yaml:"environment"` }'],
    ['what is no name', 'os.Getenv("not a name")', ['os'], ''],
  ])('leaves out %s', async (_name, statements, imports, more) => {
    expect(await namesOf(statements, imports, more)).toEqual([])
  })

  it('says where, in all files of the module', async () => {
    const read = await readIn({
      'main.go':
        'package main\n\nimport "os"\n\nfunc main() {\n\tos.Getenv("B_1")\n\tconfig.Need("A_1")\n}\n',
      'config/config.go':
        'package config\n\nimport "os"\n\nfunc Need(name string) string { return os.Getenv(name) }\n',
    })
    expect(read).toEqual({
      variables: [
        { name: 'B_1', file: 'app/main.go', line: 6 },
        { name: 'A_1', file: 'app/main.go', line: 7 },
      ],
      library: undefined,
    })
  })

  it.each([
    ['github.com/kelseyhightower/envconfig', 'envconfig.MustProcess("app", &c)', true],
    ['github.com/caarlos0/env/v11', 'env.Parse(&c)', true],
    ['github.com/spf13/viper', 'viper.AutomaticEnv()', true],
    ['github.com/spf13/viper', 'viper.SetConfigFile("x.yaml")', false],
    ['github.com/knadh/koanf/providers/env', 'k.Load(env.Provider("A_", ".", nil), nil)', true],
    ['github.com/Azure/azure-sdk-for-go/sdk/azidentity', 'azidentity.NewDefaultAzureCredential(nil)', true],
    ['github.com/joho/godotenv', 'godotenv.Load()', false],
    ['github.com/gin-gonic/gin', 'gin.New()', false],
  ])('says of %s with %s whether it may read more', async (path, statement, isLibrary) => {
    const main = `package main\n\nimport "${path}"\n\nfunc main() {\n${statement}\n}\n`
    expect((await readIn({ 'main.go': main })).library).toBe(isLibrary ? path : undefined)
  })

  it('is bounded on text that is no Go', async () => {
    const deep = `package main\nimport "os"\nfunc main() {${'os.Getenv('.repeat(20_000)}`
    const startedAt = performance.now()
    expect((await readIn({ 'main.go': deep })).variables).toEqual([])
    expect(performance.now() - startedAt).toBeLessThan(5000)
  })
})
