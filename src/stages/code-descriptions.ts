/**
 * The descriptions of every code of the rooms and the stages, for SARIF. They are long texts: import this only when they are
 * written somewhere, never at start-up.
 */
import { archiveCodes } from '../archive/codes'
import { azureCodes } from '../azure/codes'
import { projectCodes } from '../checks/codes'
import { elfCodes } from '../elf/codes'
import type { CodeDescription } from '../findings'
import { goCodes } from '../go/codes/go-codes'
import { hostCodes } from '../host/codes'
import { containerCodes } from '../host/container/codes'
import { discoverCodes } from '../many-apps/discover/codes'
import { stageCodes } from './codes'

/** The codes of each room, in the order in which a run comes to the rooms. docs/findings.md is written from it. */
export const codesByRoom = {
  stages: stageCodes,
  checks: projectCodes,
  go: goCodes,
  elf: elfCodes,
  archive: archiveCodes,
  host: { ...hostCodes, ...containerCodes },
  azure: azureCodes,
  discover: discoverCodes,
} as const

/** Code to description. */
export const codeDescriptions: Readonly<Record<string, CodeDescription>> = Object.assign(
  {},
  ...Object.values(codesByRoom),
)
