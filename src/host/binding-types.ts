/**
 * The binding types that the host knows by itself and those of the extension bundle of version 4.
 */

const builtIn = new Set(['httptrigger', 'http', 'timertrigger', 'manualtrigger', 'warmuptrigger'])

const bundle = new Set(
  [
    'queueTrigger queue blobTrigger blob table eventGridTrigger eventGrid',
    'serviceBusTrigger serviceBus eventHubTrigger eventHub cosmosDBTrigger cosmosDB',
    'signalR signalRConnectionInfo signalRTrigger signalREndpoints signalRNegotiation',
    'webPubSub webPubSubConnection webPubSubContext webPubSubTrigger',
    'kafkaTrigger kafka rabbitMQTrigger rabbitMQ sendGrid twilioSms',
    'sqlTrigger sql mySqlTrigger mySql kusto',
    'redisPubSubTrigger redisListTrigger redisStreamTrigger redis',
    'daprBindingTrigger daprServiceInvocationTrigger daprTopicTrigger daprBinding daprInvoke daprPublish',
    'daprSecret daprState orchestrationTrigger activityTrigger entityTrigger durableClient',
    'orchestrationClient mcpToolTrigger mcpToolProperty mcpResourceTrigger assistantSkillTrigger',
    'assistantCreate assistantPost assistantQuery textCompletion embeddings embeddingsStore semanticSearch',
    'authenticationEventsTrigger openApiTrigger',
  ].flatMap((line) => line.toLowerCase().split(' ')),
)

/**
 * Whether a type works without any extension.
 *
 * @param lowerType the binding type in lower case
 * @returns true for the types that the host registers by itself
 * @see src/WebJobs.Script/ScriptHostBuilderExtensions.cs in Azure/azure-functions-host
 */
export function isBuiltInBinding(lowerType: string): boolean {
  return builtIn.has(lowerType)
}

/**
 * Whether the extension bundle of version 4 brings a type.
 *
 * @param lowerType the binding type in lower case
 * @returns true when the bundle registers it
 * @see the extensions listed in Azure/azure-functions-extension-bundles
 */
export function isBundleBinding(lowerType: string): boolean {
  return bundle.has(lowerType)
}
