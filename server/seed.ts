import { randomUUID } from 'node:crypto';
import { hashPassword, newPassword } from './accounts/passwords.ts';
import type { Config } from './config.ts';
import { loadExample } from './example/load-example.ts';
import { shippedIndicatorSystems, shippedQuestionnaires } from './shipped-definitions.ts';
import { listEvaluations } from './store/evaluations.ts';
import { findIndicatorSystem, insertIndicatorSystem } from './store/indicator-systems.ts';
import { findQuestionnaire, insertQuestionnaire } from './store/questionnaires.ts';
import type { Store } from './store/store.ts';
import { findUser, insertFirstUser } from './store/users.ts';

const FIRST_USER = 'admin';

export interface Seeded {
  /** The first account, where this process made it; its password, where nobody gave one. */
  account?: { username: string; password: string | undefined };
}

/**
 * Puts into the database what a server needs and it lacks: the definitions that come with Manping, the first
 * account, the worked example. Safe with several servers starting at once: each thing is claimed by one insert.
 */
export async function seed(
  store: Store,
  config: Pick<Config, 'adminPassword' | 'example'>,
  now: Date,
): Promise<Seeded> {
  await addDefinitions(store, now);
  if (config.example && (await listEvaluations(store.read, { limit: 1 })).items.length === 0) {
    await loadExample(store, now);
  }
  // Last, so that nothing fails between the password and its being printed.
  const account = await addFirstAccount(store, config, now);
  return account === undefined ? {} : { account };
}

async function addDefinitions({ read, write }: Store, now: Date): Promise<void> {
  for (const each of await shippedQuestionnaires()) {
    if (!(await findQuestionnaire(read, each.id, each.version))) {
      await insertQuestionnaire(write, each, now);
    }
  }
  for (const each of await shippedIndicatorSystems()) {
    if (!(await findIndicatorSystem(read, each.id, each.version))) {
      await insertIndicatorSystem(write, each, now);
    }
  }
}

async function addFirstAccount(
  { read, write }: Store,
  { adminPassword }: Pick<Config, 'adminPassword'>,
  now: Date,
): Promise<Seeded['account']> {
  // Spares the hash; whether there is an account at all is decided by the insert.
  if (await findUser(read, FIRST_USER)) return undefined;
  const password = adminPassword ?? newPassword();
  const made = await insertFirstUser(write, {
    id: randomUUID(),
    username: FIRST_USER,
    passwordHash: await hashPassword(password),
    admin: true,
    createdAt: now.toISOString(),
  });
  if (!made) return undefined;
  return { username: FIRST_USER, password: adminPassword === undefined ? password : undefined };
}
