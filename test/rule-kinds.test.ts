import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCORERS } from '../analysis/scoring/scorers.ts';
import { EDITORS } from '../client/workbench/scoring/editors/editors.ts';
import { RULE_KINDS, ScoringRule, takesInputs } from '../survey-definitions/scoring-rule.ts';
import { sourcesUnder } from './support/imports.ts';

const KINDS = Object.keys(RULE_KINDS);
const ROOT = join(import.meta.dirname, '..');

describe('the kinds of scoring rules', () => {
  it('are these, in the order in which they are documented', () => {
    expect(KINDS).toEqual([
      'completion-ratio',
      'target-proportional',
      'step-deduction',
      'tiered-bands',
      'threshold',
      'checklist',
      'all-or-nothing',
      'event-deduction',
      'category',
      'option-share',
      'manual',
    ]);
  });

  it.each([
    ['SCORERS', SCORERS],
    ['EDITORS', EDITORS],
  ])('are all in %s, and no other', (_, list) => {
    expect(Object.keys(list)).toEqual(KINDS);
  });

  it('are told apart by the name under which they are registered', () => {
    expect(ScoringRule.options.map(({ shape }) => shape.kind.value)).toEqual(KINDS);
  });

  it('are all that survey-definitions/rules holds', () => {
    const written = sourcesUnder('survey-definitions/rules')
      .filter(({ text }) => /= ruleKind\(/.test(text))
      .map(({ path }) => path.replace(/^.*\/|\.ts$/g, ''));
    expect(written.toSorted()).toEqual(KINDS.toSorted());
  });

  it.each(KINDS)('%s has a file of its name for its data and for its arithmetic', (kind) => {
    expect(existsSync(join(ROOT, `survey-definitions/rules/${kind}.ts`))).toBe(true);
    expect(existsSync(join(ROOT, `analysis/scoring/${kind}.ts`))).toBe(true);
  });

  it.each(
    Object.entries(EDITORS).map(([kind, editor]) => [kind, editor === EDITORS.threshold] as const),
  )('%s has its editor, or shares that of one number: %s', (kind, shared) => {
    const file = shared ? 'value' : kind;
    expect(existsSync(join(ROOT, `client/workbench/scoring/editors/${file}.tsx`))).toBe(true);
  });

  it('are singled out by no condition outside their own files', () => {
    const asks = /\bkind [!=]== '([a-z-]+)'/g;
    const singled = ['survey-definitions', 'analysis', 'server', 'client'].flatMap((room) =>
      sourcesUnder(room).flatMap(({ path, text }) =>
        [...text.matchAll(asks)]
          .filter(([, kind = '']) => KINDS.includes(kind))
          .map(([condition]) => `${path}: ${condition}`),
      ),
    );
    expect(singled).toEqual([]);
  });

  const threshold = { kind: 'threshold', op: '>=', target: 90 } as const;
  const group = 'public';
  it.each<[string, ScoringRule, boolean]>([
    ['takes an actual value where no survey feeds it', threshold, true],
    [
      'takes no actual value beside the one a survey gives',
      { ...threshold, from: { group, quantity: 'composite' } },
      false,
    ],
    [
      'takes a credit where no option reaches its share',
      {
        kind: 'option-share',
        from: { group, item: 'a' },
        branches: [{ option: 'x', min: 70, credit: 1 }],
        otherwise: 'manual',
      },
      true,
    ],
  ])('%s', (_, rule, takes) => {
    expect(ScoringRule.safeParse(rule).success).toBe(true);
    expect(takesInputs(rule)).toBe(takes);
  });

  it('ask a scorer beside a survey on the screen where the rule takes inputs beside it, and nowhere else', () => {
    const kinds = Object.entries(RULE_KINDS).filter(([, kind]) => kind.inputsBesideSurvey);
    const editors = Object.entries(EDITORS).filter(([, editor]) => editor.besideSurvey);
    expect(kinds.length).toBeGreaterThan(0);
    expect(editors.map(([kind]) => kind)).toEqual(kinds.map(([kind]) => kind));
  });
});
