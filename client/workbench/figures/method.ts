import type { Made } from '../../../analysis/composite/made.ts';
import type { FrozenFigures, FrozenSurvey } from '../api/figures.ts';
import { useWords } from '../language.tsx';
import { figuresWords } from './words.ts';

/** Says how a survey's number was made when it was frozen. */
export function useMethodOf(): (survey: Pick<FrozenSurvey, 'compositeMethod'>) => string {
  const methods: Record<Made['method'], string> = useWords(figuresWords).methods;
  const named: Partial<Record<string, string>> = methods;
  return ({ compositeMethod }) => named[compositeMethod] ?? compositeMethod;
}

/** The same of a group: how its surveys were combined, where they were, and how each made its composite. */
export function useMethodInWords(): (
  group: Pick<FrozenFigures['groups'][number], 'combine' | 'surveys'>,
) => string {
  const { combines } = useWords(figuresWords);
  const methodOf = useMethodOf();
  return ({ combine, surveys }) => {
    const how = combine === null ? [] : [combines[combine]];
    return [...how, ...new Set(surveys.map(methodOf))].join(' · ');
  };
}
