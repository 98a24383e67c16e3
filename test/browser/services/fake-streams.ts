import { encodeFrameHeader } from '#ipc/import-frames'
import type { ImportFrameHeader } from '#ipc/import-stream'

const CACHE = 'fake-main'
const channel = new BroadcastChannel('fake-main')

/** A file of a pretended folder; `skip` is a reason why main does not hand it out. */
export interface FakeFile {
  readonly path: string
  readonly text?: string
  readonly bytes?: Uint8Array
  readonly dataset?: string
  readonly skip?: string
}

async function put(path: string, response: Response): Promise<void> {
  const cache = await caches.open(CACHE)
  await cache.put(new URL(path, location.origin).href, response)
  channel.postMessage('put')
}

function framesOf(files: readonly FakeFile[]): Uint8Array[] {
  return files.flatMap(({ path, text, bytes, dataset, skip }) => {
    const place = { root: 0, path }
    if (skip !== undefined) {
      return [encodeFrameHeader({ kind: 'skipped', ...place, size: 0, reason: 'unreadable', detail: skip })]
    }
    if (dataset !== undefined) return [encodeFrameHeader({ kind: 'dataset', ...place, size: 0 })]
    const content = bytes ?? new TextEncoder().encode(text ?? '')
    return [encodeFrameHeader({ kind: 'file', ...place, size: content.length }), content]
  })
}

/** A pretended import stream: batches can be held back, so that a test stops in between. */
export class FakeFolder {
  readonly token: string
  /** True: what is asked for is a brat folder. */
  brat = false
  readonly #batches: readonly (readonly FakeFile[])[]

  constructor(...batches: readonly (readonly FakeFile[])[]) {
    this.token = `t${crypto.randomUUID().replaceAll('-', '')}`
    this.#batches = batches
  }

  get grant() {
    return { token: this.token, roots: ['folder'] }
  }

  get files(): readonly FakeFile[] {
    return this.#batches.flat()
  }

  /** Lets the worker have one batch. */
  async serve(index: number): Promise<void> {
    const before = this.#batches.slice(0, index).flat()
    const batch = this.#batches[index] ?? []
    const status: ImportFrameHeader = {
      kind: 'status',
      size: 0,
      seen: before.length + batch.length,
      total: this.files.length,
      done: index === this.#batches.length - 1,
    }
    const last = before.at(-1)
    const parameters = new URLSearchParams({
      ...(last && { after: last.path, root: '0' }),
      ...(this.brat && { format: 'brat' }),
    })
    const query = parameters.size > 0 ? `?${parameters.toString()}` : ''
    const body = new Blob([...framesOf(batch), encodeFrameHeader(status)] as Uint8Array<ArrayBuffer>[])
    for (const { path, dataset } of batch) {
      const place = new URLSearchParams({ root: '0', path }).toString()
      if (dataset === undefined) continue
      // In two parts, the first of which may end within a character, and the empty one at the end.
      const bytes = new TextEncoder().encode(dataset)
      const half = Math.ceil(bytes.length / 2)
      for (const [from, part] of [
        [0, bytes.slice(0, half)],
        [half, bytes.slice(half)],
        [bytes.length, bytes.slice(0, 0)],
      ] as const) {
        await put(`/import/${this.token}/dataset?${place}&from=${String(from)}`, new Response(part))
      }
    }
    await put(`/import/${this.token}${query}`, new Response(body))
  }

  async serveAll(): Promise<this> {
    for (const index of this.#batches.keys()) await this.serve(index)
    return this
  }
}

/** Makes a part of an export fail as main would say it. */
export async function failPart(token: string, part: number, response: Response): Promise<void> {
  await put(`/export/${token}?part=${String(part)}`, response)
}

/** The text that the worker has sent for an export, in order, as it comes. */
export function collectPosts(token: string): { readonly parts: string[]; stop(): void } {
  const posts = new BroadcastChannel('fake-main-posts')
  const parts: string[] = []
  posts.addEventListener('message', ({ data }: MessageEvent<{ url: string; text: string }>) => {
    const { pathname, searchParams } = new URL(data.url)
    if (pathname === `/export/${token}`) parts[Number(searchParams.get('part'))] = data.text
  })
  return { parts, stop: () => posts.close() }
}

const RealWorker = globalThis.Worker

/** Starts a worker of the program with pretended streams. */
export function fakeWorker(kind: 'import' | 'export'): Worker {
  return kind === 'import'
    ? new RealWorker(new URL('./streams/import.worker.ts', import.meta.url), { type: 'module' })
    : new RealWorker(new URL('./streams/export.worker.ts', import.meta.url), { type: 'module' })
}

/** Makes the services' workers see pretended streams; those that need none are the program's own. */
export function useFakeStreams(): void {
  globalThis.Worker = new Proxy(RealWorker, {
    construct: (_, [url, options]: [URL, WorkerOptions]) => {
      const kind = /(import|export)\.worker/.exec(url.pathname)?.[1]
      return kind === 'import' || kind === 'export' ? fakeWorker(kind) : new RealWorker(url, options)
    },
  })
}
