import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { LANGUAGES, type Language } from '../../survey-definitions/text.ts';

/** The language to answer in by Accept-Language: zh-CN unless English is wanted more. */
export function languageOf(c: Context): Language {
  const wanted = accepts(c, {
    header: 'Accept-Language',
    supports: [...LANGUAGES],
    default: 'zh-CN',
    match: (offers, { default: fallback }) =>
      [...offers]
        .filter((offer) => offer.q > 0)
        .sort((a, b) => b.q - a.q)
        .map((offer) => languageNamed(offer.type))
        .find((language) => language !== undefined) ?? fallback,
  });
  return languageNamed(wanted) ?? 'zh-CN';
}

/** `zh`, `zh-Hans-CN` and the like are zh-CN; `en-GB` is en; anything else is none of ours. */
export function languageNamed(tag: string | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split('-')[0];
  return primary === 'zh' ? 'zh-CN' : primary === 'en' ? 'en' : undefined;
}
