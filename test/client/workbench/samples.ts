import type { Calculated, Evaluation } from '../../../client/workbench/api/evaluations.ts';
import type { ScoredIndicator } from '../../../client/workbench/api/scoring.ts';
import type { SurveySummary } from '../../../client/workbench/api/surveys.ts';
import { EVALUATION_PERMISSIONS } from '../../../survey-definitions/permission.ts';

export const shown = (value: number): NonNullable<Calculated> => ({
  value,
  display: value.toFixed(2),
});

/** A closed formal survey of the public that everybody answered. */
export const survey = (changed: Partial<SurveySummary> = {}): SurveySummary => ({
  code: 'abcd2345',
  url: 'http://localhost/s/abcd2345',
  title: '公众满意度调查',
  questionnaire: { id: 'public-ecology', version: 1 },
  respondentGroup: 'public',
  respondentGroupName: '受益群众',
  phase: 'formal',
  access: 'open',
  proofOfWork: false,
  provenance: 'collected',
  state: 'closed',
  plan: { total: 100 },
  population: null,
  sampling: null,
  opensAt: null,
  closesAt: null,
  answersRemovedAt: null,
  createdAt: '2026-03-01T00:00:00.000Z',
  received: 137,
  valid: 137,
  invalid: 0,
  ineligible: 0,
  onHold: 0,
  flagged: 0,
  composite: shown(89.34),
  compositeBase: 137,
  feeds: ['C301'],
  ...changed,
});

export const evaluation = (changed: Partial<Evaluation> = {}): Evaluation => ({
  id: '00000000-0000-4000-8000-000000000001',
  department: '市水务局',
  place: '某市',
  year: 2025,
  indicatorSystem: { id: 'some-system', version: 1, title: '指标体系' },
  feeds: {},
  example: false,
  role: 'admin',
  permissions: [...EVALUATION_PERMISSIONS],
  particulars: {},
  archivedAt: null,
  answersKeptUntil: null,
  answersRemovedAt: null,
  retention: null,
  createdAt: '2026-03-01T00:00:00.000Z',
  state: 'planning',
  missing: [],
  surveys: [],
  asks: [],
  score: { total: null, grade: null, complete: false },
  ...changed,
});

/** An indicator met in full by its rule. */
export const indicator = (changed: Partial<ScoredIndicator> = {}): ScoredIndicator => ({
  code: 'A101',
  name: '目标任务情况',
  level1: 'A',
  level2: 'A1',
  weight: { value: 2, display: '2' },
  target: '合理',
  unit: null,
  ruleKind: 'all-or-nothing',
  rule: { kind: 'all-or-nothing' },
  ruleText: '完成得满分',
  explanation: null,
  reading: null,
  note: null,
  inputs: { met: true },
  computed: [],
  actual: null,
  source: null,
  ruleScore: shown(2),
  because: '满分 2.00',
  missing: null,
  pending: false,
  override: null,
  score: shown(2),
  rate: shown(100),
  ...changed,
});
