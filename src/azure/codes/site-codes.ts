/**
 * What docs/findings.md says about the codes of finding and checking the app. Text only; loaded by generators.
 */
import type { CodeDescription } from '../../findings'

/** Codes of the app. */
export const siteCodes = {
  'site-not-found': {
    severity: 'error',
    title: 'No role on the app, or no such app',
    wrong:
      'The identity sees no function app of that name. Either the identity has no role on the app, or there is no such app: Azure gives the same answer for both.',
    seen: '`ResourceNotFound`, or an empty list.',
    fix: 'Give the identity the role `Website Contributor` on the app: the finding prints the command. If the app does not exist, correct `app-name`, `subscription-id` or `resource-group`.',
    source: 'Azure Resource Manager, resources of a subscription',
  },
  'site-found-twice': {
    severity: 'error',
    title: 'App name is not unique',
    wrong: 'Several resource groups of the subscription hold an app of that name.',
    seen: 'Nothing is changed.',
    fix: 'Set `resource-group`.',
    source: 'Azure Resource Manager, resources of a subscription',
  },
  'site-in-other-subscription': {
    severity: 'error',
    title: 'App is in another subscription',
    wrong: 'The app is in another subscription. The identity can see it there.',
    seen: 'Nothing is changed.',
    fix: 'Set `subscription-id` to the one that the finding names.',
    source: 'Azure/functions-action#144',
  },
  'site-slot-not-found': {
    severity: 'error',
    title: 'Slot not found',
    wrong: 'The app has no slot of that name. The finding lists the slots of the app.',
    seen: '`ResourceNotFound`',
    fix: 'Correct `slot-name`, or create the slot.',
    source: 'Azure Resource Manager, `sites/slots`',
  },
  'site-slot-on-flex': {
    severity: 'error',
    title: 'Flex has no slots',
    wrong: '`slot-name` is set, and the app is on Flex Consumption. A Flex app has no slots.',
    seen: '404 from the resource manager.',
    fix: 'Remove `slot-name` and `swap-with`. Use a second app for staging.',
    source: 'Microsoft Learn, "Flex Consumption plan"',
  },
  'site-host-missing': {
    severity: 'error',
    title: 'App has no host name yet',
    wrong: 'Azure names no public host for the app, or no host for its deployment site (SCM site).',
    seen: 'It happens with an app that was just created.',
    fix: 'Run the job again in a few minutes.',
    source: '`Microsoft.Web/sites`, `hostNameSslStates`',
  },
  'site-is-windows': {
    severity: 'error',
    title: 'Windows app',
    wrong: 'The app runs on Windows, and the package holds a Linux binary.',
    seen: 'The host cannot start the handler.',
    fix: 'Create a Linux function app with `--runtime custom`.',
    source:
      'Kinds and skus of `Microsoft.Web/sites`; Azure/functions-action `src/handlers/resourceValidator.ts`',
  },
  'site-is-container': {
    severity: 'error',
    title: 'The app runs a container image',
    wrong: 'The app runs a container image. A zip deployment to such an app never finishes.',
    seen: 'The deployment hangs.',
    fix: 'Deploy an image with Azure/functions-container-action.',
    source: 'azure-dev `service_target_functionapp.go`',
  },
  'site-is-container-app': {
    severity: 'error',
    title: 'Azure Container Apps',
    wrong: 'The app runs on Azure Container Apps. Only images can be deployed there.',
    seen: '404 from the SCM site.',
    fix: 'Deploy an image with Azure/functions-container-action.',
    source:
      'Kinds and skus of `Microsoft.Web/sites`; Azure/functions-action `src/handlers/resourceValidator.ts`',
  },
  'site-is-kubernetes': {
    severity: 'error',
    title: 'Kubernetes',
    wrong: 'The app runs on Kubernetes through Azure Arc.',
    seen: 'The deployment site is another one, and it asks for a password.',
    fix: 'Use `func azure functionapp publish`.',
    source:
      'Kinds and skus of `Microsoft.Web/sites`; Azure/functions-action `src/handlers/resourceValidator.ts`',
  },
  'site-is-logic-app': {
    severity: 'error',
    title: 'Logic App',
    wrong: 'The app is a Logic App. A Logic App runs workflows, and no custom handler.',
    seen: 'The handler is never started.',
    fix: 'Set `app-name` to the name of a function app.',
    source:
      'Kinds and skus of `Microsoft.Web/sites`; Azure/functions-action `src/handlers/resourceValidator.ts`',
  },
  'site-is-web-app': {
    severity: 'error',
    title: 'Web app',
    wrong: 'The app is a web app, not a function app.',
    seen: '`host.json` is ignored.',
    fix: 'Check `app-name`, or use azure/webapps-deploy.',
    source:
      'Kinds and skus of `Microsoft.Web/sites`; Azure/functions-action `src/handlers/resourceValidator.ts`',
  },
  'site-stopped': {
    severity: 'error',
    title: 'App is stopped',
    wrong: 'The app is stopped. Its deployment site (SCM site) answers 403.',
    seen: '`This web app is stopped`',
    fix: '```sh\naz functionapp start --name <app> --resource-group <group>\n```',
    source: '`Microsoft.Web/sites`, `state`',
  },
  'site-quota-exceeded': {
    severity: 'error',
    title: 'Quota is used up',
    wrong: 'Azure has stopped the app: the quota of its plan or its daily usage quota is used up.',
    seen: '`usageState: Exceeded`, `state: QuotaExceeded`, or the page `The web app you have attempted to reach has been stopped due to exceeding a quota`',
    fix: 'Wait until Azure renews the quota, raise the daily usage quota of the app, or move the app to a larger plan.',
    source: '`Microsoft.Web/sites`, `usageState` and `state`',
  },
  'site-settings-unreadable': {
    severity: 'notice',
    title: 'App settings not read',
    wrong:
      'The identity may deploy, but it may not read the settings of the app. This action therefore checks none of them.',
    seen: '`AuthorizationFailed` for `Microsoft.Web/sites/config/list/action`.',
    fix: 'Run the `az role assignment create …` command of the finding. The role `Website Contributor` on the app is enough.',
    source: 'Azure Resource Manager, `sites/config/appsettings/list`',
  },
  'site-deployment-storage': {
    severity: 'error',
    title: 'Flex deployment storage cannot be used',
    wrong:
      '`functionAppConfig.deployment.storage` names an app setting or an identity that the app does not have.',
    seen: 'The deployment ends with `Storage responded with Forbidden` or `Failed to upload`.',
    fix: 'Set the app setting, or assign the identity and give it Storage Blob Data Contributor on the account.',
    source: '`Microsoft.Web/sites`, `functionAppConfig.deployment.storage.authentication`',
  },
  'functions-removed': {
    severity: 'warning',
    title: 'Live functions that are not in the package',
    wrong: 'The app has functions that the package does not have. The deployment removes them.',
    seen: '404 where these functions answered before.',
    fix: 'Deploy the package that has these functions, or correct `app-name`. If you want to remove the functions, ignore the finding.',
    source: 'Azure Resource Manager, `sites/functions`',
  },
  'host-id-shared': {
    severity: 'warning',
    title: 'Two hosts with one ID',
    wrong:
      'The ID of a host is the name of the app with its slot, cut after 32 characters. The app and a slot of it have the same ID, and both use the same storage account.',
    seen: '`A collision for Host ID … was detected in the configured storage account`; timers run in only one of the two, and both have the same keys.',
    fix: 'Give the slot an ID of its own: set `AzureFunctionsWebHost__hostid` there, as a slot setting. Or give the slot another storage account.',
    source: '`ScriptHostIdProvider.cs` and `HostIdValidator.cs` of Azure/azure-functions-host',
  },
  'site-private': {
    severity: 'warning',
    title: 'App is not public',
    wrong: 'Public network access of the app is disabled. Only a runner inside its network reaches the app.',
    seen: '403 `Ip Forbidden`, or no answer at all.',
    fix: 'Use a self-hosted runner inside the network.',
    source: '`Microsoft.Web/sites`, `publicNetworkAccess`',
  },
  'site-architecture': {
    severity: 'error',
    title: 'Binary for another architecture',
    wrong:
      'The binary is not built for amd64. All plans of Functions run on amd64. Without `app-name` the finding is a warning, because the package may be for a container.',
    seen: '`Exec format error`',
    fix: 'Set `goarch: amd64`.',
    source: 'azure-functions-host#8437',
  },
  'site-runtime-wrong': {
    severity: 'error',
    title: 'Wrong runtime',
    wrong:
      '`FUNCTIONS_WORKER_RUNTIME` is missing or names another language, or the Flex app was created for another runtime. Perhaps `app-name` names the wrong app.',
    seen: '`AZFD0011`, or `Cannot find required .azurefunctions directory at root level`',
    fix: 'Set `FUNCTIONS_WORKER_RUNTIME=custom`. On Flex, create the app anew with `--runtime custom`.',
    source: 'azure-functions-core-tools#4642; host diagnostic event AZFD0011',
  },
  'site-native-needs-flex': {
    severity: 'error',
    title: 'Native worker needs Flex',
    wrong: 'The project uses the native Go worker. That worker runs on Flex Consumption only.',
    seen: 'The worker is not found.',
    fix: 'Deploy to a Flex app, or use a custom handler.',
    source: 'azure-functions-golang-worker `docs/roadmap.md`',
  },
  'site-build-flag': {
    severity: 'error',
    title: 'Azure would build',
    wrong:
      'An app setting asks the deployment server (Kudu) to build the package. Kudu cannot build Go. The deployment then succeeds, but copies nothing.',
    seen: 'The old code keeps running after a green deployment.',
    fix: 'Remove `SCM_DO_BUILD_DURING_DEPLOYMENT` and `ENABLE_ORYX_BUILD`.',
    source: 'KuduLite `OryxBuilder.cs`; Azure/functions-action#253',
  },
  'site-run-from-package': {
    severity: 'error',
    title: 'WEBSITE_RUN_FROM_PACKAGE conflicts',
    wrong: 'The setting has a value that this plan refuses or ignores.',
    seen: '409 `Run-From-Zip is set to a remote URL`, or an app without functions.',
    fix: 'Remove the setting. On App Service plans the value `1` is fine.',
    source: 'KuduLite `PushDeploymentController.cs`; azure-functions-host#7547',
  },
  'site-setting-not-on-flex': {
    severity: 'warning',
    title: 'Setting that Flex does not take',
    wrong: 'The app has a setting that Flex Consumption keeps in `functionAppConfig` instead.',
    seen: 'Azure ignores or refuses the setting.',
    fix: 'Remove the setting.',
    source: 'Microsoft Learn, "Flex Consumption plan deprecated settings"',
  },
  'site-host-version': {
    severity: 'warning',
    title: 'Old host version',
    wrong: '`FUNCTIONS_EXTENSION_VERSION` is not `~4`.',
    seen: 'An old host runs. It cannot run this package.',
    fix: 'Set `FUNCTIONS_EXTENSION_VERSION` to `~4`.',
    source: 'Microsoft Learn, "Azure Functions runtime versions"',
  },
  'site-always-on': {
    severity: 'notice',
    title: 'App sleeps',
    wrong:
      'The app is on a Dedicated plan, and Always On is off. Without requests the app goes to sleep, and so do its timers and queues.',
    seen: 'Timers and queues do not fire.',
    fix: 'Turn Always On on.',
    source: 'Microsoft Learn, "Dedicated hosting plans"',
  },
  'plan-retires': {
    severity: 'notice',
    title: 'Plan retires',
    wrong:
      'Linux Consumption is retired on 2028-09-30. The finding is a notice until 90 days before that day, and a warning from then on.',
    seen: 'Nothing until that day. After it, the app no longer runs.',
    fix: 'Move the app to Flex Consumption.',
    source: 'Microsoft Learn, "Consumption plan hosting"',
  },
} as const satisfies Record<string, CodeDescription>
