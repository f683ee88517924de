import { foldTyped } from '../../survey-definitions/typed-text.ts';

/** Crockford's base 32: nothing in it is mistaken for something else when read out or copied by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The bits of `bytes` from the last backwards, five a character, in exactly `length` characters. */
export function toCrockford(bytes: Uint8Array, length: number): string {
  let bits = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (let place = 0; place < length; place += 1) {
    text = ALPHABET.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return text;
}

/** What somebody typed, as it was meant: width, dashes, spaces and small letters aside, O is 0, and I and L are 1. */
export function readCrockford(text: string): string {
  const folded = foldTyped(text).toUpperCase().replaceAll('-', '');
  return folded.replace(/O/g, '0').replace(/[IL]/g, '1');
}
