import { enScoring } from './en-scoring.ts';
import { enSurveys } from './en-surveys.ts';
import type { Words } from './zh.ts';

/** The workbench in English, equal to zh.ts in meaning. */
export const en: Words = {
  ...enSurveys,
  ...enScoring,
  shell: {
    skip: 'Skip to content',
    otherLanguage: '中文',
    signOut: 'Sign out',
  },
  states: {
    loading: 'Loading',
    unreachable: 'The server cannot be reached. Check the connection and try again.',
    unknownFault: 'The server gave an answer that could not be understood.',
    again: 'Try again',
    noBase: 'Nobody answered',
    notFound: 'Nothing here',
    notFoundHint: 'The address may be wrong, or what it named was deleted.',
    cancel: 'Cancel',
    more: 'Show more',
    save: 'Save',
  },
  copy: { ready: 'Copy link', copied: 'Copied', failed: 'Please copy by hand' },
  signIn: {
    title: 'Sign in',
    what: 'From every answer to the final grade',
    whatMore:
      'Manping serves whole-department expenditure evaluations: hand out questionnaires, take in responses, compute satisfaction, score the indicators. Every number can be followed back, step by step, to where it comes from.',
    username: 'User name',
    password: 'Password',
    enter: 'Sign in',
    entering: 'Signing in',
    first:
      'On a first start, the password of the account admin is printed in the window that runs the server.',
  },
  evaluations: {
    title: 'Evaluations',
    create: 'New evaluation',
    createYes: 'Create evaluation',
    department: 'Department',
    departmentHint: 'Its full name, as it will stand in the questionnaires.',
    place: 'Place',
    year: 'Budget year',
    received: 'Responses',
    none: 'No evaluations yet',
    noneHint:
      'Create one first: name the department and the budget year, choose an indicator system, then set up surveys from questionnaires.',
    example: 'Example',
    exampleHint:
      'The evaluation marked “Example” is rebuilt from a published report: look around and try it out. It can be deleted in one go before real work starts.',
    deleteExample: 'Delete the example',
    deleteTitle: (department, year) => `Delete the example “${department} ${year}”?`,
    deleteYes: 'Delete all of this',
    deleted: (surveys, responses) =>
      `The example is deleted: ${surveys} surveys, ${responses} responses.`,
    goesSurveys: (surveys, responses) => `${surveys} surveys with ${responses} responses`,
    goesScores: (entered, overridden) =>
      `actual values of ${entered} indicators and ${overridden} overrides`,
    goesForGood: 'This cannot be undone. Questionnaires and indicator systems stay.',
    name: (department, year) => `${department}: whole-department expenditure, ${year}`,
    version: (title, version) => `${title} (version ${version})`,
    systemHint: 'It cannot be changed afterwards.',
  },
  details: {
    title: 'Details',
    what: 'Department, place and year are filled into the questionnaires; department and year also name the evaluation. They can be changed until a survey is opened.',
    changesName: 'Saving changes the evaluation’s name; surveys set up later use what is new.',
    changesTexts: (n, surveys) =>
      `Saving changes every text that holds them: the evaluation’s name, and the title and questions of ${n === 1 ? 'this survey' : `these ${surveys} surveys`}:`,
    staysSame: 'The indicator system, the values entered and the scores stay.',
    saved: 'Saved.',
    unchanged: 'Nothing was changed.',
    fixed:
      'Department, place and year can no longer be changed: these surveys have been opened, and respondents may have read them. To correct a mistake, create another evaluation.',
  },
  stops: {
    title: 'From questionnaire to report',
    questionnaires: 'Questions',
    returns: 'Returns',
    results: 'Results',
    scoring: 'Score',
    report: 'Report',
    later: 'later',
    valid: 'valid',
    incomplete: 'incomplete',
    surveys: (n) => (n === 1 ? 'survey' : 'surveys'),
    noSurveys: 'none yet',
    nothing: 'none yet',
  },
};
