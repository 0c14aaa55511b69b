/** The pages of `discover` and `overview`: what they say, and that hostile text stays text in a browser. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium, launchChromium, openPreview, renderPreviewHtml } from '../../scripts/preview'
import { appsOf, readReports } from '../../src/many-apps/overview/reports'
import { type AppReport, readAppReport } from '../../src/report/app-report'
import { type Discovery, renderDiscovery } from '../../src/report/discovery-page'
import { type OverviewApp, renderOverview } from '../../src/report/overview-page'
import { aGreenRun, aRedRun } from './a-report'
import { hostileTexts } from './hostile'

const read = (report: unknown): AppReport => {
  const found = readAppReport(JSON.stringify(report))
  if (found === undefined) throw new Error('it is no report')
  return found
}

describe('a report that is read back', () => {
  it('says how the run ended, and what was found', () => {
    const green = read(aGreenRun())
    expect(green).toMatchObject({ outcome: 'passed', endedIn: '', isDryRun: false, isVerified: true })
    expect(green.packageSha256).toMatch(/^[0-9a-f]{64}$/)
    const red = read(aRedRun())
    expect(red.outcome).toBe('failed')
    expect(red.endedIn).not.toBe('')
    expect(red.findings).toHaveLength(aRedRun().findings.length)
  })

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"schemaVersion":2,"outcome":"passed"}',
    '{"schemaVersion":1,"outcome":"fine"}',
  ])('is none: %s', (text) => expect(readAppReport(text)).toBeUndefined())

  it('takes no harm from values of another kind', () => {
    const broken = {
      schemaVersion: 1,
      outcome: 'failed',
      findings: [1, { severity: 'error' }],
      stages: 3,
      package: [],
    }
    expect(read(broken)).toMatchObject({ findings: [{ severity: 'error', message: '' }], packageSha256: '' })
  })
})

describe('the apps of an overview', () => {
  const matrix = ['one', 'two', 'three', 'four'].map((name) => ({ name, 'app-name': `app-${name}` }))
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'overview-'))
    const files = {
      'build-one': aGreenRun(),
      'deploy-one': aGreenRun(),
      'build-two': aRedRun(),
      'build-three': aGreenRun(),
    }
    for (const [name, report] of Object.entries(files))
      writeFileSync(join(folder, `${name}.json`), JSON.stringify(report))
    writeFileSync(join(folder, 'build-four.json'), '{')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('have passed when the last stage says so, and never without its report', async () => {
    const { reports, unreadable } = await readReports(folder)
    expect(unreadable).toEqual(['build-four.json'])
    const apps = appsOf(reports, { stages: ['build', 'deploy'], matrix })
    expect(apps.map(({ hasPassed, missing, appName }) => [appName, hasPassed, missing !== ''])).toEqual([
      ['app-one', true, false],
      ['app-two', false, false],
      ['app-three', false, true],
      ['app-four', false, true],
    ])
    const markdown = renderOverview('production', apps)
    expect(markdown).toContain('## Failed: 3 of 4 apps (`production`)')
    expect(markdown).toMatch(/\| `three` \| \*\*not done\*\* \| .*There is no report of the stage 'deploy'/)
  })

  it.each([
    ['green', aGreenRun()],
    ['red', aRedRun()],
  ])('tell in the row of a %s app how many warnings it has', (_, run) => {
    const warning = { ...(run.findings[0] ?? {}), severity: 'warning' }
    const rowOf = (findings: readonly unknown[]): string =>
      renderOverview('production', [
        anApp({ report: read({ ...run, findings }), hasPassed: run.outcome === 'passed' }),
      ])
        .split('\n')
        .find((line) => line.startsWith('| `')) ?? ''
    expect(rowOf([])).not.toContain('warning')
    expect(rowOf([warning])).toMatch(/\b1 warning\b/)
    expect(rowOf([warning, warning, { ...warning, severity: 'notice' }])).toMatch(/\b2 warnings\b/)
  })

  it('are those that have reports when no matrix is given, and a missing folder has none', async () => {
    const { reports } = await readReports(folder)
    const names = appsOf(reports, { stages: ['build'], matrix: undefined }).map(({ name }) => name)
    expect(names).toEqual(['one', 'three', 'two'])
    const nothing = await readReports(join(folder, 'none'))
    expect(renderOverview('', appsOf(nothing.reports, { stages: [], matrix: undefined }))).toBe(
      '## No app had to be built\n',
    )
  })
})

describe('a very large overview', () => {
  it('stays below the limit of a summary', () => {
    const { findings } = aRedRun()
    const many = Array.from({ length: 500 }, () => ({
      ...(findings[0] ?? {}),
      message: 'x'.repeat(3000),
      hint: 'y'.repeat(3000),
    }))
    const report = read({ ...aRedRun(), findings: many })
    const apps = Array.from({ length: 256 }, (_, index) =>
      anApp({ name: `app${index}`, report, hasPassed: false }),
    )
    const markdown = renderOverview('production', apps)
    expect(Buffer.byteLength(markdown)).toBeLessThan(1_000_000)
    expect(markdown).toContain('| `app255` |')
    expect(markdown).toMatch(/Findings of \d+ apps? were left out/)
  })
})

const isMissing = findChromium() === undefined

describe.skipIf(isMissing)(
  'hostile text in a browser (without Chromium there is nothing to draw with)',
  () => {
    let browser: Browser
    let folder: string
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'many-apps-'))
      browser = await launchChromium()
    })
    afterAll(async () => {
      await browser?.close()
      rmSync(folder, { recursive: true, force: true })
    })

    it('stays text, and adds no element', async () => {
      const texts = hostileTexts
        .map(([, text]) => text)
        .filter((text) => text.trim() !== '' && text.length < 5000)
      const pages = ['harmless', ...texts]
        .map((text) => `<section>\n\n${pageOf(text)}\n\n</section>`)
        .join('\n\n')
      const path = join(folder, 'page.html')
      writeFileSync(path, renderPreviewHtml(pages, 'Many apps', { keepsAllHtml: true }))
      const page = await browser.newPage({ viewport: { width: 1012, height: 800 } })
      await openPreview(page, path)
      const drawn =
        await page.evaluate<{ tags: Record<string, number>; attributes: string[]; free: string }[]>(telling)
      expect(await page.evaluate('window.pwned')).toBeUndefined()
      await page.close()
      const [harmless, ...hostile] = drawn
      expect(hostile).toHaveLength(texts.length)
      expect(harmless?.tags).toMatchObject({ h2: 2, details: 2, table: 5 })
      for (const [index, { tags, attributes, free }] of hostile.entries()) {
        expect(tags, texts[index]).toEqual(harmless?.tags)
        expect(attributes, texts[index]).toEqual(harmless?.attributes)
        expect(free, texts[index]).not.toMatch(/@\w|#\d|:\/\/|www\.|\$/)
      }
    })
  },
)

const telling = `[...document.querySelectorAll('article > section')].map((section) => {
  const all = [...section.querySelectorAll('*')]
  const tags = {}
  for (const { localName } of all) if (!['code', 'br', 'p'].includes(localName)) tags[localName] = (tags[localName] ?? 0) + 1
  const attributes = [...new Set(all.flatMap((node) => [...node.attributes].map((each) => node.localName + '[' + each.name + '=' + each.value + ']')))].sort()
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
  const free = []
  while (walker.nextNode()) if (walker.currentNode.parentElement.closest('code, pre, a') === null) free.push(walker.currentNode.data)
  return { tags, attributes, free: free.join('\\n') }
})`

/** Both pages, with the same text in every place. */
function pageOf(text: string): string {
  const finding = {
    code: text,
    severity: 'error',
    message: text,
    hint: text,
    location: { file: text, line: 1 },
  } as const
  const app = { name: text, folder: text, appName: text, slotName: text, isChanged: true, reason: text }
  const discovery: Discovery = {
    apps: [
      { ...app, isInMatrix: true },
      { ...app, isInMatrix: false },
    ],
    everything: text,
    findings: [finding],
    elapsedMs: 1,
  }
  const deployment = { appName: text, slotName: text, appUrl: text }
  const report = {
    ...read(aRedRun()),
    cause: text,
    endedIn: text,
    findings: [finding],
    deployment,
  }
  const failed = anApp({ name: text, appName: text, report, hasPassed: false })
  const lost = anApp({ name: text, appName: text, report: undefined, missing: text, hasPassed: false })
  return `${renderDiscovery(discovery)}\n${renderOverview(text, [failed, lost])}`
}

function anApp(given: Partial<OverviewApp>): OverviewApp {
  return { name: 'app', appName: '', report: undefined, missing: '', hasPassed: true, ...given }
}
