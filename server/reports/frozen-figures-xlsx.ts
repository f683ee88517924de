import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { sayNoResponseRate } from '../../analysis/explain-response-rate.ts';
import type { NoRateCode } from '../../analysis/response-rate.ts';
import { secondInChina } from '../../survey-definitions/china-time.ts';
import type {
  FrozenFigure,
  FrozenReturns,
  FrozenSurvey,
  FrozenUncertainty,
} from '../../survey-definitions/frozen-figures.ts';
import type { Language } from '../../survey-definitions/text.ts';
import type { StoredFigures } from '../store/frozen-figures.ts';
import { sayFeeds } from './frozen-figures-csv.ts';
import {
  CHANNEL_WORDS,
  QUANTITY_WORDS,
  sayMethod,
  sayNoUncertainty,
  WORDS,
} from './frozen-figures-words.ts';
import { type SheetColumn, sheetOf } from './sheet.ts';

/** Figures as they were frozen, as a workbook: the figures, what came back, and what they rest on. */
export async function frozenFiguresXlsx(
  stored: StoredFigures,
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const w = (words: Record<Language, string>) => words[language];
  const written = await writeXlsx({
    sheets: [
      sheetOf(w(WORDS.sheets.figures), figureColumns(w), figureRows(stored, language)),
      sheetOf(w(WORDS.sheets.returns), returnColumns(w), returnRows(stored, language)),
      sheetOf(
        w(WORDS.sheets.notes),
        [
          { head: w(WORDS.sheets.notes), width: 30 },
          { head: '', width: 72 },
        ],
        noteRows(stored, language),
      ),
    ],
  });
  return new Uint8Array(written);
}

type Say = (words: Record<Language, string>) => string;

const figureColumns = (w: Say): SheetColumn[] => [
  { head: w(WORDS.group), width: 16 },
  { head: w(WORDS.surveys), width: 24 },
  { head: w(WORDS.quantity), width: 16 },
  { head: w(WORDS.item), width: 14 },
  { head: w(WORDS.topic), width: 36 },
  { head: w(WORDS.base), width: 10 },
  { head: w(WORDS.exact), width: 18 },
  { head: w(WORDS.value), width: 12, format: '0.00' },
];

const figureRows = ({ content }: StoredFigures, language: Language): CellValue[][] =>
  content.figures.map((figure: FrozenFigure) => [
    figure.groupName[language],
    sayFeeds(figure.surveys),
    QUANTITY_WORDS[figure.quantity][language],
    figure.option === null ? figure.item : `${figure.item} · ${figure.option}`,
    figure.topic?.[language] ?? null,
    figure.base,
    figure.value?.exact ?? null,
    figure.value?.value ?? null,
  ]);

const returnColumns = (w: Say): SheetColumn[] => [
  { head: w(WORDS.group), width: 16 },
  { head: w(WORDS.survey), width: 14 },
  { head: w(WORDS.channel), width: 12 },
  { head: w(WORDS.point), width: 20 },
  { head: w(WORDS.planned), width: 12 },
  { head: w(WORDS.handedOut), width: 12 },
  { head: w(WORDS.received), width: 10 },
  { head: w(WORDS.valid), width: 10 },
  { head: w(WORDS.invalid), width: 10 },
  { head: w(WORDS.ineligible), width: 14 },
  { head: w(WORDS.onHold), width: 10 },
  { head: w(WORDS.responseRate), width: 30 },
];

/** Each survey as a whole, then by channel, then by point: they are not to be added up. */
function returnRows({ content }: StoredFigures, language: Language): CellValue[][] {
  const all = WORDS.all[language];
  return content.groups.flatMap(({ groupName, surveys }) =>
    surveys.flatMap((survey) => {
      const line = (channel: string, point: string, returns: FrozenReturns, rate?: string) => [
        groupName[language],
        survey.code,
        channel,
        point,
        ...numbersOf(returns),
        rate ?? null,
      ];
      return [
        line(all, all, survey.returns, sayRate(survey, language)),
        ...survey.byChannel.map((each) => line(CHANNEL_WORDS[each.channel][language], all, each)),
        ...survey.byPoint.map((each) =>
          line(all, each.name ?? each.point ?? WORDS.noPoint[language], each),
        ),
      ];
    }),
  );
}

const numbersOf = (returns: FrozenReturns): (number | null)[] => [
  returns.planned,
  returns.handedOut,
  returns.received,
  returns.valid,
  returns.invalid,
  returns.ineligible,
  returns.onHold,
];

const sayRate = ({ responseRate }: FrozenSurvey, language: Language): string =>
  'none' in responseRate
    ? sayNoResponseRate(responseRate.none as NoRateCode, language)
    : responseRate.display;

function noteRows({ content, hash }: StoredFigures, language: Language): CellValue[][] {
  const w = (words: Record<Language, string>) => words[language];
  const { evaluation } = content;
  return [
    [w(WORDS.evaluation), `${evaluation.place} ${evaluation.department} ${evaluation.year}`],
    [w(WORDS.frozenAt), secondInChina(content.frozenAt)],
    [w(WORDS.frozenBy), content.frozenBy],
    [w(WORDS.id), content.id],
    [w(WORDS.hash), hash],
    ...content.groups.flatMap(({ groupName, feeds, surveys }) => [
      [null, null],
      [w(WORDS.group), groupName[language]],
      [w(WORDS.surveys), sayFeeds(feeds)],
      ...surveys.flatMap((survey) => surveyNotes(survey, language)),
    ]),
  ];
}

function surveyNotes(survey: FrozenSurvey, language: Language): CellValue[][] {
  const w = (words: Record<Language, string>) => words[language];
  const { questionnaire, composite, responses } = survey;
  return [
    [w(WORDS.survey), survey.code],
    [w(WORDS.questionnaire), `${questionnaire.id} v${questionnaire.version}`],
    [w(WORDS.composite), composite?.exact ?? null],
    [w(WORDS.base), survey.compositeBase],
    [w(WORDS.method), sayMethod(survey.compositeMethod, language)],
    [w(WORDS.uncertainty), sayUncertainty(survey.uncertainty, language)],
    [
      w(WORDS.responses),
      'none' in responses ? w(WORDS.responsesRemoved) : `${responses.sha256} (n = ${responses.n})`,
    ],
  ];
}

function sayUncertainty(uncertainty: FrozenUncertainty, language: Language): string {
  if ('none' in uncertainty) return sayNoUncertainty(uncertainty.none, language);
  const { low, high, descriptive } = uncertainty;
  const interval = `${low.display} – ${high.display}`;
  return descriptive ? `${interval} (${WORDS.descriptive[language]})` : interval;
}
