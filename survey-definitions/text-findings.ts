import { type Finding, finding, type Steps } from './fault.ts';
import { LANGUAGES, PLACEHOLDERS, type Text } from './text.ts';
import { fillIn, placeholdersIn } from './wording.ts';

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
    return /\{\{|\}\}/.test(withoutPlaceholders(text))
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
