import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export interface StaticFile {
  body: Uint8Array;
  headers: Record<string, string>;
}

/** Content codings that pages can be compared in. */
export type Coding = 'br' | 'gzip';

/**
 * Serves files from memory, compressed beforehand as tightly as the coding can, over kept-alive HTTP/1.1; by Brotli to
 * whoever takes it, like our own server.
 */
export async function serveStatic(
  files: ReadonlyMap<string, StaticFile>,
): Promise<{ origin: string; stop(): void }> {
  const ready = new Map(
    [...files].map(([address, { body, headers }]) => [
      address,
      { br: brotliCompressSync(body), gzip: gzipSync(body, { level: 9 }), headers },
    ]),
  );
  const server = http.createServer((request, response) => {
    const file = ready.get(request.url ?? '');
    if (!file) return response.writeHead(404).end('nothing here');
    const accepted = String(request.headers['accept-encoding']);
    const coding: Coding = /\bbr\b/.test(accepted) ? 'br' : 'gzip';
    response.writeHead(200, {
      ...file.headers,
      'content-encoding': coding,
      'content-length': file[coding].length,
      vary: 'Accept-Encoding',
    });
    response.end(file[coding]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
