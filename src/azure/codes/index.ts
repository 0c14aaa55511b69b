/** The door of this folder: the texts of what this room finds. */
export { azureCodes } from './codes'
