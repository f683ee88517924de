import { type Finding, finding, type Steps } from './fault.ts';
import { optionsOf } from './item-options.ts';
import type { Item, Questionnaire, ValidityRule } from './questionnaire.ts';

/** Where an item stands, for what may refer to it. */
interface Placed {
  item: Item;
  /** Its place in the order it is asked. */
  order: number;
  profile: boolean;
}

/** References to scales, sections, items and options that are not there, or that may not be referred to from here. */
export function referenceFindings(q: Questionnaire): Finding[] {
  const placed = new Map<string, Placed>();
  for (const section of q.sections)
    for (const item of section.items)
      if (!placed.has(item.id))
        placed.set(item.id, { item, order: placed.size, profile: section.role === 'profile' });
  return [
    ...q.sections.flatMap((section, s) =>
      section.items.flatMap((item, i) => ofItem(q, placed, item, ['sections', s, 'items', i])),
    ),
    ...q.validity.flatMap((rule, r) => ofRule(q, placed, rule, ['validity', r])),
  ];
}

function ofItem(
  q: Questionnaire,
  placed: ReadonlyMap<string, Placed>,
  item: Item,
  at: Steps,
): Finding[] {
  const found: Finding[] = [];
  if (item.type === 'satisfaction' && !q.scales.some((scale) => scale.id === item.scale))
    found.push(unknown([...at, 'scale'], 'scale', '量表', item.scale));
  if (item.showIf === undefined) return found;
  const to = [...at, 'showIf'];
  const earlier = placed.get(item.showIf.item);
  const here = placed.get(item.id)?.order ?? 0;
  if (earlier !== undefined && earlier.order >= here)
    return [
      ...found,
      finding(
        [...to, 'item'],
        'not-earlier',
        `只能取决于前面的题目，而“${item.showIf.item}”不在前面`,
        `an item may depend on an earlier one only, and “${item.showIf.item}” is not earlier`,
      ),
    ];
  return [...found, ...ofCondition(q, earlier, item.showIf, to)];
}

function ofRule(
  q: Questionnaire,
  placed: ReadonlyMap<string, Placed>,
  rule: ValidityRule,
  at: Steps,
): Finding[] {
  if (rule.rule === 'contradiction')
    return rule.when.flatMap((condition, c) => {
      const to = [...at, 'when', c];
      const referred = placed.get(condition.item);
      if (referred !== undefined && !referred.profile)
        return [
          finding(
            [...to, 'item'],
            'not-profile',
            `矛盾只能由基本情况（profile）部分的题目判断，而“${condition.item}”不在其中`,
            `a contradiction is judged by profile items only, and “${condition.item}” is not in a profile section`,
          ),
        ];
      return ofCondition(q, referred, condition, to);
    });
  if (rule.rule !== 'complete-section' && rule.rule !== 'straight-line') return [];
  const section = q.sections.find((each) => each.id === rule.section);
  if (section === undefined) return [unknown([...at, 'section'], 'section', '部分', rule.section)];
  const needed = rule.rule === 'straight-line' ? 2 : 1;
  const ratings = section.items.filter((item) => item.type === 'satisfaction').length;
  if (ratings >= needed) return [];
  return [
    finding(
      [...at, 'section'],
      'too-few-satisfaction-items',
      `“${rule.section}”部分有 ${ratings} 道满意度题，这条规则至少需要 ${needed} 道`,
      `section “${rule.section}” has ${ratings} satisfaction items; this rule takes at least ${needed}`,
    ),
  ];
}

function ofCondition(
  q: Questionnaire,
  referred: Placed | undefined,
  condition: { item: string; options: readonly string[] },
  at: Steps,
): Finding[] {
  if (referred === undefined) return [unknown([...at, 'item'], 'item', '题目', condition.item)];
  const { item } = referred;
  if (item.type === 'text')
    return [
      finding(
        [...at, 'item'],
        'not-a-choice',
        `“${item.id}”是填写文字的题目，没有选项可作条件`,
        `“${item.id}” is answered in words and has no options to depend on`,
      ),
    ];
  // A scale that is not there is one fault, said at the item that names it.
  if (item.type === 'satisfaction' && !q.scales.some((scale) => scale.id === item.scale)) return [];
  const options = new Set(optionsOf(q, item).map((option) => option.id));
  return condition.options.flatMap((option, o) =>
    options.has(option) ? [] : [unknown([...at, 'options', o], 'option', '选项', option)],
  );
}

function unknown(
  steps: Steps,
  what: 'scale' | 'section' | 'item' | 'option',
  zh: string,
  id: string,
): Finding {
  return finding(steps, `unknown-${what}`, `没有${zh}“${id}”`, `there is no ${what} “${id}”`);
}
