/**
 * Values and binding data of triggers that no HTTP request reaches, as their listeners and the admin call give them.
 */
import type { ContractBinding } from './binding'
import type { BindingValues } from './invocation-request'

export interface TriggerValue {
  readonly payload: unknown
  readonly metadata: BindingValues
}

export interface TriggeredFunction {
  readonly bindings: readonly ContractBinding[]
  /** Binding type of the trigger. */
  readonly trigger: string
}

const distantTime = new Date('9999-12-31T23:59:59Z')

/**
 * What a call of the admin page (`POST /admin/functions/<name>`) hands to a function.
 *
 * @param input the call's `input`
 */
export function adminCall({ bindings, trigger }: TriggeredFunction, input: string): TriggerValue {
  const name = bindings.find(({ type }) => type === trigger)?.name
  const named = name === undefined ? {} : { [name]: input }
  switch (trigger.toLowerCase()) {
    case 'timertrigger':
      return { payload: timerValue(), metadata: {} }
    case 'queuetrigger': {
      const times = {
        DequeueCount: 0,
        ExpirationTime: distantTime,
        InsertionTime: new Date(),
        NextVisibleTime: distantTime,
      }
      return { payload: input, metadata: { ...times, ...named } }
    }
    default:
      return { payload: input, metadata: named }
  }
}

/** A message of a queue as its listener hands it over. */
export function queueMessage(
  text: string,
  ids: { readonly id: string; readonly receipt: string },
): TriggerValue {
  const now = Date.now()
  return {
    payload: text,
    metadata: {
      DequeueCount: 1,
      ExpirationTime: new Date(now + 7 * 86_400_000),
      Id: ids.id,
      InsertionTime: new Date(now),
      NextVisibleTime: new Date(now + 600_000),
      PopReceipt: ids.receipt,
    },
  }
}

/** A timer that is due, and has no storage to remember when it ran. */
export function timerValue(): Readonly<Record<string, unknown>> {
  return { Schedule: { AdjustForDST: true }, ScheduleStatus: null, IsPastDue: false }
}

/** An event of Event Grid: its `data` is binding data, too. */
export function gridEvent(event: Readonly<Record<string, unknown>>): TriggerValue {
  return { payload: event, metadata: 'data' in event ? { data: event['data'] } : {} }
}

/**
 * A blob as its listener hands it over.
 *
 * @param parameters what the names in braces of the binding's path stand for
 */
export function blobContent(
  uri: string,
  content: Uint8Array,
  parameters: Readonly<Record<string, string>>,
): TriggerValue {
  const now = `${new Date().toISOString().slice(0, 19)}+00:00`
  return {
    payload: content,
    metadata: { Uri: uri, Properties: blobProperties(content.length, now), Metadata: {}, ...parameters },
  }
}

function blobProperties(ContentLength: number, now: string): Readonly<Record<string, unknown>> {
  const never = '0001-01-01T00:00:00+00:00'
  const none = Object.fromEntries(
    [
      'ObjectReplicationDestinationPolicyId',
      'ObjectReplicationSourceProperties',
      'CopyStatusDescription',
      'CopyId',
      'CopyProgress',
      'CopySource',
      'BlobCopyStatus',
      'DestinationSnapshot',
      'ContentEncoding',
      'ContentDisposition',
      'ContentLanguage',
      'CacheControl',
      'EncryptionKeySha256',
      'EncryptionScope',
      'ArchiveStatus',
      'VersionId',
      'RehydratePriority',
    ].map((name) => [name, null]),
  )
  return {
    ...none,
    LastModified: now,
    CreatedOn: now,
    Metadata: {},
    BlobType: 0,
    CopyCompletedOn: never,
    CopyStatus: 0,
    IsIncrementalCopy: false,
    LeaseDuration: 0,
    LeaseState: 0,
    LeaseStatus: 1,
    ContentLength,
    ContentType: 'application/octet-stream',
    ETag: {},
    ContentHash: null,
    BlobSequenceNumber: 0,
    AcceptRanges: 'bytes',
    BlobCommittedBlockCount: 0,
    IsServerEncrypted: true,
    AccessTier: 'Hot',
    AccessTierInferred: true,
    AccessTierChangedOn: now,
    IsLatestVersion: false,
    TagCount: 0,
    ExpiresOn: never,
    IsSealed: false,
    LastAccessed: never,
    ImmutabilityPolicy: { ExpiresOn: null, PolicyMode: null },
    HasLegalHold: false,
  }
}
