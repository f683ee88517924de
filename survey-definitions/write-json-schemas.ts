import { writeFileSync } from 'node:fs';
import { jsonSchemas } from './json-schemas.ts';

// `npm run schemas`: writes the JSON Schemas where they are read. A test fails while they are out of date.
for (const [file, text] of Object.entries(jsonSchemas()))
  writeFileSync(new URL(`../${file}`, import.meta.url), text);
