import { createRoute, type RouteConfig } from '@hono/zod-openapi';
import type { Context, Hono } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Permission } from '../../survey-definitions/permission.ts';
import type { Actor } from '../accounts/actor.ts';
import { isOfEvaluation } from '../accounts/permissions.ts';
import type { Db } from '../store/tables.ts';
import { type BodyPolicy, jsonOf, STAFF_LIMIT } from './body-policy.ts';
import type { AppEnv } from './env.ts';
import { problems } from './schemas.ts';
import { isInEvaluation } from './scope.ts';

/** Who may call: anybody, or whoever holds the permission. */
export type Access = 'public' | Permission;

/** Throws where somebody may not, though he holds the permission in the evaluation that the address names. */
type AlsoAsked = (db: Db, actor: Actor, evaluationId: string) => Promise<void>;

/** What a route says of itself before any of its code runs. */
export interface Declared {
  access: Access;
  /** Asked after that, and before the request is looked at, where one permission does not decide it. */
  also?: AlsoAsked | undefined;
  body: BodyPolicy;
  /** Whose word a change goes by: `respondent` lets in what respondents hand in from browsers that say little. */
  origin: 'own' | 'respondent';
}

type Declaration = Omit<RouteConfig, 'path' | 'security'> & {
  access: Access;
  also?: AlsoAsked;
  /** Reads as a method name: clients are generated from it. */
  operationId: string;
  /** JSON of up to 1 MiB unless it is said otherwise. */
  body?: BodyPolicy;
  origin?: Declared['origin'];
};

/** What a body is refused with before the route sees it, also where it needs none. */
const REFUSED_BODIES = problems(413, 415, 422);

/** By method and path as the router has them: GET /api/surveys/:code. */
const declared = new Map<string, Declared>();

/**
 * A route of the API with its path, its access and its schemas in one place. The guard, the body policy, `security` in
 * OpenAPI and the list of public calls all follow from it; a route that is not made here does not start.
 */
export function route<P extends string, R extends Declaration & { path: P }>(declaration: R) {
  const { access, also, body = jsonOf(STAFF_LIMIT), origin = 'own', ...rest } = declaration;
  const { method, path } = declaration;
  declared.set(keyOf(method, path.replace(/\{(\w+)\}/g, ':$1')), { access, also, body, origin });
  const described = createRoute<P, RouteConfig & { path: P }>({
    ...rest,
    responses: { ...(method === 'get' ? {} : REFUSED_BODIES), ...rest.responses },
    ...(access === 'public' ? { security: [] } : {}),
  });
  // The same to the letter, but for what the router need not know: types of handlers and clients come from it.
  return described as unknown as ReturnType<typeof createRoute<P, R>>;
}

const keyOf = (method: string, path: string) => `${method.toUpperCase()} ${path}`;

/** What the route that will answer has declared; undefined where no route will. */
export function declaredOf(c: Context<AppEnv>): Declared | undefined {
  const answers = matchedRoutes(c).find(({ method }) => method !== 'ALL');
  return answers && declared.get(keyOf(answers.method, answers.path));
}

/** Every route of the app with what it declares. Throws where one declares nothing, or what does not fit its address: it would be open by mistake. */
export function declarationsOf(app: Hono<AppEnv>): ReadonlyMap<string, Declared> {
  const routes = app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }): [string, Declared] => {
      const key = keyOf(method, path);
      const found = declared.get(key);
      if (found === undefined) throw new Error(`the route ${key} declares no access`);
      const { access } = found;
      // Else nobody would look in which evaluation somebody may do it, or somebody would in none.
      if (access !== 'public' && isOfEvaluation(access) !== isInEvaluation(path))
        throw new Error(`the route ${key} declares ${access}, which does not fit its address`);
      return [key, found];
    });
  return new Map(routes);
}
