import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { brotliCompress, constants, createGzip } from 'node:zlib';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const brotli = promisify(brotliCompress);

/**
 * A whole page in one piece, as small as is worth the time: the respondent's page has to arrive with the first round trip
 * of a connection (14 KB), which the middleware's streaming with the usual level does not promise. Browsers take Brotli under
 * https only; 7 is where more costs more than it saves.
 */
export async function compressedHtml(c: Context, text: string, status: ContentfulStatusCode) {
  const encoding = wantedOf(c);
  c.header('Vary', 'Accept-Encoding', { append: true });
  if (encoding === undefined) return c.html(text, status);
  const body =
    encoding === 'br'
      ? await brotli(text, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 7,
            [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
          },
        })
      : await zipInParts(text.split(/(?=\*\{box-sizing|<body|<script nonce)/));
  c.header('Content-Encoding', encoding);
  return c.body(new Uint8Array(body), status, { 'Content-Type': 'text/html; charset=UTF-8' });
}

/**
 * The palette, the rest of the style, text and script use letters of their own: each is a block of its own in gzip, with the code that fits it, which is
 * some 350 bytes less than where zlib ends its blocks by itself. What was said before is still there to refer to.
 */
async function zipInParts(parts: readonly string[]): Promise<Buffer> {
  const gzip = createGzip({ level: 9, memLevel: 9 });
  const zipped = buffer(gzip);
  for (const [index, part] of parts.entries()) {
    gzip.write(part);
    const last = index === parts.length - 1;
    if (!last) await new Promise<void>((resolve) => gzip.flush(constants.Z_BLOCK, resolve));
  }
  gzip.end();
  return zipped;
}

/** The better of the two that the browser takes; one with `q=0` is refused. */
function wantedOf(c: Context): 'br' | 'gzip' | undefined {
  const taken = accepts(c, {
    header: 'Accept-Encoding',
    supports: ['br', 'gzip'],
    default: '',
    match: (offers) => {
      const names = offers.filter(({ q }) => q > 0).map(({ type }) => type.toLowerCase());
      return ['br', 'gzip'].find((encoding) => names.includes(encoding)) ?? '';
    },
  });
  return taken === 'br' || taken === 'gzip' ? taken : undefined;
}
