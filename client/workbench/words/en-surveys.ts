import type { zhSurveys } from './zh-surveys.ts';

/** Questionnaires, returns, results and responses in English. */
export const enSurveys: typeof zhSurveys = {
  groups: { 'management-object': 'Management objects', public: 'Public' },
  channels: { online: 'Online', paper: 'On paper', import: 'Imported' },
  phases: { formal: 'Formal', pilot: 'Pilot' },
  surveyStates: { draft: 'Not opened', open: 'Collecting', closed: 'Closed' },
  samplings: { probability: 'Probability sample', census: 'Census', 'opt-in': 'Opt-in' },
  provenances: {
    collected: 'Collected',
    imported: 'Imported',
    reconstructed: 'Rebuilt from published counts',
    synthetic: 'Synthetic',
  },
  provenanceMeans: {
    collected: '',
    imported: 'The responses were imported from a file and judged by the same validity rules.',
    reconstructed:
      'Only the number of answers per option was published, and single responses were rebuilt from it: the counts of each item are as published, but which answers stand together in one response is arbitrary. Frequencies and satisfaction can be used; nothing that crosses one item with another can.',
    synthetic: 'The responses were generated for trying things out and are nobody’s opinion.',
  },
  questionnaires: {
    title: 'Questionnaires',
    what: 'One questionnaire serves any department: department, place and year are filled in when it is handed out. It never changes afterwards; a revision is a new version.',
    chooseOne:
      'This evaluation has no survey yet. Choose a questionnaire and set up a survey with the number you plan to hand out.',
    chooseAction: 'Choose a questionnaire',
    none: 'No questionnaires yet',
    noneHint:
      'Questionnaires are defined as JSON and appear here once posted to POST /api/questionnaires.',
    here: 'Surveys of this evaluation',
    action: 'Action',
    version: (version) => `Version ${version}`,
    notUsed: 'Not used',
    newSurvey: 'Set up a survey',
    optional: 'optional',
    openText: (most) => `Text, up to ${most} characters`,
  },
  validity: {
    title: 'Validity rules',
    invalidates: 'A response is invalid where',
    flags: 'A doubt is raised, which alone never invalidates, where',
    completeSection: (section) => `“${section}” is not filled in completely`,
    noDoubleMark: 'an item for one answer has two marks',
    oneReturn: 'the same questionnaire was handed in again',
    minimumDuration: (seconds) => `answering took less than ${seconds} seconds`,
    straightLine: (section) => `every answer in “${section}” is the same`,
  },
  newSurvey: {
    title: 'Set up a survey',
    total: 'Planned',
    ofThem: (channel) => `of them: ${channel.toLowerCase()}`,
    phase: 'Phase',
    phaseHint: {
      formal: 'Its results are scored.',
      pilot: 'Only tests the questionnaire; its results are never scored.',
    },
    opensAt: 'Opens at',
    closesAt: 'Closes at',
    mayStayEmpty: 'optional',
    population: 'Population',
    sampling: 'Sampling',
    yes: 'Set up the survey',
    notYetOpen: 'It does not open yet: check it first.',
  },
  returns: {
    title: 'Returns',
    none: 'No surveys yet',
    noneHint:
      'Once a survey is set up from a questionnaire, this shows what was planned and what came back, valid and invalid, by channel.',
    validOfPlan: 'valid / planned',
    overPlan: (received, planned) =>
      `${received} were received, more than the ${planned} planned, so no return rate is given.`,
    nothingYet: 'No responses yet.',
    byDay: (days) => (days === 1 ? 'By day (1 day)' : `By day (${days} days)`),
    day: 'Day',
    period: (from, to) => `${from} to ${to}`,
    toResults: 'See the results',
    toResponses: 'See the responses',
  },
  moves: {
    open: 'Open the survey',
    reopen: 'Open again',
    openHint: {
      open: 'Once open, its questionnaire is fixed and whoever has the link can answer.',
      code: 'Once open, its questionnaire is fixed and whoever has an access code can answer.',
    },
    close: 'Close the survey',
    closeTitle: 'Close this survey?',
    closeWhat: (outOf) =>
      `${outOf} have come in. Once closed, the link takes no new responses; it can be opened again.`,
  },
  protection: {
    access: 'Who can answer',
    ways: { open: 'Open link', code: 'Single-use codes' },
    means: {
      open: 'Whoever has the link. A second response from a device is kept and flagged; a flood from one network is slowed down. No network address is stored.',
      code: 'Whoever has a code; each is good for one response. Only that a code is spent is kept, never which response it came with.',
    },
    proofOfWork: 'Ask the browser for a proof of work first',
    proofOfWorkHint:
      'Slows scripts down and hardly anybody else, but a browser without JavaScript cannot send. For links that are posted in public.',
    proofOfWorkMeans:
      'Before sending, the browser has to do a proof of work, which slows scripts down.',
    numbers: (issued, spent) => `${issued} codes issued, ${spent} spent.`,
    fewer: (planned) => `Fewer than the ${planned} planned.`,
    issue: 'Issue codes',
    count: 'How many',
    issueHint: 'At most 5,000 at once.',
    issuedTitle: (issued) => `${issued} codes issued`,
    onlyOnce:
      'Shown this once: the codes themselves are not kept. Save the list and hand them out, one each, without writing down who got which.',
    code: 'Access code',
    link: 'Link',
    download: 'Download CSV',
    copy: 'Copy the list',
    done: 'Saved, close',
  },
  feeds: {
    feeds: 'Feeds',
    none: 'Does not feed the score',
    pilot: 'A pilot never feeds the score',
    choose: 'Score from this survey',
    title: (survey) => `Score from survey ${survey}?`,
    what: (indicators, now, next) =>
      now === undefined
        ? `The indicators of this respondent group will be scored from survey ${next}.`
        : `${indicators.join(', ')} are scored from survey ${now} and will be scored from ${next}; scores and total change with it.`,
    survey: (code, base) => `${code} (n = ${base})`,
  },
  results: {
    none: 'No results yet',
    noneHint:
      'Once there is a survey with valid responses, this shows counts, shares and satisfaction item by item.',
    nobodyYet: 'No valid responses yet',
    nobodyYetHint: 'Results appear here with the first valid response.',
    toReturns: 'See the returns',
    surveys: 'Surveys',
    rounding: 'Rounding',
    exact: 'Exact',
    published: 'As published',
    roundingHint: {
      exact:
        'Computed as fractions throughout and rounded once, for display. Scores always use this.',
      published:
        'Each share is rounded to two decimals first, then weighted and added, as reports do; for checking a printed table, never for scoring.',
    },
    comparators: 'For comparison only, never scored',
    satisfactionItems: 'Satisfaction items',
    showAs: 'Show as',
    chart: 'Chart',
    table: 'Table',
    chartLabel: (topics) =>
      `Bar chart of answer shares by item: ${topics.join(', ')}. The table has the same data.`,
    count: 'Count',
    share: 'Share',
    weight: 'Weight',
    weighted: 'Weighted',
    nobody: 'Nobody answered',
    allChannels: 'All channels',
    noTexts: 'Nobody wrote anything.',
    someTexts: (shown, all) => `${shown} of ${all} shown.`,
  },
  comparators: {
    topTwoBox: 'Top-2-box share',
    evenWeights: 'Weights 100/75/50/25',
    overallItem: 'Overall item alone',
  },
  responses: {
    title: 'Responses',
    back: (group) => `${group}: results`,
    none: 'No such responses',
    noneHint: 'Loosen the filter and look again.',
    noneYet: 'None among those looked through so far; there are more.',
    all: 'All',
    flaggedOnly: 'Only those with a flag',
    anyAnswer: 'Any answer',
    answered: (item, option) => `Only responses that answer “${item}” with “${option}”.`,
    response: 'Response',
    receivedAt: 'Received',
    notAnswered: 'not answered',
  },
  reasons: {
    sectionNotFilled: (section) => `“${section}” not filled in`,
    itemSkipped: (item) => `“${item}” skipped`,
    doubleMark: (item) => `“${item}” has two marks`,
    unknownAnswer: (item) => `“${item}” has an answer that is no option`,
    repeat: 'handed in again',
  },
  flags: {
    tooFast: (seconds) => `Flag: answered in ${seconds} s`,
    straightLine: (section) => `Flag: all answers in “${section}” the same`,
    sameDevice: 'Flag: this device answered the survey before',
  },
};
