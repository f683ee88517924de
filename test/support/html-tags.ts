/** A start tag as the browser would read it. */
export interface Tag {
  name: string;
  attributes: Record<string, string>;
  /** Text from here to the end tag of the same name, without the tags inside. */
  text: string;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}

/** The start tags of a rendered page in order; enough of a parser for markup that we write ourselves. */
export function tagsOf(html: string): Tag[] {
  const markup = html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1</$2>');
  return [...markup.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>/g)].map(
    (match) => {
      const name = match[1] ?? '';
      const rest = markup.slice(match.index + match[0].length);
      const end = rest.indexOf(`</${name}>`);
      return {
        name,
        attributes: attributesOf(match[2] ?? ''),
        text: unescaped((end < 0 ? '' : rest.slice(0, end)).replace(/<[^>]*>/g, '')).trim(),
      };
    },
  );
}

function attributesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map((match) => [
      match[1] ?? '',
      unescaped(match[2] ?? ''),
    ]),
  );
}
