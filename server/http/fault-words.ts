import type { AnswerError } from '../../analysis/acceptance.ts';
import type { Language } from '../../survey-definitions/text.ts';
import type { FaultIn } from '../problem.ts';

type Params = Record<string, string | number>;

/** What is said of a fault in what was sent; `{name}` stands for a parameter. */
const WORDS: Record<string, readonly [zh: string, en: string]> = {
  required: ['这道题还没有作答', 'This question has not been answered'],
  'unknown-item': ['问卷中没有这道题', 'The questionnaire has no such item'],
  'unknown-option': ['这道题没有这个选项', 'This item has no such option'],
  'wrong-type': ['答案的形式不对', 'The answer is not of the kind this item takes'],
  'too-long': [
    '最多 {maxLength} 个字，现有 {length} 个',
    'At most {maxLength} characters, now {length}',
  ],
  'too-few': ['至少选 {min} 项', 'Choose at least {min}'],
  'too-many': ['最多选 {max} 项', 'Choose at most {max}'],
  'duplicate-option': ['同一选项出现了两次', 'An option is given twice'],

  'too-deep': ['嵌套过深', 'Nested too deeply'],
  'forbidden-key': ['不允许使用这个键名', 'This key is not allowed'],
  'unusable-characters': [
    '含有不能保存的字符（空字符或残缺字符）',
    'Holds characters that cannot be stored (NUL or half a character)',
  ],
  'invalid-id': ['答卷编号不是 UUID', 'The id of the response is not a UUID'],
};

/** The words for a kind of fault in the language of the answer; the code itself where it is not one of ours. */
export function sayFault(code: string, language: Language, params: Params = {}): string {
  const words = Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  const text = words?.[language === 'en' ? 1 : 0] ?? code;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** The error of an answer with its words: what the contract calls `{ item, code, message }`. */
export function sayAnswerError(
  { item, code, params }: AnswerError,
  language: Language,
): FaultIn & { item: string } {
  return { item, code, message: sayFault(code, language, params) };
}
