import { generateSync } from 'otplib';

/** What an authenticator shows at that time. */
export const totpCode = (secret: string, at: Date): string =>
  generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });
