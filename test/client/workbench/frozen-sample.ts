import { display } from '../../../analysis/rounding.ts';
import type {
  ExactNumber,
  FrozenFigure,
  FrozenFigures,
  FrozenSurvey,
} from '../../../client/workbench/api/figures.ts';
import { exact, toNumber } from '../../../survey-definitions/fraction.ts';

/** A number as it is frozen, from how it is written exactly. */
export const exactNumber = (written: string): ExactNumber => ({
  exact: written,
  value: toNumber(exact(written)),
  display: display(exact(written), 2),
});

export const frozenFigure = (more: Partial<FrozenFigure> = {}): FrozenFigure => ({
  group: 'public',
  groupName: { 'zh-CN': '受益群众', en: 'the public' },
  survey: 'pubeca34',
  combine: null,
  surveys: [{ code: 'pubeca34', weight: null, value: exactNumber('89.25'), base: 137 }],
  questionnaire: { id: 'public-ecology', version: 1 },
  quantity: 'composite',
  item: null,
  option: null,
  topic: null,
  base: 137,
  method: 'exact',
  value: exactNumber('89.25'),
  ...more,
});

const RETURNS = {
  planned: 100,
  handedOut: null,
  received: 140,
  valid: 137,
  invalid: 3,
  ineligible: 0,
  onHold: 0,
};

export const frozenSurvey = (more: Partial<FrozenSurvey> = {}): FrozenSurvey => ({
  code: 'pubeca34',
  questionnaire: { id: 'public-ecology', version: 1 },
  phase: 'formal',
  provenance: 'collected',
  state: 'closed',
  sampling: null,
  population: null,
  composite: exactNumber('89.25'),
  compositeBase: 137,
  compositeMethod: 'mean',
  returns: RETURNS,
  byChannel: [{ channel: 'online', ...RETURNS }],
  byPoint: [],
  responseRate: { none: 'handed-out-unknown' },
  uncertainty: { none: 'not-computed' },
  judgements: 0,
  responses: { n: 140, sha256: 'a1'.repeat(32) },
  ...more,
});

export const frozenFigures = (
  figures: FrozenFigure[],
  more: Partial<FrozenFigures> = {},
): FrozenFigures => ({
  format: 'manping-figures/1',
  id: '00000000-0000-4000-8000-000000000001',
  frozenAt: '2026-11-28T12:15:00.000Z',
  frozenBy: 'admin',
  evaluation: { id: 'e', department: '市水务局', place: '某市', year: 2025 },
  figures,
  groups: [
    {
      group: 'public',
      groupName: { 'zh-CN': '受益群众', en: 'the public' },
      combine: null,
      feeds: [{ code: 'pubeca34', weight: null }],
      surveys: [frozenSurvey()],
    },
  ],
  hash: 'b2'.repeat(32),
  scores: ['public'],
  stale: false,
  summary: [],
  changes: [],
  ...more,
});
