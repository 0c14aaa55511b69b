/**
 * The messages of `worker.proto` as `@grpc/proto-loader` gives them with the options of `loadService`.
 * Everything in them comes from the deployed program and is untrusted.
 */
import { join } from 'node:path'
import { loadPackageDefinition, type ServiceDefinition } from '@grpc/grpc-js'
import { loadSync } from '@grpc/proto-loader'

export interface StatusResult {
  readonly status?: string
  readonly result?: string
  readonly exception?: { readonly message?: string }
}

export interface FunctionMetadata {
  readonly name?: string
  readonly raw_bindings?: readonly string[]
  readonly function_id?: string
}

export interface TypedData {
  readonly string?: string
  readonly json?: string
  readonly bytes?: Buffer
  readonly http?: HttpData
}

export interface HttpData {
  readonly method?: string
  readonly url?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: TypedData
  readonly params?: Readonly<Record<string, string>>
  readonly status_code?: string
  readonly query?: Readonly<Record<string, string>>
}

export interface InvocationResponse {
  readonly invocation_id?: string
  readonly result?: StatusResult
  readonly return_value?: TypedData
  readonly output_data?: readonly { readonly name?: string; readonly data?: TypedData }[]
}

/** One message in either direction; exactly one of the optional parts is set. */
export interface StreamingMessage {
  readonly request_id?: string
  readonly start_stream?: { readonly worker_id?: string }
  readonly rpc_log?: { readonly message?: string }
  readonly worker_init_request?: {
    readonly host_version: string
    readonly worker_directory: string
    readonly function_app_directory: string
  }
  readonly worker_init_response?: { readonly result?: StatusResult }
  readonly functions_metadata_request?: { readonly function_app_directory: string }
  readonly function_metadata_response?: {
    readonly function_metadata_results?: readonly FunctionMetadata[]
    readonly result?: StatusResult
  }
  readonly function_load_request?: { readonly function_id: string; readonly metadata: FunctionMetadata }
  readonly function_load_response?: { readonly function_id?: string; readonly result?: StatusResult }
  readonly invocation_request?: {
    readonly invocation_id: string
    readonly function_id: string
    readonly input_data: readonly { readonly name: string; readonly data: TypedData }[]
  }
  readonly invocation_response?: InvocationResponse
}

/**
 * Reads the service that the host offers to workers.
 *
 * @returns its definition for a gRPC server
 * @throws when the file of messages is broken
 */
export function loadService(): ServiceDefinition {
  const definition = loadSync(join(import.meta.dirname, 'worker.proto'), { keepCase: true, enums: String })
  const loaded = loadPackageDefinition(definition)['AzureFunctionsRpcMessages']
  if (typeof loaded === 'object' && 'FunctionRpc' in loaded) {
    const { FunctionRpc } = loaded
    if (typeof FunctionRpc === 'function' && 'service' in FunctionRpc) return FunctionRpc.service
  }
  throw new Error('worker.proto has no service FunctionRpc')
}
