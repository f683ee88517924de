import { minuteInChina } from '../../../survey-definitions/china-time.ts';
import type { Notice } from '../api/notices.ts';
import { count, outOf } from '../format.ts';
import { useWords } from '../language.tsx';
import type { InOneLanguage } from '../translation.ts';
import { noticesWords } from './words.ts';

/** What a notice says in one line, and what it means and asks for. */
export interface NoticeSaid {
  says: string;
  means: string;
}

/** Says notices in words with their numbers, never by their codes. */
export function useNoticeWords(): (notice: Notice) => NoticeSaid {
  const words = useWords(noticesWords);
  return (notice) => inWords(notice, words);
}

function inWords(
  { code, option, values }: Notice,
  { says, means, quota }: InOneLanguage<typeof noticesWords>,
): NoticeSaid {
  const text = (name: string) => String(values[name] ?? '');
  const number = (name: string) => Number(values[name] ?? 0);
  const counted = (name: string) => count(number(name));
  const received = outOf(number('received'), number('planned'));
  const end = () => minuteInChina(text('closesAt'));
  switch (code) {
    case 'link-unreachable': {
      const here = values['reach'] === 'this-machine';
      return {
        says: here ? says.linkHere : says.linkNear,
        means: here ? means.linkHere : means.linkNear,
      };
    }
    case 'burst':
      return {
        says: says.burst(text('minute'), counted('n')),
        means: means.burst(number('minutes') - 1),
      };
    case 'same-device':
      return {
        says: says.sameDevice(counted('n')),
        means: means.sameDevice(outOf(number('n'), number('received'))),
      };
    case 'below-plan':
      return {
        says: says.belowPlan(received, text('share')),
        means:
          'hoursLeft' in values
            ? means.belowPlanOpen(end(), counted('perDayNeeded'))
            : means.belowPlanClosed,
      };
    case 'low-returns': {
      const expected = outOf(number('expected'), number('planned'));
      return {
        says: says.lowReturns(expected, text('share')),
        means: means.lowReturns(counted('received'), end(), counted('perDayNeeded')),
      };
    }
    case 'few-valid':
      return {
        says: says.fewValid(counted('valid'), text('fewest')),
        means: means.fewValid,
      };
    case 'point-quiet':
      if ('names' in values)
        return { says: says.pointsQuiet(counted('n')), means: means.pointsQuiet(text('names')) };
      if (!('since' in values))
        return { says: says.pointNever(text('name')), means: means.pointNever };
      return {
        says: says.pointQuiet(text('name'), text('since').replace('T', ' ')),
        means: means.pointQuiet('planned' in values ? received : counted('received')),
      };
    case 'quota-full':
      if (option === undefined)
        return {
          says: says.quotaAllFull(text('topic'), counted('wanted')),
          means: means.quotaAllFull,
        };
      return {
        says: says.quotaFull(quota(text('topic'), text('label')), counted('wanted')),
        means: number('ends') === 1 ? means.quotaFullEnds : means.quotaFull,
      };
    case 'quota-over':
      return {
        says: says.quotaOver(quota(text('topic'), text('label')), counted('n')),
        means: means.quotaOver(outOf(number('valid'), number('wanted'))),
      };
  }
}
