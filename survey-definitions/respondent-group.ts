import type { z } from 'zod';
import { Id } from './text.ts';

/** Whom a questionnaire is put before. `management-object` and `public` are named by us, any other by its questionnaire. */
export const RespondentGroup = Id.describe(
  'Id of the respondent group (调查对象类别): management-object, public, or any other',
);
export type RespondentGroup = z.infer<typeof RespondentGroup>;
