/** The door of this folder: the finished package in the Functions host's own image, before anything is uploaded. */
export { type PreparedHost, prepareHost, refuseNative } from './prepare'
export { rehearseOnHost } from './rehearse-on-host'
