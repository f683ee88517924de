import type { ComponentChildren } from 'preact';
import type { NoRateCode } from '../../../analysis/response-rate.ts';
import type { NoUncertainty } from '../../../analysis/uncertainty.ts';
import type { FrozenSurvey } from '../api/figures.ts';
import { useEvaluation, useMay } from '../current-evaluation.ts';
import { base, count } from '../format.ts';
import { useWords } from '../language.tsx';
import { CalculatedNumber } from '../parts/calculated-number.tsx';
import { LinkWhere } from '../parts/link-where.tsx';
import { ProvenanceNotice } from '../parts/survey-marks.tsx';
import { sharedWords } from '../parts/words.ts';
import { questionnairePath } from '../paths.ts';
import { tradeTerms } from '../terms.ts';
import { FigureReturns } from './figure-returns.tsx';
import { useMethodOf } from './method.ts';
import { HashLine } from './short-hash.tsx';
import { figuresWords } from './words.ts';

/** A survey as it stood when it was frozen: what it asked, what came back by which way, how sure its number is, its responses' hash. */
export function FigureSurvey({ survey }: { survey: FrozenSurvey }) {
  const words = useWords(figuresWords).one;
  const terms = useWords(tradeTerms);
  const { provenance, sampling, state } = survey;
  return (
    <section class="figure-survey stack" aria-label={words.survey(survey.code)}>
      <h4 class="row">
        {words.survey(survey.code)}
        {state === 'open' && <span class="tag on">{words.openThen}</span>}
        {survey.phase === 'pilot' && <span class="tag">{terms.phases.pilot}</span>}
        {provenance !== 'collected' && <span class="tag">{terms.provenances[provenance]}</span>}
        {sampling !== null && <span class="tag">{terms.samplings[sampling]}</span>}
      </h4>
      <ProvenanceNotice survey={survey} />
      <Facts survey={survey} />
      <FigureReturns survey={survey} />
      {'sha256' in survey.responses ? (
        <HashLine
          label={words.responses(count(survey.responses.n))}
          hash={survey.responses.sha256}
          copy={words.copy}
        />
      ) : (
        <p class="small quiet">{words.answersRemoved}</p>
      )}
    </section>
  );
}

function Facts({ survey }: { survey: FrozenSurvey }) {
  const words = useWords(figuresWords);
  const terms = useWords(tradeTerms);
  const methodOf = useMethodOf();
  return (
    <dl class="figure-facts small">
      <Fact name={terms.questionnaire}>
        <QuestionnaireThen survey={survey} />
      </Fact>
      <Fact name={terms.composite}>
        <CalculatedNumber value={survey.composite} whenNone={words.one.noNumber} />{' '}
        <span class="quiet">{base(survey.compositeBase)}</span> {methodOf(survey)}
      </Fact>
      {survey.population !== null && (
        <Fact name={words.one.population}>{count(survey.population)}</Fact>
      )}
      {survey.judgements > 0 && (
        <Fact name={words.one.judgements}>{words.one.judged(count(survey.judgements))}</Fact>
      )}
      <Fact name={terms.responseRate}>
        <Rate survey={survey} />
      </Fact>
      <Fact name={words.one.uncertainty}>
        <Uncertainty uncertainty={survey.uncertainty} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function QuestionnaireThen({ survey }: { survey: FrozenSurvey }) {
  const shared = useWords(sharedWords);
  const { id, surveys } = useEvaluation();
  const maySee = useMay('surveys.read');
  const asked = survey.questionnaire;
  const title = surveys.find(({ code }) => code === survey.code)?.title ?? asked.id;
  return (
    <LinkWhere may={maySee} href={questionnairePath(id, asked)}>
      {shared.evaluations.version(title, asked.version)}
    </LinkWhere>
  );
}

function Rate({ survey: { responseRate } }: { survey: FrozenSurvey }) {
  const words = useWords(figuresWords).noRate;
  if ('display' in responseRate) return <>{responseRate.display}</>;
  const why: Record<NoRateCode, string> = words;
  return <span class="quiet">{named(why, responseRate.none) ?? words.other}</span>;
}

/** What was frozen by a version of another time may give a reason that has no words any more. */
const named = (words: Partial<Record<string, string>>, code: string) => words[code];

function Uncertainty({ uncertainty }: Pick<FrozenSurvey, 'uncertainty'>) {
  const words = useWords(figuresWords).one;
  const why: Record<NoUncertainty, string> = useWords(sharedWords).noUncertainty;
  if ('none' in uncertainty)
    return (
      <span class="quiet">
        {words.noInterval}
        {named(why, uncertainty.none) ?? '—'}
      </span>
    );
  const { low, high, standardError, degreesOfFreedom, descriptive } = uncertainty;
  return (
    <>
      {words.interval}{' '}
      <span class="nowrap">
        {low.display}–{high.display}
      </span>
      <span class="quiet by">
        {words.standardError(standardError.display, count(degreesOfFreedom))}
      </span>
      {descriptive && <span class="quiet by">{words.descriptive}</span>}
    </>
  );
}
