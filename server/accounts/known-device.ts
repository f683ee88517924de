import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Sign } from './signing-key.ts';

/** Names that a shared device is known under; who signed in longest ago is forgotten first. */
const MOST_NAMES = 5;
const DEVICE = /^[\w-]{22}$/;

const markOf = (sign: Sign, device: string, username: string) =>
  sign('known-device', `${device}\0${username}`);

/**
 * The device, where it says by our own signature that this name signed in there before. `said` is what its cookie holds, which may be
 * anybody's: `{device}.{mark}.{mark}…`, a mark for each name.
 */
export async function knownDevice(
  sign: Sign,
  said: string | undefined,
  username: string,
): Promise<string | undefined> {
  const { device, marks } = partsOf(said);
  if (device === undefined) return undefined;
  const ours = Buffer.from(await markOf(sign, device, username));
  const isOurs = (mark: string) => {
    const given = Buffer.from(mark);
    return given.length === ours.length && timingSafeEqual(given, ours);
  };
  return marks.some(isOurs) ? device : undefined;
}

/** What the cookie is to hold once the name has signed in there. */
export async function markDevice(
  sign: Sign,
  said: string | undefined,
  username: string,
): Promise<string> {
  const { device = randomBytes(16).toString('base64url'), marks } = partsOf(said);
  const mark = await markOf(sign, device, username);
  const others = marks.filter((other) => other !== mark);
  return [device, mark, ...others].slice(0, 1 + MOST_NAMES).join('.');
}

function partsOf(said: string | undefined): { device?: string; marks: string[] } {
  const [device = '', ...marks] = (said ?? '').split('.', 1 + MOST_NAMES);
  return DEVICE.test(device)
    ? { device, marks: marks.filter((mark) => mark.length === 43) }
    : { marks: [] };
}
