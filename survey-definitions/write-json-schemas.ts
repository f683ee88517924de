import { writeFileSync } from 'node:fs';
import { jsonSchemas } from './json-schemas.ts';

// `npm run schemas`: writes the JSON Schemas beside this file. A test fails while they are out of date.
for (const [name, text] of Object.entries(jsonSchemas()))
  writeFileSync(new URL(name, import.meta.url), text);
