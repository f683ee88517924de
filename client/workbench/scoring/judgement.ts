import type { Language } from '../../../survey-definitions/text.ts';
import { textIn } from '../../../survey-definitions/wording.ts';
import type { ScoredIndicator } from '../api.ts';
import type { Words } from '../words/zh.ts';

/**
 * What a scorer judged, in a few characters for the table, where the rule goes by no number: how many entries of a
 * checklist are met, met or not, which case. Empty while nothing was entered.
 */
export function judgementInWords(
  { rule, inputs }: Pick<ScoredIndicator, 'rule' | 'inputs'>,
  words: Words,
  language: Language,
): string {
  if (!inputs) return '';
  if (rule.kind === 'all-or-nothing') return inputs['met'] ? words.editors.yes : words.editors.no;
  if (rule.kind === 'category') {
    const found = rule.cases.find(({ id }) => id === inputs['case']);
    return found ? textIn(found.label, language) : '';
  }
  if (rule.kind !== 'checklist') return '';
  const vetoed = Object.values(inputs['veto'] ?? {}).some((holds) => holds === true);
  if (vetoed) return words.scoring.vetoed;
  const credits = Object.values(inputs['credit'] ?? {}).map(Number);
  const met = credits.filter((credit) => credit === 1).length;
  const part = credits.filter((credit) => credit > 0 && credit < 1).length;
  return words.scoring.checklistMet(met, part, rule.items.length);
}
