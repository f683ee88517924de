import { itemsOf, optionsOf } from './item-options.ts';
import { LANGUAGES, type Language } from './languages.ts';
import type { Item, Questionnaire, Section } from './questionnaire.ts';
import { respondentTexts } from './questionnaire-texts.ts';
import type { Placeholder, Text } from './text.ts';
import { fillIn, textIn } from './wording.ts';

/** What an evaluation fills into the placeholders of a questionnaire. */
export type PlaceholderValues = Partial<Record<Placeholder, string | number>>;

export interface FormSection {
  id: string;
  role: Section['role'];
  title: string;
  intro: string | null;
  /** Ids of its items, in order. */
  items: string[];
}

export interface FormOption {
  id: string;
  label: string;
  /** A grade of a scale, with a weight. */
  scored: boolean;
  /** Cannot stand beside another option. */
  exclusive: boolean;
  /** Whoever chooses it does not belong to the group: the questionnaire ends. */
  endsHere: boolean;
  /** As many valid responses of whoever chooses it as were wanted are there: the questionnaire ends. */
  quotaFull: boolean;
}

export interface FormItem {
  id: string;
  /** Id of the section it stands in. */
  section: string;
  type: Item['type'];
  required: boolean;
  topic: string;
  text: string;
  help: string | null;
  showIf: { item: string; options: string[] } | null;
  /** Of choice items, in order; for a satisfaction item those of its scale, best first, unscored ones after the grades. */
  options?: FormOption[];
  /** Fewest and most options of a multiple item, where the definition says. */
  min?: number;
  max?: number;
  /** Of text items: most characters (Unicode code points). */
  maxLength?: number;
}

/** A questionnaire as a respondent's page shows it: one language, placeholders filled in, nothing to look up. */
export interface FormQuestionnaire {
  id: string;
  version: number;
  title: string;
  intro: string | null;
  minutes: number | null;
  /** One scrolling page, or section by section. */
  layout: 'page' | 'sections';
  /** The language of every text here. */
  language: Language;
  /** The languages it can be had in. */
  languages: Language[];
  respondentGroup: Questionnaire['respondentGroup'];
  /** Who is evaluated, as filled in; '' where no value was given. */
  department: string;
  sections: FormSection[];
  /** Every item in the order it is asked. */
  items: FormItem[];
}

/** With more items than this a page is gone through section by section, unless its definition says otherwise. */
const ONE_PAGE = 12;

/**
 * The questionnaire in the wanted language, or in zh-CN where not every text is given in it: a page is
 * never half in one language and half in another. A placeholder without a value stays, so that it is seen. `full` are the
 * options, by item, whose quota is full.
 */
export function fillQuestionnaire(
  q: Questionnaire,
  values: PlaceholderValues,
  language: Language,
  full: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): FormQuestionnaire {
  const languages = languagesOf(q);
  const chosen = languages.includes(language) ? language : 'zh-CN';
  const strings = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, String(value)]),
  );
  const say = (text: Text): string => fillIn(textIn(text, chosen), strings);
  const sayOrNull = (text: Text | undefined) => (text === undefined ? null : say(text));
  return {
    id: q.id,
    version: q.version,
    title: say(q.title),
    intro: sayOrNull(q.intro),
    minutes: q.minutes ?? null,
    layout: q.layout ?? (itemsOf(q).length > ONE_PAGE ? 'sections' : 'page'),
    language: chosen,
    languages,
    respondentGroup: q.respondentGroup,
    department: strings['department'] ?? '',
    sections: q.sections.map((section) => ({
      id: section.id,
      role: section.role,
      title: say(section.title),
      intro: sayOrNull(section.intro),
      items: section.items.map((item) => item.id),
    })),
    items: q.sections.flatMap((section) =>
      section.items.map((item) => ({
        id: item.id,
        section: section.id,
        type: item.type,
        required: item.required,
        topic: say(item.topic),
        text: say(item.text),
        help: sayOrNull(item.help),
        showIf: item.showIf ?? null,
        ...particulars(q, item, say, full.get(item.id)),
      })),
    ),
  };
}

function particulars(
  q: Questionnaire,
  item: Item,
  say: (text: Text) => string,
  full: ReadonlySet<string> | undefined,
): Pick<FormItem, 'options' | 'min' | 'max' | 'maxLength'> {
  if (item.type === 'text') return { maxLength: item.maxLength };
  const offered = optionsOf(q, item).map((option) => ({
    id: option.id,
    label: say(option.label),
    scored: option.weight !== undefined,
    exclusive: option.exclusive ?? false,
    endsHere: option.endsHere ?? false,
    quotaFull: full?.has(option.id) ?? false,
  }));
  // Of a scale the grades come first; of other items none is scored, and they stay as they are.
  const options = [
    ...offered.filter(({ scored }) => scored),
    ...offered.filter(({ scored }) => !scored),
  ];
  if (item.type !== 'multiple') return { options };
  return {
    options,
    ...(item.min === undefined ? {} : { min: item.min }),
    ...(item.max === undefined ? {} : { max: item.max }),
  };
}

/** The languages every text that a respondent reads is given in; zh-CN always. */
export function languagesOf(q: Questionnaire): Language[] {
  const texts = respondentTexts(q);
  return LANGUAGES.filter(
    (language) =>
      language === 'zh-CN' ||
      texts.every(({ text }) => typeof text !== 'string' && text[language] !== undefined),
  );
}
