import { useRoute } from 'preact-iso/router';
import { groupName } from '../../../../survey-definitions/group-name.ts';
import { itemsOf } from '../../../../survey-definitions/item-options.ts';
import type { Item, Questionnaire } from '../../../../survey-definitions/questionnaire.ts';
import { textIn } from '../../../../survey-definitions/wording.ts';
import { type DefinitionWarning, questionnaire, questionnaires } from '../../api/definitions.ts';
import { useQuery } from '../../data/use-query.ts';
import { count } from '../../format.ts';
import { groupLabel } from '../../group-label.ts';
import { useLanguage, useWords } from '../../language.tsx';
import { QueryResult } from '../../parts/query-result.tsx';
import { tradeTerms } from '../../terms.ts';
import { DefinitionHead, useDoubts } from '../definition-page.tsx';
import { definitionsWords } from '../words.ts';
import { QuestionnaireBody, Reference } from './questionnaire-body.tsx';
import { AsDefined } from './texts.tsx';
import { questionnaireWords } from './words.ts';

/** One version of a questionnaire as it was written, whatever evaluation asks it. */
export function QuestionnairePage() {
  const { params } = useRoute();
  const of = { id: params['id'] ?? '', version: Number(params['version']) };
  const loaded = useQuery(questionnaire(of));
  return (
    <QueryResult query={loaded}>{(definition) => <Written definition={definition} />}</QueryResult>
  );
}

function Written({ definition }: { definition: Questionnaire }) {
  const words = useWords(questionnaireWords);
  const common = useWords(definitionsWords);
  const terms = useWords(tradeTerms);
  const { language } = useLanguage();
  const listed = useQuery(questionnaires);
  const doubts = useDoubts('questionnaires', definition);
  const { respondentGroup, respondentGroupName, minutes, placeholders, formerNames } = definition;
  const group = textIn(groupName(respondentGroup, respondentGroupName), language);
  return (
    <article class="page stack questionnaire-text">
      <DefinitionHead
        kind="questionnaires"
        definition={definition}
        listed={listed.data?.items}
        facts={[
          [
            terms.respondentGroup,
            groupLabel(terms, { respondentGroup, respondentGroupName: group }),
          ],
          [common.items, count(itemsOf(definition).length)],
          minutes !== undefined && [words.minutes, words.about(String(minutes))],
          placeholders.length > 0 && [
            words.placeholders,
            placeholders.map((name) => words.names[name]).join(words.comma),
          ],
          formerNames !== undefined &&
            formerNames.length > 0 && [
              words.formerNames,
              formerNames.map((name) => textIn(name, language)).join(words.comma),
            ],
        ]}
        doubts={doubts}
        placeOf={(doubt) => {
          const item = itemOf(definition, doubt);
          return item && `#item-${item.id}`;
        }}
      />
      {definition.reference && <Reference text={definition.reference} />}
      <h2>{words.asked}</h2>
      <AsDefined>
        <QuestionnaireBody
          definition={definition}
          beside={(item) => (
            <DoubtsBeside doubts={doubts.filter((each) => itemOf(definition, each) === item)} />
          )}
        />
      </AsDefined>
    </article>
  );
}

function DoubtsBeside({ doubts }: { doubts: readonly DefinitionWarning[] }) {
  if (doubts.length === 0) return null;
  return (
    <ul class="small doubt-beside">
      {doubts.map(({ path, code, message }) => (
        <li key={`${path} ${code}`}>{message}</li>
      ))}
    </ul>
  );
}

/** The item that a doubt is about. */
function itemOf({ sections }: Questionnaire, { path }: DefinitionWarning): Item | undefined {
  const [, section, item] = /^\$\.sections\[(\d+)\]\.items\[(\d+)\]/.exec(path) ?? [];
  return sections[Number(section)]?.items[Number(item)];
}
