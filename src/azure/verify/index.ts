/** The door of this folder: whether the app runs what was uploaded, and what it was like before. */
export { type Remembering, rememberBefore } from './before'
export type { RehearsedCall } from './call-target'
export type { Before } from './fresh'
export type { FunctionAnswer, LivingProof, Uploaded, Verification, VerifiedFunction } from './verification'
export { verifyDeployment } from './verify'
export { describeWayBack } from './way-back'
