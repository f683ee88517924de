import type { FrozenFigures } from '../api/figures.ts';
import { useWords } from '../language.tsx';
import { figuresWords } from './words.ts';

/** Says how a group's number was made when it was frozen: how its surveys were combined, and how each made its composite. */
export function useMethodInWords(): (
  group: Pick<FrozenFigures['groups'][number], 'combine' | 'surveys'>,
) => string {
  const { methods, combines } = useWords(figuresWords);
  return ({ combine, surveys }) => {
    const named: Partial<Record<string, string>> = methods;
    const made = [...new Set(surveys.map((survey) => named[survey.compositeMethod] ?? ''))];
    const how = combine === null ? [] : [combines[combine]];
    return [...how, ...made.filter(Boolean)].join(' · ');
  };
}
