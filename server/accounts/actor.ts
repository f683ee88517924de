import type { Role } from './permissions.ts';

/** Who calls: a person by session, or another program by token. */
export interface Actor {
  /** Username, or `token:<id>`: what the audit names. */
  name: string;
  /** As it was stored; one that is none of ours may do nothing. */
  role: Role | (string & {});
  kind: 'session' | 'token';
}
