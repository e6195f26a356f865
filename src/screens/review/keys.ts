/** The keys that work while a report is reviewed, each with what it does. */
export const keys = [
  ['Tab', '进入正文，再按离开正文'],
  ['↑ / ↓', '正文里上一处 / 下一处；表里上一格 / 下一格'],
  ['← / →', '左边 / 右边一处'],
  ['Ctrl+Home / Ctrl+End', '正文的开头 / 结尾'],
  ['Enter 或 F2', '对此处写意见'],
  ['Ctrl+Enter', '加入意见、加入回复'],
  ['Esc', '收起，写了一半的留着'],
  ['F8 / Shift+F8', '下一处 / 上一处问题'],
  ['F9 / Shift+F9', '下一条 / 上一条意见'],
  ['Ctrl+/', '显示快捷键'],
] as const
