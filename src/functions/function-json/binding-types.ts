/**
 * The binding types of the extension bundles, as they are written in function.json.
 * Used to recognise typing errors; a type that is not here may exist nevertheless.
 */

/** Source: the bundle's `extensions.json` and the reference pages of the bindings. */
export const knownBindingTypes: readonly string[] = [
  ...['httpTrigger', 'http', 'timerTrigger', 'manualTrigger', 'warmupTrigger'],
  ...['blobTrigger', 'blob', 'queueTrigger', 'queue', 'table'],
  ...['serviceBusTrigger', 'serviceBus', 'eventHubTrigger', 'eventHub', 'eventGridTrigger', 'eventGrid'],
  ...['cosmosDBTrigger', 'cosmosDB', 'sqlTrigger', 'sql', 'mysqlTrigger', 'mysql', 'kusto'],
  ...['signalRTrigger', 'signalR', 'signalRConnectionInfo', 'signalRNegotiation', 'signalREndpoints'],
  ...['webPubSubTrigger', 'webPubSub', 'webPubSubConnection', 'webPubSubContext', 'webPubSubRequest'],
  ...['sendGrid', 'twilioSms', 'kafkaTrigger', 'kafka', 'rabbitMQTrigger', 'rabbitMQ'],
  ...['redisPubSubTrigger', 'redisListTrigger', 'redisStreamTrigger', 'redis'],
  ...['orchestrationTrigger', 'activityTrigger', 'entityTrigger', 'durableClient', 'orchestrationClient'],
  ...['daprServiceInvocationTrigger', 'daprTopicTrigger', 'daprBindingTrigger'],
  ...['daprState', 'daprSecret', 'daprPublish', 'daprInvoke', 'daprBinding'],
  ...['mcpToolTrigger', 'mcpToolProperty', 'mcpResourceTrigger', 'mcpPromptTrigger'],
  ...['textCompletion', 'embeddings', 'embeddingsStore', 'semanticSearch'],
  ...['assistantCreate', 'assistantPost', 'assistantQuery', 'assistantSkillTrigger'],
  ...['authenticationEventsTrigger', 'authenticationEvents'],
]

/** Types, in lower case, that only exist as outputs, so that a missing direction (which means `in`) is an error. */
export const outputOnlyTypes: ReadonlySet<string> = new Set([
  ...['http', 'queue', 'servicebus', 'eventhub', 'eventgrid', 'sendgrid', 'twiliosms'],
  ...['signalr', 'kafka', 'rabbitmq', 'webpubsub'],
])
