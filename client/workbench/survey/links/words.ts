import type { Words } from '../../translation.ts';

/** What a survey's links, their QR codes and the sheets to put up say. */
export const linksWords = {
  title: { 'zh-CN': '链接和二维码', en: 'Links and QR codes' },
  whole: { 'zh-CN': '整项调查的链接', en: 'Link of the whole survey' },
  wholeBesidePoints: {
    'zh-CN': '由此作答的不属于任何调查点。',
    en: 'Responses that come by it belong to no collection point.',
  },
  ofPoint: (point: string) => ({ 'zh-CN': `${point} 的二维码`, en: `QR code of ${point}` }),
  code: { 'zh-CN': '二维码', en: 'QR code' },
  link: { 'zh-CN': '链接', en: 'Link' },
  showLarge: { 'zh-CN': '全屏显示', en: 'Full screen' },
  showLargeOf: (point: string) => ({
    'zh-CN': `全屏显示 ${point} 的二维码`,
    en: `Full screen: QR code of ${point}`,
  }),
  scan: { 'zh-CN': '请用手机扫码作答', en: 'Please scan with a phone to answer' },
  downloadSvg: { 'zh-CN': '下载 SVG', en: 'Download SVG' },
  downloadPng: { 'zh-CN': '下载 PNG', en: 'Download PNG' },
  print: { 'zh-CN': '打印张贴页', en: 'Print a sheet' },
  printAll: (sheets: string) => ({
    'zh-CN': `打印全部 ${sheets} 张张贴页`,
    en: `Print all ${sheets} sheets`,
  }),
  close: { 'zh-CN': '关闭', en: 'Close' },
  reach: {
    'this-machine': {
      'zh-CN':
        '这个链接只有运行服务器的电脑能打开，手机扫码打不开。请把 PUBLIC_URL 设为手机能打开的地址（例如 https://diaocha.example.cn）后重新启动；只在局域网内试用时，再加上 HOST=0.0.0.0。',
      en: 'Only the computer that runs the server can open this link; a phone cannot. Set PUBLIC_URL to an address that phones can open (such as https://survey.example.com) and restart; to try it inside one network, set HOST=0.0.0.0 as well.',
    },
    'same-network': {
      'zh-CN':
        '只有连在同一网络里的手机能打开。要让别处的手机也能作答，请把 PUBLIC_URL 设为公网地址。',
      en: 'Only phones in the same network can open it. For phones elsewhere set PUBLIC_URL to a public address.',
    },
  },
  sheet: {
    who: { 'zh-CN': '谁在问', en: 'Who asks' },
    team: (department: string) => ({
      'zh-CN': `对${department}做绩效评价的评价组`,
      en: `The team that evaluates the performance of ${department}`,
    }),
    commissioned: (by: string) => ({ 'zh-CN': `受${by}委托`, en: `commissioned by ${by}` }),
    contact: { 'zh-CN': '咨询', en: 'Questions to' },
    orOpen: { 'zh-CN': '或在浏览器中打开', en: 'or open in a browser' },
  },
} satisfies Words;
