import { itemsOf } from '../../../survey-definitions/item-options.ts';
import type { Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import type { Response } from '../api/responses.ts';
import { useSurveyText } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { responsesWords } from './words.ts';

/** Why a response is invalid and what raises a doubt about it, each in a few words. */
export function useFindings(questionnaire: Questionnaire): (response: Response) => string[] {
  const words = useWords(responsesWords);
  const surveyText = useSurveyText();
  const topic = (id: string | undefined) => {
    const item = itemsOf(questionnaire).find((one) => one.id === id);
    return item ? surveyText(item.topic) : (id ?? '');
  };
  const title = (id: string | undefined) => {
    const section = questionnaire.sections.find((one) => one.id === id);
    return section ? surveyText(section.title) : (id ?? '');
  };
  const contradiction = (id: string | undefined) => {
    const rule = questionnaire.validity.find(
      (one) => one.rule === 'contradiction' && one.id === id,
    );
    return rule?.rule === 'contradiction' ? surveyText(rule.reason) : (id ?? '');
  };
  return ({ reasons, flags }) => [
    ...reasons.map((reason) => {
      if (reason.code === 'screened-out') return words.reasons.screenedOut(topic(reason.item));
      if (reason.code === 'contradiction') return contradiction(reason.rule);
      if (reason.code === 'section-not-filled')
        return words.reasons.sectionNotFilled(title(reason.section));
      if (reason.code === 'item-skipped') return words.reasons.itemSkipped(topic(reason.item));
      if (reason.code === 'double-mark') return words.reasons.doubleMark(topic(reason.item));
      if (reason.code === 'unknown-answer') return words.reasons.unknownAnswer(topic(reason.item));
      return words.reasons.repeat;
    }),
    ...flags.map((flag) => {
      if (flag.code === 'too-fast') return words.flags.tooFast(flag.seconds ?? 0);
      if (flag.code === 'same-device') return words.flags.sameDevice;
      return words.flags.straightLine(title(flag.section));
    }),
  ];
}
