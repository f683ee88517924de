/**
 * Every error the server answers with: its status and what it is called in each language. The code is stable; programs
 * may rely on it.
 */
export const PROBLEMS = {
  'not-found': [404, '没有这个地址', 'There is nothing at this address'],
  'unknown-survey': [
    404,
    '没有这项调查，请核对链接',
    'There is no such survey; please check the link',
  ],
  'unknown-evaluation': [404, '没有这个评价项目', 'There is no such evaluation'],
  'unknown-questionnaire': [404, '没有这份问卷', 'There is no such questionnaire'],
  'unknown-indicator-system': [404, '没有这个评价指标体系', 'There is no such indicator system'],
  'unknown-indicator': [
    404,
    '指标体系中没有这个指标',
    'The indicator system has no such indicator',
  ],

  'not-json': [415, '内容不是 JSON', 'The content is not JSON'],
  'not-a-form': [415, '内容不是表单', 'The content is not a posted form'],
  'unsupported-file': [
    415,
    '不接受这种文件，请换一种格式',
    'This kind of file is not taken; please use another format',
  ],
  'too-large': [
    413,
    '内容太大，请缩短后再提交',
    'The content is too large; please shorten it and send it again',
  ],
  'incomplete-body': [400, '内容没有传完', 'The content broke off before its end'],
  'not-acceptable': [422, '内容不符合要求', 'The content is not acceptable'],
  'definition-not-acceptable': [422, '定义有误', 'The definition has faults'],
  'response-not-acceptable': [422, '答卷有误', 'The response has errors'],

  'survey-not-open': [403, '这项调查现在不接收答卷', 'This survey takes no responses now'],
  'access-code-missing': [
    403,
    '这项调查凭访问码作答，请填写访问码',
    'This survey is answered with an access code; please give yours',
  ],
  'access-code-unknown': [
    403,
    '没有这个访问码，请核对后重填',
    'There is no such access code; please check it',
  ],
  'access-code-spent': [
    403,
    '这个访问码已经用过，一个访问码只能交一份答卷',
    'This access code has been used; each is good for one response',
  ],
  'proof-needed': [
    403,
    '这项调查要求浏览器先完成一次验证计算，需要启用 JavaScript',
    'This survey asks the browser for a proof of work first, which needs JavaScript',
  ],
  'proof-wrong': [
    403,
    '验证计算不对或已过期，请重新计算',
    'The proof of work is wrong or has expired; please make a new one',
  ],
  'too-many-responses': [
    429,
    '同一网络短时间内提交的答卷太多，请稍后再试',
    'Too many responses from one network in a short time; please try again later',
  ],
  'access-codes-not-used': [
    409,
    '这项调查凭公开链接作答，不用访问码',
    'This survey is answered by its open link and uses no access codes',
  ],
  'proof-not-used': [409, '这项调查不要求验证计算', 'This survey asks for no proof of work'],
  'response-exists': [
    409,
    '这份答卷先前已经收到，内容与这次不同，以先前的为准',
    'This response was received before, with other content; what came first counts',
  ],
  'definition-exists': [
    409,
    '这个编号和版本的定义已经存在，内容与这次不同；修改请用新的版本号',
    'A definition with this id and version exists with other content; a change is a new version',
  ],
  'survey-not-collected': [
    409,
    '这项调查的答卷不是在线收集的，不能开放',
    'The responses of this survey were not collected here, so it cannot be opened',
  ],
  'survey-never-opened': [409, '这项调查还没有开放过', 'This survey was never opened'],
  'evaluation-fielded': [
    409,
    '已有调查开放过，部门、所在地和年度不能再改',
    'A survey has been opened, so department, place and year are fixed',
  ],
  'evaluation-not-example': [
    409,
    '只有示例项目可以整体删除',
    'Only the worked example can be deleted as a whole',
  ],

  'not-signed-in': [401, '请先登录', 'Please sign in'],
  'wrong-credentials': [401, '用户名或密码不对', 'The user name or the password is wrong'],
  'too-many-attempts': [
    429,
    '登录失败次数过多，请稍后再试',
    'Too many failed attempts to sign in; please try again later',
  ],
  'not-allowed': [403, '没有权限', 'You are not allowed to do this'],
  'read-only-token': [403, '访问令牌只能读取', 'A token may only read'],
  'foreign-origin': [403, '请求来自其他网站', 'The request comes from another site'],

  busy: [503, '服务器繁忙，请稍后再试', 'The server is busy; please try again shortly'],
  'database-unavailable': [503, '数据库不可写', 'The database cannot be written'],
  internal: [500, '服务器内部错误', 'Something went wrong in the server'],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;

export type ProblemCode = keyof typeof PROBLEMS;
