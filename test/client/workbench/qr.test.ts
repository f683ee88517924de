import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qrModules, qrPath, qrSvg } from '../../../client/workbench/parts/qr.ts';
import { readQr } from '../../support/read-qr.ts';

/** The modules that a path of our own makes dark. */
function drawn(path: string, size: number): boolean[][] {
  const modules = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  }
  return modules;
}

describe('a link as a QR code', () => {
  it('says the link, at error correction M, with four modules of quiet around it', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ size: 'small' }).map((base) => base.slice(0, 90)),
        fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/),
        (base, point) => {
          const link = `${base}/s/abcd2345?p=${point}`;
          expect(readQr(qrModules(link))).toEqual({ text: link, ecc: 'M' });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is drawn as it was made: the path is dark where the modules are, and nowhere else', () => {
    const modules = qrModules('https://diaocha.example.gov.cn/s/abcd2345?p=north-hall');
    expect(drawn(qrPath(modules), modules.length)).toEqual(modules);
  });

  it('is black on white in a file', () => {
    const svg = qrSvg('https://diaocha.example.gov.cn/s/abcd2345');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) \1"/);
    expect([...svg.matchAll(/fill="([^"]+)"/g)].map(([, fill]) => fill)).toEqual(['#fff', '#000']);
  });
});
