import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Placeholder, Text } from '../../../../survey-definitions/text.ts';
import { fillIn, textIn } from '../../../../survey-definitions/wording.ts';
import { useSurveyText } from '../../current-evaluation.ts';
import { useLanguage, useWords } from '../../language.tsx';
import { questionnaireWords } from './words.ts';

/** How the texts of a definition are said here. */
interface Texts {
  /** Inside a sentence. */
  said(text: Text): string;
  /** By itself. */
  shown(text: Text): ComponentChildren;
}

const TextsContext = createContext<Texts | undefined>(undefined);

export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('texts of a definition are said in AsDefined or AsAsked');
  return texts;
}

/** The texts as they were written: what each evaluation fills in stands out. */
export function AsDefined({ children }: { children: ComponentChildren }) {
  const words = useWords(questionnaireWords);
  const { language } = useLanguage();
  const names: Record<Placeholder, string> = words.names;
  const values = Object.fromEntries(
    Object.entries(names).map(([name, word]) => [name, words.unfilled(word)]),
  );
  const texts = {
    said: (text: Text) => fillIn(textIn(text, language), values),
    shown: (text: Text) => <Unfilled text={textIn(text, language)} />,
  };
  return <TextsContext.Provider value={texts}>{children}</TextsContext.Provider>;
}

/** The texts as respondents of the evaluation around it read them. */
export function AsAsked({ children }: { children: ComponentChildren }) {
  const said = useSurveyText();
  return <TextsContext.Provider value={{ said, shown: said }}>{children}</TextsContext.Provider>;
}

/** A text in one language with its placeholders by their names. */
export function Unfilled({ text }: { text: string }) {
  const words = useWords(questionnaireWords);
  const names: Partial<Record<string, string>> = words.names;
  return (
    <>
      {text.split(/\{\{([^{}]*)\}\}/).map((part, index) => {
        if (index % 2 === 0) return part;
        const name = part.trim();
        return (
          <span key={index} class="placeholder">
            {names[name] ?? name}
          </span>
        );
      })}
    </>
  );
}
