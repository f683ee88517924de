import type { ExpressionBuilder } from 'kysely';
import { SECOND_FACTOR_SETTING } from './sign-in-policy.ts';
import type { Tables } from './tables.ts';

/** What is known of an account wherever one is recognised, by session or by token; `users` is joined. */
export interface KnownAccount {
  userId: string;
  username: string;
  /** 0 or 1. */
  admin: number;
  /** How many reasons there are to let it begin evaluations and publish definitions: 0, 1 or more. */
  evaluator: number;
  /** 0 or 1: whether it signs in with a second factor. */
  secondFactor: number;
  /** As it is set: who has to sign in with one. */
  secondFactorPolicy: string | null;
}

export const accountColumns = (eb: ExpressionBuilder<Tables, 'users'>) =>
  [
    'users.id as userId',
    'users.username as username',
    'users.admin as admin',
    eb
      .case()
      .when('users.begins_evaluations', '=', 1)
      .then(1)
      .when(
        eb.exists(
          eb
            .selectFrom('memberships')
            .select('memberships.user_id')
            .whereRef('memberships.user_id', '=', 'users.id')
            .where('memberships.role', '=', 'evaluator'),
        ),
      )
      .then(1)
      .else(0)
      .end()
      .as('evaluator'),
    eb.case().when('users.totp_secret', 'is', null).then(0).else(1).end().as('secondFactor'),
    eb
      .selectFrom('settings')
      .select('settings.value')
      .where('settings.key', '=', SECOND_FACTOR_SETTING)
      .as('secondFactorPolicy'),
  ] as const;
