import { expect, it } from 'vitest'
import { adviceFor } from '../../src/azure/http'

it.each([
  [
    "A collision for Host ID 'orders' was detected in the configured storage account. For more information, see https://aka.ms/functions-hostid-collision.",
    'AzureFunctionsWebHost__hostid',
  ],
  ['Repository has more than 10 non-decryptable secrets backups (host).', 'azure-webjobs-secrets'],
  [
    'Error fetching extension bundle Microsoft.Azure.Functions.ExtensionBundle from the storage account: timeout',
    'cdn.functions.azure.com',
  ],
  [
    'Unable to download extension bundle Microsoft.Azure.Functions.ExtensionBundle',
    'cdn.functions.azure.com',
  ],
  ['WorkerConfig for runtime: custom not found.', '"customHandler"'],
  [
    "Microsoft.Azure.WebJobs.Host: Error indexing method 'Functions.Tick'. Microsoft.Azure.WebJobs.Host: '%Schedule%' does not resolve to a value.",
    'the setting between the percent signs',
  ],
  ["Storage account connection string 'AzureWebJobsStorage' does not exist.", 'check AzureWebJobsStorage'],
])('%s', (line, advice) => {
  expect(adviceFor(line)).toContain(advice)
})
