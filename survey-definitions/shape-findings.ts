import type { z } from 'zod';
import { type Finding, finding, type Steps } from './fault.ts';
import type { Language } from './text.ts';
import { foldTyped } from './typed-text.ts';

type Translated = Record<Language, string>;
type Issue = z.core.$ZodIssue;

const TYPES: Record<string, Translated> = {
  string: { 'zh-CN': '文字', en: 'a text' },
  number: { 'zh-CN': '数字', en: 'a number' },
  int: { 'zh-CN': '整数', en: 'a whole number' },
  boolean: { 'zh-CN': 'true 或 false', en: 'true or false' },
  array: { 'zh-CN': '列表', en: 'a list' },
  object: { 'zh-CN': '对象', en: 'an object' },
  record: { 'zh-CN': '对象', en: 'an object' },
};

/** The patterns of the schemas, by the message that stands beside each of them there. */
export const FORMATS: Readonly<Record<string, string>> = {
  'lower-case letters, digits and hyphens, starting with a letter':
    '小写字母、数字和连字符，以字母开头，最多 40 个字符',
  'lower-case letters, digits and hyphens, at most 40':
    '小写字母、数字和连字符，以字母或数字开头，最多 40 个字符',
  'letters, digits and hyphens': '字母、数字和连字符，以大写字母或数字开头，最多 16 个字符',
  'a decimal such as "89.34" or a fraction such as "1/3"': '小数（如 "89.34"）或者分数（如 "1/3"）',
  'a time such as 2026-11-21T14:05:00Z': '时间（如 2026-11-21T14:05:00Z）',
  'letters, digits and hyphens, at most 40': '字母、数字和连字符，最多 40 个字符',
  'a whole number from 1 to 200': '1 至 200 的整数',
  'a decimal such as "17.79"': '数字，如 17.79',
  'a decimal such as "88.20"': '数字，如 88.20',
};

/** What the schemas refuse by a look of their own, by the message that stands beside it there. */
export const LOOKS: Readonly<Record<string, string>> = {
  'not below 0': '不能小于 0',
  'at most 18 digits': '至多 18 位',
  'letters and digits, at most 20': '由文字和数字组成，至多 20 个字，不能有括号、运算符和空格',
  'a credit is 0 to 1': '应为 0 至 1',
  'a day such as 2020-12-31': '应为日期，如 2020-12-31',
  'no NUL and no half of a surrogate pair': '含有无法保存的字符，请删去后再试',
  'a day such as 2020-12-31 or a time such as 2026-11-21T14:05:00Z':
    '应为日期（如 2020-12-31）或时间（如 2026-11-21T14:05:00Z）',
  'either a share or a deviation': '比例与标准差填且只填一项',
  'a number from 50 to 99.9': '50 至 99.9 的数字',
  'a number from 0.1 to 50': '0.1 至 50 的数字',
  'a number from 0.1 to 99.9': '0.1 至 99.9 的数字',
  'a number from 0.1 to 100': '0.1 至 100 的数字',
  'a number from 1 to 100': '1 至 100 的数字',
  'a number from 0 to 100': '0 至 100 的数字',
  'inputs, override or note': '至少要有 inputs、override、note 之一',
};

/** What Zod found, in plain words and with the place of each: one finding for each thing to be put right. */
export function shapeFindings(error: z.ZodError, input: unknown): Finding[] {
  return error.issues.flatMap((issue) => findingsOf(issue, [], input));
}

function findingsOf(issue: Issue, above: Steps, input: unknown): Finding[] {
  const steps = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      finding([...steps, key], 'unknown-key', `不认识的键“${key}”`, `unknown key “${key}”`),
    );
  if (at(input, steps) === undefined)
    return [finding(steps, 'missing', '缺少这一项', 'this is missing')];
  switch (issue.code) {
    case 'invalid_type':
      return [wrongType(steps, [issue.expected])];
    case 'invalid_value':
      return [notOneOf(steps, issue.values.map(String))];
    case 'invalid_union':
      return ofUnion(issue, steps, input);
    case 'too_small':
    case 'too_big':
      return [wrongSize(issue, steps)];
    case 'invalid_format':
      return [
        finding(
          steps,
          'wrong-format',
          `应为${FORMATS[issue.message] ?? issue.message}`,
          `must be ${issue.message}`,
        ),
      ];
    case 'invalid_key':
      // What is wrong with the key, and not with what stands under it.
      return issue.issues.flatMap((each) => findingsOf(each, steps, input));
    default:
      return [
        finding(
          steps,
          'not-acceptable',
          LOOKS[issue.message] ?? `不能这样写：${issue.message}`,
          issue.message,
        ),
      ];
  }
}

function ofUnion(issue: z.core.$ZodIssueInvalidUnion, steps: Steps, input: unknown): Finding[] {
  const choices = 'options' in issue && Array.isArray(issue.options) ? issue.options : undefined;
  if (choices) return [notOneOf(steps, choices.map(String))];
  const forms = issue.errors;
  // A form that fails at its very root, by type, is not the one the author had in mind.
  const meant = forms.filter((issues) => !issues.some((each) => isRootType(each)));
  if (meant.length === 0) return [wrongType(steps, forms.flatMap(rootTypes))];
  const fewest = Math.min(...meant.map((issues) => issues.length));
  const closest = meant.filter((issues) => issues.length === fewest);
  const tries = closest.map((issues) => issues.flatMap((each) => findingsOf(each, steps, input)));
  if (tries.length === 1) return tries[0] ?? [];
  const told = (language: Language, or: string) =>
    tries
      .map((found) =>
        found.map((each) => `${String(each.steps.at(-1))}: ${each.words[language]}`).join(', '),
      )
      .join(or);
  return [
    finding(
      steps,
      'fits-no-form',
      `与哪种写法都不符：${told('zh-CN', '；或者 ')}`,
      `fits none of its forms: ${told('en', '; or ')}`,
    ),
  ];
}

const isRootType = (issue: Issue) => issue.path.length === 0 && issue.code === 'invalid_type';
const rootTypes = (issues: readonly Issue[]) =>
  issues.flatMap((issue) => (issue.code === 'invalid_type' ? [issue.expected] : []));

function wrongType(steps: Steps, expected: readonly string[]): Finding {
  const names = expected.map((type) => TYPES[type] ?? { 'zh-CN': type, en: type });
  return finding(
    steps,
    'wrong-type',
    `应为${names.map((name) => name['zh-CN']).join('或者')}`,
    `must be ${names.map((name) => name.en).join(' or ')}`,
  );
}

function notOneOf(steps: Steps, taken: readonly string[]): Finding {
  // Nothing at all, where it may be said, needs no mention.
  const values = taken.filter((value) => value !== '');
  return finding(
    steps,
    'not-one-of',
    `只能是 ${values.join('、')} 之一`,
    `must be one of ${values.join(', ')}`,
  );
}

function wrongSize(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  steps: Steps,
): Finding {
  const small = issue.code === 'too_small';
  const limit = small ? issue.minimum : issue.maximum;
  const code = small ? 'too-small' : 'too-large';
  if (small && limit === 1 && issue.origin !== 'number' && issue.origin !== 'int')
    return finding(steps, code, '不能为空', 'must not be empty');
  const open = issue.inclusive === false;
  const [zh, en] =
    issue.origin === 'string'
      ? [' 个字符', ' characters']
      : issue.origin === 'array'
        ? [' 项', ' entries']
        : ['', ''];
  if (open)
    return finding(
      steps,
      code,
      `应${small ? '大于' : '小于'} ${limit}${zh}`,
      `must be ${small ? 'above' : 'below'} ${limit}${en}`,
    );
  return finding(
    steps,
    code,
    `${small ? '至少' : '至多'} ${limit}${zh}`,
    `at ${small ? 'least' : 'most'} ${limit}${en}`,
  );
}

function at(input: unknown, steps: Steps): unknown {
  return steps.reduce<unknown>((value, step) => {
    if (typeof value !== 'object' || value === null) return undefined;
    const key = Object.hasOwn(value, step)
      ? step
      : // As it was typed, where the schema has folded the keys.
        Object.keys(value).find((typed) => foldTyped(typed) === step);
    return key === undefined ? undefined : (value as Record<PropertyKey, unknown>)[key];
  }, input);
}
