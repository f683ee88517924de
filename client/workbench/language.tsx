import { type ComponentChildren, createContext } from 'preact';
import { useContext, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../survey-definitions/text.ts';
import { setApiLanguage } from './api/client.ts';
import { forgetServerWords } from './data/query-client.ts';
import { type InOneLanguage, inLanguage, type Words } from './translation.ts';

interface LanguageChoice {
  language: Language;
  choose(language: Language): void;
}

const LANGUAGE_STORAGE_KEY = 'manping-language';

const LanguageContext = createContext<LanguageChoice | undefined>(undefined);

/** The language chosen here before, else the one the server sent the page in. */
function firstLanguage(): Language {
  const chosen = localStorage.getItem(LANGUAGE_STORAGE_KEY) ?? document.documentElement.lang;
  return chosen.startsWith('en') ? 'en' : 'zh-CN';
}

export function LanguageProvider({ children }: { children: ComponentChildren }) {
  const [language, setLanguage] = useState<Language>(() => {
    const first = firstLanguage();
    setApiLanguage(first);
    return first;
  });
  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const spoken = useMemo(
    () => ({
      language,
      choose: (wanted: Language) => {
        localStorage.setItem(LANGUAGE_STORAGE_KEY, wanted);
        setApiLanguage(wanted);
        setLanguage(wanted);
        forgetServerWords();
      },
    }),
    [language],
  );
  return <LanguageContext.Provider value={spoken}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): LanguageChoice {
  const spoken = useContext(LanguageContext);
  if (!spoken) throw new Error('useLanguage needs a LanguageProvider around it');
  return spoken;
}

/** A screen's words in the language in use. */
export const useWords = <W extends Words>(words: W): InOneLanguage<W> =>
  inLanguage(words, useLanguage().language);
