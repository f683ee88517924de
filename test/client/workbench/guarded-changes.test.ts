import { describe, expect, it } from 'vitest';
import type { Permission } from '../../../survey-definitions/permission.ts';
import { importsOf, type Source, sourcesUnder } from '../../support/imports.ts';

/**
 * Every call of the workbench that changes something, and what whoever makes it must hold. A new one has to be written down
 * here, and be reached only by way of components that ask for what it takes. `session` and `account` everybody holds.
 */
const CHANGES: Record<string, Permission> = {
  changeBaseData: 'base-data.write',
  tryBaseData: 'base-data.write',
  dryRun: 'definitions.write',
  publish: 'definitions.write',
  createEvaluation: 'evaluations.create',
  changeEvaluation: 'evaluations.write',
  copyEvaluation: 'evaluations.create',
  deleteEvaluation: 'example.delete',
  putEarlierFigure: 'figures.write',
  deleteEarlierFigure: 'figures.write',
  changeScoring: 'scoring.write',
  tryFreezing: 'figures.write',
  freeze: 'figures.write',
  signIn: 'session',
  signOut: 'session',
  createSurvey: 'surveys.write',
  openSurvey: 'surveys.write',
  reopenSurvey: 'surveys.write',
  changeSurvey: 'surveys.write',
  deleteSurvey: 'surveys.write',
  copySurvey: 'surveys.write',
  closeSurvey: 'surveys.write',
  putNoticeAside: 'surveys.write',
  takeNoticeBack: 'surveys.write',
  issueAccessCodes: 'access-codes.issue',
  judgeResponse: 'responses.judge',
  judgeResponses: 'responses.judge',
  changePassword: 'account',
  beginSecondFactor: 'account',
  confirmSecondFactor: 'account',
  renewRecoveryCodes: 'account',
  endSecondFactor: 'account',
  endSession: 'account',
  endOtherSessions: 'account',
  staySignedIn: 'account',
  createToken: 'account',
  revokeToken: 'account',
  // Whoever holds a link: what it may do, it says itself.
  invitation: 'session',
  acceptInvitation: 'session',
  joinByInvitation: 'account',
  resetPassword: 'session',
  invite: 'invitations',
  withdrawInvitation: 'invitations',
  changeRole: 'people.write',
  removePerson: 'people.write',
  changeAccount: 'accounts.write',
  removeSecondFactor: 'accounts.write',
  offerReset: 'accounts.write',
  changeSignInPolicy: 'accounts.write',
};

const workbench = sourcesUnder('client').filter(({ path }) => path.startsWith('client/workbench/'));
const isApi = ({ path }: Source) => path.startsWith('client/workbench/api/');

/** Names of what a file of the API exports that is sent by another method than GET. */
function changesIn({ text }: Source): string[] {
  const parts = text.split(/^export const /m).slice(1);
  return parts
    .filter((part) => /\$(?:post|put|patch|delete)\(/.test(part))
    .map((part) => /^\w+/.exec(part)?.[0] ?? '');
}

/** What a file takes from the API's files. */
const namesFromApi = ({ text }: Source): string[] =>
  [...text.matchAll(/import \{([^}]{0,500})\} from '[./]{1,20}\/api\//g)].flatMap(
    ([, names = '']) => names.split(/[^\w]+/),
  );

/** Whether a file asks for a permission itself: `useMay('…')`, or the permission in whatever list it looks through. */
const asks = ({ text }: Source, permission: Permission) =>
  ['useMay', 'useMayChange', 'useMayDo', 'onlyWhoMay', 'includes'].some((guard) => {
    const calls = text.split(`${guard}(`).slice(1);
    return calls.some((call) => call.slice(0, 80).split(')')[0]?.includes(`'${permission}'`));
  });

/** The ways by which a file comes on screen without anybody having asked, from the file up. */
function unasked(file: Source, permission: Permission, way: readonly string[] = []): string[] {
  if (asks(file, permission) || way.includes(file.path)) return [];
  const here = [...way, file.path];
  const above = workbench.filter((one) =>
    importsOf(one).some(({ target }) => target === file.path),
  );
  if (above.length === 0) return [here.join(' < ')];
  return above.flatMap((one) => unasked(one, permission, here));
}

describe('what changes something', () => {
  it('is written down with what it takes, call by call', () => {
    const found = workbench.filter(isApi).flatMap(changesIn);
    expect(found.toSorted()).toEqual(Object.keys(CHANGES).toSorted());
  });

  it.each(
    Object.entries(CHANGES).filter(
      ([, permission]) => !['session', 'account'].includes(permission),
    ),
  )('%s is reached only where %s was asked for', (name, permission) => {
    const isUsedIn = (file: Source) => namesFromApi(file).includes(name);
    const users = workbench.filter((file) => !isApi(file) && isUsedIn(file));
    expect(users.length).toBeGreaterThan(0);
    expect(users.flatMap((file) => unasked(file, permission))).toEqual([]);
  });

  it('is found where a component no longer asks', () => {
    const actions = workbench.find(({ path }) => path.endsWith('/survey/survey-actions.tsx'));
    const open = {
      path: actions?.path ?? '',
      text: (actions?.text ?? '').replace('useMayChange(', 'yes('),
    };
    expect(unasked(open, 'surveys.write').join()).toContain('survey-page.tsx < ');
  });
});
