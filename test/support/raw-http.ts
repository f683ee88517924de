import { type IncomingHttpHeaders, request } from 'node:http';

/** What the server sends, byte for byte: `fetch` would unpack it. */
export function get(
  url: string,
  headers: Record<string, string>,
): Promise<{ headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(parts) }));
      answer.on('error', reject);
    });
    call.on('error', reject);
    call.end();
  });
}
