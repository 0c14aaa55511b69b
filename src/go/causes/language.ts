/**
 * Features that are newer than the `go` line by which the code is compiled: one finding for each such line, with
 * the places of the code. Reads go.mod.
 */
import type { Finding } from '../../findings'
import { readText } from '../command/text-file'
import type { Explained } from '../failures/diagnostics'
import type { Subject } from '../failures/explanation'
import { goLineOf } from '../packages/module-file'
import { folderOf } from './go-files'
import { withPlace } from './module-lines'
import { localModulesOf, moduleLinesOf, nameOf, placeOf, type Situation } from './situation'

type Language = Extract<Subject, { kind: 'language' }>
type Feature = Explained & { readonly about: Language }

const mostPlaces = 5

/**
 * @param explained all of a failed build
 * @returns those that are no such feature, and one in place of all features of a line
 */
export function mergeFeatures(explained: readonly Explained[], situation: Situation): readonly Explained[] {
  const groups = new Map<string, Feature[]>()
  const rest: (Explained | readonly Feature[])[] = []
  for (const each of explained) {
    if (!isFeature(each)) {
      rest.push(each)
      continue
    }
    const { limit } = each.about
    const key = JSON.stringify([
      limit,
      limit === '' ? each.finding.location?.file : moduleFileOf(each, situation),
    ])
    const group = groups.get(key)
    if (group !== undefined) group.push(each)
    else {
      const begun = [each]
      groups.set(key, begun)
      rest.push(begun)
    }
  }
  return rest.map((each) => ('finding' in each ? each : merged(each, situation)))
}

function isFeature(explained: Explained): explained is Feature {
  return explained.about?.kind === 'language'
}

function merged(group: readonly Feature[], situation: Situation): Explained {
  const [first] = group as readonly [Feature, ...Feature[]]
  const { location } = first.finding
  const newest = group.reduce(
    (high, { about }) => (isNewer(about.version, high) ? about.version : high),
    first.about.version,
  )
  const uses = group.slice(0, mostPlaces).map(({ about, finding }) => {
    const at = finding.location
    const place =
      at === undefined
        ? ''
        : ` at ${[at.file, at.line, at.column].filter((part) => part !== undefined).join(':')}`
    return `${about.feature}${place}`
  })
  const more = group.length > uses.length ? ` and ${group.length - uses.length} more` : ''
  if (first.about.limit === '') return { ...first, finding: atFileLine(first, newest, uses, more, situation) }
  const path = moduleFileOf(first, situation)
  if (path === undefined || (location !== undefined && isVendored(location.file))) return first
  const name = nameOf(path, situation)
  const line = goLineOf(moduleLinesOf(path))?.line
  const says =
    line === undefined
      ? `has no go line, which means go ${first.about.limit}`
      : `says go ${first.about.limit}`
  const finding: Finding = {
    ...first.finding,
    message: `${name} ${says}, but the code needs Go ${newest}: ${uses.join('; ')}${more}.`,
    hint: `Write go ${newest} or later in ${name}: go mod edit -go=${newest}, then go mod tidy. Or write the code without it.`,
  }
  return { ...first, finding: withPlace(finding, placeOf(path, situation, { line: line ?? 1 })) }
}

function atFileLine(
  { finding, about }: Feature,
  newest: string,
  uses: readonly string[],
  more: string,
  situation: Situation,
): Finding {
  const { location } = finding
  if (location === undefined) return finding
  const path = situation.flavour.resolve(situation.repositoryRoot, location.file)
  const lines = (readText(path) ?? '').split('\n')
  const line = lines.findIndex((each) => each.startsWith('//go:build ')) + 1
  if (line === 0) return finding
  return {
    ...finding,
    message: `The go:build line of ${location.file} ("${(lines[line - 1] ?? '').trim().slice(0, 200)}") asks for an older Go than the code of the file needs. The code needs Go ${newest}: ${uses.join('; ')}${more}.`,
    hint: `Write //go:build go${newest} there, or remove the line when go.mod says go ${about.version} or later.`,
    location: { file: location.file, line, column: 1 },
  }
}

/** go.mod of the module in which the code stands. */
function moduleFileOf({ diagnostic }: Explained, situation: Situation): string | undefined {
  const { flavour, goModPath } = situation
  const folder = folderOf(diagnostic.package ?? '', situation)
  if (folder === undefined) return undefined
  const module = localModulesOf(situation)
    .filter(
      (each) =>
        folder !== undefined && (folder === each.folder || folder.startsWith(`${each.folder}${flavour.sep}`)),
    )
    .sort((one, other) => other.folder.length - one.folder.length)[0]
  if (module !== undefined) return flavour.resolve(module.folder, 'go.mod')
  return goModPath === '' ? undefined : goModPath
}

function isVendored(file: string): boolean {
  return /(?:^|\/)vendor\//.test(file)
}

function isNewer(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { numeric: true }) > 0
}
