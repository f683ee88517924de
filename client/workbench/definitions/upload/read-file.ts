import { duplicateKeys } from '../../../../survey-definitions/duplicate-keys.ts';
import { jsonPath } from '../../../../survey-definitions/fault.ts';
import { LARGEST_STAFF_BODY } from '../../../../survey-definitions/upload-size.ts';
import type { DefinitionKind } from '../../api/definitions.ts';
import { linesOf } from './places.ts';
import { type Placed, readJson, SyntaxFault } from './read-json.ts';

/** A file that was chosen: why it cannot be read, or its text. */
export type ChosenFile =
  | { name: string; unreadable: 'too-large' | 'not-utf-8' | 'gone' }
  | { name: string; text: string; unreadable?: undefined };

/** Reads a file as the server would, which takes UTF-8 with or without its mark. */
export async function readFile(file: File): Promise<ChosenFile> {
  const { name, size } = file;
  if (size > LARGEST_STAFF_BODY) return { name, unreadable: 'too-large' };
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (bytes === undefined) return { name, unreadable: 'gone' };
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { name, unreadable: 'not-utf-8' };
  }
}

/** What stands in a text: the JSON with the place of each value, or where it stops being JSON. */
export interface ReadText {
  /** As it is shown, and as its places are counted. */
  text: string;
  /** Whether it is shown laid out anew: as it was written it had too few lines to point at. */
  laidOut: boolean;
  value?: unknown;
  root?: Placed;
  syntax?: SyntaxFault;
  /** Paths of keys that are given twice: which of the two was meant, nobody knows. */
  twice: { key: string; path: string }[];
}

/** Characters a line has on average where nobody wrote lines. */
const NO_LINES = 400;

export function readText(text: string): ReadText {
  let root: Placed;
  try {
    root = readJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    return { text, laidOut: false, syntax: error, twice: [] };
  }
  const value: unknown = JSON.parse(text);
  const twice = duplicateKeys(text).map((steps) => ({
    key: String(steps.at(-1)),
    path: jsonPath(steps),
  }));
  // Laid out anew, a key given twice would be there once.
  if (twice.length > 0 || text.length < NO_LINES * linesOf(text).length)
    return { text, laidOut: false, value, root, twice };
  const laidOut = JSON.stringify(value, null, 2);
  return { text: laidOut, laidOut: true, value, root: readJson(laidOut), twice };
}

/** Which kind of definition a file seems to be; a questionnaire where nothing tells. */
export function kindOf(value: unknown): DefinitionKind {
  const isSystem =
    typeof value === 'object' && value !== null && ('level1' in value || 'gradeBands' in value);
  return isSystem ? 'indicator-systems' : 'questionnaires';
}
