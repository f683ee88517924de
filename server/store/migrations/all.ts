import type { Migration } from 'kysely';
import * as initial from './0001-initial.ts';
import * as access from './0002-access.ts';
import * as revisions from './0003-revisions.ts';
import * as plainNames from './0004-plain-names.ts';
import * as feeds from './0005-feeds.ts';
import * as signIn from './0006-sign-in.ts';
import * as ineligible from './0007-ineligible.ts';
import * as planning from './0008-planning.ts';
import * as people from './0009-people.ts';
import * as auditChain from './0010-audit-chain.ts';
import * as watching from './0011-watching.ts';
import * as judging from './0012-judging.ts';

/** Every migration by name; they run in the order of their names. One that was released never changes. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-initial': initial,
  '0002-access': access,
  '0003-revisions': revisions,
  '0004-plain-names': plainNames,
  '0005-feeds': feeds,
  '0006-sign-in': signIn,
  '0007-ineligible': ineligible,
  '0008-planning': planning,
  '0009-people': people,
  '0010-audit-chain': auditChain,
  '0011-watching': watching,
  '0012-judging': judging,
};
