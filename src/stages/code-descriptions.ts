/**
 * The descriptions of every code of the rooms and the stages, for SARIF. They are long texts: import this only when they are
 * written somewhere, never at start-up.
 */
import { archiveCodes } from '../archive/codes'
import { azureCodes } from '../azure/codes'
import { discoverCodes } from '../discover/codes'
import { elfCodes } from '../elf/codes'
import type { CodeDescription } from '../findings'
import { goCodes } from '../go/codes/go-codes'
import { hostCodes } from '../host/codes'
import { projectCodes } from '../project/codes'
import { stageCodes } from './codes'

/** Code to description, as docs/findings.md shows them. */
export const codeDescriptions: Readonly<Record<string, CodeDescription>> = {
  ...projectCodes,
  ...goCodes,
  ...elfCodes,
  ...archiveCodes,
  ...hostCodes,
  ...azureCodes,
  ...stageCodes,
  ...discoverCodes,
}
