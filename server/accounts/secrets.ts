import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for a cookie or a bearer token. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret: nobody who reads the database can sign in with it. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** `length` characters of the alphabet, each as likely as the others. */
export function randomText(alphabet: string, length: number): string {
  const most = 256 - (256 % alphabet.length);
  let text = '';
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < most && text.length < length) text += alphabet[byte % alphabet.length];
    }
  }
  return text;
}
