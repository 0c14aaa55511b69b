/** What was answered so far, in a file: a run that was broken off goes on where it was. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { AskedRows } from './row'

export class AnswerStore {
  readonly #file: string
  readonly #answers = new Map<string, AskedRows>()

  /** @param purpose of the run; answers of another host or to other questions are not used */
  constructor(file: string, purpose: string) {
    this.#file = file
    if (this.#read(purpose)) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify({ purpose })}\n`)
  }

  get size(): number {
    return this.#answers.size
  }

  get(key: string): AskedRows | undefined {
    return this.#answers.get(key)
  }

  add(key: string, asked: AskedRows): void {
    this.#answers.set(key, asked)
    appendFileSync(this.#file, `${JSON.stringify({ key, asked })}\n`)
  }

  remove(): void {
    rmSync(this.#file, { force: true })
  }

  #read(purpose: string): boolean {
    if (!existsSync(this.#file)) return false
    const [head = '', ...lines] = readFileSync(this.#file, 'utf8').split('\n')
    if (head !== JSON.stringify({ purpose })) return false
    for (const line of lines) {
      try {
        const { key, asked } = JSON.parse(line) as { key: string; asked: AskedRows }
        this.#answers.set(key, asked)
      } catch {
        // The last line of a run that was broken off.
      }
    }
    return true
  }
}
