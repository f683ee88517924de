import { createHmac, randomBytes } from 'node:crypto';
import { claimSetting, readSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';

const NAME = 'signing-key';

/** Signs, for one purpose, what only a server of this database may have said. */
export type Sign = (purpose: string, text: string) => Promise<string>;

/** A signer with the database's own key, which the first server that needs it makes: 256 random bits. */
export function createSigner(store: Pick<Store, 'read' | 'write'>): Sign {
  let key: Promise<string> | undefined;
  return async (purpose, text) => {
    key ??= signingKey(store).catch((error: unknown) => {
      key = undefined;
      throw error;
    });
    return createHmac('sha256', await key)
      .update(`${purpose}\0${text}`)
      .digest('base64url');
  };
}

async function signingKey({ read, write }: Pick<Store, 'read' | 'write'>): Promise<string> {
  const known = await readSetting(read, NAME);
  if (known !== undefined) return known;
  const made = randomBytes(32).toString('base64url');
  if (await claimSetting(write, NAME, made)) return made;
  const claimed = await readSetting(write, NAME);
  if (claimed === undefined) throw new Error('the signing key cannot be read');
  return claimed;
}
