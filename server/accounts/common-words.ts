import { dictionary } from '@zxcvbn-ts/language-common';

/** So many of the list are what everybody tries; the others are worth a little more. */
const FIRST = 5000;

// The list of the package (MIT): 49,233 passwords found in leaks, the most frequent first, mostly from English and Russian
// sites. What it lacks is what people in China choose, written down here from what lists of such leaks have in common.
const PINYIN =
  'woai woaini woaiwo woziji zuiai zhenai zhende jiushi jiushini woshi nishi henaini woaide yisheng yishengyishi yiwannian ' +
  'woaiwojia woaiziji woaimama woaibaba woaizhongguo woaibeijing woaini1314 woaini520 woaini521 wozhiaini ' +
  'aini aini1314 aiwo laopo laogong woailaopo baobao baobei baobei520 woxihuanni woxiangni niaiwo wobuzhidao buzhidao ' +
  'woshishui woshishen woshitiancai tiancai nihao nihaoma xiexie zaijian kuaile wangji wangjile suibian meiyou meiyoumima ' +
  'daohao caonima wocao cao shabi tamade nimabi mima wodemima mimamima denglu zhanghao yonghu yonghuming guanli guanliyuan ceshi ' +
  'xitong bangong bangongshi mishu juzhang chuzhang kezhang caiwu caizheng caizhengju caizhengting yusuan juesuan shenji ' +
  'jixiao pingjia jixiaopingjia manyi manyidu diaocha wenjuan pingfen zhengfu shizhengfu xianzhengfu renmin shuiwu ' +
  'zhongguo zhonghua zhongyang beijing shanghai guangzhou shenzhen tianjin chongqing chengdu wuhan nanjing hangzhou xian ' +
  'shanxi shaanxi hebei henan shandong jinan qingdao jiangsu suzhou zhejiang ningbo anhui hefei fujian xiamen jiangxi ' +
  'nanchang hubei hunan changsha guangdong guangxi nanning hainan haikou sichuan guizhou guiyang yunnan kunming xizang lasa ' +
  'gansu lanzhou qinghai xining ningxia yinchuan xinjiang neimenggu heilongjiang haerbin jilin changchun liaoning shenyang ' +
  'dalian taiyuan shuozhou datong zhengzhou shijiazhuang xianggang aomen taiwan zhangsan lisi wangwu xiaoming xiaohong ' +
  'xiaoxiao xiaolong xiaoyu xiaobai xiaozhu xinnian chunjie gongxi facai gongxifacai fuqi pingan jiankang jiayou nuli ' +
  'huawei weixin taobao alibaba tengxun xiaomi baidu qq163 www163com wangyi youxiang admin root manping mp';
const NUMBERS =
  '520 521 1314 5201314 1314520 5211314 1314521 5841314 584520 584521 7758521 7758258 3344520 3344521 20131400 5201314520 ' +
  '147258369 159753 159357 123 321 888 666 168 168168 518 110 119 120 10086 10010 12345 12306';
const HAN =
  '我爱你 我爱 爱你 爱我 一生一世 永远 在一起 我喜欢你 我想你 老婆 老公 宝贝 宝宝 妈妈 爸爸 生日快乐 新年快乐 恭喜发财 万事如意 身体健康 ' +
  '一帆风顺 平安 加油 你好 谢谢 密码 我的密码 口令 用户 用户名 登录 账号 管理 管理员 系统 系统管理员 测试 办公室 财政 财政局 财政厅 预算 决算 审计 ' +
  '绩效 评价 绩效评价 满意 满意度 调查 问卷 满意度调查 评分 评价组 部门 整体 支出 满评 项目 政府 市政府 县政府 省政府 人民 人民政府 ' +
  '中国 中华 中华人民共和国 中国人民 中国共产党 共产党 祖国 我爱中国 我爱祖国 万岁 北京 上海 广州 深圳 天津 重庆 成都 武汉 南京 杭州 西安 ' +
  '山西 太原 朔州 河北 河南 山东 济南 江苏 浙江 安徽 福建 江西 湖北 湖南 广东 广西 海南 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 内蒙古 ' +
  '黑龙江 吉林 辽宁 好好学习 天天向上 为人民服务 全心全意 全心全意为人民服务 不忘初心 牢记使命 绿水青山 金山银山 绿水青山就是金山银山 富强民主 文明和谐 ' +
  '自由平等 公正法治 爱国敬业 诚信友善 实事求是 艰苦奋斗 天下兴亡 匹夫有责 床前明月光 疑是地上霜 举头望明月 低头思故乡 白日依山尽 黄河入海流 ' +
  '欲穷千里目 更上一层楼 春眠不觉晓 处处闻啼鸟 锄禾日当午 汗滴禾下土 芝麻开门 天下第一 年 月 日';

const OURS = new Set([PINYIN, NUMBERS, HAN].flatMap((words) => words.split(' ')));
// Short ones stand in much that is not common, a few digits in any number.
const LIST = new Map(
  dictionary['passwords-common'].flatMap((word, rank): [string, number][] =>
    word.length < (/^\d+$/.test(word) ? 6 : 4) ? [] : [[word, rank]],
  ),
);

/** What a common word adds to how hard a password is to guess, in the units of guessable.ts; undefined where it is none. */
export function costOfWord(text: string): number | undefined {
  if (OURS.has(text)) return 4;
  const rank = LIST.get(text);
  return rank === undefined ? undefined : rank < FIRST ? 4 : 5;
}
