import { mkdir } from 'node:fs/promises'
import nodePath from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { installedGoMinor } from '../installed-go'
import { aProject, build, removeProjects } from '../projects'
import { embeds } from './projects/embeds'
import { functionsAndFiles } from './projects/functions-and-files'
import { imports } from './projects/imports'
import { modules } from './projects/modules'
import { ownPackages } from './projects/own-packages'
import { versions } from './projects/versions'

afterAll(removeProjects)

const failingProjects = {
  ...versions,
  ...modules,
  ...functionsAndFiles,
  ...imports,
  ...ownPackages,
  ...embeds,
}

describe('the cause of a failed build', () => {
  for (const [name, project] of Object.entries(failingProjects)) {
    const { files, folder, mainPackage = '', from = 0, until = Number.POSITIVE_INFINITY } = project
    const isOther = installedGoMinor < from || installedGoMinor > until
    const reason = isOther
      ? ` (Go 1.${installedGoMinor} says something else; 1.${from} to 1.${until} say it)`
      : ''
    it.skipIf(isOther)(`${name}${reason}`, async () => {
      const folders = Object.keys(files).filter((path) => path.endsWith('/'))
      const root = await aProject(
        Object.fromEntries(Object.entries(files).filter(([path]) => !path.endsWith('/'))),
      )
      for (const path of folders) await mkdir(nodePath.join(root, path), { recursive: true })
      const { findings, output } = await build(root, folder, { mainPackage, environment: { GOPROXY: 'off' } })
      expect(output).toBeUndefined()
      expect(findings.map(({ code }) => code)).toEqual([project.code])
      const [finding] = findings
      const place = finding?.location
      expect(
        [place?.file, place?.line, place?.column].filter((part) => part !== undefined).join(':'),
      ).toMatch(new RegExp(`^${project.place.replace(/[.]/g, '\\.')}(?::\\d+)?$`))
      for (const words of project.says) expect(`${finding?.message} ${finding?.hint}`).toContain(words)
      expect(`${finding?.message} ${finding?.hint}`).not.toContain(root)
    })
  }
})
