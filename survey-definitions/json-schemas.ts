import { z } from 'zod';
import { IndicatorSystem } from './indicator-system.ts';
import { Questionnaire } from './questionnaire.ts';

/**
 * The JSON Schemas of the definitions by file name, as an editor reads them: draft 7, which editors know
 * best, of what is written (defaults may be left out). Ids, references and sums are beyond JSON Schema;
 * those `checkQuestionnaire` and `checkIndicatorSystem` look at.
 */
export function jsonSchemas(): Record<string, string> {
  return {
    'questionnaire.schema.json': asFile(Questionnaire, 'Questionnaire (问卷)'),
    'indicator-system.schema.json': asFile(IndicatorSystem, 'Indicator system (评价指标体系)'),
  };
}

function asFile(schema: z.ZodType, title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
  });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
