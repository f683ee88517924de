import type { Language } from '../../survey-definitions/text.ts';

/** One text in every language the workbench speaks, side by side so that none is changed alone. */
export type Translation = Readonly<Record<Language, string>>;

/** What a screen says: texts, texts with places to fill in, and groups of them. */
export interface Words {
  readonly [name: string]: Translation | ((...places: never[]) => Translation) | Words;
}

/** The same words in one language: every text a string, every text with places a function that gives one. */
export type InOneLanguage<W> = W extends Translation
  ? string
  : W extends (...places: infer Places) => Translation
    ? (...places: Places) => string
    : { readonly [Name in keyof W]: InOneLanguage<W[Name]> };

const isTranslation = (said: Words[string]): said is Translation => 'zh-CN' in said;

function translate(words: Words, language: Language): object {
  const entries = Object.entries(words).map(([name, said]) => {
    if (typeof said === 'function')
      return [name, (...places: never[]) => said(...places)[language]] as const;
    return [name, isTranslation(said) ? said[language] : translate(said, language)] as const;
  });
  return Object.fromEntries(entries);
}

const translated = new WeakMap<Words, Map<Language, object>>();

/** The words in the language, made once: the same words in the same language are the same object. */
export function inLanguage<W extends Words>(words: W, language: Language): InOneLanguage<W> {
  const made = translated.get(words) ?? new Map<Language, object>();
  translated.set(words, made);
  const known = made.get(language) ?? translate(words, language);
  made.set(language, known);
  return known as InOneLanguage<W>;
}
