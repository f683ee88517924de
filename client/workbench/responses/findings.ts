import { itemsOf } from '../../../survey-definitions/item-options.ts';
import type { Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import type { ListedResponse } from '../api/responses.ts';
import { useSurveyText } from '../current-evaluation.ts';
import { useWords } from '../language.tsx';
import { responsesWords } from './words.ts';

type Found = Pick<ListedResponse, 'reasons' | 'flags'>;

/** One of them in words; `place` is the part of the opened response that it points at. */
export interface Finding {
  kind: 'reason' | 'flag';
  text: string;
  place: string | undefined;
}

/** Where an item or a section stands in an opened response. */
export const placeOfItem = (id: string) => `item-${id}`;
export const placeOfSection = (id: string) => `section-${id}`;

/** Why a response does not count and what raises a doubt about it, each in a few words. */
export function useFindings(questionnaire: Questionnaire): (response: Found) => Finding[] {
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
  const reasonInWords = (reason: Found['reasons'][number]) => {
    if (reason.code === 'screened-out') return words.reasons.screenedOut(topic(reason.item));
    if (reason.code === 'quota-full') return words.reasons.quotaFull(topic(reason.item));
    if (reason.code === 'contradiction') return contradiction(reason.rule);
    if (reason.code === 'section-not-filled')
      return words.reasons.sectionNotFilled(title(reason.section));
    if (reason.code === 'item-skipped') return words.reasons.itemSkipped(topic(reason.item));
    if (reason.code === 'double-mark') return words.reasons.doubleMark(topic(reason.item));
    if (reason.code === 'unknown-answer') return words.reasons.unknownAnswer(topic(reason.item));
    return words.reasons.repeat;
  };
  const flagInWords = (flag: Found['flags'][number]) => {
    if (flag.code === 'too-fast') return words.flags.tooFast(flag.seconds ?? 0);
    if (flag.code === 'same-device') return words.flags.sameDevice;
    return words.flags.straightLine(title(flag.section));
  };
  return ({ reasons, flags }) => [
    ...reasons.map((each) => ({
      kind: 'reason' as const,
      text: reasonInWords(each),
      place: placeOf(each),
    })),
    ...flags.map((each) => ({
      kind: 'flag' as const,
      text: flagInWords(each),
      place: placeOf(each),
    })),
  ];
}

const placeOf = ({ item, section }: { item?: string | undefined; section?: string | undefined }) =>
  item !== undefined
    ? placeOfItem(item)
    : section !== undefined
      ? placeOfSection(section)
      : undefined;
