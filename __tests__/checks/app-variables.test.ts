import { expect, it } from 'vitest'
import { neededVariables } from '../../src/checks/settings/variables'
import { main } from './cases/case'
import { anApp, aProject } from './folder'

const app = { appName: 'shop', target: '--name shop --resource-group rg', verifyPath: '', takesKeys: true }

it.each([
  ['the app lacks one', ['DB_URL', 'KEY'], ['KEY'], ['warning app/main.go:9']],
  ['the app has it', ['DB_URL'], ['db_url'], []],
  ['the platform sets it', ['REGION_NAME'], [], []],
  ['nothing was named', [], [], []],
])('what a rehearsed handler named as it ended: %s', async (_, named, settingNames, expected) => {
  const project = await aProject(anApp({ 'main.go': main('_ = os.Getenv("DB_URL")') }))
  const found = neededVariables(project, { app, settingNames }, named)
  expect(found.map(({ severity, location }) => `${severity} ${location?.file}:${location?.line}`)).toEqual(
    expected,
  )
  expect(neededVariables(project, { app }, named)).toEqual([])
})
