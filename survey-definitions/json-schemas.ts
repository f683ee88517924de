import { z } from 'zod';
import { FrozenFigures } from './frozen-figures.ts';
import { IndicatorSystem } from './indicator-system.ts';
import { Questionnaire } from './questionnaire.ts';

/**
 * The JSON Schemas by file, from the root of the project: of the definitions as an editor reads them (draft 7, which editors
 * know best, of what is written: defaults may be left out), and of a frozen figure for systems that take it over. Ids,
 * references and sums are beyond JSON Schema; those `checkQuestionnaire` and `checkIndicatorSystem` look at.
 */
export function jsonSchemas(): Record<string, string> {
  return {
    'survey-definitions/questionnaire.schema.json': asFile(Questionnaire, 'Questionnaire (问卷)'),
    'survey-definitions/indicator-system.schema.json': asFile(
      IndicatorSystem,
      'Indicator system (评价指标体系)',
    ),
    'docs/frozen-figures.schema.json': asFile(FrozenFigures, 'Frozen figures (定稿)'),
  };
}

function asFile(schema: z.ZodType, title: string): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
  });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
