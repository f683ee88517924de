import type { Language } from '../../survey-definitions/text.ts';
import type { LiveWords } from './live-words.ts';

/** What only a page says where a quota is full: in sight as soon as such an option is chosen, script or not. */
export const FULL: Record<Language, string> = {
  'zh-CN': '您这一类的答卷已收满，请直接提交，谢谢您！',
  en: 'Enough people in your situation have answered already: there is nothing more to answer, please send it as it is. Thank you!',
};

const FULL_ENDING: Record<Language, string> = {
  'zh-CN': '您这一类的答卷已收满。收到了，可以关闭页面。',
  en: 'Enough people in your situation had answered already, so there was nothing more to ask. Your answers have arrived; you may close this page.',
};

/** Where an answer may end it for either reason. */
const EITHER_ENDING: Record<Language, string> = {
  'zh-CN': '按您的回答，后面的题不用再答。已答的部分收到了，现在可以关闭这个页面。',
  en: 'By your answers there was nothing more to ask. What you answered has arrived; you may close this page.',
};

/** The words of the last page where a full quota may have ended the questionnaire, or did. */
export function fullEnding(language: Language, either: boolean): Pick<LiveWords, 'endedText'> {
  return { endedText: (either ? EITHER_ENDING : FULL_ENDING)[language] };
}

/** Shown with the option it belongs to once that is chosen; in no page that has none. */
export const FULL_STYLE = '.full{display:none}:checked+*>.full{display:block}';
