import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { jsonSchemas } from '../../survey-definitions/json-schemas.ts';
import { sampleQuestionnaire, sampleSystem } from './samples.ts';

const ROOT = join(import.meta.dirname, '../..');
const FILES = Object.entries(jsonSchemas());

describe('the JSON Schemas that are read', () => {
  it.each(FILES)('%s is what Zod says today (else: npm run schemas)', (name, text) => {
    expect(readFileSync(join(ROOT, name), 'utf8')).toBe(text);
  });

  it.each(FILES)(
    '%s describes its fields, so that an editor can tell what they are',
    (_name, text) => {
      expect(text.match(/"description"/g)?.length).toBeGreaterThan(10);
    },
  );
});

describe('an editor', () => {
  const questionnaire = z.fromJSONSchema(
    JSON.parse(jsonSchemas()['survey-definitions/questionnaire.schema.json'] ?? ''),
  );
  const system = z.fromJSONSchema(
    JSON.parse(jsonSchemas()['survey-definitions/indicator-system.schema.json'] ?? ''),
  );

  it('accepts a sound definition, its $schema and its defaults left out', () => {
    const $schema = '../../questionnaire.schema.json';
    expect(questionnaire.safeParse({ $schema, ...sampleQuestionnaire() }).success).toBe(true);
    expect(system.safeParse(sampleSystem()).success).toBe(true);
  });

  it('underlines a key that means nothing, a wrong id, an unknown rule', () => {
    expect(questionnaire.safeParse({ ...sampleQuestionnaire(), colour: 'red' }).success).toBe(
      false,
    );
    expect(questionnaire.safeParse({ ...sampleQuestionnaire(), id: 'A b' }).success).toBe(false);
    expect(system.safeParse(sampleSystem({ kind: 'dice' })).success).toBe(false);
  });
});
