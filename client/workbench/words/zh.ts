import { zhScoring } from './zh-scoring.ts';
import { zhSurveys } from './zh-surveys.ts';

/** The workbench in Chinese; `en.ts` has the same shape. Terms are those of the vocabulary. */
export const zh = {
  ...zhSurveys,
  ...zhScoring,
  shell: {
    skip: '跳到正文',
    otherLanguage: 'English',
    signOut: '退出',
  },
  states: {
    loading: '正在载入',
    unreachable: '连不上服务器，请检查网络后重试。',
    unknownFault: '服务器没有给出可以理解的回答。',
    again: '重试',
    noBase: '没有人作答',
    notFound: '这里没有内容',
    notFoundHint: '地址可能写错了，或者内容已经删除。',
    cancel: '取消',
    more: '显示更多',
    save: '保存',
  },
  copy: { ready: '复制链接', copied: '已复制', failed: '请手动复制' },
  signIn: {
    title: '登录',
    what: '从每一份答卷，到最后的等级',
    whatMore:
      '满评用于部门整体支出绩效评价：发放问卷、回收答卷、计算满意度、按评价指标体系评分。每个数都可以一步一步追到它的来处。',
    username: '用户名',
    password: '密码',
    enter: '登录',
    entering: '正在登录',
    first: '首次启动时，账号 admin 的密码显示在启动服务的窗口里。',
  },
  evaluations: {
    title: '绩效评价项目',
    create: '新建项目',
    createYes: '建立项目',
    department: '被评价部门',
    departmentHint: '全称，会填入问卷文字中。',
    place: '所在地',
    year: '预算年度',
    received: '收到答卷',
    none: '还没有绩效评价项目',
    noneHint: '先建立一个项目：写明被评价部门和预算年度，选定评价指标体系，然后从问卷建立调查。',
    example: '示例',
    exampleHint:
      '标有“示例”的项目按一份公布的评价报告重建，可以随意查看和试填。开始正式工作前，可以一次删除。',
    deleteExample: '删除示例',
    deleteTitle: (department: string, year: number) => `删除示例“${department} ${year} 年度”？`,
    deleteYes: '删除这些内容',
    deleted: (surveys: string, responses: string) =>
      `示例已删除：${surveys} 项调查、${responses} 份答卷。`,
    goesSurveys: (surveys: string, responses: string) => `${surveys} 项调查、${responses} 份答卷`,
    goesScores: (entered: string, overridden: string) =>
      `${entered} 项指标的业绩值、${overridden} 项评价组核定`,
    goesForGood: '删除后不能恢复。问卷和评价指标体系保留。',
    name: (department: string, year: number) => `${department} ${year} 年度整体支出绩效评价`,
    version: (title: string, version: number) => `${title}（第 ${version} 版）`,
    systemHint: '建立后不再改变。',
  },
  details: {
    title: '项目资料',
    what: '部门、所在地和年度会填入问卷文字，项目名称也由部门和年度组成。在调查开放之前都可以修改。',
    changesName: '保存后项目名称随之改变；以后建立的调查使用新的内容。',
    changesTexts: (_: number, surveys: string) =>
      `保存后，凡是填入它们的地方都随之改变：项目名称，以及下列 ${surveys} 项调查的标题和问卷文字。`,
    staysSame: '评价指标体系、已经录入的业绩值和得分不变。',
    saved: '已保存。',
    unchanged: '没有改动。',
    fixed:
      '部门、所在地和年度不能再改：下列调查已经开放过，这些内容受访者可能已经读到。需要更正时，另建一个项目。',
  },
  stops: {
    title: '从问卷到报告',
    questionnaires: '问卷',
    returns: '回收',
    results: '结果',
    scoring: '评分',
    report: '报告',
    later: '稍后提供',
    valid: '有效',
    incomplete: '未完成',
    surveys: (_: number) => '项调查',
    noSurveys: '尚无调查',
    nothing: '暂无',
  },
};

/** What the screens say, in one language. */
export type Words = typeof zh;
