import { checkDefinition, type Looks } from './check-definition.ts';
import type { Checked, Standing } from './fault.ts';
import { Questionnaire } from './questionnaire.ts';
import { questionnaireClarity } from './questionnaire-clarity.ts';
import { questionnaireFaults } from './questionnaire-faults.ts';
import { questionnaireSize } from './questionnaire-size.ts';
import { questionnaireWarnings } from './questionnaire-warnings.ts';
import type { Language } from './text.ts';

const LOOKS: Looks<Questionnaire> = {
  schema: Questionnaire,
  size: questionnaireSize,
  faults: questionnaireFaults,
  clarity: questionnaireClarity,
  warnings: questionnaireWarnings,
};

/**
 * Whether the input (parsed JSON) is a usable questionnaire. Faults refuse it: a wrong shape, ids used
 * twice, references to nothing, placeholders nobody fills. Warnings are doubts about its design. Each
 * has its JSON path, a stable code, and a message in the given language. What cannot be meant so refuses a new version,
 * and is only told of one that was published before. Throws nothing.
 */
export function checkQuestionnaire(
  input: unknown,
  language: Language = 'zh-CN',
  standing: Standing = 'new',
): Checked<Questionnaire> {
  return checkDefinition(LOOKS, input, language, standing);
}
