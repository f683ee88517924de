import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Language } from '../../survey-definitions/text.ts';

interface DocumentInput {
  language: Language;
  title: string;
  nonce: string;
  style: string;
  body: VNode;
  elder?: boolean;
  /** Stays in sight above the page. */
  banner?: string | undefined;
  /** For the script, put into the page as JSON. */
  data?: object;
  script?: string;
  /** Address of a script that runs once the page is there. */
  scriptAt?: string | undefined;
}

/** A whole HTML document with its style and script inside, so that nothing else is fetched. */
export function renderDocument(input: DocumentInput): string {
  const { language, title, nonce, style, body, elder, banner, data, script, scriptAt } = input;
  const html = (
    <html lang={language} class={elder ? 'elder' : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="robots" content="noindex" />
        {/* No icon: browsers would fetch one. */}
        <link rel="icon" href="data:," />
        <title>{title}</title>
        <Raw tag="style" nonce={nonce} text={style} data-elder={elder || undefined} />
      </head>
      <body>
        {banner && <aside class="preview">{banner}</aside>}
        <div id="app">{body}</div>
        {data && <Raw tag="script" type="application/json" id="data" text={jsonForHtml(data)} />}
        {scriptAt && <script nonce={nonce} src={scriptAt} defer />}
        {script && <Raw tag="script" nonce={nonce} text={script} />}
      </body>
    </html>
  );
  return `<!doctype html>${renderToString(html)}`;
}

interface RawProps {
  tag: 'style' | 'script';
  text: string;
  nonce?: string;
  'data-elder'?: true | undefined;
  type?: string;
  id?: string;
  children?: ComponentChildren;
}

/** Text that must not be escaped: our own style and script, and JSON made safe by `jsonForHtml`. */
function Raw({ tag: Tag, text, ...attributes }: RawProps) {
  return <Tag {...attributes} dangerouslySetInnerHTML={{ __html: text }} />;
}

/** JSON that cannot end its script element, nor open a comment or another script in it, whatever the texts hold. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(/<(?=[/!s])/gi, '\\u003c');
}
