/**
 * What the Functions host shows of every code of the project's checks: one row per code, which is a type error
 * to forget. A list stands for the code's bad projects one by one, in their order.
 */
import type { ProjectCode } from '../../src/checks/check'
import {
  answers,
  type Expectation,
  elsewhere,
  handlerFails,
  hostEnds,
  hostInError,
  inError,
  invocationFails,
  logged,
  noFunctions,
  nothing,
  notListed,
  notStarted,
} from './expectation'

const noWorker = hostInError(/^WorkerConfig for runtime: custom not found\.$/)
const unparseable = hostInError(/^Unable to parse host configuration file/)
const bundle = hostInError(/^The value of (?:id|version) property in extensionBundle section/)
const unregistered = inError(/binding type\(s\) 'queueTrigger' are not registered/, 'Work')
const refusedContract = /Response status code does not indicate success: 404 \(Not Found\)/
const native = elsewhere('an app of the native worker never reaches the dispatcher of custom handlers')
const reading = elsewhere('the folder cannot be read, so there is no package')
const build = elsewhere('it breaks the build, so there is no package')
const azure = elsewhere('it is about an app in Azure and its settings, which no package has')
const noBinary = 'the action cannot name what it builds; with the program in the package the host '

/** The expectation of every code, or of each of its bad projects. */
export const projectExpectations: Readonly<Record<ProjectCode, Expectation | readonly Expectation[]>> = {
  'working-directory-missing': reading,
  'project-folder': reading,
  'project-too-large': reading,

  'host-json-missing': noWorker,
  'host-json-case': noWorker,
  'host-json-unparseable': unparseable,
  'host-json-empty': noWorker,
  'host-json-version-missing': hostInError(/missing the required 'version' property/),
  'host-json-version': hostInError(/is an invalid value for host\.json 'version' property/),
  'host-refuses': elsewhere("its texts are the host model's own; the recordings hold them"),
  'host-json-not-strict': nothing('the parser of the host is lenient; other tools are not'),
  'json-encoding': nothing('the mark tells the host UTF-16, and other bytes only spoil the text around them'),
  'json-duplicate-key': nothing('the last key wins silently'),
  'function-not-allowed': notListed('Tick'),
  'functions-all-hidden': noFunctions(/^No job functions found\./),
  'host-setting-value': hostInError(
    /^Failed to convert configuration value|^Specified argument was out of the range/,
  ),
  'log-level-unknown': hostInError(/^Configuration value 'Info' is not supported\.$/),
  'host-retry-invalid': hostInError(/^Value cannot be null\. \(Parameter 'DelayInterval'\)/),
  'requests-refused': elsewhere('the limits of the host itself are not modelled: the recordings hold them'),
  'function-timeout-invalid': hostInError(/TimeSpan|FunctionTimeout must be greater than/),
  'function-timeout-limit': hostInError(/^FunctionTimeout must be .* less than 00:10:00/),
  'function-timeout-long': nothing('only classic Consumption has the limit'),
  'route-prefix-slash': hostInError(/template 'api\/\/Hello'.* cannot appear consecutively/),
  'route-prefix-misplaced': nothing('the setting is ignored: the function answers under api'),
  'configuration-profile-unknown': hostInError(/configuration profile 'mcp' is not supported/),
  'extension-bundle-incomplete': bundle,
  'extension-bundle-range': bundle,
  'extension-bundle-id': bundle,
  'extension-bundle-unknown': nothing('nobody knows whether there is such a bundle'),
  'extension-bundle-too-old': hostInError(/does not meet the required minimum version of 2\.6\.1/),
  'extension-bundle-no-match': hostInError(/^Value cannot be null\. \(Parameter 'input'\)/),
  'extension-bundle-beyond-known': nothing('nobody knows whether the bundle is out'),
  'extension-bundle-old': nothing('deprecated bundles still load, where the image has them'),
  'extension-bundle-narrow': nothing('the bundle disappears some day'),
  'extension-bundle-missing': unregistered,

  'custom-handler-missing': noWorker,
  'worker-unknown': noWorker,
  'custom-handler-no-description': noWorker,
  'http-worker-ignored': logged(/^Both httpWorker and customHandler sections are spefified/m),
  'http-worker-deprecated': answers(404, /^Section httpWorker will be deprecated/m),
  'forwarding-misplaced': answers(500, refusedContract),
  'forwarding-not-boolean': hostInError(
    /customHandler:EnableForwardingHttpRequest' to type 'System\.Boolean'/,
  ),
  'forwarding-and-proxying': nothing('proxying wins, which is what one of the two lines asks for'),
  'routes-and-functions': hostInError(/^Detected both function\.json files and custom handler HTTP route/),
  'routes-worker-runtime': hostInError(/^Routes configuration is only allowed for worker runtime: custom$/),
  'handler-port-fixed': [
    hostInError(/^Unable to bind to port 8080 specified/),
    nothing('hosts up to 4.1037 take a free port instead of port 0'),
  ],
  'handler-port-invalid': hostInError(/customHandler:Port' to type 'System\.Int32'/),
  'forwarding-no-value': answers(500, refusedContract),
  'initialization-timeout-invalid': hostInError(
    /customHandler:InitializationTimeout' to type 'System\.TimeSpan'/,
  ),
  'initialization-timeout-long': nothing('it only matters when the handler does not start'),
  'custom-handler-unknown-key': nothing('unknown keys are ignored silently'),

  'working-directory-variable': notStarted(),
  'handler-directory-missing': notStarted(),
  'argument-blank': nothing('the program gets more arguments than were written, which is its own affair'),
  'argument-percent': nothing('the text is missing in the arguments, which is the affair of the program'),
  'executable-path-empty': hostInError(/^WorkerDescription DefaultExecutablePath cannot be empty\.$/),
  'executable-path-windows': notStarted(),
  'executable-name-windows': nothing('a program for Linux of that name runs'),
  'executable-path-absolute': notStarted(),
  'executable-path-outside': notStarted(),
  'executable-path-variable': notStarted(),
  'executable-go-run': notStarted(),
  'executable-undetermined': [
    notStarted(),
    elsewhere(`${noBinary}starts a shell that was given nothing to do`),
  ],
  'executable-is-folder': [notStarted(), notStarted(), native],
  'executable-path-impossible': elsewhere('no package can hold such a name'),
  'executable-is-script': nothing(`${noBinary}runs the script`),
  'script-no-interpreter': notStarted(/Exec format error/),
  'script-crlf': notStarted(),
  'executable-in-working-directory': notStarted(),
  'executable-mismatch': notStarted(),

  'no-functions': noFunctions(/^No job functions found\./m),
  'function-json-nested': [notListed('Deep'), notListed('app')],
  'function-json-case': notListed('Hello'),
  'function-name': [
    inError(/^'1st' is not a valid function name\.$/, '1st'),
    inError(/^'Host' is not a valid function name\.$/, 'Host'),
  ],
  'function-name-repeated': [
    inError(/conflicts with the route defined by function 'Hello'/, 'hello'),
    hostInError(/^Sequence contains more than one matching element\.$/),
  ],
  'function-json-unparseable': inError(
    /^Unexpected end|^Error reading JObject from JsonReader|^After parsing a value an unexpected character/m,
  ),
  'script-file-missing': inError(/^Invalid script file name configuration/),
  'retry-incomplete': inError(/Parameter 'MaxRetryCount'|RetryStrategy'|System\.TimeSpan\]'/),
  'function-disabled-key': nothing('that is the finding: the function is listed and answers'),

  'function-bindings': inError(/^At least one binding must be declared|^Unable to cast object/m),
  'binding-name': inError(/^The binding name .* is invalid/m),
  'binding-name-repeated': inError(/^Multiple bindings with name 'Req' discovered/m),
  'binding-type-missing': inError(/^Binding 'more' is invalid\. Bindings must specify a Type/m),
  'binding-type-unknown': [
    inError(/^The binding type\(s\) 'queTrigger' were not found/m),
    inError(/^The binding type\(s\) 'httTrigger' are not registered/m),
    nothing('the bundle of the day may have the type'),
  ],
  'binding-direction': [
    inError(/^'output' is not a valid binding direction/m),
    inError(/^Http binding can only be used for output/m),
    inError(/^No trigger binding specified/m),
    inError(/^Multiple bindings cannot be designated as HandlesReturnValue/m),
    nothing('the function runs, and its output is never written'),
  ],
  'binding-return-direction': inError(/^\$return bindings must specify a direction of 'out'/m),
  'binding-value': [
    inError(/^Error converting value "text" to type 'System\.Nullable`1\[.*DataType\]'/m),
    inError(/^Error converting value "all" to type 'System\.Nullable`1\[.*Cardinality\]'/m),
    inError(/^Error reading string\. Unexpected token: StartArray\./m),
    inError(/^Illegal value 'file' for 'configurationSource' property/m),
    inError(/^Error parsing function\.json: .*'runOnStartup' of type Boolean/m),
  ],
  'binding-property-missing': inError(/Can't figure out which ctor to call/),
  'binding-property-renamed': [
    inError(/Can't figure out which ctor to call/),
    nothing('the extension has a default for the connection, and this host has no extensions'),
  ],
  'trigger-missing': inError(/^No trigger binding specified/m),
  'trigger-repeated': inError(/^Multiple trigger bindings defined/m),
  'http-output-missing': nothing('the handler is called by contract, and what it returns is the reply'),
  'timer-schedule': inError(
    /was not recognized as a valid cron expression or timespan string|which ctor to call/,
  ),
  'trigger-storage-name': [
    inError(/A queue name can contain only letters/),
    hostEnds(/The specified resource name length is not within the permissible limits/),
  ],
  'trigger-setting': elsewhere(
    'which settings the app has, only Azure tells; the model is given some of them',
  ),
  'trigger-connection': elsewhere(
    'which settings the app has, only Azure tells; the model is given some of them',
  ),
  'binding-setting': azure,
  'binding-connection': azure,
  'function-switched-off': azure,
  'verify-path-keyed': azure,
  'site-storage-missing': azure,
  'host-json-overridden': azure,
  'timer-time-zone': azure,
  'app-lacks-variable': azure,
  'blob-trigger-source': inError(/only supports EventGrid as the source for BlobTrigger/),
  'http-auth-level': inError(/'authLevel' of enum type AuthorizationLevel/),
  'http-methods': [
    inError(/binding property 'methods' of type JArray/),
    answers(404),
    nothing('the other methods work'),
  ],
  'route-reserved': [
    inError(/conflicts with one or more built in routes/),
    inError(/conflicts with one or more built in routes/, 'RuntimeInfo'),
  ],
  'route-template': [
    hostInError(/template 'api\/\/Hello'.* cannot appear consecutively/),
    hostInError(/'id' - 'string' on the route 'api\/x\/\{id:string\}' could not be resolved/),
    hostInError(/MinRouteConstraint'.* The input string 'a' was not in a correct format/),
    hostInError(/template 'api\/\{\/Hello'.* incomplete parameter/),
    inError(/^There is an incomplete parameter in the route template/m, 'http-handler2'),
  ],
  'route-shadowed': nothing('the other function answers'),
  'route-form': nothing('the function answers, at the address that the finding names'),
  'route-conflict': inError(/conflicts with the route defined by function 'Hello'/, 'Other'),

  'forwarding-not-applied': answers(500, refusedContract),
  'forwarding-off': answers(500, refusedContract),
  'route-not-registered': answers(404),
  'invocation-not-registered': invocationFails('Work', refusedContract),
  'port-variable-unread': handlerFails(/^Initializing HttpWorker timed out\.$/m),
  'port-variable-legacy': nothing('the host still sets the earlier name'),

  'go-mod-replace-outside': build,
  'go-sum-absent': build,
  'extensions-project': elsewhere(
    'which of two extensions wins shows in their listeners, which this host lacks',
  ),
  'model-ambiguous': native,
  'native-custom-handler': native,
  'native-function-json': native,
  'native-module-missing': native,
  'native-module-version': build,
  'native-go-version': build,
  'native-trigger-import': native,
  'native-not-started': native,
  'native-worker-not-linked': native,
}
