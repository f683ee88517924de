import { type Checked, checkedBy, checkedBySize, refusedShape, type Standing } from './fault.ts';
import { Questionnaire } from './questionnaire.ts';
import { questionnaireClarity } from './questionnaire-clarity.ts';
import { questionnaireFaults } from './questionnaire-faults.ts';
import { questionnaireSize } from './questionnaire-size.ts';
import { questionnaireWarnings } from './questionnaire-warnings.ts';
import { shapeFindings } from './shape-findings.ts';
import type { Language } from './text.ts';

/**
 * Whether the input (parsed JSON) is a usable questionnaire. Faults refuse it: a wrong shape, ids used
 * twice, references to nothing, placeholders nobody fills. Warnings are doubts about its design. Each
 * has its JSON path, a stable code, and a message in the given language. What cannot be meant so refuses a new version, and is only told of one that was
 * published before. Throws nothing.
 */
export function checkQuestionnaire(
  input: unknown,
  language: Language = 'zh-CN',
  standing: Standing = 'new',
): Checked<Questionnaire> {
  const parsed = Questionnaire.safeParse(input);
  if (!parsed.success) return refusedShape(shapeFindings(parsed.error, input), language);
  // Before anything is calculated, which is what the limits are there for.
  const size = questionnaireSize(parsed.data);
  if (size.length > 0) return checkedBySize(parsed.data, language, standing, size);
  return checkedBy(parsed.data, language, standing, {
    faults: questionnaireFaults(parsed.data),
    clarity: questionnaireClarity(parsed.data),
    warnings: questionnaireWarnings(parsed.data),
  });
}
