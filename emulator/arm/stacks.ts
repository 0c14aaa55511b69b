/**
 * The list of language stacks that the Azure CLI reads before a Flex deployment: only the stack of custom
 * handlers, as the service lists it, with an empty version.
 */
import type { Answer } from '../server/web-server'

/**
 * Answers `GET /providers/Microsoft.Web/[locations/{location}/]functionAppStacks`.
 *
 * @param stack the `stack` query parameter; another one than `custom` has no entries here
 */
export function functionAppStacks(stack: string | null): Answer {
  return {
    status: 200,
    body: { value: stack === null || stack === 'custom' ? [custom] : [], nextLink: null },
  }
}

const custom = {
  id: null,
  name: 'custom',
  type: 'Microsoft.Web/functionAppStacks',
  properties: {
    displayText: 'Custom Handler',
    value: 'custom',
    preferredOs: 'windows',
    majorVersions: [
      {
        displayText: 'Custom Handler',
        value: 'custom',
        minorVersions: [
          {
            displayText: 'Custom Handler',
            value: '',
            stackSettings: {
              linuxRuntimeSettings: {
                runtimeVersion: '',
                isDefault: true,
                isPreview: false,
                remoteDebuggingSupported: false,
                appInsightsSettings: { isSupported: true },
                gitHubActionSettings: { isSupported: false },
                appSettingsDictionary: { FUNCTIONS_WORKER_RUNTIME: 'custom' },
                siteConfigPropertiesDictionary: { use32BitWorkerProcess: false, linuxFxVersion: '' },
                supportedFunctionsExtensionVersions: ['~4'],
                Sku: [
                  {
                    skuCode: 'FC1',
                    instanceMemoryMB: [{ size: 2048, isDefault: true }],
                    maximumInstanceCount: {
                      lowestMaximumInstanceCount: 40,
                      highestMaximumInstanceCount: 1000,
                      defaultValue: 100,
                    },
                    functionAppConfigProperties: { runtime: { name: 'custom', version: '1.0' } },
                  },
                ],
              },
            },
          },
        ],
      },
    ],
  },
}
