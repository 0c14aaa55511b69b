/** The door of this folder: the ways of delivering a package, and which package is active. */
export { readActivePackage } from './active-package'
export { type Deployment, deployPackage } from './deployment'
export type { ActivePackage } from './known-package'
export { findOvertaking } from './overtaken'
