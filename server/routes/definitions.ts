import { z } from '@hono/zod-openapi';
import { checkIndicatorSystem } from '../../survey-definitions/check-indicator-system.ts';
import { checkQuestionnaire } from '../../survey-definitions/check-questionnaire.ts';
import { type Checked, faultsIn, type Standing } from '../../survey-definitions/fault.ts';
import { IndicatorSystem } from '../../survey-definitions/indicator-system.ts';
import { Questionnaire } from '../../survey-definitions/questionnaire.ts';
import { shapeFindings } from '../../survey-definitions/shape-findings.ts';
import type { Language } from '../../survey-definitions/text.ts';
import type { Deps } from '../context.ts';
import {
  type DefinitionStore,
  publishDefinition,
  refusedDefinition,
  tryDefinition,
} from '../evaluations/publish-definition.ts';
import { languageOf } from '../http/language.ts';
import { route } from '../http/route.ts';
import { newRouter, sentIn, shapeFaults } from '../http/router.ts';
import { DefinitionPath, json, jsonRequest, listOf, problems } from '../http/schemas.ts';
import {
  DefinitionPosted,
  ListedIndicatorSystem,
  ListedQuestionnaire,
  presentListedIndicatorSystem,
  presentListedQuestionnaire,
  presentPosted,
  presentTried,
  presentWarnings,
  Warning,
} from '../presenters/definition.ts';
import { Problem } from '../problem.ts';
import type { ProblemCode } from '../problem-catalogue.ts';
import {
  findIndicatorSystem,
  insertIndicatorSystem,
  listIndicatorSystems,
} from '../store/indicator-systems.ts';
import {
  findQuestionnaire,
  insertQuestionnaire,
  listQuestionnaires,
} from '../store/questionnaires.ts';
import type { Db } from '../store/tables.ts';

interface Definition {
  id: string;
  version: number;
}

/** What tells one kind of definition from the other. */
interface DefinitionKind<
  P extends string,
  S extends z.ZodType<Definition>,
  L extends z.ZodType<Definition>,
> extends DefinitionStore<z.infer<S>> {
  path: P;
  /** Reads in method names: listQuestionnaires, publishQuestionnaire. */
  names: { one: string; many: string };
  /** As summaries say it: a questionnaire. */
  said: string;
  action: string;
  unknown: ProblemCode;
  schema: S;
  check(input: unknown, language: Language, standing: Standing): Checked<z.infer<S>>;
  list(db: Db): Promise<z.infer<S>[]>;
  listed: L;
  present(definition: z.infer<S>, language: Language): z.infer<L>;
}

/** Listing, publishing and showing definitions, which is the same for both kinds. */
function definitionRoutes<
  P extends string,
  S extends z.ZodType<Definition>,
  L extends z.ZodType<Definition>,
>(deps: Deps, kind: DefinitionKind<P, S, L>) {
  const { store } = deps;
  const list = route({
    method: 'get',
    path: kind.path,
    access: 'definitions.read',
    operationId: `list${kind.names.many}`,
    summary: `Every version of every ${kind.said}`,
    responses: { 200: json(listOf(kind.listed), 'The list'), ...problems(401, 403) },
  });
  const create = route({
    method: 'post',
    path: kind.path,
    access: 'definitions.write',
    operationId: `publish${kind.names.one}`,
    summary: `Publish a version of a ${kind.said}; every fault is named by its JSON path`,
    request: {
      body: jsonRequest(kind.schema),
      query: z.strictObject({
        dryRun: z.literal('1').optional().describe('Only looks at it, and stores nothing'),
      }),
    },
    responses: {
      200: json(DefinitionPosted, 'The same was published before, or it was only looked at'),
      201: json(DefinitionPosted, 'Published, with doubts about its design'),
      ...problems(401, 403, 409, 413, 415, 422),
    },
  });
  const show = route({
    method: 'get',
    path: `${kind.path}/{id}/{version}` as `${P}/{id}/{version}`,
    access: 'definitions.read',
    operationId: `get${kind.names.one}`,
    summary: 'One version',
    request: { params: DefinitionPath },
    responses: { 200: json(kind.schema, 'The definition'), ...problems(401, 403, 404) },
  });
  const doubts = route({
    method: 'get',
    path: `${kind.path}/{id}/{version}/warnings` as `${P}/{id}/{version}/warnings`,
    access: 'definitions.read',
    operationId: `get${kind.names.one}Warnings`,
    summary: `Doubts about the design of a ${kind.said}, each with its JSON path`,
    request: { params: DefinitionPath },
    responses: { 200: json(listOf(Warning), 'The doubts'), ...problems(401, 403, 404) },
  });
  return newRouter()
    .openapi(list, async (c) => {
      const definitions = await kind.list(store.read);
      const language = languageOf(c);
      const items = definitions.map((each) => kind.present(each, language));
      return c.json({ items, next: null }, 200);
    })
    .openapi(
      create,
      async (c) => {
        const sent: unknown = await c.req.json();
        const check = (standing: Standing) => kind.check(sent, languageOf(c), standing);
        if (c.req.query('dryRun') !== undefined) {
          const tried = await tryDefinition(deps, check, kind);
          return c.json(presentTried(tried.definition, tried.warnings, !tried.isNew), 200);
        }
        const { definition, warnings, isNew } = await publishDefinition(
          deps,
          c.get('actor'),
          check,
          kind.action,
          kind,
        );
        return c.json(presentPosted(definition, warnings), isNew ? 201 : 200);
      },
      (result, c) => {
        if (result.success) return;
        if (result.target !== 'json')
          throw new Problem('not-acceptable', { errors: shapeFaults(result, c) });
        const findings = shapeFindings(result.error, sentIn(result));
        throw refusedDefinition(faultsIn(findings, languageOf(c)), []);
      },
    )
    .openapi(show, async (c) => {
      const { id, version } = c.req.valid('param');
      const found = await kind.find(store.read, id, version);
      if (found === undefined) throw new Problem(kind.unknown);
      return c.json(found, 200);
    })
    .openapi(doubts, async (c) => {
      const { id, version } = c.req.valid('param');
      const found = await kind.find(store.read, id, version);
      if (found === undefined) throw new Problem(kind.unknown);
      const checked = kind.check(found, languageOf(c), 'published');
      // What would be a fault today was published all the same: it is told like any other doubt.
      const told = checked.ok ? checked.warnings : [...checked.faults, ...checked.warnings];
      return c.json({ items: presentWarnings(told), next: null }, 200);
    });
}

export const questionnaireRoutes = (deps: Deps) =>
  definitionRoutes(deps, {
    path: '/api/questionnaires',
    names: { one: 'Questionnaire', many: 'Questionnaires' },
    said: 'questionnaire',
    action: 'questionnaire.create',
    unknown: 'unknown-questionnaire',
    schema: Questionnaire,
    check: checkQuestionnaire,
    insert: insertQuestionnaire,
    find: findQuestionnaire,
    list: listQuestionnaires,
    listed: ListedQuestionnaire,
    present: presentListedQuestionnaire,
  });

export const indicatorSystemRoutes = (deps: Deps) =>
  definitionRoutes(deps, {
    path: '/api/indicator-systems',
    names: { one: 'IndicatorSystem', many: 'IndicatorSystems' },
    said: 'indicator system',
    action: 'indicator-system.create',
    unknown: 'unknown-indicator-system',
    schema: IndicatorSystem,
    check: checkIndicatorSystem,
    insert: insertIndicatorSystem,
    find: findIndicatorSystem,
    list: listIndicatorSystems,
    listed: ListedIndicatorSystem,
    present: presentListedIndicatorSystem,
  });
