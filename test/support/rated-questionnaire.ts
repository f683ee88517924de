import type { Composite } from '../../survey-definitions/composite.ts';
import type { Answers } from '../../survey-definitions/questionnaire.ts';
import { item, questionnaire, section } from './questionnaires.ts';

/** Five grades of 5, 4, 3, 2 and 1 of 5, and “不了解” outside of every base. */
export const FIVE = {
  id: 'five',
  outOf: 5,
  options: [
    ...[5, 4, 3, 2, 1].map((weight) => ({ id: `o${weight}`, label: `${weight}分`, weight })),
    { id: 'dk', label: '不了解', scored: false },
  ],
};
/**
 * Four items on it, the third optional, asked of those who live here: whoever does not is not of the group. A section of
 * opinion for an open answer comes last.
 */
export const asked = (composite?: Composite, id = 'rated') => {
  const form = questionnaire(
    [
      section('you', 'profile', [item('residence', 'single', { options: ['here', 'away'] })]),
      section('rating', 'satisfaction', [
        item('air', 'satisfaction', { scale: 'five', topic: '空气' }),
        item('water', 'satisfaction', { scale: 'five', topic: '水质' }),
        item('noise', 'satisfaction', { scale: 'five', topic: '噪声', required: false }),
        item('overall', 'satisfaction', { scale: 'five', topic: '总体' }),
      ]),
      section('opinion', 'opinion', [item('say', 'text', { topic: '建议', required: false })]),
    ],
    { id, scales: [FIVE], ...(composite && { composite }) },
  );
  const [residence] = form.sections[0]?.items ?? [];
  if (residence?.type === 'single')
    residence.options = residence.options.map((option) =>
      option.id === 'away' ? { ...option, endsHere: true } : option,
    );
  return form;
};

/** Four who live here, the last of whom knows nothing, and one who does not. */
export const GIVEN: Answers[] = [
  { residence: 'here', air: 'o5', water: 'o4', noise: 'o3', overall: 'o4' },
  { residence: 'here', air: 'o4', water: 'dk', overall: 'o5' },
  { residence: 'here', air: 'o2', water: 'o2', noise: 'o1', overall: 'o2' },
  { residence: 'here', air: 'dk', water: 'dk', noise: 'dk', overall: 'dk' },
  { residence: 'away' },
];
