import type { TestApp } from './app.ts';
import { said } from './app.ts';

export const GOOD_PASSWORD = 'violet kettle gravel 77';

/** The secret of a link, as the page at its address reads it. */
export const secretOf = (url: string): string => url.split('#')[1] ?? '';

/** Invites by an admin unless it is said otherwise, and gives the link's secret and the invitation's id. */
export async function invited(
  t: Pick<TestApp, 'admin'>,
  body: object,
  by = t.admin,
): Promise<{ id: string; secret: string; url: string; expiresAt: string }> {
  const answer = await said(by('POST', '/api/invitations', body));
  if (answer.status !== 201) throw new Error(`not invited: ${JSON.stringify(answer)}`);
  return { ...answer.body, secret: secretOf(answer.body.url) };
}

/** Cookie of the session that an answer began. */
export const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .find((cookie) => /^(__Host-)?manping=/.test(cookie))
    ?.split(';')[0] ?? '';
