import { useState } from 'preact/hooks';
import type { SurveyAccess } from '../../../survey-definitions/survey.ts';
import { useWords } from '../language.tsx';
import { SegmentedChoice } from '../parts/segmented-choice.tsx';
import { sharedWords } from '../parts/words.ts';
import { questionnairesWords } from './words.ts';

/** Who may answer, and whether a browser has to work for it first; read from the form as `access` and `proofOfWork`. */
export function AccessFields() {
  const words = useWords(questionnairesWords);
  const shared = useWords(sharedWords);
  const [access, setAccess] = useState<SurveyAccess>('open');
  return (
    <>
      <div>
        <SegmentedChoice<SurveyAccess>
          name="access"
          label={words.protection.access}
          choices={[
            { value: 'open', label: shared.protection.ways.open },
            { value: 'code', label: shared.protection.ways.code },
          ]}
          initial="open"
          onChange={setAccess}
        />
        <p class="small quiet">{shared.protection.means[access]}</p>
      </div>
      <div>
        <label class="choice">
          <input type="checkbox" name="proofOfWork" value="1" />
          <span>{words.protection.proofOfWork}</span>
        </label>
        <p class="small quiet">{words.protection.proofOfWorkHint}</p>
      </div>
    </>
  );
}
