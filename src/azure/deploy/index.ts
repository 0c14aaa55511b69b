/** The door of this folder: the ways of delivering a package, and which package is active. */
export { type ActivePackage, readActivePackage } from './active-package'
export { type Deployment, deployPackage } from './deployment'
