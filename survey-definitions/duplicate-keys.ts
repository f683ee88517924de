import type { Steps } from './fault.ts';

/** An object or a list that is open while the text is read, and where in it the reading stands. */
type Open = { keys: Set<string>; at: string } | { keys?: undefined; at: number };

/**
 * Where a text of JSON gives a key of an object again: `JSON.parse` keeps the last and says nothing of the others. The text
 * has to be JSON, as `JSON.parse` takes it. Reads it once, without recursion.
 */
export function duplicateKeys(json: string): Steps[] {
  const open: Open[] = [];
  const found: Steps[] = [];
  // A text is a key where the innermost that is open is an object, right behind its brace or a comma.
  let keyFollows = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    const inside = open.at(-1);
    if (sign === '"') {
      const end = endOfText(json, at);
      if (inside?.keys && keyFollows) {
        inside.at = JSON.parse(json.slice(at, end + 1));
        if (inside.keys.has(inside.at)) found.push(open.map((each) => each.at));
        inside.keys.add(inside.at);
        keyFollows = false;
      }
      at = end;
    } else if (sign === '{') {
      open.push({ keys: new Set(), at: '' });
      keyFollows = true;
    } else if (sign === '[') {
      open.push({ at: 0 });
      keyFollows = false;
    } else if (sign === '}' || sign === ']') {
      open.pop();
      keyFollows = false;
    } else if (sign === ',' && inside) {
      if (inside.keys) keyFollows = true;
      else inside.at += 1;
    }
  }
  return found;
}

/** Where the text that begins here ends: at its closing quotation mark. */
function endOfText(json: string, start: number): number {
  let at = start + 1;
  while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
}
