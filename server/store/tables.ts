import type { Kysely } from 'kysely';
import type { Channel, Disposition } from '../../survey-definitions/response.ts';
import type {
  Phase,
  Provenance,
  Sampling,
  StoredState,
  SurveyAccess,
} from '../../survey-definitions/survey.ts';

/**
 * The tables as every engine has them: text ids, ISO-8601 UTC times as text, JSON as text that is parsed
 * by Zod on the way out, flags as 0 or 1.
 */
export interface Tables {
  /** Published definitions. A row never changes: a change is a new version. */
  questionnaires: { id: string; version: number; definition: string; created_at: string };
  indicator_systems: { id: string; version: number; definition: string; created_at: string };

  evaluations: {
    id: string;
    department: string;
    place: string;
    year: number;
    indicator_system_id: string;
    indicator_system_version: number;
    /** JSON: respondent group -> survey code, or several that are combined, where somebody chose what feeds the indicators. */
    feeds: string;
    /** 1 for the worked example, which may be deleted with everything in it. */
    example: number;
    /** JSON: who commissions, who evaluates, whom to call (项目资料). */
    particulars: string;
    archived_at: string | null;
    /** Date in China until which single answers are kept (2027-12-31); null: as long as the evaluation. */
    answers_kept_until: string | null;
    /** When they were removed, of every survey. */
    answers_removed_at: string | null;
    created_at: string;
  };
  /** Amounts and numbers that inputs are computed from (基础数据), of one evaluation. */
  base_data: {
    evaluation_id: string;
    /** JSON. */
    cells: string;
    checks: string;
    updated_at: string;
    updated_by: string;
  };

  surveys: {
    code: string;
    evaluation_id: string;
    questionnaire_id: string;
    questionnaire_version: number;
    respondent_group: string;
    phase: Phase;
    access: SurveyAccess;
    /** 1 where a response must come with a proof of work. */
    proof_of_work: number;
    provenance: Provenance;
    /** draft until first opened; then open or closed. opens_at and closes_at narrow `open` further. */
    state: StoredState;
    /** JSON: { total, byChannel? }. */
    plan: string;
    population: number | null;
    sampling: Sampling | null;
    opens_at: string | null;
    closes_at: string | null;
    /** When what closing does was done because `closes_at` had come; null again once that is moved on. */
    clock_closed_at: string | null;
    /** Names the closing after which its codes are still to be written anew; null where none is, or they were. */
    codes_to_mix: string | null;
    /** Since when its single answers, texts and codes are no more to be had; its counts stay. */
    answers_removed_at: string | null;
    created_at: string;
  };

  /** Places and units where a survey is carried out (调查点), each with a link of its own. */
  points: {
    survey_code: string;
    id: string;
    /** Its place in the list, from 0. */
    position: number;
    name: string;
    plan: number | null;
    closed_at: string | null;
  };
  /** Questionnaires handed out (实际发放数), as somebody counted them; point '' for those of none. */
  handed_out: {
    survey_code: string;
    channel: Channel;
    point: string;
    n: number;
    at: string;
    author: string;
  };
  /** How much has been removed of a survey at the end of its answers' time, a row from the moment that it began. */
  removed_answers: {
    survey_code: string;
    responses: number;
    /** Responses among them in which a text item was answered. */
    texts: number;
    codes: number;
    spent_codes: number;
  };
  /** Every version of a survey's plan, its points' included. A row never changes. */
  plan_versions: {
    survey_code: string;
    version: number;
    /** JSON: as in surveys. */
    plan: string;
    /** JSON: [{ id, name, plan?, closed }]. */
    points: string;
    reason: string | null;
    author: string;
    at: string;
  };

  /**
   * Single-use codes (一次性访问码). What is kept of one is that it exists and whether it is spent: nothing here, no
   * time and no order, leads to the response it came with.
   */
  access_codes: {
    survey_code: string;
    /** SHA-256 of the survey's code and the access code, which has 128 random bits. */
    code_hash: string;
    spent: number;
  };

  responses: {
    /** UUID made by the respondent's device. The primary key decides what is new. */
    id: string;
    survey_code: string;
    channel: Channel;
    /** JSON: the answers as they were given. */
    answers: string;
    /** SHA-256 of the canonical content, to tell the same again from other content under the same id. */
    content_hash: string;
    started_at: string | null;
    received_at: string;
    disposition: Disposition;
    /** JSON: why it is invalid, every reason. */
    reasons: string;
    /** JSON: hints that alone never invalidate. */
    flags: string;
    flagged: number;
    /** 1 where a text item was answered, so that open answers are found without reading the others. */
    has_text: number;
    /** The collection point it came from; null for none. */
    point: string | null;
    /** Receipt number (回执号), which follows from the id (receipt.ts): 7K3F-29QD. */
    receipt: string;
    /** What the rules had decided, where somebody has overruled them; null: `disposition` is theirs. */
    ruled: Disposition | null;
  };
  /** What staff decided about single responses, beside the rules. A row never changes, and goes with its response. */
  judgements: {
    response_id: string;
    /** 1, 2, 3 … of each response. */
    seq: number;
    survey_code: string;
    /** 1, 2, 3 … of each survey. */
    place: number;
    at: string;
    author: string;
    /** The disposition that it had until then. */
    before: Disposition;
    /** null: taken back, so that the rules decide again. */
    disposition: Disposition | null;
    /** '' where something was taken back without one. */
    reason: string;
  };

  /**
   * How many responses gave an option, kept in the transaction that writes the response. Item '' with
   * option '' counts the responses themselves; an item with option '' counts the answers to it (its base).
   * Several writers keep rows of their own (`shard`), so that none waits for another.
   */
  answer_counts: {
    survey_code: string;
    channel: string;
    /** '' for none. */
    point: string;
    disposition: string;
    item: string;
    option: string;
    shard: number;
    n: number;
  };
  /** How many responses came in per day (date in China), for the progress of the fieldwork. */
  day_counts: {
    survey_code: string;
    channel: string;
    /** '' for none. */
    point: string;
    day: string;
    disposition: string;
    flagged: number;
    shard: number;
    n: number;
  };
  /** The same per hour in China (2026-03-01T14). */
  hour_counts: {
    survey_code: string;
    channel: string;
    /** '' for none. */
    point: string;
    hour: string;
    disposition: string;
    flagged: number;
    shard: number;
    n: number;
  };
  /** How many responses came in online within a minute in China (2026-03-01 14:05), to see many at once; gone with the answers. */
  minute_counts: { survey_code: string; minute: string; shard: number; n: number };
  /** How many responses carry a flag (疑点); one that carries two is in both. */
  flag_counts: {
    survey_code: string;
    channel: string;
    /** '' for none. */
    point: string;
    disposition: string;
    flag: string;
    shard: number;
    n: number;
  };
  /**
   * How many respondents have the same mean of their own answers, as it counts in the composite; given up beyond two thousand
   * different ones (own-means.ts).
   */
  own_mean_counts: {
    survey_code: string;
    channel: string;
    /** '' for none. */
    point: string;
    disposition: string;
    own: string;
    shard: number;
    n: number;
  };
  /** Sums over respondents that the uncertainty of the composite is made of, by name (own-means.ts); `n` is the sum. */
  own_mean_sums: {
    survey_code: string;
    channel: string;
    /** '' for none. */
    point: string;
    disposition: string;
    sum: string;
    shard: number;
    n: number;
  };
  /** How many devices got to a step of the form (survey-definitions/form-step.ts), as far as their pages said so. */
  step_counts: { survey_code: string; step: string; shard: number; n: number };
  /** What was pointed out of a survey and put aside by somebody, with why. */
  aside_notices: {
    survey_code: string;
    /** What it is about, as analysis/notices names it. */
    notice: string;
    /** How many it was about then; null where it is about no number that grows. */
    n: number | null;
    reason: string;
    author: string;
    at: string;
  };

  /**
   * How often an evaluation has changed, or anything that is shown of it: counted in the transaction that makes the
   * change, by several writers in rows of their own. A row outlives its evaluation, so that sums only ever grow.
   */
  revisions: { evaluation_id: string; shard: number; n: number };

  /** What a scorer entered for an indicator, and an override (评价组核定) beside the rule's score. */
  scoring_entries: {
    evaluation_id: string;
    code: string;
    /** JSON in the rule's own shape, or null. */
    inputs: string | null;
    /** JSON: { score, reason, author, at }, or null. */
    override: string | null;
    /** A remark the scorer wants read beside the score; it moves nothing. */
    note: string | null;
    updated_at: string;
    updated_by: string;
  };

  /** Figures that do not move by themselves (定稿). A row never changes. */
  frozen_figures: {
    id: string;
    evaluation_id: string;
    frozen_at: string;
    author: string;
    /** Canonical JSON (RFC 8785), of which `hash` is the SHA-256. */
    content: string;
    hash: string;
  };
  /** What a group's indicators score by: its newest frozen figure, in short. */
  scored_figures: {
    evaluation_id: string;
    respondent_group: string;
    figures_id: string;
    frozen_at: string;
    /** JSON. */
    content: string;
  };
  /** A group's figure of the year before, typed in with where it stands. */
  earlier_figures: {
    evaluation_id: string;
    respondent_group: string;
    /** Decimal, in percent. */
    value: string;
    source: string;
    author: string;
    at: string;
  };

  users: {
    id: string;
    username: string;
    /** scrypt parameters, salt and hash in one text. */
    password_hash: string;
    /** 1: holds every permission in every evaluation. */
    admin: number;
    /** 1: may begin evaluations though he is evaluator of none yet. */
    begins_evaluations: number;
    /** Since when nobody signs in with it; null while it is in use. */
    disabled_at: string | null;
    password_changed_at: string | null;
    /** Base32 of the second factor (TOTP); null where there is none. */
    totp_secret: string | null;
    /** The same while it has not been shown by a code that it works. */
    totp_pending: string | null;
    /** The last time step whose code was taken: none is taken twice. */
    totp_last_step: number | null;
    created_at: string;
  };
  /** Codes that take the place of the second factor once each, as hashes. */
  recovery_codes: { user_id: string; code_hash: string; used_at: string | null };
  /** Who has which role in which evaluation; one a person. */
  memberships: {
    evaluation_id: string;
    user_id: string;
    role: string;
    since: string;
    granted_by: string;
  };
  /** One-time links by which somebody makes an account, joins an evaluation, or chooses a new password. */
  invitations: {
    id: string;
    secret_hash: string;
    /** invitation or reset. */
    kind: string;
    evaluation_id: string | null;
    role: string | null;
    admin: number;
    begins_evaluations: number;
    /** Whose password is reset. */
    user_id: string | null;
    /** For whom it is, as whoever made it noted. */
    note: string;
    made_by: string;
    created_at: string;
    expires_at: string;
    used_at: string | null;
    used_by: string | null;
    withdrawn_at: string | null;
  };
  sessions: {
    token_hash: string;
    /** What it is named by where sessions are listed: leads to no cookie. */
    id: string;
    user_id: string;
    created_at: string;
    expires_at: string;
    /** To about a minute. */
    last_seen_at: string;
    /** What its browser calls itself, in short. */
    device: string;
  };
  tokens: {
    id: string;
    token_hash: string;
    name: string;
    role: string;
    /** The only evaluation that it reaches; null: all that its maker sees. */
    evaluation_id: string | null;
    /** 1: made before tokens could write. */
    read_only: number;
    maker_id: string | null;
    created_by: string;
    created_at: string;
    expires_at: string;
    last_used_at: string | null;
    revoked_at: string | null;
    revoked_by: string | null;
  };

  /** Append-only: nothing changes a row or takes one away. Each holds the hash of the one before (audit-chain.ts). */
  audit_events: {
    /** 1, 2, 3 … without gaps. */
    seq: number;
    id: string;
    at: string;
    /** Username, or token:<id>. */
    actor: string;
    /** e.g. survey.open, scoring.override. */
    action: string;
    evaluation_id: string | null;
    /** What it was done to, e.g. a survey code or an indicator code. */
    subject: string;
    /** JSON: what changed. Never anyone's answers. */
    detail: string;
    previous: string;
    hash: string;
  };
  /** One row: the last event of the chain. Whoever appends holds it until he has committed. */
  audit_head: { id: number; seq: number; hash: string };
  /** Single facts about this database, e.g. that the example was loaded; `health` is written by /healthz. */
  settings: { key: string; value: string };
}

export type Db = Kysely<Tables>;
