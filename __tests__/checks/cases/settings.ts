/** Projects that are bad together with the settings of the app that they are deployed to. */
import type { CheckContext } from '../../../src/checks/check'
import { bindings, bundle, type Case, host, http, main, response } from './case'

const app = { appName: 'shop', target: '--name shop --resource-group rg', verifyPath: '', takesKeys: false }
const storage = ['AzureWebJobsStorage', 'FUNCTIONS_WORKER_RUNTIME']

/** An app with these settings, besides those of every app. */
function azure(
  settings: Readonly<Record<string, string>> = {},
  more: Partial<CheckContext> & { readonly verifyPath?: string } = {},
): CheckContext {
  const { verifyPath = '', ...context } = more
  return {
    app: { ...app, verifyPath },
    settingNames: [...storage, ...Object.keys(settings)],
    settings,
    isPartial: true,
    ...context,
  }
}

const keyed = http(', "authLevel": "function"')
const anonymous = http(', "authLevel": "anonymous"')
const timer = bindings('{ "type": "timerTrigger", "name": "tick", "schedule": "0 */5 * * * *" }')
const withBundle = { 'host.json': host(bundle) }
/** Without its Go code, which would have to know every function. */
const hello = (text: string) => ({ 'Hello/function.json': text, 'main.go': undefined })

const request = '{ "type": "httpTrigger", "direction": "in", "name": "req", "authLevel": "anonymous" }'

export const settingsCases: readonly Case[] = [
  {
    code: 'binding-setting',
    severity: 'error',
    files: {
      ...hello(
        bindings(
          request,
          response,
          '{ "type": "queue", "direction": "out", "name": "out", "queueName": "orders-«%Stage%", "connection": "" }',
        ),
      ),
      ...withBundle,
    },
    context: azure({ Stages: 'test' }),
    message:
      "'queueName' of the binding 'out' in function 'Hello' is \"orders-%Stage%\", and 'shop' has no setting 'Stage'.",
  },
  {
    code: 'binding-setting',
    severity: 'error',
    files: {
      ...hello(
        bindings(
          '{ "type": "kafkaTrigger", "name": "event", "brokerList": «"%Kafka:Brokers%", "topic": "%Topic%" }',
        ),
      ),
      ...withBundle,
    },
    context: azure({ Topic: 'orders', Kafka_Brokers: 'b' }),
    message:
      "'brokerList' of the binding 'event' in function 'Hello' is \"%Kafka:Brokers%\", and 'shop' has no setting 'Kafka:Brokers'.",
  },
  {
    code: 'binding-setting',
    severity: 'warning',
    files: {
      ...hello(
        bindings(
          request,
          response,
          '{ "type": "sql", "direction": "in", "name": "rows", "commandText": "select * from t where n like \'«%foo%\'", "connectionStringSetting": "Sql" }',
        ),
      ),
      ...withBundle,
    },
    context: azure({}, { settingNames: [...storage, 'SQLAZURECONNSTR_Sql', 'ConnectionStrings:Sql'] }),
    message:
      "'commandText' of the binding 'rows' in function 'Hello' is \"select * from t where n like '%foo%'\", and 'shop' has no setting 'foo'.",
  },
  {
    code: 'binding-setting',
    severity: 'notice',
    files: {
      ...hello(
        bindings('{ "type": "kafkaTrigger", "name": "event", "brokerList": «"%Brokers%", "topic": "t" }'),
      ),
      ...withBundle,
      'Other/function.json': anonymous,
    },
    context: azure({ 'AzureWebJobs.Hello.Disabled': 'true' }),
    message:
      "'brokerList' of the binding 'event' in function 'Hello' is \"%Brokers%\", and 'shop' has no setting 'Brokers'.",
  },
  {
    code: 'binding-connection',
    severity: 'warning',
    files: {
      ...hello(
        bindings(
          request,
          response,
          '{ "type": "queue", "direction": "out", "name": "out", "queueName": "orders", "connection": «"Orders" }',
        ),
      ),
      ...withBundle,
    },
    context: azure({ Orders__credential: 'managedidentity' }),
    message:
      "The binding 'out' of function 'Hello' uses the connection 'Orders', and 'shop' has no such setting.",
  },
  {
    code: 'function-switched-off',
    severity: 'notice',
    files: { ...hello(anonymous), 'Other/function.json': anonymous },
    context: azure({ 'AzureWebJobs.Other.Disabled': '1' }),
    file: 'app/Other/function.json',
    message: "The app setting AzureWebJobs.Other.Disabled of 'shop' switches function 'Other' off.",
  },
  {
    code: 'function-switched-off',
    severity: 'error',
    files: { ...hello(anonymous), 'Other/function.json': anonymous },
    context: azure({ AzureWebJobs_other_Disabled: 'True' }, { verifyPath: '/api/other?x=1' }),
    file: 'app/Other/function.json',
    message:
      "The app setting AzureWebJobs_other_Disabled of 'shop' switches function 'Other' off, and verify-path '/api/other?x=1' calls it.",
  },
  {
    code: 'function-switched-off',
    severity: 'error',
    files: hello(anonymous),
    context: azure({ 'AzureWebJobs.Hello.Disabled': 'true' }),
    file: 'app/Hello/function.json',
    message:
      "The app setting AzureWebJobs.Hello.Disabled of 'shop' switches function 'Hello' off, and so is every function of the app.",
  },
  {
    code: 'verify-path-keyed',
    severity: 'error',
    files: hello(keyed),
    context: azure({}, { verifyPath: '/api/hello' }),
    file: 'app/Hello/function.json',
    message:
      "verify-path '/api/hello' calls function 'Hello', which wants a key (authLevel 'function') and would answer 401.",
  },
  {
    code: 'site-storage-missing',
    severity: 'error',
    files: hello(timer),
    context: azure({}, { settingNames: ['AzureWebJobsStorage__credential'] }),
    file: 'app/Hello/function.json',
    message: "'shop' has no AzureWebJobsStorage, and 'timerTrigger' of function 'Hello' needs it.",
  },
  {
    code: 'site-storage-missing',
    severity: 'error',
    files: hello(keyed),
    context: azure({
      AzureWebJobsStorage: 'UseDevelopmentStorage=true',
      AzureWebJobsSecretStorageType: 'Blob',
    }),
    file: 'app/Hello/function.json',
    message:
      "AzureWebJobsStorage of 'shop' is 'UseDevelopmentStorage=true', a storage that only a developer's machine has, and the keys of function 'Hello' (authLevel 'function') are kept there.",
  },
  {
    code: 'site-storage-missing',
    severity: 'error',
    files: hello(anonymous),
    context: azure({}, { settingNames: [], plan: 'consumption' }),
    message: "'shop' has no AzureWebJobsStorage, and the package of this plan is stored there.",
  },
  {
    code: 'site-storage-missing',
    severity: 'notice',
    files: hello(anonymous),
    context: azure({}, { settingNames: [] }),
    message: "'shop' has no AzureWebJobsStorage.",
  },
  {
    code: 'host-json-overridden',
    severity: 'notice',
    files: hello(anonymous),
    context: azure({
      AzureFunctionsJobHost__extensions__http__routePrefix: 'v2',
      AzureFunctionsJobHost__logging__logLevel__default: 'Debug',
    }),
    file: 'app/host.json:1:1',
    message:
      "2 app settings replace values of host.json in 'shop': AzureFunctionsJobHost__extensions__http__routePrefix ('v2'), AzureFunctionsJobHost__logging__logLevel__default.",
  },
  {
    code: 'timer-time-zone',
    severity: 'warning',
    files: hello(timer),
    context: azure({ WEBSITE_TIME_ZONE: 'Europe/Berlin' }, { plan: 'flex-consumption' }),
    file: 'app/Hello/function.json',
    message:
      "'shop' has the app setting WEBSITE_TIME_ZONE, which this plan does not support on Linux: the timer of function 'Hello' may run at other hours, or the app fails to reach its services.",
  },
  {
    code: 'app-lacks-variable',
    severity: 'notice',
    files: {
      ...hello(anonymous),
      'main.go': main(
        'db, region, key := os.Getenv("DB_URL"), os.Getenv("REGION_NAME"), os.Getenv("API_KEY")',
        'http.HandleFunc("/api/Hello", func(http.ResponseWriter, *http.Request) { println(db, region, key) })',
      ),
    },
    context: azure({ API_KEY: 'x' }),
    file: 'app/main.go:9',
    message: "The Go code reads a variable that 'shop' does not have: DB_URL (app/main.go:9).",
  },
]
