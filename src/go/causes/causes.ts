/**
 * Looks for the cause of each message of a failed build in the checkout, and places the finding where it is repaired.
 * The door of this room: each kind of message has its file. Starts no programs.
 */
import type { Finding } from '../../findings'
import { isLfsPointer, lfsHint } from '../../text/lfs-pointer'
import type { goCodes } from '../codes/go-codes'
import { readText } from '../command/text-file'
import type { Explained } from '../failures/diagnostics'
import { minorOf, newestKnownMinor } from '../failures/go-releases'
import { readImports } from '../packages/imports'
import type { BuildFacts } from './constraint'
import { explainEmbed } from './embed'
import { explainExcluded, placeBuildLine } from './excluded-files'
import { explainCycle } from './import-cycle'
import { mergeFeatures } from './language'
import { explainMain, explainTestFiles, explainUndefined, placeMixed } from './main-function'
import {
  explainDirective,
  explainReplacement,
  explainUse,
  placeWorkVersion,
  requirementLocation,
  vendoringLocation,
  withPlace,
} from './module-lines'
import { explainMissingPackage, explainMissingSource } from './own-package'
import { folderOfPackage, localModulesOf, placeOf, type Situation } from './situation'
import { versionLocation } from './version-lines'

export interface CauseRequest extends Situation {
  readonly goarch: string
  /** Build tags. */
  readonly tags: readonly string[]
}

/**
 * @param explained what the messages say
 * @returns the findings, one for each cause
 */
export function findCauses(explained: readonly Explained[], request: CauseRequest): readonly Finding[] {
  const goMinor = minorOf(request.goVersion ?? '') ?? newestKnownMinor
  const facts: BuildFacts = { goarch: request.goarch, goMinor, tags: request.tags }
  const findings = new Map<string, Finding>()
  for (const each of mergeFeatures(explained, request)) {
    const finding = asPointer(each.finding, request) ?? causeOf(each, request, facts)
    findings.set(JSON.stringify([finding.code, finding.location, finding.message]), finding)
  }
  return withoutEchoes([...findings.values()])
}

function causeOf(
  { about, finding, diagnostic }: Explained,
  request: CauseRequest,
  facts: BuildFacts,
): Finding {
  switch (about?.kind) {
    case 'version-line':
      return finding.location !== undefined && about.file === undefined && finding.code !== 'go-too-old'
        ? finding
        : withPlace(finding, versionLocation(about.file, about.wanted, request))
    case 'required-module':
      return withPlace(finding, requirementLocation(about.module, request))
    case 'work-version':
      return placeWorkVersion(finding, about, request)
    case 'replaced-folder':
      return explainReplacement(about, finding, request)
    case 'used-folder':
      return explainUse(about, finding, request)
    case 'missing-package':
      // Without a position it is main-package that names it.
      return diagnostic.file === undefined && !isLocal(about.path, request)
        ? finding
        : explainMissingPackage(about.path, finding, request, about.sources)
    case 'missing-source':
      return explainMissingSource(about.path, finding, request)
    case 'excluded-files':
      return explainExcluded(about, finding, request, facts)
    case 'build-line':
      return placeBuildLine(about, finding, request)
    case 'cycle':
      return explainCycle(about.stack, finding, request)
    case 'test-files':
      return explainTestFiles(about, finding, request)
    case 'mixed-packages':
      return placeMixed(about, finding, request)
    case 'main-function':
      return explainMain(about, finding, request, facts)
    case 'undefined-name':
      return explainUndefined(about, finding, request, facts)
    case 'vendoring':
      return withPlace(finding, vendoringLocation(about.reasons, request))
    case 'embed':
      return explainEmbed(about, finding, request)
    case 'file':
      return withPlace(finding, placeOf(request.flavour.resolve(request.cwd, about.path), request))
    case 'module-line':
      return explainDirective(about, finding)
    case 'module-file':
      return withPlace(finding, placeOf(request.goModPath, request, { line: 1 }))
    default:
      return fetched(finding, request)
  }
}

const fetchCodes: readonly string[] = ['go-proxy-unreachable', 'go-module-unavailable', 'go-sum-missing']

/** Go asks the network for a package that ought to lie in a module of the checkout. */
function fetched(finding: Finding, request: CauseRequest): Finding {
  const { location } = finding
  if (location?.line === undefined || !fetchCodes.includes(finding.code)) return finding
  const file = request.flavour.resolve(request.repositoryRoot, location.file)
  const imported = readImports(readText(file) ?? '').find(({ line }) => line === location.line)
  if (imported === undefined) return finding
  return isLocal(imported.path, request) ? explainMissingPackage(imported.path, finding, request) : finding
}

function isLocal(importPath: string, request: CauseRequest): boolean {
  return folderOfPackage(importPath, localModulesOf(request), request.flavour) !== undefined
}

/** A file that Go cannot read since Git LFS did not fetch it. */
function asPointer(finding: Finding, { flavour, repositoryRoot }: CauseRequest): Finding | undefined {
  const { location } = finding
  if (location === undefined) return undefined
  const text = readText(flavour.resolve(repositoryRoot, location.file))
  if (text === undefined || !isLfsPointer(text)) return undefined
  return {
    code: 'lfs-pointer' satisfies keyof typeof goCodes,
    severity: 'error',
    message: `"${location.file}" is only a pointer of Git LFS: the checkout did not fetch its content.`,
    hint: lfsHint,
    location: { file: location.file, line: 1 },
  }
}

/** One cause, said twice by Go: the circle through a program that cannot be imported, marks of one conflict. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const says = (text: string): Finding | undefined => findings.find(({ message }) => message.includes(text))
  const mark = says('marks of a merge conflict')
  const program = says('is a program, not an importable package')
  const quote = says('invalid quoted string in //go:embed')
  return findings.filter((finding) => {
    if (program !== undefined && finding.message.includes('(import cycle not allowed)')) return false
    if (quote !== undefined && finding.message.includes('usage: //go:embed')) return false
    const isBesideMark = finding.code === 'go-mod-invalid' && finding.location?.file === mark?.location?.file
    return mark === undefined || finding === mark || !isBesideMark
  })
}
