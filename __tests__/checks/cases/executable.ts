import { type Case, description, executable } from './case'

const withoutForwarding = (keys: string) => `{\n  "version": "2.0",\n  ${keys}\n}\n`

/** Bad projects of the checks of the path that the host starts. */
export const executableCases: readonly Case[] = [
  {
    code: 'executable-path-empty',
    severity: 'error',
    files: { 'host.json': executable('""') },
    message: '\'defaultExecutablePath\' in host.json is "", so the host has nothing to start.',
  },
  {
    code: 'executable-path-empty',
    severity: 'error',
    files: {
      'host.json': withoutForwarding(
        '"customHandler": { «"description": { "workingDirectory": "Hello" }, "enableForwardingHttpRequest": true }',
      ),
    },
    message: "'customHandler.description' in host.json has no 'defaultExecutablePath'.",
  },
  {
    code: 'executable-name-windows',
    severity: 'notice',
    files: { 'host.json': executable('"handler.exe"') },
    message:
      "'defaultExecutablePath' is 'handler.exe', a name as on Windows. On Linux the ending does not matter: the host starts a program for Linux under this name as well.",
  },
  {
    code: 'executable-name-windows',
    severity: 'notice',
    files: { 'host.json': executable('"bin/Server.EXE"') },
    message:
      "'defaultExecutablePath' is 'bin/Server.EXE', a name as on Windows. On Linux the ending does not matter: the host starts a program for Linux under this name as well.",
  },
  {
    code: 'executable-path-windows',
    severity: 'error',
    files: { 'host.json': executable('"bin\\\\handler.exe"') },
    message:
      "'defaultExecutablePath' is 'bin\\handler.exe', a Windows path; on Linux no such file can be started.",
  },
  {
    code: 'executable-path-windows',
    severity: 'error',
    files: { 'host.json': executable('"run.bat"') },
    message: "'defaultExecutablePath' is 'run.bat', a Windows path; on Linux no such file can be started.",
  },
  {
    code: 'executable-path-windows',
    severity: 'error',
    files: { 'host.json': executable('"bin\\\\handler"') },
    message:
      "'defaultExecutablePath' is 'bin\\handler', a Windows path; on Linux no such file can be started.",
  },
  {
    code: 'executable-path-windows',
    severity: 'error',
    files: { 'host.json': executable('"C:/app/handler"') },
    message:
      "'defaultExecutablePath' is 'C:/app/handler', a Windows path; on Linux no such file can be started.",
  },
  {
    code: 'executable-path-absolute',
    severity: 'error',
    files: { 'host.json': executable('"/opt/handler"') },
    message:
      "'defaultExecutablePath' is '/opt/handler', an absolute path outside of the function app (/home/site/wwwroot).",
  },
  {
    code: 'executable-path-outside',
    severity: 'error',
    files: { 'host.json': executable('"../handler.exe"') },
    message:
      "'defaultExecutablePath' is '../handler.exe', which is no file inside the function app's folder.",
  },
  {
    code: 'executable-path-outside',
    severity: 'error',
    files: { 'host.json': executable('"../handler"') },
    message: "'defaultExecutablePath' is '../handler', which is no file inside the function app's folder.",
  },
  {
    code: 'executable-path-outside',
    severity: 'error',
    files: { 'host.json': executable('"./"') },
    message: "'defaultExecutablePath' is './', which is no file inside the function app's folder.",
  },
  {
    code: 'executable-path-variable',
    severity: 'warning',
    files: { 'host.json': executable('"%PROGRAM%"') },
    request: { executableInput: 'handler' },
    message:
      "'defaultExecutablePath' is '%PROGRAM%'. When %PROGRAM% is not set in Azure, the host looks for a file of this very name, and there is none.",
  },
  {
    code: 'executable-undetermined',
    severity: 'error',
    files: { 'host.json': executable('"%PROGRAM%"') },
    message:
      "'defaultExecutablePath' is '%PROGRAM%'. This does not tell the action under which name to build the program.",
    also: ['executable-path-variable'],
  },
  {
    code: 'executable-undetermined',
    severity: 'error',
    files: { 'host.json': executable('"bash"'), 'start.sh': '#!/bin/sh\n./handler\n' },
    message:
      "'defaultExecutablePath' is 'bash'. This does not tell the action under which name to build the program.",
  },
  {
    code: 'executable-go-run',
    severity: 'error',
    files: { 'host.json': executable('"go",\n"arguments": ["run", "main.go"]') },
    message: "'defaultExecutablePath' is 'go': the Functions host has no Go toolchain to run sources with.",
  },
  {
    code: 'executable-is-folder',
    severity: 'error',
    files: { 'host.json': executable('"Hello"') },
    message: "host.json starts 'Hello', but that is a folder (it holds 'function.json').",
  },
  {
    code: 'executable-is-folder',
    severity: 'error',
    files: { 'host.json': executable('"handler/"') },
    message:
      "'defaultExecutablePath' is 'handler/', which ends in a slash: that is a folder, and the host finds no program there.",
  },
  {
    code: 'executable-path-impossible',
    severity: 'error',
    files: { 'host.json': executable('"a\\u0000b"') },
    message: '\'defaultExecutablePath\' is "a\\u0000b", but no file can have this name.',
  },
  {
    code: 'executable-is-script',
    severity: 'error',
    files: { 'host.json': executable('"start.sh"'), 'start.sh': '#!/bin/sh\nexec ./handler\n' },
    message:
      "host.json starts 'start.sh', a script of the project. The action does not know under which name to build the program.",
  },
  {
    code: 'script-no-interpreter',
    severity: 'error',
    files: { 'host.json': executable('"main.go"') },
    message: "host.json starts 'main.go', a text file that does not begin with '#!'; Linux cannot start it.",
  },
  {
    code: 'script-no-interpreter',
    severity: 'error',
    files: { 'host.json': executable('"start.sh"'), 'start.sh': 'exec ./handler\n' },
    request: { executableInput: 'handler' },
    message: "host.json starts 'start.sh', a text file that does not begin with '#!'; Linux cannot start it.",
  },
  {
    code: 'script-crlf',
    severity: 'error',
    files: { 'host.json': executable('"start.sh"'), 'start.sh': '#!/bin/sh\r\n./handler\r\n' },
    request: { executableInput: 'handler' },
    message:
      "The first line '#!/bin/sh' of 'start.sh' ends in CR LF, so Linux looks for an interpreter with a CR in its name.",
  },
  {
    code: 'executable-in-working-directory',
    severity: 'error',
    files: { 'host.json': description('"workingDirectory": "bin", "defaultExecutablePath": «"handler"') },
    request: { executableInput: 'bin/handler' },
    message:
      "host.json starts 'handler', but the program is built as 'bin/handler'; 'workingDirectory' is not used to find the program.",
  },
  {
    code: 'executable-mismatch',
    severity: 'error',
    files: { 'host.json': executable('"handler"') },
    request: { executableInput: './server' },
    message: "host.json starts 'handler', but the program is built as 'server'.",
  },
  {
    code: 'executable-mismatch',
    severity: 'error',
    files: { 'host.json': executable('"./bin//Handler"') },
    context: { deliveredExecutable: 'bin/handler' },
    message:
      "host.json starts './bin//Handler', but the program is built as 'bin/handler'; Linux tells the cases apart.",
  },
]
