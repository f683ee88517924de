import { type Finding, finding, type Steps } from './fault.ts';
import { optionsOf } from './item-options.ts';
import type { Item, Questionnaire, Section } from './questionnaire.ts';
import { respondentTexts, staffTexts } from './questionnaire-texts.ts';
import { responseSizeFindings } from './response-size.ts';
import { scaleClarity } from './scale-findings.ts';
import type { Text } from './text.ts';
import { alikeFindings, blankFindings, type Read, readAlone } from './text-findings.ts';
import { textIn } from './wording.ts';

/**
 * What keeps a questionnaire from asking what it seems to ask: texts in which nobody sees anything, options, grades and items
 * that a respondent cannot tell apart, dimensions that nobody can, answers that would not fit into a response. Faults in a new version; one that was
 * published before stays, and is told.
 */
export function questionnaireClarity(q: Questionnaire): Finding[] {
  const texts = [...respondentTexts(q), ...staffTexts(q)];
  if (q.reference !== undefined) texts.push({ steps: ['reference'], text: q.reference });
  return [
    ...blankFindings(texts),
    ...q.scales.flatMap((scale, s) => [
      ...alikeFindings(labels(scale.options, ['scales', s])),
      ...scaleClarity(scale, ['scales', s]),
    ]),
    ...q.sections.flatMap((section, s) =>
      section.items.flatMap((item, i) =>
        'options' in item ? alikeFindings(labels(item.options, ['sections', s, 'items', i])) : [],
      ),
    ),
    ...alikeFindings(
      q.sections.flatMap((section, s) =>
        section.items.map((item, i) => asRead(q, section, item, ['sections', s, 'items', i])),
      ),
    ),
    ...alikeFindings(
      (q.composite?.method === 'dimensions' ? q.composite.dimensions : []).map(({ name }, d) =>
        readAlone({ steps: ['composite', 'dimensions', d, 'name'], text: name }),
      ),
    ),
    ...q.sections.flatMap((section, s) =>
      section.items.flatMap((item, i) => [
        ...choosable(item, ['sections', s, 'items', i]),
        ...passable(item, ['sections', s, 'items', i]),
      ]),
    ),
    ...responseSizeFindings(q),
  ];
}

/** A limit above the number of options limits nothing: one of the two is a slip. */
function choosable(item: Item, at: Steps): Finding[] {
  if (item.type !== 'multiple' || item.max === undefined) return [];
  const { max, options } = item;
  return max <= options.length
    ? []
    : [
        finding(
          [...at, 'max'],
          'max-above-options',
          `最多选 ${max} 项，却只有 ${options.length} 个选项`,
          `at most ${max} to choose of ${options.length} options`,
        ),
      ];
}

/** Where every acceptable answer ends the questionnaire, nobody who answers the item gets past it. */
function passable(item: Item, at: Steps): Finding[] {
  if (!('options' in item) || !item.options.some(({ endsHere }) => endsHere)) return [];
  const onward = item.options.filter(({ endsHere }) => !endsHere);
  const least = item.type === 'multiple' ? (item.min ?? 1) : 1;
  // One that stands alone is a whole answer, however many are asked for.
  const alone = item.type === 'multiple' && onward.some(({ exclusive }) => exclusive);
  if (alone || onward.length >= least) return [];
  return [
    onward.length === 0
      ? finding(
          [...at, 'options'],
          'nobody-goes-on',
          '每个选项都结束问卷（endsHere），没有人能答下去',
          'every option ends the questionnaire (endsHere): nobody would go on',
        )
      : finding(
          [...at, 'options'],
          'nobody-goes-on',
          `至少选 ${least} 项，不结束问卷（endsHere）的选项却只有 ${onward.length} 个，没有人能答下去`,
          `at least ${least} to choose, of ${onward.length} options that do not end the questionnaire (endsHere): nobody would go on`,
        ),
  ];
}

function labels(options: readonly { label: Text }[], at: Steps): Read[] {
  return options.map(({ label }, o) =>
    readAlone({ steps: [...at, 'options', o, 'label'], text: label }),
  );
}

/** All that a respondent has of an item: the title above it, its words, its options, and when it is asked. */
function asRead(q: Questionnaire, section: Section, item: Item, at: Steps): Read {
  const { text, help, showIf } = item;
  const options = optionsOf(q, item).map(({ label }) => label);
  const parts = [section.title, text, help ?? '', ...options];
  return {
    steps: [...at, 'text'],
    read: (language) => [
      JSON.stringify([showIf ?? null, item.type === 'text']),
      ...parts.map((part) => textIn(part, language)),
    ],
  };
}
