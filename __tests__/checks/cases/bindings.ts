import { bindings, bundle, type Case, host, response } from './case'

const schedule = (value: string) =>
  bindings(`{ "type": "timerTrigger", "name": "timer", "direction": "in", "schedule": ${value} }`)
const at = (path: string, text: string, more: Readonly<Record<string, string | undefined>> = {}) => ({
  'main.go': undefined,
  [path]: text,
  ...more,
})
const hello = 'Hello/function.json'
const trigger = '{ "type": "httpTrigger", "direction": "in", "name": "req" }'
const withBundle = { 'host.json': host(bundle) }

/** Bad projects of the checks of bindings and triggers. */
export const bindingCases: readonly Case[] = [
  {
    code: 'function-bindings',
    severity: 'error',
    files: at(hello, '«{ "x": 1 }'),
    message: "function.json of 'Hello' has no 'bindings'.",
  },
  {
    code: 'function-bindings',
    severity: 'error',
    files: at(hello, '{ "bindings": «[] }'),
    message: "'bindings' of function 'Hello' is [], but at least one binding is needed.",
  },
  {
    code: 'function-bindings',
    severity: 'error',
    files: at(hello, '{ «"Bindings": [1] }'),
    message: "function.json of 'Hello' has 'Bindings' where the host looks for 'bindings' in lower case.",
  },
  {
    code: 'function-bindings',
    severity: 'error',
    files: at(hello, bindings(trigger, response, '«"more"')),
    message: "The entry \"more\" in 'bindings' of 'Hello' is no object.",
  },
  {
    code: 'binding-name',
    severity: 'error',
    files: at(hello, bindings('{ "type": "httpTrigger", "direction": "in", "name": «"my_req" }', response)),
    message:
      'The binding name "my_req" of function \'Hello\' is invalid: a letter, then letters and digits only.',
  },
  {
    code: 'binding-name',
    severity: 'error',
    files: at(hello, bindings('«{ "type": "httpTrigger", "direction": "in" }', response)),
    message: "A binding of function 'Hello' has no 'name'.",
  },
  {
    code: 'binding-name-repeated',
    severity: 'error',
    files: at(hello, bindings(trigger, '{ "type": "http", "direction": "out", "name": «"Req" }')),
    message: "Function 'Hello' has two bindings with the name 'Req' (case is ignored).",
  },
  {
    code: 'binding-type-missing',
    severity: 'error',
    files: at(hello, bindings(trigger, response, '«{ "direction": "in", "name": "more" }')),
    message: "The binding 'more' of function 'Hello' has no 'type'.",
  },
  {
    code: 'binding-type-unknown',
    severity: 'error',
    files: at(
      hello,
      bindings('{ "type": «"queTrigger", "name": "item", "queueName": "orders" }'),
      withBundle,
    ),
    message: "The binding type 'queTrigger' of function 'Hello' is in no extension bundle.",
  },
  {
    code: 'binding-type-unknown',
    severity: 'error',
    files: at(hello, bindings('{ "type": «"httTrigger", "name": "req" }', response)),
    message:
      "The binding type 'httTrigger' of function 'Hello' is not known to the host itself, and host.json has no extension bundle.",
  },
  {
    code: 'binding-type-unknown',
    severity: 'warning',
    files: at(hello, bindings('{ "type": «"quantumTrigger", "name": "item" }'), withBundle),
    message:
      "The binding type 'quantumTrigger' of function 'Hello' is in no extension bundle that was known on 2026-11-28.",
  },
  {
    code: 'binding-direction',
    severity: 'error',
    files: at(hello, bindings(trigger, '{ "type": "http", "direction": «"output", "name": "res" }')),
    message:
      'The direction "output" of the binding \'res\' in function \'Hello\' must be "in", "out" or "inout".',
  },
  {
    code: 'binding-direction',
    severity: 'error',
    files: at(hello, bindings(trigger, '«{ "type": "http", "name": "res" }')),
    message:
      "The binding 'res' of type 'http' in function 'Hello' has no 'direction', so the host takes it for an input.",
  },
  {
    code: 'binding-direction',
    severity: 'error',
    files: at(hello, bindings('{ "type": "httpTrigger", "direction": «"out", "name": "req" }', response)),
    message:
      "The trigger 'httpTrigger' of function 'Hello' has the direction 'out', so the host takes it for an output.",
  },
  {
    code: 'binding-direction',
    severity: 'error',
    files: at(hello, bindings('{ "type": "httpTrigger", "direction": «"inout", "name": "req" }', response)),
    message:
      "The trigger 'httpTrigger' of function 'Hello' has the direction 'inout', but a trigger is 'in' and nothing else.",
  },
  {
    code: 'binding-direction',
    severity: 'warning',
    files: at(
      hello,
      bindings(trigger, response, '«{ "type": "queue", "name": "out", "queueName": "orders" }'),
      withBundle,
    ),
    message:
      "The binding 'out' of type 'queue' in function 'Hello' has no 'direction', so the host takes it for an input and writes nothing.",
  },
  {
    code: 'binding-return-direction',
    severity: 'error',
    files: at(hello, bindings(trigger, '{ "type": "http", "name": "$return", "direction": «"in" }')),
    message: "The binding '$return' of function 'Hello' has the direction 'in', but it can only be 'out'.",
  },
  {
    code: 'binding-return-direction',
    severity: 'error',
    files: at(
      hello,
      bindings(
        trigger,
        response,
        '{ "type": "blob", "name": "$return", "path": "a/b", "direction": «"inout" }',
      ),
      withBundle,
    ),
    message: "The binding '$return' of function 'Hello' has the direction 'inout', but it can only be 'out'.",
  },
  {
    code: 'binding-value',
    severity: 'error',
    files: at(
      hello,
      bindings('{ "type": "queueTrigger", "name": "item", "queueName": "orders", "dataType": «"text" }'),
      withBundle,
    ),
    message: "'dataType' of the binding 'item' in function 'Hello' is 'text', which the host does not know.",
  },
  {
    code: 'binding-value',
    severity: 'error',
    files: at(
      hello,
      bindings('{ "type": "eventHubTrigger", "name": "events", "eventHubName": "e", "cardinality": «"all" }'),
      withBundle,
    ),
    message:
      "'cardinality' of the binding 'events' in function 'Hello' is 'all', which the host does not know.",
  },
  {
    code: 'binding-value',
    severity: 'error',
    files: at(hello, bindings('{ "type": "httpTrigger", "direction": "in", "name": «["req"] }', response)),
    message:
      "'name' of a binding of type 'httpTrigger' in function 'Hello' is [\"req\"], but the host reads a text.",
  },
  {
    code: 'binding-value',
    severity: 'error',
    files: at(
      hello,
      bindings(trigger, response).replace('"bindings"', '"configurationSource": «"file",\n  "bindings"'),
    ),
    message: "'configurationSource' of function 'Hello' is 'file', which the host does not know.",
  },
  {
    code: 'binding-value',
    severity: 'error',
    files: at(
      hello,
      bindings('{ "type": "timerTrigger", "name": "t", "schedule": "0 0 5 * * *", "runOnStartup": «"yes" }'),
    ),
    message: "'runOnStartup' of the binding 't' in function 'Hello' is 'yes', which the host does not know.",
  },
  {
    code: 'binding-property-missing',
    severity: 'error',
    files: at(
      hello,
      bindings(trigger, response, '«{ "type": "blob", "direction": "in", "name": "doc" }'),
      withBundle,
    ),
    message: "The binding 'doc' of type 'blob' in function 'Hello' has no 'path'.",
  },
  {
    code: 'binding-property-renamed',
    severity: 'error',
    files: at(
      hello,
      bindings(
        '{ "type": "cosmosDBTrigger", "direction": "in", "name": "items", "databaseName": "d", «"collectionName": "c" }',
      ),
      withBundle,
    ),
    message:
      "'collectionName' of the binding 'items' (cosmosDBTrigger) in function 'Hello' is not read by extension bundle 4, which reads 'containerName'.",
  },
  {
    code: 'binding-property-renamed',
    severity: 'warning',
    files: at(
      hello,
      bindings(
        '{ "type": "cosmosDBTrigger", "name": "items", "databaseName": "d", "containerName": "c", «"connectionStringSetting": "C" }',
      ),
      withBundle,
    ),
    message:
      "'connectionStringSetting' of the binding 'items' (cosmosDBTrigger) in function 'Hello' is not read by extension bundle 4, which reads 'connection'.",
  },
  {
    code: 'trigger-missing',
    severity: 'error',
    files: at(hello, `{ «"bindings": [${response}] }`),
    message: "Function 'Hello' has no trigger: none of its bindings has a type that ends in 'Trigger'.",
  },
  {
    code: 'trigger-repeated',
    severity: 'error',
    files: at(
      hello,
      bindings(trigger, '{ "type": «"timerTrigger", "name": "timer", "schedule": "0 0 * * * *" }', response),
    ),
    message: "Function 'Hello' has more than one trigger: 'httpTrigger' and 'timerTrigger'.",
  },
  {
    code: 'timer-schedule',
    severity: 'error',
    files: at(hello, schedule('«"*/5 * * *"')),
    message:
      "The schedule '*/5 * * *' of function 'Hello' is invalid: it has 4 fields instead of 6 (seconds first) or 5.",
  },
  {
    code: 'timer-schedule',
    severity: 'error',
    files: at(hello, schedule('«"0 0/5 * * * ?"')),
    message:
      "The schedule '0 0/5 * * * ?' of function 'Hello' is invalid: '?' of its days of the week is not within 0 to 6 or a name.",
  },
  {
    code: 'timer-schedule',
    severity: 'error',
    files: at(hello, schedule('«"0 60 * * * *"')),
    message:
      "The schedule '0 60 * * * *' of function 'Hello' is invalid: '60' of its minutes is not within 0 to 59.",
  },
  {
    code: 'timer-schedule',
    severity: 'error',
    files: at(hello, schedule('«"0 0 8 * * 1-7"')),
    message:
      "The schedule '0 0 8 * * 1-7' of function 'Hello' is invalid: '7' of its days of the week is not within 0 to 6 or a name.",
  },
  {
    code: 'timer-schedule',
    severity: 'error',
    files: at(hello, schedule('«"0 0 8 * * MON-FRY"')),
    message:
      "The schedule '0 0 8 * * MON-FRY' of function 'Hello' is invalid: 'FRY' of its days of the week is not within 0 to 6 or a name.",
  },
  {
    code: 'timer-schedule',
    severity: 'error',
    files: at(hello, schedule('«"@hourly"')),
    message:
      "The schedule '@hourly' of function 'Hello' is invalid: it has 1 field instead of 6 (seconds first) or 5.",
  },
  {
    code: 'timer-schedule',
    severity: 'error',
    files: at(hello, schedule('«"0 */x * * * *"')),
    message:
      "The schedule '0 */x * * * *' of function 'Hello' is invalid: '*/x' of its minutes has no number after '/'.",
  },
  {
    code: 'timer-schedule',
    severity: 'error',
    files: at(hello, schedule('«true')),
    message: "The timer of function 'Hello' has the schedule true.",
  },
  {
    code: 'timer-schedule',
    severity: 'error',
    files: at(hello, bindings('«{ "type": "timerTrigger", "name": "timer" }')),
    message: "The timer of function 'Hello' has no schedule.",
  },
  {
    code: 'trigger-storage-name',
    severity: 'error',
    files: at(
      hello,
      bindings('{ "type": "queueTrigger", "name": "item", "queueName": «"a_b_c" }'),
      withBundle,
    ),
    message: "'queueName' of the trigger of function 'Hello' is \"a_b_c\", which is no name of a queue.",
  },
  {
    code: 'trigger-storage-name',
    severity: 'error',
    files: at(hello, bindings('{ "type": "blobTrigger", "name": "item", "path": «"a/{name}" }'), withBundle),
    message:
      "'path' of the trigger of function 'Hello' is \"a/{name}\", which the storage service refuses, and the whole host ends.",
  },
  {
    code: 'trigger-setting',
    severity: 'error',
    files: at(hello, schedule('«"%Often%"')),
    context: { settings: { Seldom: '0 0 5 * * *' } },
    message:
      "'schedule' of the binding 'timer' in function 'Hello' is \"%Often%\", and the app has no such setting.",
  },
  {
    code: 'trigger-setting',
    severity: 'warning',
    files: at(hello, schedule('«"%Often%"')),
    message:
      "'schedule' of the binding 'timer' in function 'Hello' is \"%Often%\". The settings of the app are not known here. Without a setting 'Often' the function is in error.",
  },
  {
    code: 'trigger-setting',
    severity: 'error',
    files: at(hello, schedule('«"%Often%"')),
    context: { settingNames: ['Seldom'] },
    message:
      "'schedule' of the binding 'timer' in function 'Hello' is \"%Often%\", and the app has no such setting.",
  },
  {
    code: 'trigger-connection',
    severity: 'error',
    files: at(
      hello,
      bindings('{ "type": "eventHubTrigger", "name": "item", "eventHubName": "e", "connection": «"Orders" }'),
      withBundle,
    ),
    context: { settingNames: ['AzureWebJobsStorage', 'OrdersQueue'] },
    message: "The trigger of function 'Hello' uses the connection 'Orders', but the app has no such setting.",
  },
  {
    code: 'trigger-connection',
    severity: 'error',
    files: at(
      hello,
      bindings('{ "type": "queueTrigger", "name": "item", "queueName": "orders", "connection": «"Orders" }'),
      withBundle,
    ),
    context: { settingNames: ['AzureWebJobsStorage', 'OrdersQueue'] },
    message: "The trigger of function 'Hello' uses the connection 'Orders', but the app has no such setting.",
  },
  {
    code: 'blob-trigger-source',
    severity: 'error',
    files: at(
      hello,
      bindings('«{ "type": "blobTrigger", "name": "item", "path": "box/{name}" }'),
      withBundle,
    ),
    context: { plan: 'flex-consumption' },
    message:
      "The blob trigger of function 'Hello' has no 'source'; the Flex Consumption plan supports Event Grid only.",
  },
  {
    code: 'blob-trigger-source',
    severity: 'error',
    files: at(
      hello,
      bindings(
        '{ "type": "blobTrigger", "name": "item", "path": "box/{name}", "source": «"LogsAndContainerScan" }',
      ),
      withBundle,
    ),
    context: { plan: 'flex-consumption' },
    message:
      'The blob trigger of function \'Hello\' has the source "LogsAndContainerScan"; the Flex Consumption plan supports Event Grid only.',
  },
]
