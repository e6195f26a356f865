import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import type { AddressInfo } from 'node:net'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
}

const fileOf = async (folder: string, path: string): Promise<string> => {
  const file = join(folder, normalize(path))
  return (await stat(file)).isDirectory() ? join(file, 'index.html') : file
}

export interface StaticServer {
  readonly port: number
  /** What is served from now on. */
  serve(folder: string): void
  close(): Promise<void>
}

/** Serves a folder below a path, as any web server of an office would: no headers but the type, no rewriting. */
export const startServer = async (folder: string, below = '/', port = 0): Promise<StaticServer> => {
  let served = folder
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://localhost').pathname)
    const answer = async (): Promise<void> => {
      if (!path.startsWith(below)) throw new Error(`nothing at ${path}`)
      const file = await fileOf(served, path.slice(below.length - 1))
      const body = await readFile(file)
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream').end(body)
    }
    answer().catch(() => response.writeHead(404).end())
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    serve: (other) => (served = other),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
