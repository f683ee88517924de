import { encode } from 'uqr';

/** Modules of white around a code that ISO/IEC 18004 asks for, without which some phones do not find it. */
const QUIET_ZONE = 4;
/** Pixels of a module in a file: sharp on a poster. */
const FILE_PIXELS = 24;

/** A text as a QR code, error correction M: which modules are dark, the quiet zone included. */
export function qrModules(text: string): boolean[][] {
  return encode(text, { ecc: 'M', boostEcc: false, border: QUIET_ZONE }).data;
}

/** The dark modules as one SVG path, a unit a module; runs of a line together. */
export function qrPath(modules: readonly boolean[][]): string {
  return modules
    .flatMap((line, y) => {
      const runs: string[] = [];
      for (let x = 0; x < line.length; x += 1) {
        if (!line[x]) continue;
        const from = x;
        while (line[x + 1]) x += 1;
        runs.push(`M${from} ${y}h${x + 1 - from}v1H${from}z`);
      }
      return runs;
    })
    .join('');
}

/** A file of its own, black on white. */
export function qrSvg(text: string): string {
  const modules = qrModules(text);
  const size = modules.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size * FILE_PIXELS}" height="${size * FILE_PIXELS}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${qrPath(modules)}"/></svg>\n`;
}

/** The same as pixels. Resolves to null where the browser draws none. */
export function qrPng(text: string): Promise<Blob | null> {
  const modules = qrModules(text);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = modules.length * FILE_PIXELS;
  const drawing = canvas.getContext('2d');
  if (!drawing) return Promise.resolve(null);
  drawing.fillStyle = '#fff';
  drawing.fillRect(0, 0, canvas.width, canvas.height);
  drawing.fillStyle = '#000';
  modules.forEach((line, y) => {
    line.forEach((dark, x) => {
      if (dark) drawing.fillRect(x * FILE_PIXELS, y * FILE_PIXELS, FILE_PIXELS, FILE_PIXELS);
    });
  });
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
