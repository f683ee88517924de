import { type Finding, finding, jsonPath, type Steps } from './fault.ts';
import { LANGUAGES, type Language, PLACEHOLDERS, type Text } from './text.ts';
import { foldCaseless } from './typed-text.ts';
import { isBlankText } from './unseen.ts';
import { fillIn, placeholdersIn, textIn } from './wording.ts';

/** A text of a definition and where it stands. */
export interface PlacedText {
  steps: Steps;
  text: Text;
}

/** Placeholders that nobody fills: not declared, or left half open, so that a reader would see the braces. */
export function placeholderFindings(
  texts: readonly PlacedText[],
  declared: readonly string[],
): Finding[] {
  return texts.flatMap(variants).flatMap(({ steps, text }) => {
    const unknown = [...new Set(placeholdersIn(text))].filter((name) => !declared.includes(name));
    const found = unknown.map((name) =>
      finding(
        steps,
        'undeclared-placeholder',
        `占位符 {{${name}}} 没有在 placeholders 中声明，不会被填入${known(name) ? '' : `；可用的有 ${PLACEHOLDERS.join('、')}`}`,
        `nobody fills {{${name}}}: it is not declared in placeholders${known(name) ? '' : `; there are ${PLACEHOLDERS.join(', ')}`}`,
      ),
    );
    // An input method writes ｛｛ for {{, which nothing would ever fill in.
    return /\{\{|\}\}|｛｛|｝｝/.test(withoutPlaceholders(text))
      ? [
          ...found,
          finding(
            steps,
            'broken-placeholder',
            '双花括号没有配成 {{名称}}，读者会看到花括号',
            'double braces that do not make a {{name}}: a reader would see them',
          ),
        ]
      : found;
  });
}

/** Texts that call the department by a name it no longer has, however the name is spaced or written in full width. */
export function formerNameFindings(
  texts: readonly PlacedText[],
  formerNames: readonly Text[],
): Finding[] {
  const names = formerNames
    .flatMap((name) => variants({ steps: [], text: name }))
    .map(({ text }) => ({ text, folded: foldCaseless(text) }));
  if (names.length === 0) return [];
  return texts.flatMap(variants).flatMap(({ steps, text }) => {
    // Once, and not for each name: texts may be long, and names many.
    const folded = foldCaseless(text);
    return names
      .filter((name) => folded.includes(name.folded))
      .map((name) =>
        finding(
          steps,
          'former-name',
          `用了曾用名“${name.text}”`,
          `uses the former name “${name.text}”`,
        ),
      );
  });
}

/** Texts in which nobody sees anything, in one language or the only one. */
export function blankFindings(texts: readonly PlacedText[]): Finding[] {
  return texts
    .flatMap(variants)
    .filter(({ text }) => isBlankText(text))
    .map(({ steps }) =>
      finding(steps, 'blank', '看不到任何文字', 'holds nothing that anybody could see'),
    );
}

/** One of a list, as it reads in a language: the texts it is made of. */
export interface Read {
  steps: Steps;
  read(language: Language): readonly string[];
}

/** A text that stands for itself. */
export function readAlone({ steps, text }: PlacedText): Read {
  return { steps, read: (language) => [textIn(text, language)] };
}

/** Those of a list that read in some language like an earlier one of it: nobody could say which of the two was meant. */
export function alikeFindings(list: readonly Read[]): Finding[] {
  const first = new Map<string, Steps>();
  const numberOf = numberedTexts();
  return list.flatMap(({ steps, read }) => {
    const keys = LANGUAGES.map((language) => [language, read(language).map(numberOf)] as const)
      .filter(([, texts]) => texts.some((number) => number !== BLANK))
      .map(([language, texts]) => `${language} ${texts.join(' ')}`);
    const earlier = keys.map((key) => first.get(key)).find((found) => found !== undefined);
    for (const key of keys) if (!first.has(key)) first.set(key, steps);
    if (earlier === undefined) return [];
    const there = jsonPath(earlier);
    return [
      finding(
        steps,
        'not-told-apart',
        `与 ${there} 读起来一样，分不清是哪一个`,
        `reads like ${there}: nobody can tell the two apart`,
      ),
    ];
  });
}

const BLANK = 0;

/**
 * A number for each text, the same for all that read alike. Each is folded once, however many show it: the title of a section
 * and the labels of a scale stand with hundreds of items.
 */
function numberedTexts(): (text: string) => number {
  const written = new Map<string, number>();
  const folded = new Map<string, number>([['', BLANK]]);
  return (text) => {
    const known = written.get(text);
    if (known !== undefined) return known;
    const read = foldCaseless(text);
    const number = folded.get(read) ?? folded.size;
    folded.set(read, number);
    written.set(text, number);
    return number;
  };
}

/** Texts that lack a language which others are given in: without them the whole is shown in zh-CN. */
export function languageFindings(texts: readonly PlacedText[]): Finding[] {
  const languages = LANGUAGES.filter((language) =>
    texts.some(({ text }) => typeof text !== 'string' && text[language] !== undefined),
  ).filter((language) => language !== 'zh-CN');
  return languages.flatMap((language) =>
    texts
      .filter(({ text }) => typeof text === 'string' || text[language] === undefined)
      .map(({ steps }) =>
        finding(
          steps,
          'language-missing',
          `其他文字有 ${language}，这里没有，所以整体只能用 zh-CN 显示`,
          `other texts are given in ${language}, this one is not, so that all is shown in zh-CN`,
        ),
      ),
  );
}

const known = (name: string) => PLACEHOLDERS.some((placeholder) => placeholder === name);

function withoutPlaceholders(text: string): string {
  return fillIn(text, Object.fromEntries(placeholdersIn(text).map((name) => [name, ''])));
}

function variants({ steps, text }: PlacedText): { steps: Steps; text: string }[] {
  if (typeof text === 'string') return [{ steps, text }];
  return Object.entries(text).flatMap(([language, variant]) =>
    variant === undefined ? [] : [{ steps: [...steps, language], text: variant }],
  );
}
