/**
 * The one table of binding types: what the host and the extension bundles know, and what of their properties decides
 * whether a function can start. A new type is a new line here. It reads nothing and judges nothing.
 */

export type BindingKind = 'trigger' | 'in' | 'out'

export interface BindingType {
  /** As it is written in function.json; the host compares without case. */
  readonly name: string
  readonly kinds: readonly BindingKind[]
  /** Brought by the host itself; every other type comes with an extension. */
  readonly isBuiltIn: boolean
  /**
   * Constructors of the extension's attribute: a function is in error when none of them finds all its properties.
   * Those of bundle 4.
   */
  readonly needs: readonly (readonly string[])[]
  /** Properties that are texts besides those of every binding: a list or an object puts the function in error. */
  readonly texts: readonly string[]
  /** Names that bundles 1 to 3 read, and what bundle 4 reads instead. */
  readonly renamed: Readonly<Record<string, string>>
}

/** The day on which the table was compared with the extensions of the bundles, 4.32.0 the newest. */
export const bindingTypesDate = '2026-11-28'

type Details = Partial<Omit<BindingType, 'name' | 'kinds'>>

function type(name: string, kinds: string, details: Details = {}): BindingType {
  const known = { isBuiltIn: false, needs: [], texts: [], renamed: {}, ...details }
  return { name, kinds: kinds.split(' ') as BindingKind[], ...known }
}

const builtIn = { isBuiltIn: true }

/** Version 4 of the Cosmos DB extension says container for collection. */
const cosmosNames = {
  collectionName: 'containerName',
  connectionStringSetting: 'connection',
}

const serviceBusNames = [['queueName'], ['topicName', 'subscriptionName']]

/**
 * Sources: ScriptHostBuilderExtensions.cs of azure-functions-host, `extensions.json` of the bundles, and the
 * attributes of the extensions (azure-sdk-for-net, azure-webjobs-sdk-extensions and the extensions' own repositories).
 */
export const bindingTypes: readonly BindingType[] = [
  type('httpTrigger', 'trigger', builtIn),
  type('http', 'out', builtIn),
  type('timerTrigger', 'trigger', builtIn),
  type('manualTrigger', 'trigger', builtIn),
  type('warmupTrigger', 'trigger', builtIn),
  type('blobTrigger', 'trigger', { needs: [['path']], texts: ['path'] }),
  type('blob', 'in out', { needs: [['path']], texts: ['path'] }),
  type('queueTrigger', 'trigger', { needs: [['queueName']], texts: ['queueName'] }),
  type('queue', 'out', { needs: [['queueName']], texts: ['queueName'] }),
  type('table', 'in out', {
    needs: [['tableName']],
    texts: ['tableName', 'partitionKey', 'rowKey', 'filter'],
  }),
  type('serviceBusTrigger', 'trigger', { needs: serviceBusNames, texts: serviceBusNames.flat() }),
  type('serviceBus', 'out', { needs: [['queueName'], ['topicName']], texts: ['queueName', 'topicName'] }),
  type('eventHubTrigger', 'trigger', {
    needs: [['eventHubName']],
    texts: ['eventHubName', 'consumerGroup'],
  }),
  type('eventHub', 'out', { needs: [['eventHubName']], texts: ['eventHubName'] }),
  type('eventGridTrigger', 'trigger'),
  type('eventGrid', 'out', { texts: ['topicEndpointUri', 'topicKeySetting'] }),
  type('cosmosDBTrigger', 'trigger', {
    needs: [['databaseName', 'containerName']],
    texts: ['databaseName', 'containerName', 'leaseConnection', 'leaseDatabaseName', 'leaseContainerName'],
    renamed: {
      ...cosmosNames,
      leaseCollectionName: 'leaseContainerName',
      leaseCollectionPrefix: 'leaseContainerPrefix',
      leaseConnectionStringSetting: 'leaseConnection',
      leasesCollectionThroughput: 'leasesContainerThroughput',
      createLeaseCollectionIfNotExists: 'createLeaseContainerIfNotExists',
    },
  }),
  type('cosmosDB', 'in out', {
    texts: ['databaseName', 'containerName', 'id', 'partitionKey', 'sqlQuery'],
    renamed: { ...cosmosNames, collectionThroughput: 'containerThroughput' },
  }),
  type('sqlTrigger', 'trigger'),
  type('sql', 'in out'),
  type('mysqlTrigger', 'trigger'),
  type('mysql', 'in out'),
  type('kusto', 'in out'),
  type('signalRTrigger', 'trigger'),
  type('signalR', 'out'),
  type('signalRConnectionInfo', 'in'),
  type('signalRNegotiation', 'in'),
  type('signalREndpoints', 'in'),
  type('webPubSubTrigger', 'trigger'),
  type('webPubSub', 'out'),
  type('webPubSubConnection', 'in'),
  type('webPubSubContext', 'in'),
  type('webPubSubRequest', 'in'),
  type('sendGrid', 'out'),
  type('twilioSms', 'out'),
  type('kafkaTrigger', 'trigger'),
  type('kafka', 'out'),
  type('rabbitMQTrigger', 'trigger'),
  type('rabbitMQ', 'out'),
  type('redisPubSubTrigger', 'trigger'),
  type('redisListTrigger', 'trigger'),
  type('redisStreamTrigger', 'trigger'),
  type('redis', 'in out'),
  type('orchestrationTrigger', 'trigger'),
  type('activityTrigger', 'trigger'),
  type('entityTrigger', 'trigger'),
  type('durableClient', 'in'),
  type('orchestrationClient', 'in'),
  type('daprServiceInvocationTrigger', 'trigger'),
  type('daprTopicTrigger', 'trigger'),
  type('daprBindingTrigger', 'trigger'),
  type('daprState', 'in out'),
  type('daprSecret', 'in'),
  type('daprPublish', 'out'),
  type('daprInvoke', 'out'),
  type('daprBinding', 'out'),
  type('mcpToolTrigger', 'trigger'),
  type('mcpToolProperty', 'in'),
  type('mcpResourceTrigger', 'trigger'),
  type('mcpPromptTrigger', 'trigger'),
  type('textCompletion', 'in'),
  type('embeddings', 'in'),
  type('embeddingsStore', 'out'),
  type('semanticSearch', 'in'),
  type('assistantSkillTrigger', 'trigger'),
  type('assistantCreate', 'out'),
  type('assistantPost', 'in'),
  type('assistantQuery', 'in'),
  type('authenticationEventsTrigger', 'trigger'),
  type('authenticationEvents', 'out'),
]

const byLowerName = new Map(bindingTypes.map((known) => [known.name.toLowerCase(), known]))

/** Looks a type up by its name in any case. */
export function bindingTypeOf(name: string | undefined): BindingType | undefined {
  return name === undefined ? undefined : byLowerName.get(name.toLowerCase())
}

/** Whether a type exists as an output only, so that a missing direction, which means `in`, is a mistake. */
export function isOutputOnly(name: string | undefined): boolean {
  const kinds = bindingTypeOf(name)?.kinds
  return kinds?.length === 1 && kinds[0] === 'out'
}
