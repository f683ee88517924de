import type { AnswerError } from '../../analysis/acceptance.ts';
import type { Language } from '../../survey-definitions/text.ts';
import type { FaultIn } from '../problem.ts';

type Params = Record<string, string | number>;

/** What is said of a fault in what was sent; `{name}` stands for a parameter. */
const WORDS: Record<string, Record<Language, string>> = {
  required: { 'zh-CN': '这道题还没有作答', en: 'This question has not been answered' },
  'unknown-item': { 'zh-CN': '问卷中没有这道题', en: 'The questionnaire has no such item' },
  'unknown-option': { 'zh-CN': '这道题没有这个选项', en: 'This item has no such option' },
  'wrong-type': { 'zh-CN': '答案的形式不对', en: 'The answer is not of the kind this item takes' },
  'too-long': {
    'zh-CN': '最多 {maxLength} 个字，现有 {length} 个',
    en: 'At most {maxLength} characters, now {length}',
  },
  'too-few': { 'zh-CN': '至少选 {min} 项', en: 'Choose at least {min}' },
  'too-many': { 'zh-CN': '最多选 {max} 项', en: 'Choose at most {max}' },
  exclusive: {
    'zh-CN': '选了不能与其他选项同选的一项，又选了其他项',
    en: 'An option that stands alone was chosen together with another',
  },
  'duplicate-option': { 'zh-CN': '同一选项出现了两次', en: 'An option is given twice' },

  'too-deep': { 'zh-CN': '嵌套过深', en: 'Nested too deeply' },
  'duplicate-key': { 'zh-CN': '这个键写了两次', en: 'This key is given twice' },
  'forbidden-key': { 'zh-CN': '不允许使用这个键名', en: 'This key is not allowed' },
  'unusable-characters': {
    'zh-CN': '含有不能保存的字符（空字符或残缺字符）',
    en: 'Holds characters that cannot be stored (NUL or half a character)',
  },
  'unknown-point': {
    'zh-CN': '这项调查没有这个调查点，请重新扫码或打开收到的链接',
    en: 'The survey has no such collection point; please open its link again',
  },
  'invalid-id': { 'zh-CN': '答卷编号不是 UUID', en: 'The id of the response is not a UUID' },
};

/** The words for a kind of fault in the language of the answer; the code itself where it is not one of ours. */
export function sayFault(code: string, language: Language, params: Params = {}): string {
  const words = Object.hasOwn(WORDS, code) ? WORDS[code] : undefined;
  const text = words?.[language] ?? code;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** The error of an answer with its words: what the contract calls `{ item, code, message }`. */
export function sayAnswerError(
  { item, code, params }: AnswerError,
  language: Language,
): FaultIn & { item: string } {
  return { item, code, message: sayFault(code, language, params) };
}
