/** The door of this folder: whether the functions are there and answer. */
export { type Verification, type VerifiedFunction, verifyDeployment } from './verify'
