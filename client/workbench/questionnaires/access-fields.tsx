import { useState } from 'preact/hooks';
import type { SurveyAccess } from '../../../survey-definitions/survey.ts';
import { useWords } from '../language.tsx';
import { SegmentedControl } from '../parts/segmented-control.tsx';
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
        <SegmentedControl<SurveyAccess>
          label={words.protection.access}
          labelled
          choices={[
            { value: 'open', label: shared.protection.ways.open },
            { value: 'code', label: shared.protection.ways.code },
          ]}
          value={access}
          onChange={setAccess}
        />
        <input type="hidden" name="access" value={access} />
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
