import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkIndicatorSystem } from '../../survey-definitions/check-indicator-system.ts';
import { checkQuestionnaire } from '../../survey-definitions/check-questionnaire.ts';
import { Composite } from '../../survey-definitions/composite.ts';
import { RULE_KINDS } from '../../survey-definitions/scoring-rule.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/definitions.md'), 'utf8');
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map((match) =>
  JSON.parse(match[1] ?? ''),
);

describe('docs/definitions.md', () => {
  it('shows a questionnaire that is accepted without a warning', () => {
    const example = examples.find((each) => each.sections);
    expect(checkQuestionnaire(example)).toMatchObject({ ok: true, warnings: [] });
  });

  it('shows an indicator system that is accepted without a warning', () => {
    const example = examples.find((each) => each.level1);
    expect(checkIndicatorSystem(example)).toMatchObject({ ok: true, warnings: [] });
  });

  it.each(Composite.options.map(({ shape }) => shape.method.value))(
    'explains the composite method %s',
    (method) => {
      expect(page).toContain(`| \`${method}\` |`);
    },
  );

  it.each(Object.keys(RULE_KINDS))('explains the rule %s', (kind) => {
    expect(page).toContain(`| \`${kind}\` |`);
  });
});
