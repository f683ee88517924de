import { expect, it } from 'vitest';
import { sharedWords } from '../../../client/workbench/parts/words.ts';
import { SHORTEST_CHOSEN_PASSWORD } from '../../../server/password-rules.ts';

it('whoever chooses a password is told before how long it is to be, and is held to just that', () => {
  for (const said of Object.values(sharedWords.newPassword.rules)) {
    expect(said.match(/\d+/g)).toEqual([String(SHORTEST_CHOSEN_PASSWORD)]);
  }
});
