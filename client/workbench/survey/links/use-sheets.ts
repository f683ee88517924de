import type { SurveySummary } from '../../api/surveys.ts';
import { useEvaluation } from '../../current-evaluation.ts';
import { useWords } from '../../language.tsx';
import type { Sheet } from './sheets.tsx';
import type { ShownLink } from './shown-link.ts';
import { linksWords } from './words.ts';

/** Makes the sheets of a survey's links: its title, the point, who asks, and whom to call where the evaluation says it. */
export function useSheets(survey: SurveySummary): (links: readonly ShownLink[]) => Sheet[] {
  const words = useWords(linksWords);
  const { department, particulars } = useEvaluation();
  const { evaluator, commissioner, contact } = particulars;
  const who = [
    evaluator ?? words.sheet.team(department),
    commissioner && words.sheet.commissioned(commissioner),
  ];
  const facts: Sheet['facts'] = [
    [words.sheet.who, who.filter(Boolean).join(' · ')],
    ...(contact ? [[words.sheet.contact, contact] as const] : []),
  ];
  return (links) =>
    links.map(({ url, point }) => ({
      link: url,
      title: survey.title,
      point,
      facts,
      scan: words.scan,
      orOpen: words.sheet.orOpen,
    }));
}
