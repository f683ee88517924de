import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { languagesOf } from '../../../survey-definitions/form.ts';
import type { Language } from '../../../survey-definitions/languages.ts';
import type { Questionnaire } from '../../../survey-definitions/questionnaire.ts';
import { questionnaire } from '../api/definitions.ts';
import { useEvaluation, useSurveyText } from '../current-evaluation.ts';
import { useQuery } from '../data/use-query.ts';
import { useLanguage, useWords } from '../language.tsx';
import { QueryResult } from '../parts/query-result.tsx';
import { SegmentedControl } from '../parts/segmented-control.tsx';
import { previewedFormPath, questionnairePath } from '../paths.ts';
import { oneOf, useAddressChoice } from '../use-address-choice.ts';
import { questionnairesWords } from './words.ts';

/** A questionnaire as a phone shows it to this evaluation's respondents; nothing that is answered in it is stored. */
export function Preview() {
  const words = useWords(questionnairesWords);
  const surveyText = useSurveyText();
  const inside = useEvaluation();
  const { params } = useRoute();
  const of = { id: params['questionnaire'] ?? '', version: Number(params['version']) };
  const loaded = useQuery(questionnaire(of));
  return (
    <QueryResult query={loaded}>
      {(definition) => (
        <div class="stack">
          <p class="small screen-only">
            <a href={questionnairePath(inside.id, of)}>{surveyText(definition.title)}</a>
          </p>
          <h2>{words.preview.title}</h2>
          <p class="reading quiet">{words.preview.what}</p>
          <InPhone definition={definition} />
        </div>
      )}
    </QueryResult>
  );
}

function InPhone({ definition }: { definition: Questionnaire }) {
  const words = useWords(questionnairesWords).preview;
  const inside = useEvaluation();
  const surveyText = useSurveyText();
  const { language } = useLanguage();
  const { chosen, choose } = useAddressChoice();
  // How often it was begun again: each time with a frame of its own.
  const [times, setTimes] = useState(0);
  const languages = languagesOf(definition);
  const lang = oneOf<Language>(languages, chosen['lang'] ?? language) ?? 'zh-CN';
  const elder = chosen['elder'] === '1';
  const names: Record<Language, string> = { 'zh-CN': words.chinese, en: words.english };
  const address = previewedFormPath(inside.id, definition, { lang, elder });
  return (
    <>
      <div class="row preview-choices">
        {languages.length > 1 && (
          <SegmentedControl<Language>
            label={words.language}
            choices={languages.map((value) => ({ value, label: names[value] }))}
            value={lang}
            onChange={(value) => choose({ lang: value })}
          />
        )}
        <SegmentedControl
          label={words.print}
          choices={[
            { value: '', label: words.usual },
            { value: '1', label: words.elder },
          ]}
          value={elder ? '1' : ''}
          onChange={(value) => choose({ elder: value })}
        />
        <button type="button" class="button" onClick={() => setTimes(times + 1)}>
          {words.again}
        </button>
        <a href={address} target="_blank" rel="noreferrer">
          {words.alone}
        </a>
      </div>
      <iframe
        key={`${times} ${address}`}
        class="phone"
        src={address}
        title={words.frame(surveyText(definition.title))}
      />
    </>
  );
}
