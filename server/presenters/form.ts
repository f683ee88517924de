import { z } from '@hono/zod-openapi';
import type { FormItem, FormQuestionnaire } from '../../survey-definitions/form.ts';
import { SECTION_ROLES } from '../../survey-definitions/questionnaire.ts';
import { RespondentGroup } from '../../survey-definitions/respondent-group.ts';
import {
  SURVEY_ACCESSES,
  SURVEY_STATES,
  type SurveyState,
} from '../../survey-definitions/survey.ts';
import { LANGUAGES } from '../../survey-definitions/text.ts';
import type { Survey } from '../store/surveys.ts';

import { type AskedBy, AsksSchema, presentAsks } from './asks.ts';

const Language = z.enum(LANGUAGES);

const Section = z.object({
  id: z.string(),
  role: z.enum(SECTION_ROLES),
  title: z.string(),
  intro: z.string().nullable(),
  items: z.array(z.string()),
});

const Item = z.object({
  id: z.string(),
  section: z.string(),
  type: z.enum(['single', 'multiple', 'satisfaction', 'text']),
  required: z.boolean(),
  topic: z.string(),
  text: z.string(),
  help: z.string().nullable(),
  showIf: z.object({ item: z.string(), options: z.array(z.string()) }).nullable(),
  options: z
    .array(
      z.object({
        id: z.string(),
        label: z.string(),
        scored: z.boolean().describe('A grade of a scale, with a weight'),
        exclusive: z.boolean().describe('Cannot stand beside another option'),
        endsHere: z.boolean().describe('Ends the questionnaire for whoever chooses it'),
        quotaFull: z
          .boolean()
          .describe('Its quota is full: it ends the questionnaire, kindly, for whoever chooses it'),
      }),
    )
    .optional(),
  min: z.int().optional(),
  max: z.int().optional(),
  maxLength: z.int().optional(),
});

/** What a respondent's page is made of, and where the survey stands. */
export const FormSchema = z
  .object({
    code: z.string(),
    state: z.enum(SURVEY_STATES),
    access: z.enum(SURVEY_ACCESSES).describe('code: a response needs an accessCode'),
    proofOfWork: z.boolean().describe('Whether a response needs a proof'),
    asks: AsksSchema,
    answersKeptUntil: z
      .string()
      .nullable()
      .describe(
        'Day in China until which single answers are kept; null: as long as the evaluation',
      ),
    questionnaire: z.object({
      id: z.string(),
      version: z.int(),
      title: z.string(),
      intro: z.string().nullable(),
      minutes: z.number().nullable(),
      layout: z.enum(['page', 'sections']),
      language: Language,
      languages: z.array(Language),
      respondentGroup: RespondentGroup,
      department: z.string(),
      sections: z.array(Section),
      items: z.array(Item),
    }),
  })
  .openapi('Form');

export function presentForm(
  survey: Survey,
  state: SurveyState,
  form: FormQuestionnaire,
  evaluation: AskedBy,
): z.infer<typeof FormSchema> {
  return {
    code: survey.code,
    state,
    access: survey.access,
    proofOfWork: survey.proofOfWork,
    asks: presentAsks(evaluation),
    answersKeptUntil: evaluation.answersKeptUntil,
    questionnaire: {
      id: form.id,
      version: form.version,
      title: form.title,
      intro: form.intro,
      minutes: form.minutes,
      layout: form.layout,
      language: form.language,
      languages: form.languages,
      respondentGroup: form.respondentGroup,
      department: form.department,
      sections: form.sections.map(({ id, role, title, intro, items }) => ({
        id,
        role,
        title,
        intro,
        items,
      })),
      items: form.items.map(presentItem),
    },
  };
}

function presentItem(item: FormItem): z.infer<typeof Item> {
  const { showIf } = item;
  return {
    id: item.id,
    section: item.section,
    type: item.type,
    required: item.required,
    topic: item.topic,
    text: item.text,
    help: item.help,
    showIf: showIf && { item: showIf.item, options: showIf.options },
    options: item.options?.map(({ id, label, scored, exclusive, endsHere, quotaFull }) => ({
      id,
      label,
      scored,
      exclusive,
      endsHere,
      quotaFull,
    })),
    min: item.min,
    max: item.max,
    maxLength: item.maxLength,
  };
}
