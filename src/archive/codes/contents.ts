/**
 * Codes about the choice of what goes into the package: include patterns, .funcignore, project files.
 * Data only.
 */
import type { CodeDescription } from '../../findings'

export const contentCodes = {
  'include-no-match': {
    severity: 'warning',
    title: 'An include pattern adds nothing',
    wrong: 'A line of `include` matches no file that may be packed, so the package lacks these files.',
    seen: 'The handler fails at run time with `open …: no such file or directory`.',
    fix: 'Patterns are relative to the folder of host.json and `*` does not cross a slash: write `assets/**` for a folder with everything below it. A name that starts with a dot has to be written out.',
    source: 'Rule of this action: include adds files to an allow-list.',
  },
  'include-invalid': {
    severity: 'error',
    title: 'An include pattern leaves the project folder',
    wrong:
      'A line of `include` is absolute, climbs out with `..`, is not a glob, or has more than three wildcards between two slashes.',
    seen: 'Nothing in Azure; the run stops before anything is packed.',
    fix: 'Copy the file into the folder of host.json in an earlier step and name it relative to that folder.',
    source: 'Rule of this action: every entry of the package lies below the folder of host.json.',
  },
  'funcignore-removes-needed': {
    severity: 'error',
    title: '.funcignore removes a file that the app needs',
    wrong: 'A rule of .funcignore matches host.json, the executable or a function.json.',
    seen: 'Without host.json: `WorkerConfig for runtime: custom not found.`, and every request answers 503. Without any function.json: `No job functions found.`, and every route answers 404. Without the executable: `Failed to start Worker Channel. Process fileName: …` with `No such file or directory`, and requests hang for more than two minutes.',
    fix: 'Anchor the rule with a leading slash, make it narrower, or add an exception below it, for example `!/handler`.',
    source:
      'gitignore(5) for the meaning of rules; the Functions host needs these three (HostFunctionMetadataProvider, HttpWorkerDescription).',
  },
  'funcignore-invalid': {
    severity: 'error',
    title: 'A .funcignore rule is refused',
    wrong:
      'A rule of .funcignore has brackets that are no pattern, or so many wildcards that matching could take minutes. The action does not ignore such a rule: then it would pack the files that the rule keeps out.',
    seen: 'Nothing in Azure; the run stops before anything is packed.',
    fix: 'Use at most three `*` between two slashes and at most three `**`, and close every `[`. Several rules do what one long rule does.',
    source: 'gitignore(5) for the meaning of rules; the bound is a rule of this action.',
  },
  'funcignore-dialect': {
    severity: 'notice',
    title: 'Core Tools read this .funcignore rule differently',
    wrong:
      'By the rules of gitignore a needed file stays in the package. Azure Functions Core Tools take the rule for the beginning of a name, and drop the file.',
    seen: '`func azure functionapp publish` uploads a package in which the file is missing, although this action packs it.',
    fix: 'Write the rule so that it cannot be a beginning of the name, for example `/host/` for a folder.',
    source: 'Azure/azure-functions-core-tools src/Cli/func/Common/GitIgnoreParser.cs',
  },
  'package-symlink': {
    severity: 'error',
    title: 'A symbolic link or special file',
    wrong:
      'The package would hold a symbolic link, or a device, pipe or socket. Azure does not restore them when it unpacks a package.',
    seen: 'The link arrives as a small text file that holds the path of its target, or the deployment is rejected.',
    fix: 'Put a copy of the target in its place.',
    source: 'Azure/azure-functions-host LinuxSpecialization/UnZipHandler.cs; APPNOTE 4.5.7',
  },
  'package-executable-missing': {
    severity: 'error',
    title: 'The executable is not in the package',
    wrong:
      'No entry has exactly the name of `customHandler.description.defaultExecutablePath`. Names are case-sensitive on Linux.',
    seen: '`Failed to start Worker Channel. Process fileName: …` with `No such file or directory`. The host runs and lists the functions; requests hang for more than two minutes and then fail.',
    fix: 'Build to the path that host.json names, or correct the path in host.json.',
    source: 'Azure/azure-functions-host src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs',
  },
  'package-host-json-missing': {
    severity: 'error',
    title: 'host.json is not at the root of the package',
    wrong: 'There is no entry named exactly `host.json` at the top level.',
    seen: '`WorkerConfig for runtime: custom not found.`; the host is in its error state, every request answers 503, and no function is listed.',
    fix: 'Set working-directory to the folder of host.json, or make the zip inside that folder.',
    source:
      'the host reads host.json from the script root only (`HostJsonFileConfigurationSource.cs`); run, 4.1037.0',
  },
  'package-host-json-nested': {
    severity: 'error',
    title: 'The whole app lies in a folder of the zip',
    wrong: 'host.json is one level down, so Azure finds neither it nor a function.',
    seen: "After a deployment that reports success: `A valid host.json file wasn't found in the package root. However, one was located at:` with its path, `WorkerConfig for runtime: custom not found.`, and every request answers 503.",
    fix: 'Make the zip from inside the folder: `(cd app && zip -r ../app.zip .)`.',
    source:
      'Azure Functions zip deployment documentation: host.json is at the root of the package; run, 4.1037.0',
  },
  'package-secret': {
    severity: 'error',
    title: 'A file that holds a secret',
    wrong:
      'Files of this name usually hold keys, connection strings or passwords. Everybody who can read the package can read the file.',
    seen: 'The file lies in plain text under `/home/site/wwwroot` and in the storage account of the package.',
    fix: 'Keep secrets in app settings or Key Vault. Remove the file, or exclude it with a line `!path` in `include`. A public certificate can be named `.crt`.',
    source:
      'Azure Functions Core Tools leave local.settings.json out (FileSystemHelpers.cs); OWASP secrets management',
  },
  'package-app-offline': {
    severity: 'error',
    title: 'app_offline.htm at the root',
    wrong: 'A file of this name at the root switches the app off.',
    seen: 'Every request is answered 503 with the content of the file.',
    fix: 'Remove app_offline.htm from the package.',
    source: 'Azure/azure-functions-host src/WebJobs.Script.WebHost/FileMonitoringService.cs',
  },
} as const satisfies Record<string, CodeDescription>
