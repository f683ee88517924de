import { createHash } from 'node:crypto';
import type { StaticFile } from '../static-site.ts';

const ASSET = { 'cache-control': 'public, max-age=31536000, immutable' };
const TYPES = { '.js': 'text/javascript; charset=UTF-8', '.css': 'text/css; charset=UTF-8' };

/** A site of one page, its scripts and styles named by their content as a careful host would have them. */
export function newSite() {
  const files = new Map<string, StaticFile>();
  return {
    /** Address of the file. */
    asset(extension: '.js' | '.css', body: Uint8Array): string {
      const hash = createHash('sha256').update(body).digest('hex').slice(0, 8);
      const name = `/survey-${hash}${extension}`;
      files.set(name, { body, headers: { ...ASSET, 'content-type': TYPES[extension] } });
      return name;
    },
    /** All of it, with the page. */
    withPage(address: string, title: string, head: string): Map<string, StaticFile> {
      const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>${title}</title>${head}</head><body><div id="survey"></div></body></html>`;
      return files.set(address, {
        body: Buffer.from(html),
        headers: { 'content-type': 'text/html; charset=UTF-8', 'cache-control': 'no-cache' },
      });
    },
  };
}
