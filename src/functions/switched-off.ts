/**
 * Whether a function is switched off: `AzureWebJobs.NAME.Disabled`, where Linux also takes underscores for the dots
 * (HostListenerFactory.cs and IConfigurationExtensions.cs of azure-webjobs-sdk). It is listed, and never called.
 * A `disabled` key in function.json has no reader in version 4 of the host.
 */

/**
 * The app setting that switches a function off.
 *
 * @param settings what is known of the app's settings
 * @returns its name as it is spelt there; undefined when the function is on
 */
export function switchingSetting(
  functionName: string,
  settings: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const names = [`azurewebjobs.${functionName}.disabled`, `azurewebjobs_${functionName}_disabled`].map(
    (name) => name.toLowerCase(),
  )
  const isOn = (value: string | undefined) => value !== undefined && /^(?:true|1)$/i.test(value)
  return Object.keys(settings).find((name) => names.includes(name.toLowerCase()) && isOn(settings[name]))
}

/** Whether a setting is one that can switch a function off. */
export function switchesFunctions(settingName: string): boolean {
  return /^AzureWebJobs[._].+[._]Disabled$/i.test(settingName)
}
