import { describe, expect, it } from 'vitest';
import { surveyResults } from '../../../analysis/satisfaction.ts';
import { cellsOf } from '../../../analysis/scoring/cells.ts';
import { scoreSystem } from '../../../analysis/scoring/score.ts';
import { ROLES } from '../../../server/accounts/permissions.ts';
import { presentAuditEvent } from '../../../server/presenters/audit-event.ts';
import { presentBaseData } from '../../../server/presenters/base-data.ts';
import {
  presentListedQuestionnaire,
  presentPosted,
} from '../../../server/presenters/definition.ts';
import { presentEvaluation } from '../../../server/presenters/evaluation.ts';
import { presentFigure } from '../../../server/presenters/figure.ts';
import { presentForm } from '../../../server/presenters/form.ts';
import { presentInvitation, presentInvited } from '../../../server/presenters/invitation.ts';
import { presentListedSession } from '../../../server/presenters/listed-session.ts';
import { presentListedToken } from '../../../server/presenters/listed-token.ts';
import { presentPerson } from '../../../server/presenters/person.ts';
import { presentPlanVersion } from '../../../server/presenters/plan-version.ts';
import { presentProgress } from '../../../server/presenters/progress.ts';
import { presentResponse } from '../../../server/presenters/response.ts';
import { presentResults } from '../../../server/presenters/results.ts';
import { presentScoring } from '../../../server/presenters/scoring.ts';
import { presentSurvey } from '../../../server/presenters/survey.ts';
import { presentTextAnswer } from '../../../server/presenters/text-answer.ts';
import { shippedIndicatorSystems } from '../../../server/shipped-definitions.ts';
import { fillQuestionnaire } from '../../../survey-definitions/form.ts';
import { exact } from '../../../survey-definitions/fraction.ts';
import { aResponse, aSurvey, NOW, QUESTIONNAIRE } from '../../support/fieldwork.ts';
import { sourcesUnder, withoutComments } from '../../support/imports.ts';

/** The same with one more field in every object of it: what a column added tomorrow would bring. */
function withMore<T>(value: T): T {
  if (value instanceof Map) {
    return new Map([...value].map(([key, each]) => [key, withMore(each)])) as T;
  }
  if (Array.isArray(value)) return value.map(withMore) as T;
  if (typeof value !== 'object' || value === null) return value;
  const more = Object.entries(value).map(([key, each]) => [key, withMore(each)]);
  return { ...Object.fromEntries(more), addedTomorrow: 'a secret' } as T;
}

const baseData = {
  cells: [
    {
      code: 'budget',
      name: '年初预算数',
      unit: '万元',
      values: { 2019: '1262.5' },
      excluded: { 2019: { amount: '3', reason: '上级临时交办' } },
    },
  ],
  checks: [{ name: '预算为 1', left: 'budget@2019', right: '1' }],
};

const to = {
  language: 'zh-CN',
  baseUrl: 'https://pj.example.gov.cn',
  now: new Date('2026-03-01T08:00:00.000Z'),
} as const;
const evaluation = {
  id: '5f0c6d1e-0000-4000-8000-000000000001',
  department: '生态环境局',
  place: '朔州市',
  year: 2019,
  indicatorSystem: { id: 'tiny-system', version: 1 },
  feeds: {
    'management-object': 'staff',
    public: {
      combine: 'weighted' as const,
      surveys: [
        { code: 'abc', weight: '1/2' },
        { code: 'def', weight: '1/2' },
      ],
    },
  },
  example: false,
  particulars: { commissioner: '财政局' },
  archivedAt: null,
  answersKeptUntil: '2027-12-31',
  answersRemovedAt: null,
  createdAt: NOW.toISOString(),
  revision: 3,
};
const survey = aSurvey(evaluation.id, { code: 'abc' });
const counts = new Map([
  ['', new Map([['', 2]])],
  [
    'air',
    new Map([
      ['', 2],
      ['satisfied', 2],
    ]),
  ],
]);
const part = { weight: exact('1/2'), value: exact(80), base: 1 };
const combined = {
  combine: 'weighted' as const,
  parts: [
    { survey: 'abc', ...part },
    { survey: 'def', ...part },
  ],
};
const results = surveyResults(QUESTIONNAIRE, counts, 'exact');
const received = { received: 2, valid: 2, invalid: 0, ineligible: 0, onHold: 0, flagged: 1 };
const planning = {
  points: [{ id: 'hall', name: '大厅', plan: 3, closedAt: null }],
  handedOut: [
    { channel: 'online' as const, point: 'hall', n: 3, at: NOW.toISOString(), author: 'admin' },
  ],
  fixed: ['access' as const],
  needsReason: true,
  closedBy: null,
};
const invitation = {
  id: '1',
  kind: 'invitation',
  evaluationId: evaluation.id,
  role: 'scorer',
  admin: false,
  beginsEvaluations: false,
  userId: null,
  note: '王工',
  madeBy: 'admin',
  createdAt: NOW.toISOString(),
  expiresAt: NOW.toISOString(),
};
const inShort = {
  survey,
  title: '调查',
  named: undefined,
  received,
  composite: exact('80'),
  compositeBase: 12,
  feeds: ['C301'],
};

describe('an answer', () => {
  it.each<[string, () => unknown]>([
    [
      'an evaluation',
      () =>
        presentEvaluation(
          withMore({
            evaluation,
            system: { title: '体系', scoreDecimals: 2 },
            surveys: [inShort],
            undecided: ['public'],
            unscored: ['A101'],
            asks: [
              {
                group: 'public',
                named: undefined,
                indicators: ['C301'],
                surveys: ['abc'],
                composite: exact(80),
                base: 2,
              },
            ],
            score: { total: exact(80), grade: '良', complete: true },
          }),
          { role: 'viewer', permissions: ROLES.viewer },
          to,
        ),
    ],
    [
      'a survey',
      () => presentSurvey(withMore({ summary: inShort, planning, evaluation }), to, true),
    ],
    [
      'progress',
      () =>
        presentProgress(
          {
            ...withMore({
              survey,
              planning,
              progress: {
                byChannel: [{ ...received, channel: 'online' as const }],
                byDay: [{ ...received, channel: 'online' as const, day: '2026-03-01' }],
                byHour: [{ ...received, channel: 'online' as const, hour: '2026-03-01T14' }],
                byPoint: [{ ...received, channel: 'online' as const, point: 'hall' }],
              },
              evaluation,
              questionnaire: QUESTIONNAIRE,
              steps: { opened: 3, 'first-answer': 2, sent: 2 },
              pace: {
                missing: 1,
                hoursLeft: exact(5),
                perDayNeeded: exact(1),
                perDayLately: exact(2),
              },
            }),
            notices: [{ id: 'few-valid', code: 'few-valid' as const, values: { valid: 2 } }],
            counts: new Map([['age', new Map([['young', 2]])]]),
            aside: new Map([
              ['few-valid', { reason: '已知', author: 'admin', at: NOW.toISOString(), n: null }],
            ]),
            at: NOW,
          },
          to,
        ),
    ],
    [
      'a plan version',
      () =>
        presentPlanVersion(
          withMore({
            version: 1,
            plan: survey.plan,
            points: [{ id: 'hall', name: '大厅', plan: 3, closed: false }],
            reason: null,
            author: 'admin',
            at: NOW.toISOString(),
          }),
        ),
    ],
    [
      'results',
      () =>
        presentResults(
          withMore({
            survey,
            evaluation,
            questionnaire: QUESTIONNAIRE,
            rounding: 'exact' as const,
            results,
            flags: [{ code: 'too-fast' as const, valid: 1, received: 2 }],
            uncertainty: {
              of: {
                standardError: 1,
                low: 80,
                high: 90,
                degreesOfFreedom: 9,
                bootstrap: { low: 81, high: 89 },
                noBootstrap: null,
              },
              descriptive: false,
            },
            targets: [{ indicator: 'C1', target: exact(85) }],
          }),
          'zh-CN',
        ),
    ],
    [
      'a figure',
      () =>
        presentFigure(
          withMore({
            group: 'public' as const,
            groupNamed: null,
            survey: null,
            combined,
            questionnaire: { id: 'q', version: 1 },
            quantity: 'composite' as const,
            item: null,
            label: null,
            base: 2,
            method: 'exact' as const,
            value: exact(80),
          }),
          withMore(evaluation),
          'zh-CN',
        ),
    ],
    [
      'a response',
      () =>
        presentResponse(
          {
            ...withMore(
              aResponse('abc', {
                reasons: [{ code: 'item-skipped', item: 'air' }],
                flags: [{ code: 'too-fast', seconds: 3 }],
              }),
            ),
            // What was answered is nobody's column.
            answers: { air: 'satisfied' },
            receipt: '7K3F-29QD',
          },
          [
            withMore({
              before: 'valid' as const,
              disposition: null,
              reason: '',
              author: 'a',
              at: '',
            }),
          ],
          { previous: null, next: null },
        ),
    ],
    [
      'an open answer',
      () =>
        presentTextAnswer(
          withMore({
            response: 'id',
            item: 'say',
            text: '好',
            receivedAt: '2026-03-01T08:00:00.000Z',
            channel: 'online' as const,
            point: null,
          }),
        ),
    ],
    [
      'a form',
      () =>
        presentForm(
          withMore(survey),
          'open',
          withMore(fillQuestionnaire(QUESTIONNAIRE, {}, 'zh-CN')),
          withMore(evaluation),
        ),
    ],
    [
      'an audit event',
      () =>
        presentAuditEvent({
          ...withMore({
            id: '1',
            at: NOW.toISOString(),
            actor: 'admin',
            action: 'survey.open',
            evaluationId: null,
            subject: 'abc',
            seq: 1,
            previous: '0'.repeat(64),
            hash: 'ab'.repeat(32),
          }),
          detail: { count: 3 },
        }),
    ],
    [
      'base data',
      () => {
        const data = { ...baseData, updatedAt: null, updatedBy: 'admin' };
        // What stands under a column is no field of ours.
        const cells = data.cells.map((cell) => ({
          ...withMore(cell),
          values: cell.values,
          excluded: { 2019: withMore(cell.excluded['2019']) },
        }));
        return presentBaseData({ ...withMore(data), cells }, 'zh-CN');
      },
    ],
    [
      'a session',
      () =>
        presentListedSession(
          withMore({
            id: 'id',
            userId: 'user',
            username: 'admin',
            device: 'Chrome · Windows',
            createdAt: NOW.toISOString(),
            lastSeenAt: NOW.toISOString(),
            expiresAt: NOW.toISOString(),
          }),
          NOW.toISOString(),
          withMore({ session: { id: 'id', endsAt: '', idleEndsAt: '' } }),
        ),
    ],
    [
      'a token',
      () =>
        presentListedToken(
          withMore({
            id: 'id',
            name: '报表',
            role: 'viewer',
            evaluationId: null,
            department: null,
            year: null,
            readOnly: false,
            makerId: 'user',
            createdBy: 'admin',
            createdAt: NOW.toISOString(),
            expiresAt: NOW.toISOString(),
            lastUsedAt: null,
            revokedAt: null,
            revokedBy: null,
          }),
        ),
    ],
    ['an open invitation', () => presentInvitation(withMore(invitation))],
    [
      'what one is invited to',
      () => presentInvited(withMore(invitation), withMore(evaluation), 'wang'),
    ],
    [
      'a person',
      () =>
        presentPerson(
          withMore({
            evaluationId: evaluation.id,
            userId: '2',
            username: 'wang',
            role: 'scorer',
            since: NOW.toISOString(),
            grantedBy: 'admin',
            disabledAt: null,
          }),
          '2',
        ),
    ],
    ['a listed definition', () => presentListedQuestionnaire(withMore(QUESTIONNAIRE), 'zh-CN')],
    [
      'a posted definition',
      () =>
        presentPosted(
          withMore({ id: 'q', version: 1 }),
          withMore([{ path: '$', code: 'c', message: 'm' }]),
        ),
    ],
  ])('of %s says what was named and nothing that was added since', (_, present) => {
    const text = JSON.stringify(present());
    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toContain('addedTomorrow');
  });

  it('of a scoring table says what was named and nothing that was added since', async () => {
    const system = (await shippedIndicatorSystems()).find(
      ({ id }) => id === 'shuozhou-2019-ecology',
    );
    if (system === undefined) throw new Error('the published system is not there');
    const override = { score: '1', reason: '理由', author: 'admin', at: NOW.toISOString() };
    const computed = { inputs: { value: { expression: 'budget@2019 / 2' } } };
    const entries = { A101: { override, note: '备注' }, B102: computed };
    const cells = cellsOf(baseData);
    const figures = { id: 'f', frozenAt: NOW.toISOString(), live: exact(88) };
    const answer = {
      survey: null,
      combined,
      value: exact(89),
      base: 9,
      figures: withMore(figures),
    };
    const scored = scoreSystem(system, entries, () => answer, cells);
    // A rule and what was entered for it are shown as they were written.
    const asWritten = new Set(['rule', 'inputs']);
    const table = presentScoring(
      {
        evaluation: withMore(evaluation),
        system: withMore(system),
        entries: withMore(entries),
        feeding: new Map(),
        groupNames: new Map(),
        fed: new Map(),
        figures: new Map(),
        moves: new Map(),
        cells: cellsOf(withMore(baseData)),
        scored: withMore(scored),
      },
      'zh-CN',
    );
    const text = JSON.stringify(table, (key, value) => (asWritten.has(key) ? undefined : value));
    expect(text.length).toBeGreaterThan(1000);
    expect(text).not.toContain('addedTomorrow');
  });

  it('is made without spreading a row or an object of ours', () => {
    const spreads = sourcesUnder('server/presenters').flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(/\.\.\.\w+/g)].map(([found]) => `${path}: ${found}`),
    );
    // What is spread was presented already; literals behind a condition are there only where there is something to say.
    expect([...new Set(spreads)].sort()).toEqual([
      'server/presenters/progress.ts: ...presentReceived',
      'server/presenters/scoring.ts: ...subtotal',
      'server/presenters/scoring.ts: ...totals',
      'server/presenters/survey.ts: ...presentSurveySummary',
    ]);
  });
});
