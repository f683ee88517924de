import { type Checked, faultsIn } from './fault.ts';
import { Questionnaire } from './questionnaire.ts';
import { questionnaireFaults } from './questionnaire-faults.ts';
import { questionnaireWarnings } from './questionnaire-warnings.ts';
import { shapeFindings } from './shape-findings.ts';
import type { Language } from './text.ts';

/**
 * Whether the input (parsed JSON) is a usable questionnaire. Faults refuse it: a wrong shape, ids used
 * twice, references to nothing, placeholders nobody fills. Warnings are doubts about its design. Each
 * has its JSON path, a stable code, and a message in the given language. Throws nothing.
 */
export function checkQuestionnaire(
  input: unknown,
  language: Language = 'zh-CN',
): Checked<Questionnaire> {
  const parsed = Questionnaire.safeParse(input);
  if (!parsed.success)
    return {
      ok: false,
      faults: faultsIn(shapeFindings(parsed.error, input), language),
      warnings: [],
    };
  const faults = faultsIn(questionnaireFaults(parsed.data), language);
  const warnings = faultsIn(questionnaireWarnings(parsed.data), language);
  return faults.length > 0
    ? { ok: false, faults, warnings }
    : { ok: true, value: parsed.data, warnings };
}
