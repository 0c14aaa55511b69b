/**
 * Every code of this room with what docs/findings.md says about it. Loaded by generators; the room itself uses the
 * names as types only.
 */
import { deploymentCodes } from './deployment-codes'
import { requestCodes } from './request-codes'
import { signInCodes } from './sign-in-codes'
import { siteCodes } from './site-codes'
import { swapCodes } from './swap-codes'
import { verifyCodes } from './verify-codes'

/** All codes of the Azure room. */
export const azureCodes = {
  ...requestCodes,
  ...signInCodes,
  ...siteCodes,
  ...deploymentCodes,
  ...swapCodes,
  ...verifyCodes,
}
