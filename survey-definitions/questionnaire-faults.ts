import { compositeFaults } from './composite-findings.ts';
import { duplicates, type Finding, finding, type Steps } from './fault.ts';
import { isShippedGroup } from './group-name.ts';
import type { Item, Questionnaire } from './questionnaire.ts';
import { referenceFindings } from './questionnaire-references.ts';
import { respondentTexts, staffTexts } from './questionnaire-texts.ts';
import { scaleFaults } from './scale-findings.ts';
import { placeholderFindings } from './text-findings.ts';

/** What makes a well-formed questionnaire unusable: ids, references, placeholders, limits. */
export function questionnaireFaults(q: Questionnaire): Finding[] {
  return [
    ...duplicateIds(q),
    ...groupNameFaults(q),
    ...q.scales.flatMap((scale, s) => scaleFaults(scale, ['scales', s])),
    ...q.sections.flatMap((section, s) =>
      section.items.flatMap((item, i) => limits(item, ['sections', s, 'items', i])),
    ),
    ...referenceFindings(q),
    ...compositeFaults(q),
    ...placeholderFindings([...respondentTexts(q), ...staffTexts(q)], q.placeholders),
  ];
}

/** Nobody but its questionnaire can say what a group of its own is called. */
function groupNameFaults({ respondentGroup, respondentGroupName }: Questionnaire): Finding[] {
  if (respondentGroupName !== undefined || isShippedGroup(respondentGroup)) return [];
  return [
    finding(
      ['respondentGroupName'],
      'missing',
      `缺少这一项：请写明“${respondentGroup}”这类调查对象叫什么`,
      `this is missing: please say what the group “${respondentGroup}” is called`,
    ),
  ];
}

function duplicateIds(q: Questionnaire): Finding[] {
  const placed = (list: readonly { id: string }[], at: Steps) =>
    list.map(({ id }, index) => ({ id, steps: [...at, index, 'id'] }));
  const items = q.sections.flatMap((section, s) => placed(section.items, ['sections', s, 'items']));
  const contradictions = q.validity.flatMap((rule, r) =>
    rule.rule === 'contradiction' ? [{ id: rule.id, steps: ['validity', r, 'id'] }] : [],
  );
  return [
    ...duplicates(placed(q.sections, ['sections'])),
    ...duplicates(items),
    ...q.sections.flatMap((section, s) =>
      section.items.flatMap((item, i) =>
        'options' in item
          ? duplicates(placed(item.options, ['sections', s, 'items', i, 'options']))
          : [],
      ),
    ),
    ...duplicates(placed(q.scales, ['scales'])),
    ...q.scales.flatMap((scale, s) => duplicates(placed(scale.options, ['scales', s, 'options']))),
    ...duplicates(contradictions),
  ];
}

function limits(item: Item, at: Steps): Finding[] {
  if (item.type === 'multiple') return [...choiceLimits(item, at), ...ranges(item.options, at)];
  return item.type === 'single' ? ranges(item.options, at) : [];
}

function choiceLimits(item: Extract<Item, { type: 'multiple' }>, at: Steps): Finding[] {
  const { min = 0, max = Number.POSITIVE_INFINITY, options } = item;
  const found: Finding[] = [];
  if (min > max)
    found.push(
      finding(
        [...at, 'min'],
        'min-above-max',
        `至少选 ${min} 项，却至多选 ${max} 项`,
        `at least ${min} to choose, but at most ${max}`,
      ),
    );
  const together = options.filter(({ exclusive }) => !exclusive).length;
  if (min > Math.max(together, 1))
    found.push(
      finding(
        [...at, 'min'],
        'min-above-options',
        `至少选 ${min} 项，却只有 ${together} 个可以同选的选项`,
        `at least ${min} to choose of ${together} options that can stand together`,
      ),
    );
  return found;
}

function ranges(
  options: readonly { range?: { from?: number; to?: number } }[],
  at: Steps,
): Finding[] {
  return options.flatMap(({ range }, o) =>
    range?.from !== undefined && range.to !== undefined && range.from > range.to
      ? [
          finding(
            [...at, 'options', o, 'range'],
            'range-reversed',
            `范围从 ${range.from} 开始，却到 ${range.to} 为止`,
            `the range begins at ${range.from} but ends at ${range.to}`,
          ),
        ]
      : [],
  );
}
