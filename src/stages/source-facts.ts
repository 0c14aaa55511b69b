/** What the source of a project tells the rehearsal: variables, places, routes, and files that were not packed. */
import { statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { answersTo } from '../checks/program/route-match'
import type { Project } from '../checks/project'
import { plainAnswerTo } from '../gosource/plain-answers'
import { placeOfFrame, placeOfText } from '../gosource/program-places'
import { seenRoutesOf } from '../gosource/routes'
import { readVariables } from '../gosource/variables'
import type { SourceFacts } from '../host/rehearsal/source-facts'
import type { Run } from './run'

/** @returns facts that are read when they are asked for */
export function sourceFactsOf({ projectFolder }: Run, { go }: Project): SourceFacts {
  return {
    get variables() {
      return readVariables(go).variables
    },
    get library() {
      return readVariables(go).library
    },
    placeOfFrame: (path, line) => placeOfFrame(go, path, line),
    placeOfText: (line) => placeOfText(go, line),
    registers: (path) => answersTo(seenRoutesOf(go))(path),
    plainAnswer: (path) => plainAnswerTo(go, path),
    unpackedFile: (path) => fileIn(projectFolder, path),
  }
}

/** A pattern stands for the folder that it begins with. */
function fileIn(folder: string, path: string): string | undefined {
  const fixed = path.split('/')
  const wild = fixed.findIndex((part) => /[*?[]/.test(part))
  const looked = wild < 0 ? path : fixed.slice(0, wild).join('/')
  const inside = relative(folder, resolve(folder, looked))
  if (looked === '' || path.includes('\0') || inside === '' || inside.split(sep)[0] === '..') return undefined
  return statSync(resolve(folder, looked), { throwIfNoEntry: false }) === undefined ? undefined : path
}
