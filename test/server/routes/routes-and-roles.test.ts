import { randomUUID } from 'node:crypto';
import type { Updateable } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashSecret, newSecret } from '../../../server/accounts/secrets.ts';
import { declarationsOf } from '../../../server/http/route.ts';
import { insertEvaluation, updateEvaluation } from '../../../server/store/evaluations.ts';
import { insertIndicatorSystem } from '../../../server/store/indicator-systems.ts';
import { insertInvitation } from '../../../server/store/invitations.ts';
import { storeBatch } from '../../../server/store/response-batch.ts';
import { insertSurvey, type Survey } from '../../../server/store/surveys.ts';
import type { Tables } from '../../../server/store/tables.ts';
import { insertToken } from '../../../server/store/tokens.ts';
import { withFieldwork } from '../../support/app.ts';
import { COLUMNS, type Column, NOBODY, type Where } from '../../support/callers.ts';
import { PASSWORD } from '../../support/cheap-password.ts';
import { ENGINES } from '../../support/engines.ts';
import { aResponse, aSurvey, NOW, QUESTIONNAIRE, SYSTEM } from '../../support/fieldwork.ts';
import { insertEmptyFrozen } from '../../support/frozen.ts';
import { indicator, indicatorSystem } from '../../support/indicator-systems.ts';
import { readTable } from '../../support/routes-and-roles.ts';
import { account } from '../../support/signed-in-as.ts';
import { totpCode } from '../../support/totp-code.ts';

/**
 * Who may call what, written by hand: yes; 403 not-allowed; r-o: 403 read-only-token; 404: unknown-evaluation or unknown-survey, as
 * if there were none; all: public. A new route is added here with a line, and below with what it takes where that is something.
 * Columns are in test/support/callers.ts.
 */
const TABLE = `
                                                               adm eva cle sco vie oth beg non | a-t e-t h-t o-t s-t v-t r-t old c-t gon unk

 GET    /api/session                                           yes yes yes yes yes yes yes yes | yes yes yes yes yes yes yes yes yes yes 403
 POST   /api/session                                           all
 DELETE /api/session                                           yes yes yes yes yes yes yes yes | yes yes yes yes yes yes yes yes yes yes 403
 POST   /api/session/stay                                      yes yes yes yes yes yes yes yes | 403 403 403 403 403 403 403 403 403 403 403
 PUT    /api/password                                          yes yes yes yes yes yes yes yes | 403 403 403 403 403 403 403 403 403 403 403
 GET    /api/second-factor                                     yes yes yes yes yes yes yes yes | 403 403 403 403 403 403 403 403 403 403 403
 POST   /api/second-factor                                     yes yes yes yes yes yes yes yes | 403 403 403 403 403 403 403 403 403 403 403
 PUT    /api/second-factor                                     yes yes yes yes yes yes yes yes | 403 403 403 403 403 403 403 403 403 403 403
 DELETE /api/second-factor                                     yes yes yes yes yes yes yes yes | 403 403 403 403 403 403 403 403 403 403 403
 POST   /api/second-factor/recovery-codes                      yes yes yes yes yes yes yes yes | 403 403 403 403 403 403 403 403 403 403 403
 GET    /api/sign-in-policy                                    yes yes yes yes yes yes yes yes | 403 403 403 403 403 403 403 403 403 403 403
 PUT    /api/sign-in-policy                                    yes 403 403 403 403 403 403 403 | 403 403 403 403 403 403 403 403 403 403 403
 POST   /api/tokens                                            yes yes yes yes yes yes yes yes | 403 403 403 403 403 403 403 403 403 403 403
 POST   /api/tokens (a scorer’s for this one)                  yes yes 403 yes 403 404 404 404 | 403 403 403 403 403 403 403 403 403 403 403

 GET    /api/questionnaires                                    yes yes yes yes yes yes yes yes | yes yes yes yes yes yes yes yes yes yes 403
 GET    /api/questionnaires/:id/:version                       yes yes yes yes yes yes yes yes | yes yes yes yes yes yes yes yes yes yes 403
 GET    /api/questionnaires/:id/:version/warnings              yes yes yes yes yes yes yes yes | yes yes yes yes yes yes yes yes yes yes 403
 POST   /api/questionnaires                                    yes yes 403 403 403 yes yes 403 | yes yes yes yes 403 r-o r-o r-o 403 403 403
 GET    /api/indicator-systems                                 yes yes yes yes yes yes yes yes | yes yes yes yes yes yes yes yes yes yes 403
 GET    /api/indicator-systems/:id/:version                    yes yes yes yes yes yes yes yes | yes yes yes yes yes yes yes yes yes yes 403
 GET    /api/indicator-systems/:id/:version/warnings           yes yes yes yes yes yes yes yes | yes yes yes yes yes yes yes yes yes yes 403
 POST   /api/indicator-systems                                 yes yes 403 403 403 yes yes 403 | yes yes yes yes 403 r-o r-o r-o 403 403 403

 GET    /api/evaluations                                       yes yes yes yes yes yes yes yes | yes yes yes yes yes yes yes yes yes yes 403
 POST   /api/evaluations                                       yes yes 403 403 403 yes yes 403 | yes yes 403 403 403 r-o r-o r-o 403 403 403
 GET    /api/evaluations/:id                                   yes yes yes yes yes 404 404 404 | yes yes yes 404 yes yes yes yes yes 404 403
 PATCH  /api/evaluations/:id                                   yes yes 403 403 403 404 404 404 | yes yes yes 404 403 r-o r-o r-o 403 404 403
 DELETE /api/evaluations/:id (the example)                     yes yes 403 403 403 404 404 404 | yes yes yes 404 403 r-o r-o r-o 403 404 403
 DELETE /api/evaluations/:id (another)                         yes 403 403 403 403 404 404 404 | 403 403 403 404 403 r-o r-o r-o 403 404 403
 POST   /api/evaluations/:id/copy                              yes yes 403 403 403 404 404 404 | yes yes 403 404 403 r-o r-o r-o 403 404 403
 POST   /api/evaluations/:id/surveys                           yes yes 403 403 403 404 404 404 | yes yes yes 404 403 r-o r-o r-o 403 404 403
 GET    /api/evaluations/:id/preview/:questionnaire/:version   yes yes yes yes yes 404 404 404 | yes yes yes 404 yes yes yes yes yes 404 403
 GET    /api/evaluations/:id/base-data                         yes yes 403 yes yes 404 404 404 | yes yes yes 404 yes yes yes yes 403 404 403
 PUT    /api/evaluations/:id/base-data                         yes yes 403 yes 403 404 404 404 | yes yes yes 404 yes r-o r-o r-o 403 404 403
 GET    /api/evaluations/:id/scoring                           yes yes 403 yes yes 404 404 404 | yes yes yes 404 yes yes yes yes 403 404 403
 PUT    /api/evaluations/:id/scoring/:code                     yes yes 403 yes 403 404 404 404 | yes yes yes 404 yes r-o r-o r-o 403 404 403
 GET    /api/evaluations/:id/figures                           yes yes 403 yes yes 404 404 404 | yes yes yes 404 yes yes yes yes 403 404 403
 GET    /api/evaluations/:id/figures.csv                       yes yes 403 yes yes 404 404 404 | yes yes yes 404 yes yes yes yes 403 404 403
 POST   /api/evaluations/:id/figures                           yes yes 403 yes 403 404 404 404 | yes yes yes 404 yes r-o r-o r-o 403 404 403
 GET    /api/evaluations/:id/figures/frozen                    yes yes 403 yes yes 404 404 404 | yes yes yes 404 yes yes yes yes 403 404 403
 GET    /api/evaluations/:id/figures/frozen/:figuresId         yes yes 403 yes yes 404 404 404 | yes yes yes 404 yes yes yes yes 403 404 403
 GET    /api/evaluations/:id/figures/frozen/:figuresId/differences/:other yes yes 403 yes yes 404 404 404 | yes yes yes 404 yes yes yes yes 403 404 403
 GET    /api/evaluations/:id/figures/earlier                  yes yes 403 yes yes 404 404 404 | yes yes yes 404 yes yes yes yes 403 404 403
 PUT    /api/evaluations/:id/figures/earlier/:group           yes yes 403 yes 403 404 404 404 | yes yes yes 404 yes r-o r-o r-o 403 404 403
 DELETE /api/evaluations/:id/figures/earlier/:group           yes yes 403 yes 403 404 404 404 | yes yes yes 404 yes r-o r-o r-o 403 404 403
 GET    /api/evaluations/:id/audit                             yes yes 403 403 403 404 404 404 | yes yes yes 404 403 403 403 yes 403 404 403

 GET    /api/surveys/:code                                     yes yes yes yes yes 404 404 404 | yes yes yes 404 yes yes yes yes yes 404 403
 PATCH  /api/surveys/:code                                     yes yes 403 403 403 404 404 404 | yes yes yes 404 403 r-o r-o r-o 403 404 403
 DELETE /api/surveys/:code                                     yes yes 403 403 403 404 404 404 | yes yes yes 404 403 r-o r-o r-o 403 404 403
 POST   /api/surveys/:code/open                                yes yes 403 403 403 404 404 404 | yes yes yes 404 403 r-o r-o r-o 403 404 403
 POST   /api/surveys/:code/close                               yes yes 403 403 403 404 404 404 | yes yes yes 404 403 r-o r-o r-o 403 404 403
 POST   /api/surveys/:code/reopen                              yes yes 403 403 403 404 404 404 | yes yes yes 404 403 r-o r-o r-o 403 404 403
 POST   /api/surveys/:code/copy                                yes yes 403 403 403 404 404 404 | yes yes yes 404 403 r-o r-o r-o 403 404 403
 GET    /api/surveys/:code/access-codes                        yes yes 403 yes yes 404 404 404 | yes yes yes 404 yes yes yes yes 403 404 403
 POST   /api/surveys/:code/access-codes                        yes yes 403 403 403 404 404 404 | yes yes yes 404 403 r-o r-o r-o 403 404 403
 GET    /api/surveys/:code/plan-versions                       yes yes yes yes yes 404 404 404 | yes yes yes 404 yes yes yes yes yes 404 403
 GET    /api/surveys/:code/progress                            yes yes yes yes yes 404 404 404 | yes yes yes 404 yes yes yes yes yes 404 403
 GET    /api/surveys/:code/progress/stream                     yes yes yes yes yes 404 404 404 | yes yes yes 404 yes yes yes yes yes 404 403
 GET    /api/evaluations/:id/progress                          yes yes yes yes yes 404 404 404 | yes yes yes 404 yes yes yes yes yes 404 403
 GET    /api/evaluations/:id/progress/stream                   yes yes yes yes yes 404 404 404 | yes yes yes 404 yes yes yes yes yes 404 403
 PUT    /api/surveys/:code/notices/:notice                     yes yes 403 403 403 404 404 404 | yes yes yes 404 403 r-o r-o r-o 403 404 403
 DELETE /api/surveys/:code/notices/:notice                     yes yes 403 403 403 404 404 404 | yes yes yes 404 403 r-o r-o r-o 403 404 403
 GET    /api/surveys/:code/results                             yes yes 403 yes yes 404 404 404 | yes yes yes 404 yes yes yes yes 403 404 403
 GET    /api/surveys/:code/comparison                          yes yes 403 yes yes 404 404 404 | yes yes yes 404 yes yes yes yes 403 404 403
 GET    /api/surveys/:code/responses                           yes yes 403 403 403 404 404 404 | yes yes yes 404 403 403 403 yes 403 404 403
 GET    /api/surveys/:code/responses/:id                       yes yes 403 403 403 404 404 404 | yes yes yes 404 403 403 403 yes 403 404 403
 POST   /api/surveys/:code/dispositions                        yes yes 403 403 403 404 404 404 | yes yes yes 404 403 r-o r-o r-o 403 404 403
 PATCH  /api/responses/:id                                     yes yes 403 403 403 404 404 404 | yes yes yes 404 403 r-o r-o r-o 403 404 403
 GET    /api/surveys/:code/texts                               yes yes 403 403 403 404 404 404 | yes yes yes 404 403 403 403 yes 403 404 403

 GET    /api/audit                                             yes 403 403 403 403 403 403 403 | 403 403 403 403 403 403 403 403 403 403 403
 GET    /api/audit (of this one)                               yes yes 403 403 403 404 404 403 | yes yes yes 404 403 403 403 yes 403 403 403
 GET    /api/audit/head                                        yes yes 403 403 403 yes yes 403 | yes yes yes yes 403 403 403 yes 403 403 403

 GET    /api/sessions                                          yes yes yes yes yes yes yes yes | 403 403 403 403 403 403 403 403 403 403 403
 DELETE /api/sessions                                          yes yes yes yes yes yes yes yes | 403 403 403 403 403 403 403 403 403 403 403
 DELETE /api/sessions/:id (of another person)                  yes 404 404 404 404 404 404 404 | 403 403 403 403 403 403 403 403 403 403 403
 GET    /api/tokens                                            yes yes yes yes yes yes yes yes | 403 403 403 403 403 403 403 403 403 403 403
 GET    /api/tokens (of everybody)                             yes 403 403 403 403 403 403 403 | 403 403 403 403 403 403 403 403 403 403 403
 DELETE /api/tokens/:id (of another person)                    yes 404 404 404 404 404 404 404 | 403 403 403 403 403 403 403 403 403 403 403

 GET    /api/accounts                                          yes 403 403 403 403 403 403 403 | 403 403 403 403 403 403 403 403 403 403 403
 GET    /api/accounts/:id                                      yes 403 403 403 403 403 403 403 | 403 403 403 403 403 403 403 403 403 403 403
 PATCH  /api/accounts/:id                                      yes 403 403 403 403 403 403 403 | 403 403 403 403 403 403 403 403 403 403 403
 GET    /api/accounts/:id/sessions                             yes 403 403 403 403 403 403 403 | 403 403 403 403 403 403 403 403 403 403 403
 DELETE /api/accounts/:id/second-factor                        yes 403 403 403 403 403 403 403 | 403 403 403 403 403 403 403 403 403 403 403
 POST   /api/accounts/:id/reset                                yes 403 403 403 403 403 403 403 | 403 403 403 403 403 403 403 403 403 403 403

 GET    /api/invitations                                       yes yes 403 403 403 yes yes 403 | 403 403 403 403 403 403 403 403 403 403 403
 GET    /api/invitations (to this one)                         yes yes 403 403 403 404 404 403 | 403 403 403 403 403 403 403 403 403 403 403
 POST   /api/invitations (to this one)                         yes yes 403 403 403 404 404 403 | 403 403 403 403 403 403 403 403 403 403 403
 POST   /api/invitations (to be an admin)                      yes 403 403 403 403 403 403 403 | 403 403 403 403 403 403 403 403 403 403 403
 DELETE /api/invitations/:id                                   yes yes 403 403 403 404 404 403 | 403 403 403 403 403 403 403 403 403 403 403
 POST   /api/invitations/join                                  yes yes yes yes yes yes yes yes | 403 403 403 403 403 403 403 403 403 403 403
 GET    /api/evaluations/:id/people                            yes yes 403 403 403 404 404 404 | yes yes yes 404 403 403 403 yes 403 404 403
 PATCH  /api/evaluations/:id/people/:account                   yes yes 403 403 403 404 404 404 | 403 403 403 404 403 403 403 403 403 404 403
 DELETE /api/evaluations/:id/people/:account                   yes yes 403 403 403 404 404 404 | 403 403 403 404 403 403 403 403 403 404 403

 POST   /api/invitations/look                                  all
 POST   /api/invitations/accept                                all
 POST   /api/invitations/reset                                 all

 GET    /                                                      all
 GET    /api/openapi.json                                      all
 GET    /api/surveys/:code/challenge                           all
 GET    /api/surveys/:code/form                                all
 PUT    /api/surveys/:code/responses/:id                       all
 POST   /api/surveys/:code/steps/:step                         all
 GET    /assets/:name                                          all
 GET    /definitions                                           all
 GET    /definitions/*                                         all
 GET    /evaluations                                           all
 GET    /evaluations/*                                         all
 GET    /healthz                                               all
 GET    /account                                               all
 GET    /accounts                                              all
 GET    /accounts/*                                            all
 GET    /audit                                                 all
 GET    /invitation                                            all
 GET    /s/:code                                               all
 POST   /s/:code                                               all
`;

interface Sample {
  /** Where it is not the route's own, with {evaluation} and what else a place has. */
  path?: string;
  body?: object;
  /** What is sent, or what has the id of the address, says whose it is: it is decided once that was read. */
  sentDecides?: true;
  /** It leaves nothing to call it for again: each caller is new, in an evaluation of his own whose survey is this. */
  once?: { survey?: Partial<Survey>; example?: boolean; asks?: boolean };
  /** What has to be so of whoever calls, and is made so of everybody. */
  given?: Updateable<Tables['users']>;
}
const TOKEN = { name: '报表', role: 'viewer', expiresAt: '2026-04-01T00:00:00.000Z' };
const { id, version } = SYSTEM;
const EVALUATION = {
  department: '某局',
  place: '某市',
  year: 2026,
  indicatorSystem: { id, version },
};
const SURVEY = {
  questionnaire: { id: QUESTIONNAIRE.id, version: QUESTIONNAIRE.version },
  plan: { total: 9 },
  phase: 'formal',
  access: 'open',
};
/** Asks the public, so that there is a figure of the year before to be known. */
const ASKING = indicatorSystem(
  [
    [
      indicator('C1', 100, {
        kind: 'target-proportional',
        target: 90,
        below: 'value',
        from: { group: 'public', quantity: 'composite' },
      }),
    ],
  ],
  { id: 'asking' },
);
const CONFIRMED = { password: PASSWORD };
const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const definitions = (['questionnaires', 'indicator-systems'] as const).flatMap(
  (kind): [string, Sample][] => {
    const definition = kind === 'questionnaires' ? QUESTIONNAIRE : SYSTEM;
    const path = `/api/${kind}/${definition.id}/${definition.version}`;
    return [
      [`POST /api/${kind}`, { body: definition }],
      [`GET /api/${kind}/:id/:version`, { path }],
      [`GET /api/${kind}/:id/:version/warnings`, { path: `${path}/warnings` }],
    ];
  },
);
/** What whoever may call a route gets an answer with; nothing, where its path alone will do. */
const SAMPLES: Record<string, Sample> = {
  'DELETE /api/session': { once: {} },
  'PUT /api/password': { once: {}, body: { current: PASSWORD, password: 'seven umbrellas dance' } },
  'POST /api/second-factor': { body: CONFIRMED },
  'PUT /api/second-factor': {
    once: {},
    given: { totp_pending: KEY },
    body: { code: totpCode(KEY, NOW) },
  },
  'DELETE /api/second-factor': { once: {}, given: { totp_secret: KEY }, body: CONFIRMED },
  'POST /api/second-factor/recovery-codes': {
    once: {},
    given: { totp_secret: KEY },
    body: CONFIRMED,
  },
  'PUT /api/sign-in-policy': { body: { secondFactor: 'optional' } },
  'POST /api/tokens': { body: TOKEN },
  'POST /api/tokens (a scorer’s for this one)': {
    body: { ...TOKEN, role: 'scorer', evaluation: '{evaluation}' },
    sentDecides: true,
  },
  ...Object.fromEntries(definitions),
  'POST /api/evaluations': { body: EVALUATION },
  'PATCH /api/evaluations/:id': { body: { particulars: {} } },
  'DELETE /api/evaluations/:id (the example)': { once: { example: true } },
  'DELETE /api/evaluations/:id (another)': { once: {}, body: { department: '生态环境局' } },
  'POST /api/evaluations/:id/copy': { body: {} },
  'POST /api/evaluations/:id/surveys': { body: SURVEY },
  'GET /api/evaluations/:id/preview/:questionnaire/:version': {
    path: `/api/evaluations/{evaluation}/preview/${QUESTIONNAIRE.id}/${QUESTIONNAIRE.version}`,
  },
  'PUT /api/evaluations/:id/base-data': { body: { cells: [], checks: [] } },
  'PUT /api/evaluations/:id/scoring/:code': {
    path: '/api/evaluations/{evaluation}/scoring/A101',
    body: { note: '见附件' },
  },
  'POST /api/evaluations/:id/figures': { body: {} },
  'GET /api/evaluations/:id/figures/frozen/:figuresId': {
    path: '/api/evaluations/{evaluation}/figures/frozen/{figures}',
  },
  'GET /api/evaluations/:id/figures/frozen/:figuresId/differences/:other': {
    path: '/api/evaluations/{evaluation}/figures/frozen/{figures}/differences/{figures}',
  },
  'PUT /api/evaluations/:id/figures/earlier/:group': {
    once: { asks: true },
    path: '/api/evaluations/{evaluation}/figures/earlier/public',
    body: { value: '88.20', source: '2018 年度绩效评价报告第 12 页' },
  },
  'DELETE /api/evaluations/:id/figures/earlier/:group': {
    path: '/api/evaluations/{evaluation}/figures/earlier/public',
  },
  'PATCH /api/surveys/:code': { body: { points: [{ id: 'hall', name: '大厅' }], reason: '新增' } },
  'DELETE /api/surveys/:code': { once: { survey: { state: 'draft' } } },
  'POST /api/surveys/:code/open': { once: { survey: { state: 'draft' } } },
  'POST /api/surveys/:code/close': { once: {} },
  'POST /api/surveys/:code/reopen': {
    once: { survey: { state: 'closed' } },
    body: { reason: '补' },
  },
  'POST /api/surveys/:code/copy': { body: {} },
  'POST /api/surveys/:code/access-codes': { body: { count: 1 } },
  'PUT /api/surveys/:code/notices/:notice': {
    path: '/api/surveys/{survey}/notices/link-unreachable:this-machine',
    body: { reason: '只在本机试用' },
  },
  'DELETE /api/surveys/:code/notices/:notice': {
    path: '/api/surveys/{survey}/notices/link-unreachable:this-machine',
  },
  'GET /api/surveys/:code/responses/:id': { path: '/api/surveys/{survey}/responses/{response}' },
  'POST /api/surveys/:code/dispositions': {
    body: { ids: ['{response}'], disposition: 'on-hold', reason: '待查' },
  },
  'PATCH /api/responses/:id': {
    path: '/api/responses/{response}',
    body: { disposition: 'invalid', reason: '代答' },
  },
  'GET /api/surveys/:code/texts': { path: '/api/surveys/{survey}/texts?item=say' },
  'GET /api/audit': { sentDecides: true },
  'GET /api/audit (of this one)': { path: '/api/audit?evaluation={evaluation}', sentDecides: true },
  'DELETE /api/sessions/:id (of another person)': {
    once: {},
    path: '/api/sessions/{session}',
    sentDecides: true,
  },
  'GET /api/tokens (of everybody)': { path: '/api/tokens?all=1', sentDecides: true },
  'DELETE /api/tokens/:id (of another person)': {
    once: {},
    path: '/api/tokens/{token}',
    sentDecides: true,
  },
  'GET /api/accounts/:id': { path: '/api/accounts/{person}' },
  'PATCH /api/accounts/:id': { path: '/api/accounts/{person}', body: { beginsEvaluations: false } },
  'GET /api/accounts/:id/sessions': { path: '/api/accounts/{person}/sessions' },
  'DELETE /api/accounts/:id/second-factor': { path: '/api/accounts/{person}/second-factor' },
  'POST /api/accounts/:id/reset': { path: '/api/accounts/{person}/reset' },
  'GET /api/invitations (to this one)': {
    path: '/api/invitations?evaluation={evaluation}',
    sentDecides: true,
  },
  'POST /api/invitations (to this one)': {
    body: { evaluation: '{evaluation}', role: 'viewer' },
    sentDecides: true,
  },
  'POST /api/invitations (to be an admin)': { body: { admin: true }, sentDecides: true },
  'DELETE /api/invitations/:id': {
    once: {},
    path: '/api/invitations/{invitation}',
    sentDecides: true,
  },
  'POST /api/invitations/join': { once: {}, body: { secret: '{secret}' } },
  'PATCH /api/evaluations/:id/people/:account': {
    path: '/api/evaluations/{evaluation}/people/{person}',
    body: { role: 'viewer' },
  },
  'DELETE /api/evaluations/:id/people/:account': {
    once: {},
    path: '/api/evaluations/{evaluation}/people/{person}',
  },
  'GET /assets/:name': { path: '/assets/form.js' },
  'GET /definitions/*': { path: '/definitions/new' },
  'GET /evaluations/*': { path: '/evaluations/{evaluation}' },
};
const UNKNOWN = [
  ['/api/surveys/:', 'unknown-survey'],
  ['/api/responses/:', 'unknown-response'],
  ['/api/sessions/:', 'unknown-session'],
  ['/api/tokens/:', 'unknown-token'],
  ['/api/invitations/:', 'unknown-invitation'],
] as const;
/** Those who reach every evaluation. */
const ADMINS: readonly Column[] = ['adm', 'a-t'];
/** What they are answered of one that is gone: what was done there outlives it. */
const OUTLIVES = ['GET /api/evaluations/:id/audit', 'GET /api/audit'];

const ROWS = readTable(TABLE).map((row) => ({
  ...row,
  name: row.when === '' ? row.route : `${row.route} (${row.when})`,
}));
type Row = (typeof ROWS)[number];
const isPublic = (row: Row) => row.cells.adm === 'all';
/** By its address; the others that name one do so in what they are sent. */
const isInEvaluation = ({ route }: Row) => /\/(evaluations|surveys|responses)\/:/.test(route);
const names = (row: Row) => JSON.stringify(SAMPLES[row.name] ?? {}).includes('{evaluation}');

describe.each(ENGINES)('routes and roles (%s)', (engine) => {
  const t = withFieldwork(engine);
  /** Where those of the columns are what they are, another of which some are evaluator, one of which nobody is anything. */
  let shared: Place;
  let other: Place;
  let strangers: Place;
  const headers = new Map<Column, Record<string, string>>();
  const nobody = new Map<string, Record<string, string>>();
  const columns = Object.keys(COLUMNS) as Column[];

  interface Place {
    evaluation: string;
    survey: string;
    response: string;
    figures: string;
    person: string;
    session: string;
    token: string;
    invitation: string;
    secret: string;
  }
  async function place({ survey, example = false, asks }: Sample['once'] = {}): Promise<Place> {
    const evaluation = randomUUID();
    await insertEvaluation(t.store.write, {
      ...EVALUATION,
      id: evaluation,
      department: '生态环境局',
      ...(asks && { indicatorSystem: { id: ASKING.id, version: 1 } }),
      feeds: {},
      example,
      createdAt: NOW.toISOString(),
    });
    const made = aSurvey(evaluation, { access: 'code', ...survey });
    await insertSurvey(t.store.write, made);
    const came = aResponse(made.code);
    if (made.state === 'open')
      await t.store.write.transaction().execute((trx) => storeBatch(trx, 0, [came]));
    await updateEvaluation(t.store.write, evaluation, { feeds: { public: made.code } });
    return {
      evaluation,
      survey: made.code,
      response: came.id,
      figures: await insertEmptyFrozen(t.store, evaluation),
      ...(await another(evaluation)),
    };
  }
  /** Somebody of the evaluation, with what he has, and an invitation to it. */
  async function another(evaluationId: string) {
    const person = await account(t, 'viewer', [evaluationId]);
    const { write } = t.store;
    const session = await write
      .selectFrom('sessions')
      .select('id')
      .where('user_id', '=', person.id)
      .executeTakeFirstOrThrow();
    const [token, invitation, secret] = [randomUUID(), randomUUID(), newSecret()];
    const [createdAt, expiresAt] = [NOW.toISOString(), TOKEN.expiresAt];
    await insertToken(write, {
      id: token,
      tokenHash: hashSecret(token),
      name: TOKEN.name,
      role: TOKEN.role,
      evaluationId: null,
      readOnly: false,
      makerId: person.id,
      createdBy: person.username,
      createdAt,
      expiresAt,
    });
    await insertInvitation(write, {
      id: invitation,
      secretHash: hashSecret(secret),
      kind: 'invitation',
      evaluationId,
      role: 'viewer',
      admin: false,
      beginsEvaluations: false,
      userId: null,
      note: '',
      madeBy: 'admin',
      createdAt,
      expiresAt,
    });
    return { person: person.id, session: session.id, token, invitation, secret };
  }
  const where = (at: Place): Where => ({ here: at.evaluation, there: other.evaluation });
  const no = randomUUID();
  const NOWHERE: Place = {
    evaluation: no,
    survey: 'none1234',
    response: randomUUID(),
    figures: no,
    person: no,
    session: no,
    token: no,
    invitation: no,
    secret: no,
  };

  beforeAll(async () => {
    await insertIndicatorSystem(t.store.write, ASKING, NOW);
    [shared, other, strangers] = [await place(), await place(), await place()];
    for (const column of columns) headers.set(column, await COLUMNS[column].make(t, where(shared)));
    for (const [name, make] of Object.entries(NOBODY))
      nobody.set(name, await make(t, where(shared)));
  });

  const filled = (text: string, at: Place) =>
    Object.entries(at).reduce((all, [name, value]) => all.replaceAll(`{${name}}`, value), text);
  interface Asked {
    body?: string | undefined;
    query?: string;
    method?: string;
    type?: string;
  }
  async function ask(row: Row, at: Place, who: Record<string, string>, asked: Asked = {}) {
    const [method = '', path = ''] = row.route.split(' ');
    const sample = SAMPLES[row.name] ?? {};
    const own = path
      .replace('/evaluations/:id', '/evaluations/{evaluation}')
      .replace('/surveys/:code', '/surveys/{survey}')
      .replace('/s/:code', '/s/{survey}')
      .replace(':id', '00000000-0000-4000-8000-000000000000');
    const body = 'body' in asked ? asked.body : sample.body && JSON.stringify(sample.body);
    const address = filled(sample.path ?? own, at);
    const query = asked.query ?? '';
    const queried = address.includes('?') ? query.replace('?', '&') : query;
    return t.app.request(address + queried, {
      method: asked.method ?? method,
      headers: {
        ...who,
        ...(body !== undefined && { 'content-type': asked.type ?? 'application/json' }),
      },
      ...(body !== undefined && { body: filled(body, at) }),
    });
  }
  /** All that is told: status, headers but for what is each request's own, body. */
  async function whole(answer: Response | Promise<Response>) {
    const response = await answer;
    const headers = [...response.headers]
      .filter(([name]) => name !== 'x-request-id')
      .map(([name, value]) => `${name}: ${value.replace(/'nonce-[\w+/=]+'/g, "'nonce'")}`);
    // A stream has no end; that it was begun is the answer.
    const isStream = response.headers.get('content-type') === 'text/event-stream';
    if (isStream) await response.body?.cancel();
    const text = isStream ? '' : await response.text();
    return { status: response.status, headers, text };
  }

  it('each route of the app stands in the table, and each row is of a route', () => {
    const routes = new Set([...declarationsOf(t.app)].map(([route]) => route));
    expect([...new Set(ROWS.map(({ route }) => route))].sort()).toEqual([...routes].sort());
    const names = ROWS.map(({ name }) => name);
    expect(Object.keys(SAMPLES).filter((name) => !names.includes(name))).toEqual([]);
  });

  describe.each(ROWS.filter((row) => !isPublic(row)).map((row) => [row.name, row] as const))(
    '%s',
    (_, row) => {
      const once = SAMPLES[row.name]?.once;
      const reads = row.route.startsWith('GET');
      const unknown =
        UNKNOWN.find(([path]) => row.route.includes(path))?.[1] ?? 'unknown-evaluation';
      const asThe = async (column: Column) => {
        if (once === undefined) return { at: shared, who: headers.get(column) ?? {} };
        const at = await place(once);
        const who = await COLUMNS[column].make(t, where(at));
        const { given } = SAMPLES[row.name] ?? {};
        if (given !== undefined) await t.store.write.updateTable('users').set(given).execute();
        return { at, who };
      };
      /** What may be wrong with what was sent. */
      const WRONG: Asked[] = reads
        ? [{ query: '?limit=all&item=&channel=post&after=x' }]
        : [
            { body: '{"year":"next","password":1}' },
            { body: '[' },
            { body: undefined },
            { body: 'x', type: 'text/plain' },
            { query: '?dryRun=yes' },
          ];

      it('lets in whom it should, and refuses everybody else in the same words whatever he sends', async () => {
        for (const column of columns) {
          const { at, who } = await asThe(column);
          const cell = row.cells[column];
          const first = await whole(ask(row, at, who));
          if (cell === 'yes') {
            const isLetIn = (n: number) => n >= 200 && n < 300;
            expect([COLUMNS[column].is, first, isLetIn(first.status)]).toEqual([
              COLUMNS[column].is,
              first,
              true,
            ]);
            continue;
          }
          const code = { '403': 'not-allowed', 'r-o': 'read-only-token', '404': unknown, all: '' };
          expect([COLUMNS[column].is, first.status, JSON.parse(first.text).code]).toEqual([
            COLUMNS[column].is,
            cell === '404' ? 404 : 403,
            code[cell],
          ]);
          if (SAMPLES[row.name]?.sentDecides) continue;
          for (const wrong of WRONG)
            expect([COLUMNS[column].is, wrong, await whole(ask(row, at, who, wrong))]).toEqual([
              COLUMNS[column].is,
              wrong,
              first,
            ]);
        }
      });

      it('asks nobody but who he is', async () => {
        const texts = new Set<string>();
        for (const [name, who] of nobody) {
          for (const asked of [{}, ...WRONG]) {
            const { status, text } = await whole(ask(row, shared, who, asked));
            expect([name, asked, status]).toEqual([name, asked, 401]);
            texts.add(text);
          }
        }
        expect([...texts].map((text) => JSON.parse(text).code)).toEqual(['not-signed-in']);
      });

      if (reads)
        it('answers HEAD as GET', async () => {
          for (const column of columns) {
            const who = headers.get(column) ?? {};
            const [head, get] = [
              await ask(row, shared, who, { method: 'HEAD' }),
              await ask(row, shared, who),
            ];
            expect([column, head.status, await head.text()]).toEqual([column, get.status, '']);
          }
        });

      if (isInEvaluation(row) || names(row))
        it('says the same of one in which somebody has no role and of one that there is not', async () => {
          for (const column of columns) {
            const who = headers.get(column) ?? {};
            const cell = row.cells[column];
            const none = await whole(ask(row, NOWHERE, who));
            if (ADMINS.includes(column) && OUTLIVES.includes(row.route)) {
              expect([column, none.status]).toEqual([column, 200]);
              continue;
            }
            const lacks = !isInEvaluation(row) || (ADMINS.includes(column) && cell === '403');
            const refused = lacks ? [unknown, 'not-allowed'] : [unknown];
            expect(refused).toContain(JSON.parse(none.text).code);
            if (ADMINS.includes(column)) continue;
            for (const asked of [{}, ...WRONG]) {
              const no = await whole(ask(row, NOWHERE, who, asked));
              if (isInEvaluation(row)) expect([column, asked, no]).toEqual([column, asked, none]);
              for (const at of row.cells[column] === '404' ? [strangers, shared] : [strangers])
                expect([column, asked, await whole(ask(row, at, who, asked))]).toEqual([
                  column,
                  asked,
                  no,
                ]);
            }
          }
        });
    },
  );

  it.each(ROWS.filter(isPublic).map((row) => [row.name, row] as const))(
    '%s answers everybody alike',
    async (_, row) => {
      const asked = row.route.startsWith('GET')
        ? {}
        : {
            body: '{}',
            ...(row.route.includes(' /s/') && { type: 'application/x-www-form-urlencoded' }),
          };
      const statuses = new Set<number>();
      for (const who of [...headers.values(), ...nobody.values()])
        statuses.add((await ask(row, shared, who, asked)).status);
      expect(statuses.size).toBe(1);
      expect([401, 403]).not.toContain([...statuses][0]);
    },
  );
});
