import { expect, it } from 'vitest'
import { registeredNames } from '../../src/gosource/native-functions'
import { aProject } from '../checks/folder'

const goMod =
  'module example.com/app\n\ngo 1.24\n\nrequire github.com/azure/azure-functions-golang-worker v0.7.0\n'
const program = (body: string, imports = ''): string => `package main

import (
	"github.com/azure/azure-functions-golang-worker/sdk"
	"github.com/azure/azure-functions-golang-worker/worker"
	${imports}
)

// func main() { app.HTTP("Comment", nil) }
func helper(app *sdk.App) { app.HTTP("Helper", nil) }

func main() {
	${body}
}
`

it.each([
  ['one', 'app := sdk.FunctionApp()\n\tapp.HTTP("One", nil)\n\tworker.Start(app)', ['One']],
  [
    'several, in their order and once each',
    'app := sdk.FunctionApp()\n\tapp.HTTP("B", nil, sdk.WithMethods("GET"))\n\tapp.Timer(`A`, "0 * * * * *", tick)\n\tapp.HTTP("B", nil)',
    ['B', 'A'],
  ],
  [
    'none of a condition',
    'app := sdk.FunctionApp()\n\tif debug { app.HTTP("Debug", nil) }\n\tapp.HTTP("A", nil)',
    ['A'],
  ],
  [
    'none behind a way out',
    'app := sdk.FunctionApp()\n\tapp.HTTP("A", nil)\n\tif off { return }\n\tapp.HTTP("B", nil)',
    ['A'],
  ],
  ['none behind an exit', 'app := sdk.FunctionApp()\n\tif off { os.Exit(0) }\n\tapp.HTTP("B", nil)', []],
  ['none with a name that is computed', 'app := sdk.FunctionApp()\n\tapp.HTTP(name, nil)', []],
  ['none of another variable', 'app := sdk.FunctionApp()\n\tother.HTTP("A", nil)\n\tworker.Start(app)', []],
  ['none of a function literal', 'app := sdk.FunctionApp()\n\tdefer func() { app.HTTP("A", nil) }()', []],
  ['none of a program that does not close', 'app := sdk.FunctionApp()\n\tapp.HTTP("A", nil)\n\tif x {', []],
])('names %s', async (_, body, names) => {
  const project = await aProject({
    'host.json': '{ "version": "2.0" }',
    'go.mod': goMod,
    'main.go': program(body),
  })
  expect(project.model).toBe('native')
  expect(registeredNames(project.go)).toEqual(names)
})

it('names none where several programs start a worker', async () => {
  const main = program('app := sdk.FunctionApp()\n\tapp.HTTP("A", nil)')
  const project = await aProject({
    'host.json': '{ "version": "2.0" }',
    'go.mod': goMod,
    'main.go': main,
    'cmd/b/main.go': main,
  })
  expect(registeredNames(project.go)).toEqual([])
})
