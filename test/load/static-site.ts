import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export interface StaticFile {
  body: Uint8Array;
  headers: Record<string, string>;
}

/** Content codings that a page can be compared in. */
export const CODINGS = {
  gzip: (body: Uint8Array) => gzipSync(body, { level: 9 }),
  br: (body: Uint8Array) => brotliCompressSync(body),
};
export type Coding = keyof typeof CODINGS;

/** Serves files from memory, compressed beforehand as tightly as the coding can, over kept-alive HTTP/1.1. */
export async function serveStatic(
  files: ReadonlyMap<string, StaticFile>,
  coding: Coding,
): Promise<{ origin: string; stop(): void }> {
  const ready = new Map(
    [...files].map(([address, { body, headers }]) => [
      address,
      { body: CODINGS[coding](body), headers },
    ]),
  );
  const server = http.createServer((request, response) => {
    const file = ready.get(request.url ?? '');
    if (!file) return response.writeHead(404).end('nothing here');
    response.writeHead(200, {
      ...file.headers,
      'content-encoding': coding,
      'content-length': file.body.length,
      vary: 'Accept-Encoding',
    });
    response.end(file.body);
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
