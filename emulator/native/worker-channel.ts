/**
 * One process of a native worker: starts `app` as the host does, waits until it connects over gRPC, learns its
 * functions and invokes them.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Server, ServerCredentials, type ServerDuplexStream } from '@grpc/grpc-js'
import type { HandlerCommand } from '../../src/host/process/command-line'
import {
  type FunctionMetadata,
  type HttpData,
  type InvocationResponse,
  loadService,
  type StatusResult,
  type StreamingMessage,
} from './messages'

export interface WorkerRequest {
  /** Unpacked package. */
  readonly folder: string
  /** What becomes of the command on the image of the plan. */
  readonly onImage: (command: HandlerCommand) => HandlerCommand
  /** The complete environment of the process. */
  readonly environment: Readonly<Record<string, string>>
  /** How long the worker may take to connect and to name its functions. */
  readonly startTimeoutMs: number
  /** Called with each line that the worker or the host writes. */
  readonly onLine: (text: string) => void
}

export interface WorkerChannel {
  readonly functions: readonly FunctionMetadata[]
  /** Undefined while it runs. */
  exit(): string | undefined
  /** Calls an HTTP function. */
  call(functionId: string, bindingName: string, http: HttpData): Promise<InvocationResponse>
  stop(): Promise<void>
}

type Stream = ServerDuplexStream<StreamingMessage, StreamingMessage>
const callTimeoutMs = 30_000

/**
 * Starts a worker.
 *
 * @param request what to start
 * @returns the channel, once the worker has named its functions and loaded them
 * @throws Error in the host's words when it cannot be started, ends, does not connect in time or refuses
 * @see Channel/GrpcWorkerChannel.cs and WorkerProcess.cs in Azure/azure-functions-host; arguments of
 *   WorkerProcessArguments there
 */
export async function startWorker(request: WorkerRequest): Promise<WorkerChannel> {
  const server = new Server()
  const ids = { worker: randomUUID(), start: randomUUID() }
  const connection = new Connection(request)
  server.addService(loadService(), { EventStream: (stream: Stream) => connection.accept(stream, ids.worker) })
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    )
  })
  const fileName = join(request.folder, 'app')
  const command = request.onImage({
    fileName,
    program: fileName,
    workingDirectory: request.folder,
    arguments: [
      ...['--host', '127.0.0.1', '--port', String(port), '--workerId', ids.worker, '--requestId', ids.start],
      ...['--grpcMaxMessageLength', '2147483647', '--functions-uri', `http://127.0.0.1:${port}/`],
      ...['--functions-worker-id', ids.worker, '--functions-request-id', ids.start],
      ...['--functions-grpc-max-message-length', '2147483647'],
    ],
  })
  const child = spawn(command.program ?? fileName, command.arguments, {
    ...{ cwd: request.folder, env: { ...request.environment } },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    server.forceShutdown()
  }
  try {
    watch(child, fileName, connection, request.onLine)
    const functions = await connection.index(request)
    return {
      functions,
      exit: () => connection.ended,
      call: (functionId, bindingName, http) => connection.call(functionId, bindingName, http),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function watch(
  child: ChildProcess,
  fileName: string,
  connection: Connection,
  onLine: (text: string) => void,
): void {
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n')) if (line !== '') onLine(line.slice(0, 1000))
    })
  }
  child.once('error', ({ message }) =>
    connection.end(`Failed to start Worker Channel. ${message.replace(child.spawnfile, fileName)}`),
  )
  child.once('exit', (code, signal) =>
    connection.end(
      `app exited with code ${code ?? signal}. Language Worker Process exited. Pid=${child.pid}.`,
    ),
  )
}

/** The stream of one worker, and who waits for what on it. */
class Connection {
  readonly #onLine: (text: string) => void
  readonly #waiting = new Map<string, (message: StreamingMessage) => void>()
  readonly #failures = new Set<(error: Error) => void>()
  #stream: Stream | undefined
  ended: string | undefined

  constructor({ onLine }: WorkerRequest) {
    this.#onLine = onLine
  }

  accept(stream: Stream, workerId: string): void {
    stream.on('data', (message: StreamingMessage) => {
      if (message.start_stream?.worker_id === workerId) {
        this.#stream = stream
        this.#settle('start', message)
      } else if (message.rpc_log?.message !== undefined) {
        this.#onLine(message.rpc_log.message.slice(0, 1000))
      } else {
        this.#settle(message.request_id ?? '', message)
      }
    })
    stream.on('error', () => this.end('The worker has closed its channel.'))
    stream.on('end', () => stream.end())
  }

  end(reason: string): void {
    this.ended ??= reason
    this.#onLine(reason)
    for (const fail of this.#failures) fail(new Error(reason))
  }

  async index({ folder, startTimeoutMs }: WorkerRequest): Promise<readonly FunctionMetadata[]> {
    const late = `Starting worker process failed: 'app' did not connect over gRPC within ${startTimeoutMs} ms.`
    await this.#wait('start', startTimeoutMs, late)
    const directories = { worker_directory: folder, function_app_directory: folder }
    const started = await this.#ask({ worker_init_request: { host_version: '4.1046.100', ...directories } })
    demand(started.worker_init_response?.result, 'Worker failed to initialize')
    const answer = await this.#ask({ functions_metadata_request: { function_app_directory: folder } })
    demand(answer.function_metadata_response?.result, 'Worker failed to index functions')
    const functions = answer.function_metadata_response?.function_metadata_results ?? []
    for (const metadata of functions) {
      const loaded = await this.#ask({
        function_load_request: { function_id: metadata.function_id ?? '', metadata },
      })
      demand(loaded.function_load_response?.result, `Worker failed to load function: '${metadata.name}'`)
    }
    return functions
  }

  async call(functionId: string, bindingName: string, http: HttpData): Promise<InvocationResponse> {
    const answer = await this.#ask({
      invocation_request: {
        invocation_id: randomUUID(),
        function_id: functionId,
        input_data: [{ name: bindingName, data: { http } }],
      },
    })
    return answer.invocation_response ?? {}
  }

  #ask(message: Omit<StreamingMessage, 'request_id'>): Promise<StreamingMessage> {
    // A worker answers an invocation with its id, and everything else with the id of the question.
    const request_id = message.invocation_request?.invocation_id ?? randomUUID()
    const answer = this.#wait(request_id, callTimeoutMs, 'The worker did not answer.')
    this.#stream?.write({ request_id, ...message })
    return answer
  }

  #wait(key: string, timeoutMs: number, late: string): Promise<StreamingMessage> {
    return new Promise((resolve, reject) => {
      if (this.ended !== undefined) reject(new Error(this.ended))
      const settle = (act: () => void): void => {
        clearTimeout(timer)
        this.#waiting.delete(key)
        this.#failures.delete(fail)
        act()
      }
      const fail = (error: Error): void => settle(() => reject(error))
      const timer = setTimeout(() => fail(new Error(late)), timeoutMs)
      this.#waiting.set(key, (message) => settle(() => resolve(message)))
      this.#failures.add(fail)
    })
  }

  #settle(key: string, message: StreamingMessage): void {
    this.#waiting.get(message.invocation_response?.invocation_id ?? key)?.(message)
  }
}

function demand(result: StatusResult | undefined, what: string): void {
  if (result?.status === 'Success') return
  throw new Error(
    `${what}: ${(result?.exception?.message ?? result?.result ?? 'no reason given').slice(0, 500)}`,
  )
}
