import { itemsOf, optionsOf } from '../survey-definitions/item-options.ts';
import type {
  Item,
  Questionnaire,
  Section,
  ValidityRule,
} from '../survey-definitions/questionnaire.ts';
import type { Channel, Disposition, Flag, Reason } from '../survey-definitions/response.ts';
import { type AnswerReading, type RawAnswers, readAnswer } from './answer-reading.ts';
import { applicability } from './applicability.ts';

export interface JudgeContext {
  channel: Channel;
  /** From opening the form to sending it; null where nobody measured, as on paper. */
  durationSeconds: number | null;
  /** A serial number or access code that another response already came back with. */
  repeat: null | 'serial' | 'code';
  /** The device says that it answered this survey before: a household's one phone, or one person twice. */
  sameDevice?: boolean;
  /** Id of the item at which the page ended the questionnaire, because the quota of its option was full. */
  quotaAt?: string | undefined;
}

export interface Judgement {
  disposition: Disposition;
  /** Every reason, not only the first. */
  reasons: Reason[];
  flags: Flag[];
}

type RuleOf<R extends ValidityRule['rule']> = Extract<ValidityRule, { rule: R }>;
function rulesOf<R extends ValidityRule['rule']>(
  questionnaire: Questionnaire,
  rule: R,
): RuleOf<R>[] {
  return questionnaire.validity.filter((each): each is RuleOf<R> => each.rule === rule);
}

/** What the applicable items were answered with; an item that does not apply is not in it. */
type Readings = ReadonlyMap<string, AnswerReading>;

function readingsOf(
  questionnaire: Questionnaire,
  applicable: ReadonlySet<string>,
  answers: RawAnswers,
): Readings {
  return new Map(
    itemsOf(questionnaire)
      .filter((item) => applicable.has(item.id))
      .map((item) => [item.id, readAnswer(questionnaire, item, answers)]),
  );
}

function notFilled(section: Section, readings: Readings): boolean {
  const asked = section.items.filter((item) => readings.has(item.id));
  return asked.length > 0 && asked.every((item) => readings.get(item.id)?.kind === 'none');
}

/**
 * Required items left blank: online they are refused, on paper and in imports they are kept and count
 * against the response. A section that must be complete and holds nothing is one reason, not one per item.
 */
function skipped(questionnaire: Questionnaire, readings: Readings): Reason[] {
  const complete = new Set(rulesOf(questionnaire, 'complete-section').map((rule) => rule.section));
  return questionnaire.sections.flatMap((section): Reason[] => {
    if (complete.has(section.id) && notFilled(section, readings))
      return [{ code: 'section-not-filled', section: section.id }];
    return section.items
      .filter((item) => item.required && readings.get(item.id)?.kind === 'none')
      .map((item) => ({ code: 'item-skipped', item: item.id, section: section.id }));
  });
}

function withReading(
  readings: Readings,
  kind: AnswerReading['kind'],
  code: Reason['code'],
): Reason[] {
  return [...readings]
    .filter(([, reading]) => reading.kind === kind)
    .map(([item]) => ({ code, item }));
}

/** Answers under ids that the questionnaire does not have; online they are refused. */
function strangers(questionnaire: Questionnaire, answers: RawAnswers): Reason[] {
  const known = new Set(itemsOf(questionnaire).map((item) => item.id));
  return Object.keys(answers)
    .filter((key) => !known.has(key))
    .map((item) => ({ code: 'unknown-answer', item }));
}

function contradictions(questionnaire: Questionnaire, readings: Readings): Reason[] {
  const holds = (condition: { item: string; options: string[] }) => {
    const reading = readings.get(condition.item);
    return (
      reading?.kind === 'chosen' &&
      reading.options.some((option) => condition.options.includes(option))
    );
  };
  return rulesOf(questionnaire, 'contradiction')
    .filter((rule) => rule.when.every(holds))
    .map((rule) => ({ code: 'contradiction', rule: rule.id }));
}

/** Position on the scale that an item was answered with, or undefined where it was not: “don’t know” is no place on it. */
function positionOf(questionnaire: Questionnaire, item: Item, readings: Readings) {
  const reading = readings.get(item.id);
  if (item.type !== 'satisfaction' || reading?.kind !== 'chosen') return undefined;
  const position = optionsOf(questionnaire, item)
    .filter((option) => option.weight !== undefined)
    .findIndex((option) => option.id === reading.options[0]);
  return position === -1 ? undefined : position;
}

/** The same place on the scale for every satisfaction item answered in the section, and at least two of them. */
function straightLines(questionnaire: Questionnaire, readings: Readings): Flag[] {
  const watched = new Set(rulesOf(questionnaire, 'straight-line').map((rule) => rule.section));
  return questionnaire.sections
    .filter((section) => watched.has(section.id))
    .filter((section) => {
      const positions = section.items
        .map((item) => positionOf(questionnaire, item, readings))
        .filter((position) => position !== undefined);
      return positions.length >= 2 && new Set(positions).size === 1;
    })
    .map((section) => ({ code: 'straight-line', section: section.id }));
}

function tooFast(questionnaire: Questionnaire, seconds: number | null): Flag[] {
  // A negative duration is a device whose clock is wrong, and says nothing about haste.
  if (seconds === null || seconds < 0) return [];
  const hasty = rulesOf(questionnaire, 'minimum-duration').some((rule) => seconds < rule.seconds);
  return hasty ? [{ code: 'too-fast', seconds }] : [];
}

/**
 * Whether a response counts, with every reason against it and every flag. The questionnaire says what is
 * looked for, apart from two things that hold for all: a required item that was skipped and an answer the
 * questionnaire does not know make a response invalid. Items that do not apply are not looked at. Before all of it comes
 * whether whoever answered belongs to the group: who does not is ineligible, and no other reason or flag says anything then.
 * Likewise where a full quota ended the questionnaire.
 */
export function judge(
  questionnaire: Questionnaire,
  answers: RawAnswers,
  context: JudgeContext,
): Judgement {
  const {
    items: applicable,
    endedAt,
    because,
  } = applicability(questionnaire, answers, context.quotaAt);
  if (endedAt !== undefined && because !== undefined)
    return {
      disposition: 'ineligible',
      reasons: [{ code: because, item: endedAt }],
      flags: [],
    };
  const readings = readingsOf(questionnaire, applicable, answers);
  const has = (rule: ValidityRule['rule']) => rulesOf(questionnaire, rule).length > 0;
  const reasons: Reason[] = [
    ...skipped(questionnaire, readings),
    ...(has('no-double-mark') ? withReading(readings, 'double-mark', 'double-mark') : []),
    ...withReading(readings, 'unknown', 'unknown-answer'),
    ...strangers(questionnaire, answers),
    ...contradictions(questionnaire, readings),
    ...(has('one-return') && context.repeat !== null ? [{ code: 'repeat' as const }] : []),
  ];
  const flags = [
    ...tooFast(questionnaire, context.durationSeconds),
    ...straightLines(questionnaire, readings),
    ...(context.sameDevice ? [{ code: 'same-device' as const }] : []),
  ];
  return { disposition: reasons.length === 0 ? 'valid' : 'invalid', reasons, flags };
}
