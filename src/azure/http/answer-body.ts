/**
 * The body of an answer as text: decoded as its headers say, and bounded in what comes out of that. A body that
 * cannot be decoded is told apart from a connection that broke.
 */
import { type Duplex, pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

export interface AnswerBody {
  readonly text: string
  /** There was more than the bound. */
  readonly isCut: boolean
  /** What is wrong with it, to follow "with"; the text is empty then. */
  readonly flaw?: string
}

const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

// Nobody is asked to compress, and nobody compresses more often than this.
const mostLayers = 3

/**
 * Reads a body to its end or to the bound.
 *
 * @param encoding the value of `Content-Encoding`
 * @throws what the connection threw
 */
export async function readAnswerBody(
  stream: NodeJS.ReadableStream | undefined,
  encoding: string,
  maxBytes: number,
): Promise<AnswerBody> {
  const layers = encoding
    .split(',')
    .map((layer) => layer.trim().toLowerCase())
    .filter((layer) => layer !== '' && layer !== 'identity')
  const isReadable = layers.length <= mostLayers && layers.every((layer) => Object.hasOwn(decoders, layer))
  if (stream === undefined) return { text: '', isCut: false }
  if (!isReadable) {
    const { isCut: isFilled } = await readBytes(stream, 0)
    const flaw = `a body in the encoding '${encoding.slice(0, 40)}', which is not known`
    return { text: '', isCut: false, ...(isFilled ? { flaw } : {}) }
  }
  let receivedBytes = 0
  let decoded = stream
  if (layers.length > 0) {
    stream.on('data', (chunk: Buffer) => {
      receivedBytes += chunk.length
    })
  }
  for (const layer of layers.reverse()) {
    const decoder = decoders[layer]?.()
    // What breaks on either side ends the other, and is thrown where the body is read.
    if (decoder !== undefined) decoded = pipeline(decoded, decoder, () => undefined)
  }
  try {
    return await readBytes(decoded, maxBytes)
  } catch (error) {
    if (!isOfDecoder(error)) throw error
    // Nothing at all is an empty body, whatever it was to be decoded with.
    return receivedBytes === 0
      ? { text: '', isCut: false }
      : { text: '', isCut: false, flaw: `a body that is no complete ${encoding.slice(0, 40)}` }
  }
}

async function readBytes(stream: NodeJS.ReadableStream, maxBytes: number): Promise<AnswerBody> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of stream) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk)
    chunks.push(bytes)
    sizeBytes += bytes.length
    // Leaving the loop destroys the stream, so the rest is not downloaded.
    if (sizeBytes > maxBytes) break
  }
  return {
    text: Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8'),
    isCut: sizeBytes > maxBytes,
  }
}

// zlib's own codes, and those that Node makes of Brotli's.
function isOfDecoder(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(?:Z_|ERR__|ERR_BROTLI|ERR_ZLIB)/.test(code)
}
