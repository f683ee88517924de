import type { BaseData } from '../../survey-definitions/cells.ts';

/**
 * The base data of the Shuozhou 2019 evaluation as the report's table and text print it, 预算 for the budget and 决算 for the
 * outturn. The report gives no amount for what was left out of the budget adjustment.
 */
export const BASE_DATA: BaseData = {
  cells: [
    { code: 'staff-posts', name: '编制数', unit: '人', values: { 2019: '71' } },
    { code: 'staff', name: '在职人数', unit: '人', values: { 2019: '88' } },
    {
      code: 'three-public',
      name: '“三公经费”',
      unit: '万元',
      values: { '2018预算': '15', '2018决算': '14.94', '2019预算': '17.79', '2019决算': '16.65' },
    },
    {
      code: 'three-public-vehicles',
      name: '公务用车购置和维护经费',
      unit: '万元',
      values: { '2018预算': '15', '2018决算': '14.94', '2019预算': '17.79', '2019决算': '16.65' },
    },
    {
      code: 'three-public-abroad',
      name: '因公出国',
      unit: '万元',
      values: { '2018预算': '0', '2018决算': '0', '2019预算': '0', '2019决算': '0' },
    },
    {
      code: 'three-public-reception',
      name: '公务接待',
      unit: '万元',
      values: { '2018预算': '0', '2018决算': '0', '2019预算': '0', '2019决算': '0' },
    },
    {
      code: 'projects',
      name: '项目支出',
      unit: '万元',
      values: {
        '2018预算': '260.22',
        '2018决算': '1943.46',
        '2019预算': '48.24',
        '2019决算': '2744.57',
      },
    },
    { code: 'projects-key', name: '重点项目支出', unit: '万元', values: { '2019决算': '1932.06' } },
    {
      code: 'personnel',
      name: '人员经费',
      unit: '万元',
      values: {
        '2018预算': '928.4',
        '2018决算': '983.23',
        '2019预算': '932.46',
        '2019决算': '972.45',
      },
    },
    {
      code: 'operating',
      name: '公用经费',
      unit: '万元',
      values: {
        '2018预算': '200.68',
        '2018决算': '352.91',
        '2019预算': '281.8',
        '2019决算': '332.10',
      },
    },
    {
      code: 'procurement',
      name: '政府采购经费',
      unit: '万元',
      values: {
        '2018预算': '1186.70',
        '2018决算': '1160.01',
        '2019预算': '818.34',
        '2019决算': '789.71',
      },
    },
    { code: 'budget', name: '年初预算数', unit: '万元', values: { 2019: '1262.5' } },
    { code: 'budget-adjusted', name: '调整后预算数', unit: '万元', values: { 2019: '7430.06' } },
    {
      code: 'budget-adjustment',
      name: '预算调整数',
      unit: '万元',
      values: { 2019: '0' },
      excluded: { 2019: { reason: '年中追加的项目为上级临时交办，部门无法预知，予以剔除' } },
    },
    {
      code: 'carried-over',
      name: '结转结余',
      unit: '万元',
      values: { 2019: '7.74' },
      excluded: { 2019: { amount: '3594.42', reason: '跨年度项目结转 3594.42 万元，予以剔除' } },
    },
    { code: 'self-evaluated', name: '完成绩效自评的项目', unit: '项', values: { 2019: '2' } },
    { code: 'projects-count', name: '有绩效目标表的项目', unit: '项', values: { 2019: '6' } },
  ],
  // What holds between the amounts that are printed.
  checks: [
    {
      name: '年初预算数等于人员、公用、项目三项预算之和',
      left: 'budget@2019',
      right: 'personnel@2019预算 + operating@2019预算 + projects@2019预算',
    },
    {
      name: '2018预算“三公经费”等于三项之和',
      left: 'three-public@2018预算',
      right:
        'three-public-vehicles@2018预算 + three-public-abroad@2018预算 + three-public-reception@2018预算',
    },
    {
      name: '2018决算“三公经费”等于三项之和',
      left: 'three-public@2018决算',
      right:
        'three-public-vehicles@2018决算 + three-public-abroad@2018决算 + three-public-reception@2018决算',
    },
    {
      name: '2019预算“三公经费”等于三项之和',
      left: 'three-public@2019预算',
      right:
        'three-public-vehicles@2019预算 + three-public-abroad@2019预算 + three-public-reception@2019预算',
    },
    {
      name: '2019决算“三公经费”等于三项之和',
      left: 'three-public@2019决算',
      right:
        'three-public-vehicles@2019决算 + three-public-abroad@2019决算 + three-public-reception@2019决算',
    },
  ],
};

/** Inputs that the report computes from its base data, by indicator: in place of what it prints, rounded. */
export const EXPRESSIONS = {
  B102: 'budget-adjustment@2019 / budget@2019 * 100',
  B103: '(three-public@2019预算 - three-public@2018预算) / three-public@2018预算 * 100',
  B202: 'carried-over@2019 / budget-adjusted@2019 * 100',
  B203: 'projects-key@2019决算 / projects@2019决算 * 100',
  B204: 'operating@2019决算 / operating@2019预算 * 100',
  B205: 'three-public@2019决算 / three-public@2019预算 * 100',
} as const;
