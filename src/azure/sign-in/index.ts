/** The door of this folder: tokens, the session, subscriptions and calls of Azure Resource Manager. */
export { callArm, listArm, listArmPages, readArm, readArmError } from './arm'
export { missingRoleError, roleAssignment } from './roles'
export type { Session } from './session'
export { signIn } from './sign-in'
export { explainStanding } from './standing-refusals'
export { listSubscriptions } from './subscription'
