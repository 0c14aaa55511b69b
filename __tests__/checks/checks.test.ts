import { describe, expect, it } from 'vitest'
import { checkProject, checks } from '../../src/checks'
import { projectCodes } from '../../src/checks/codes'
import type { Finding } from '../../src/findings'
import { cases, unmark } from './cases'
import { anApp, aProject } from './folder'

describe('bad projects', () => {
  const named = cases.map((bad, index) => ({ name: `${index} ${bad.code}`, bad }))
  it.for(named)('$name', async ({ bad }, context) => {
    const { files, marked } = unmark(bad.files)
    const project = await aProject(anApp(files), bad.request)
    const hasAllFiles = Object.keys(anApp(files)).length === project.files.length
    if (!hasAllFiles) context.skip('this file system does not tell upper from lower case')
    const findings = checkProject(project, bad.context)
    const [finding, ...repeated] = findings.filter(({ code }) => code === bad.code)
    expect(finding).toMatchObject({ code: bad.code, severity: bad.severity, message: bad.message })
    expect(repeated).toEqual([])
    expect(placeOf(finding)).toBe(marked ?? bad.file)
    expect(finding?.hint).toMatch(/^[A-Z].{10,}/)
    const others = findings.filter(({ code, severity }) => code !== bad.code && severity !== 'notice')
    expect(others.map(({ code }) => code)).toEqual(bad.also ?? [])
  })
})

describe('the table of checks', () => {
  it('has a bad project for every code', () => {
    const tested = new Set(cases.map(({ code }) => code))
    expect(checks.map(({ code }) => code).filter((code) => !tested.has(code))).toEqual([])
  })

  it('gives every code the severity of its description', () => {
    for (const { code, severity } of checks)
      expect(`${code} ${severity}`).toBe(`${code} ${projectCodes[code].severity}`)
  })

  it('leaves no description without a check', () => {
    const checked = new Set<string>(checks.map(({ code }) => code))
    // Thrown while reading, or found beside the table in what was built.
    const elsewhere = [
      'working-directory-missing',
      'project-folder',
      'project-too-large',
      'host-refuses',
      'port-variable-unread',
      'port-variable-legacy',
      'native-worker-not-linked',
    ]
    expect(Object.keys(projectCodes).filter((code) => !checked.has(code))).toEqual(elsewhere)
  })
})

function placeOf(finding: Finding | undefined): string | undefined {
  const { file, line, column } = finding?.location ?? {}
  return file === undefined ? undefined : [file, line, column].filter((part) => part !== undefined).join(':')
}
