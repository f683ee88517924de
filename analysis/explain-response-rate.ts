import type { Language } from '../survey-definitions/text.ts';
import type { NoRateCode, RateTerms } from './response-rate.ts';

const DEFINITION: Record<Language, (terms: RateTerms) => string> = {
  'zh-CN': ({ valid, handedOut, ineligible }) =>
    `回收率（AAPOR RR1）= 有效答卷 ÷（实际发放数 − 不符合调查条件）= ${valid} ÷（${handedOut} − ${ineligible}）`,
  en: ({ valid, handedOut, ineligible }) =>
    `Response rate (AAPOR RR1) = valid ÷ (handed out − ineligible) = ${valid} ÷ (${handedOut} − ${ineligible})`,
};

const BECAUSE: Record<NoRateCode, Record<Language, string>> = {
  'handed-out-unknown': {
    'zh-CN': '实际发放数不全，无从计算回收率',
    en: 'How many were handed out is not known in full, so there is no response rate',
  },
  'nothing-handed-out': {
    'zh-CN': '没有发放给符合调查条件的人，无从计算回收率',
    en: 'None was handed out to anybody who belongs to the group, so there is no response rate',
  },
  'more-than-handed-out': {
    'zh-CN': '收回的多于实际发放数，请核对实际发放数',
    en: 'More came back than was handed out: please check how many were handed out',
  },
};

/** How a response rate was calculated, its terms named. */
export const sayResponseRate = (terms: RateTerms, language: Language): string =>
  DEFINITION[language](terms);

/** Why there is none. */
export const sayNoResponseRate = (because: NoRateCode, language: Language): string =>
  BECAUSE[because][language];
