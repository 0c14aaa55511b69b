/**
 * Why a text is no JSON: in the host's own words and in ours, with the place. Thrown inside this room only.
 */

/** Lines and columns count from 1. */
export interface Place {
  readonly line: number
  readonly column: number
}

export interface Complaint {
  /** What Newtonsoft.Json says, without the path and place that it appends. */
  readonly words: string
  /** What .NET says beneath it; empty when there is nothing. */
  readonly inner?: string
  /** One clause without a full stop. */
  readonly reason: string
  /** Where a comma has to stand; absent when something else is wrong. */
  readonly missingComma?: Place
}

/** Ends reading. `reader.ts` catches it. */
export class JsonFault extends Error {
  readonly complaint: Complaint
  readonly place: Place

  constructor(complaint: Complaint, place: Place) {
    super(complaint.words)
    this.complaint = complaint
    this.place = place
  }
}

/**
 * A character, quoted so that it is visible in a message.
 *
 * @param character one UTF-16 unit, or an empty text for the end
 */
export function shownCharacter(character: string): string {
  if (character === '') return 'the end'
  if (/[\p{L}\p{N}\p{P}\p{S} ]/u.test(character)) return `'${character}'`
  return `'\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}'`
}
