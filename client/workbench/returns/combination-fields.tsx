import type { CombineWay } from '../../../survey-definitions/survey.ts';
import type { Evaluation } from '../api/evaluations.ts';
import type { SurveySummary } from '../api/surveys.ts';
import { base } from '../format.ts';
import { useWords } from '../language.tsx';
import { ChoiceGroup } from '../parts/choice-group.tsx';
import { EXACT, EXACT_PATTERN, NumberField } from '../parts/number-field.tsx';
import { POOLED, weightField } from './read-combination.ts';
import { returnsWords } from './words.ts';

/** A weight for each survey, or a tick: both are there, so that none is lost where somebody looks at the other. */
export function CombinationFields(props: {
  how: CombineWay;
  surveys: SurveySummary[];
  stored: Evaluation['feeds'][string] | undefined;
}) {
  const { how, surveys, stored } = props;
  const parts = typeof stored === 'object' ? stored.surveys : [];
  return (
    <>
      <div class="combination-weights" hidden={how !== 'weighted'}>
        {surveys.map((survey) => (
          <WeightField
            key={survey.code}
            survey={survey}
            weight={parts.find(({ code }) => code === survey.code)?.weight}
            isRead={how === 'weighted'}
          />
        ))}
      </div>
      <Ticks surveys={surveys} ticked={parts.map(({ code }) => code)} hidden={how !== 'pooled'} />
    </>
  );
}

function WeightField(props: {
  survey: SurveySummary;
  weight: string | undefined;
  /** What is wrong with a weight that is not looked at keeps nobody from going on. */
  isRead: boolean;
}) {
  const words = useWords(returnsWords);
  const { survey, weight = '', isRead } = props;
  return (
    <NumberField
      {...EXACT}
      name={weightField(survey.code)}
      label={words.combine.weightOf(survey.code)}
      hint={aboutSurvey(survey)}
      pattern={isRead ? EXACT_PATTERN : '.*'}
      defaultValue={weight}
    />
  );
}

function Ticks(props: { surveys: SurveySummary[]; ticked: string[]; hidden: boolean }) {
  const words = useWords(returnsWords);
  return (
    <div hidden={props.hidden}>
      <ChoiceGroup name={POOLED} legend={words.combine.which}>
        {props.surveys.map((survey) => (
          <label key={survey.code} class="choice">
            <input
              type="checkbox"
              name={POOLED}
              value={survey.code}
              defaultChecked={props.ticked.includes(survey.code)}
            />
            <span>
              {survey.code} <span class="small quiet">{aboutSurvey(survey)}</span>
            </span>
          </label>
        ))}
      </ChoiceGroup>
    </div>
  );
}

/** What tells one survey of a group from another, with its number. */
function aboutSurvey({ title, composite, compositeBase }: SurveySummary): string {
  return [title, composite?.display, base(compositeBase ?? 0)].filter(Boolean).join(' · ');
}
