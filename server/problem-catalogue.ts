import type { Language } from '../survey-definitions/text.ts';

/**
 * Every error the server answers with: its status and what it is called in each language. The code is stable; programs
 * may rely on it.
 */
export const PROBLEMS = {
  'not-found': {
    status: 404,
    title: { 'zh-CN': '没有这个地址', en: 'There is nothing at this address' },
  },
  'unknown-survey': {
    status: 404,
    title: {
      'zh-CN': '没有这项调查，请核对链接',
      en: 'There is no such survey; please check the link',
    },
  },
  'unknown-evaluation': {
    status: 404,
    title: { 'zh-CN': '没有这个评价项目', en: 'There is no such evaluation' },
  },
  'unknown-questionnaire': {
    status: 404,
    title: { 'zh-CN': '没有这份问卷', en: 'There is no such questionnaire' },
  },
  'unknown-indicator-system': {
    status: 404,
    title: { 'zh-CN': '没有这个评价指标体系', en: 'There is no such indicator system' },
  },
  'unknown-session': {
    status: 404,
    title: {
      'zh-CN': '没有这个登录会话，可能已经结束',
      en: 'There is no such session; it may have ended',
    },
  },
  'unknown-token': {
    status: 404,
    title: { 'zh-CN': '没有这个访问令牌', en: 'There is no such token' },
  },
  'unknown-account': {
    status: 404,
    title: { 'zh-CN': '没有这个账号', en: 'There is no such account' },
  },
  'unknown-indicator': {
    status: 404,
    title: { 'zh-CN': '指标体系中没有这个指标', en: 'The indicator system has no such indicator' },
  },
  'unknown-response': {
    status: 404,
    title: { 'zh-CN': '没有这份答卷', en: 'There is no such response' },
  },
  'unknown-figures': {
    status: 404,
    title: { 'zh-CN': '没有这份定稿', en: 'There is no such frozen figure' },
  },
  'unknown-notice': {
    status: 404,
    title: {
      'zh-CN': '现在没有这条提醒，可能已经不再成立',
      en: 'There is no such notice now; it may no longer hold',
    },
  },
  'unknown-invitation': {
    status: 404,
    title: {
      'zh-CN': '这个链接已经用过、已经撤回，或者过了期限',
      en: 'This link was used, was withdrawn or has expired',
    },
  },

  'not-json': { status: 415, title: { 'zh-CN': '内容不是 JSON', en: 'The content is not JSON' } },
  'not-a-form': {
    status: 415,
    title: { 'zh-CN': '内容不是表单', en: 'The content is not a posted form' },
  },
  'unsupported-file': {
    status: 415,
    title: {
      'zh-CN': '不接受这种文件，请换一种格式',
      en: 'This kind of file is not taken; please use another format',
    },
  },
  'too-large': {
    status: 413,
    title: {
      'zh-CN': '内容太大，请缩短后再提交',
      en: 'The content is too large; please shorten it and send it again',
    },
  },
  'incomplete-body': {
    status: 400,
    title: { 'zh-CN': '内容没有传完', en: 'The content broke off before its end' },
  },
  'not-acceptable': {
    status: 422,
    title: { 'zh-CN': '内容不符合要求', en: 'The content is not acceptable' },
  },
  'definition-not-acceptable': {
    status: 422,
    title: { 'zh-CN': '定义有误', en: 'The definition has faults' },
  },
  'response-not-acceptable': {
    status: 422,
    title: { 'zh-CN': '答卷有误', en: 'The response has errors' },
  },

  'survey-not-open': {
    status: 403,
    title: { 'zh-CN': '这项调查现在不接收答卷', en: 'This survey takes no responses now' },
  },
  'access-code-missing': {
    status: 403,
    title: {
      'zh-CN': '这项调查凭访问码作答，请填写访问码',
      en: 'This survey is answered with an access code; please give yours',
    },
  },
  'access-code-unknown': {
    status: 403,
    title: {
      'zh-CN': '没有这个访问码，请核对后重填',
      en: 'There is no such access code; please check it',
    },
  },
  'access-code-spent': {
    status: 403,
    title: {
      'zh-CN': '这个访问码已经用过，一个访问码只能交一份答卷',
      en: 'This access code has been used; each is good for one response',
    },
  },
  'proof-needed': {
    status: 403,
    title: {
      'zh-CN': '这项调查要求浏览器先完成一次验证计算，需要启用 JavaScript',
      en: 'This survey asks the browser for a proof of work first, which needs JavaScript',
    },
  },
  'proof-wrong': {
    status: 403,
    title: {
      'zh-CN': '验证计算不对或已过期，请重新计算',
      en: 'The proof of work is wrong or has expired; please make a new one',
    },
  },
  'too-many-responses': {
    status: 429,
    title: {
      'zh-CN': '同一网络短时间内提交的答卷太多，请稍后再试',
      en: 'Too many responses from one network in a short time; please try again later',
    },
  },
  'judged-meanwhile': {
    status: 409,
    title: {
      'zh-CN': '这份答卷刚由别人判定过，请先看过再判',
      en: 'Somebody has judged this response meanwhile; please look at it first',
    },
  },
  'access-codes-not-used': {
    status: 409,
    title: {
      'zh-CN': '这项调查凭公开链接作答，不用访问码',
      en: 'This survey is answered by its open link and uses no access codes',
    },
  },
  'proof-not-used': {
    status: 409,
    title: { 'zh-CN': '这项调查不要求验证计算', en: 'This survey asks for no proof of work' },
  },
  'response-exists': {
    status: 409,
    title: {
      'zh-CN': '这份答卷先前已经收到，内容与这次不同，以先前的为准',
      en: 'This response was received before, with other content; what came first counts',
    },
  },
  'definition-exists': {
    status: 409,
    title: {
      'zh-CN': '这个编号和版本的定义已经存在，内容与这次不同；修改请用新的版本号',
      en: 'A definition with this id and version exists with other content; a change is a new version',
    },
  },
  'survey-not-collected': {
    status: 409,
    title: {
      'zh-CN': '这项调查的答卷不是在线收集的，不能开放',
      en: 'The responses of this survey were not collected here, so it cannot be opened',
    },
  },
  'survey-period-over': {
    status: 409,
    title: {
      'zh-CN': '调查时段已经结束，不能开放',
      en: 'The period of this survey is over, so it cannot be opened',
    },
  },
  'survey-closed': {
    status: 409,
    title: {
      'zh-CN': '这项调查已经关闭，不能直接开放',
      en: 'This survey is closed and cannot simply be opened',
    },
  },
  'survey-not-closed': {
    status: 409,
    title: { 'zh-CN': '这项调查没有关闭', en: 'This survey is not closed' },
  },
  'survey-not-draft': {
    status: 409,
    title: {
      'zh-CN': '这项调查开放过，只有草稿可以删除',
      en: 'This survey has been opened; only a draft can be deleted',
    },
  },
  'survey-fixed': {
    status: 409,
    title: {
      'zh-CN': '这项调查的现状不允许再改这些内容',
      en: 'As this survey stands, this can no longer be changed',
    },
  },
  'not-derivable': {
    status: 409,
    title: {
      'zh-CN': '这项调查的答卷由公布的人数重建，无从拆分',
      en: 'The responses of this survey were rebuilt from published counts, so no part of them can be told',
    },
  },
  'answers-removed': {
    status: 409,
    title: {
      'zh-CN': '单份答卷、开放题原文和访问码已按保存期限删除',
      en: 'Single answers, texts and access codes were removed at the end of the time for which they were kept',
    },
  },
  'survey-never-opened': {
    status: 409,
    title: { 'zh-CN': '这项调查还没有开放过', en: 'This survey was never opened' },
  },
  'evaluation-fielded': {
    status: 409,
    title: {
      'zh-CN': '已有调查开放过，部门、所在地和年度不能再改',
      en: 'A survey has been opened, so department, place and year are fixed',
    },
  },
  'evaluation-archived': {
    status: 409,
    title: {
      'zh-CN': '项目已归档，只能查看；要修改，请先取消归档',
      en: 'The evaluation is archived and can only be read; take it out of the archive to change it',
    },
  },
  'evaluation-collecting': {
    status: 409,
    title: {
      'zh-CN': '还有调查在收集答卷，不能归档',
      en: 'Surveys are still collecting, so the evaluation cannot be archived',
    },
  },
  'last-admin': {
    status: 409,
    title: {
      'zh-CN': '这是最后一个能用的管理员账号，不能停用，也不能取消其管理员身份',
      en: 'This is the last admin account in use; it can neither be disabled nor stop being an admin',
    },
  },

  'username-taken': {
    status: 409,
    title: {
      'zh-CN': '这个用户名已经有人用了，请换一个',
      en: 'This username is taken; please choose another',
    },
  },
  'last-evaluator': {
    status: 409,
    title: {
      'zh-CN': '这是项目最后一位评价人员，请先请别人接手',
      en: 'This is the last evaluator of the evaluation; somebody else must take over first',
    },
  },
  'account-disabled': {
    status: 409,
    title: { 'zh-CN': '账号已停用，请先启用', en: 'The account is disabled; enable it first' },
  },

  'not-signed-in': { status: 401, title: { 'zh-CN': '请先登录', en: 'Please sign in' } },
  'wrong-credentials': {
    status: 401,
    title: { 'zh-CN': '用户名或密码不对', en: 'The username or the password is wrong' },
  },
  'second-factor-needed': {
    status: 401,
    title: {
      'zh-CN': '密码正确，还需要验证码：身份验证器上的六位数字，或一个恢复码',
      en: 'The password is right; a code is needed too: six digits from your authenticator, or a recovery code',
    },
  },
  'wrong-code': {
    status: 401,
    title: {
      'zh-CN': '验证码不对，或已经用过；请等下一个验证码',
      en: 'The code is wrong or was used before; please wait for the next one',
    },
  },
  'second-factor-required': {
    status: 403,
    title: {
      'zh-CN': '管理员要求使用两步验证，请先在“我的账号”中开启',
      en: 'A second factor is required here; please set one up in your account first',
    },
  },
  'second-factor-off': {
    status: 409,
    title: {
      'zh-CN': '这个账号没有开启两步验证',
      en: 'This account has no second factor',
    },
  },
  'second-factor-not-begun': {
    status: 409,
    title: {
      'zh-CN': '请重新开始设置两步验证',
      en: 'Please begin setting up the second factor again',
    },
  },
  'too-many-attempts': {
    status: 429,
    title: {
      'zh-CN': '登录失败次数过多，请稍后再试',
      en: 'Too many failed attempts to sign in; please try again later',
    },
  },
  'not-allowed': {
    status: 403,
    title: { 'zh-CN': '没有权限', en: 'You are not allowed to do this' },
  },
  'read-only-token': {
    status: 403,
    title: { 'zh-CN': '访问令牌只能读取', en: 'A token may only read' },
  },
  'foreign-origin': {
    status: 403,
    title: { 'zh-CN': '请求来自其他网站', en: 'The request comes from another site' },
  },

  busy: {
    status: 503,
    title: {
      'zh-CN': '服务器繁忙，请稍后再试',
      en: 'The server is busy; please try again shortly',
    },
  },
  'too-many-streams': {
    status: 503,
    title: {
      'zh-CN': '同时打开的实时页面过多，请稍后再试',
      en: 'Too many live pages are open; please try again later',
    },
  },
  starting: {
    status: 503,
    title: {
      'zh-CN': '服务器正在启动，请稍后再试',
      en: 'The server is starting; please try again shortly',
    },
  },
  'database-unavailable': {
    status: 503,
    title: { 'zh-CN': '数据库不可写', en: 'The database cannot be written' },
  },
  internal: {
    status: 500,
    title: { 'zh-CN': '服务器内部错误', en: 'Something went wrong in the server' },
  },
} as const satisfies Record<string, { status: number; title: Record<Language, string> }>;

export type ProblemCode = keyof typeof PROBLEMS;
