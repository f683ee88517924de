import { isShippedGroup } from '../../survey-definitions/group-name.ts';
import { questionnaires } from './api/definitions.ts';
import { useEvaluation } from './current-evaluation.ts';
import { useQuery } from './data/use-query.ts';
import { useWords } from './language.tsx';
import { tradeTerms } from './terms.ts';
import type { InOneLanguage } from './translation.ts';

interface Grouped {
  respondentGroup: string;
  /** As its questionnaire calls it. */
  respondentGroupName: string;
}

/** What a respondent group is called where it stands by itself: a shipped one as the trade does, any other by its questionnaire. */
export function groupLabel(
  { groups }: Pick<InOneLanguage<typeof tradeTerms>, 'groups'>,
  { respondentGroup, respondentGroupName }: Grouped,
): string {
  return isShippedGroup(respondentGroup) ? groups[respondentGroup] : respondentGroupName;
}

/** The same for a group by its id: by the name that one of the evaluation's surveys has for it, or its indicator system asks for. */
export function useGroupLabel(): (group: string) => string {
  const terms = useWords(tradeTerms);
  const { surveys, asks } = useEvaluation();
  return (group) => {
    const survey = surveys.find((one) => one.respondentGroup === group);
    const asked = asks.find((one) => one.group === group);
    return groupLabel(terms, {
      respondentGroup: group,
      respondentGroupName: survey?.respondentGroupName ?? asked?.name ?? group,
    });
  };
}

/** The same where there is no evaluation: by the name that the newest published questionnaire has for it, else the id. */
export function usePublishedGroupLabel(): (group: string) => string {
  const terms = useWords(tradeTerms);
  const listed = useQuery(questionnaires).data?.items ?? [];
  return (group) => {
    const asking = listed.findLast((one) => one.respondentGroup === group);
    return groupLabel(terms, {
      respondentGroup: group,
      respondentGroupName: asking?.respondentGroupName ?? group,
    });
  };
}
