/** What docs/findings.md says about the checks of host.json as a file. Texts only. */
import type { CodeDescription } from '../../findings'

const configurationSource =
  '`src/WebJobs.Script/Config/HostJsonFileConfigurationSource.cs` of Azure/azure-functions-host'

export const hostJsonCodes = {
  'host-json-missing': {
    severity: 'error',
    title: 'No host.json',
    wrong: 'The working directory has no `host.json` directly in it.',
    seen: "`WorkerConfig for runtime: custom not found.`; the host is in its error state and every request answers 503. The log also says `No functions were found. This can occur before you deploy code to your function app or when the host.json file is missing from the most recent deployment.` or, when one lies deeper, `A valid host.json file wasn't found in the package root. However, one was located at:` with its path.",
    fix: 'Set `working-directory` to the folder of `host.json`, or add the file:\n\n```json\n{\n  "version": "2.0",\n  "customHandler": {\n    "description": { "defaultExecutablePath": "handler" },\n    "enableForwardingHttpRequest": true\n  }\n}\n```',
    source: `${configurationSource}; \`LoggerExtension.cs\`, events 338 and 339; run, 4.1037.0`,
  },
  'host-json-case': {
    severity: 'error',
    title: 'host.json in another case',
    wrong: 'The file is there under a name such as `Host.json`. Windows and macOS find it, Linux does not.',
    seen: '`WorkerConfig for runtime: custom not found.`, as without a host.json; every request answers 503.',
    fix: 'Rename it with `git mv Host.json host.json`.',
    source: `${configurationSource}; run, 4.1037.0`,
  },
  'host-json-unparseable': {
    severity: 'error',
    title: 'host.json cannot be read',
    wrong: 'The file is no JSON even by the lenient rules of the host, or its root is no object.',
    seen: "`Unable to parse host configuration file '/home/site/wwwroot/host.json'.` with diagnostic code AZFD0009; the host stays in its error state and requests answer 503.",
    fix: 'Correct the JSON at the place that the finding names.',
    source: `${configurationSource} (\`JObject.Parse\`); run, 4.1037.0`,
  },
  'host-json-empty': {
    severity: 'error',
    title: 'host.json is an empty object',
    wrong: 'The file holds `{}`. The host then goes on with its defaults, as if there were none.',
    seen: '`WorkerConfig for runtime: custom not found.`; the host is in its error state and every request answers 503.',
    fix: 'Write the version and the `customHandler` section into it.',
    source: `${configurationSource}; run, 4.1037.0`,
  },
  'host-json-version-missing': {
    severity: 'error',
    title: 'host.json has no version',
    wrong:
      'The key `version` is missing, empty or null, or it is written in another case. The host reads this one key case-sensitively.',
    seen: "`The host.json file is missing the required 'version' property.` at first, afterwards `WorkerConfig for runtime: custom not found.`; every request answers 503.",
    fix: 'Add `"version": "2.0"`.',
    source: `${configurationSource}; run, 4.1037.0`,
  },
  'host-json-version': {
    severity: 'error',
    title: 'host.json has another version than 2.0',
    wrong:
      'The value of `version` is not the string `2.0`. That is the version of the file format, not that of the runtime.',
    seen: "`'3.0' is an invalid value for host.json 'version' property. We recommend you set the 'version' property to '2.0'.`, for a list `Cannot cast Newtonsoft.Json.Linq.JArray to Newtonsoft.Json.Linq.JToken.`; afterwards `WorkerConfig for runtime: custom not found.`, and every request answers 503.",
    fix: 'Write `"version": "2.0"`, with the quotes.',
    source: `${configurationSource}; run, 4.1037.0`,
  },
  'host-refuses': {
    severity: 'error',
    title: 'The Functions host refuses the app',
    wrong:
      'The host refuses a value of host.json or of a function.json, or finds nothing to run, and no other finding says why. The message quotes the host.',
    seen: 'The quoted text on the status page of the host or of the function (`/admin/host/status`, `/admin/functions/NAME/status`). While the host does not start, every request answers 503.',
    fix: 'Correct the value at the place of the finding.',
    source: 'the files of Azure/azure-functions-host that read the value; recordings of the host, 4.1037',
  },
  'host-json-not-strict': {
    severity: 'notice',
    title: 'host.json is not strict JSON',
    wrong:
      'The file has comments, trailing commas, single quotes or bare keys. The host accepts them, and `010`, `undefined` or `[1,,2]` as well; an unknown escape such as `\\h` it does not.',
    seen: 'Nothing: the host reads the file. Tools that expect strict JSON fail.',
    fix: 'Write strict JSON if other tools read the file.',
    source: `${configurationSource}; \`HttpWorkerOptionsSetupTests.cs\`; run, 4.1037.0`,
  },
} as const satisfies Record<string, CodeDescription>
