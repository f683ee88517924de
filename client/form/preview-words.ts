import type { Language } from '../../survey-definitions/text.ts';
import { LIVE_WORDS } from './live-words.ts';

/** What a preview says that a respondent never reads. */
interface PreviewWords {
  /** In sight all the time. */
  banner: string;
  /** In the place of a survey's code. */
  code: string;
  /** Added where the page has thanked, or closed. */
  sent: string;
}

export const PREVIEW_WORDS: Record<Language, PreviewWords> = {
  'zh-CN': {
    banner: '预览：不保存任何内容',
    code: '（预览）',
    sent: '这是预览：什么都没有保存，回执号也只是样子。',
  },
  en: {
    banner: 'Preview: nothing is stored',
    code: '(preview)',
    sent: 'This was a preview: nothing was stored, and the receipt number is only a sample.',
  },
};

/** The words of the last page that are others in a preview. */
export function previewEnding(language: Language) {
  const { sent } = PREVIEW_WORDS[language];
  const { endedText } = LIVE_WORDS[language];
  return {
    mayClose: sent,
    endedText: language === 'en' ? `${endedText} ${sent}` : endedText + sent,
  };
}
