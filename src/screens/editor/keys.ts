/** The keys that work in the editor, each with what it does. */
export const keys = [
  ['方向键', '移到相邻的格（编辑格内文字时移动光标）'],
  ['Enter / Shift+Enter', '向下 / 向上一格'],
  ['Tab / Shift+Tab', '下一个 / 上一个要填的格'],
  ['Home / End', '本行第一格 / 最后一格'],
  ['Ctrl+Home / Ctrl+End', '表的第一格 / 最后一格'],
  ['F2', '编辑格内文字（点在数字上也可以）'],
  ['Esc', '恢复进入该格时的内容；不在格内时关闭提示'],
  ['Shift+方向键，或拖动', '选中一块'],
  ['Ctrl+A', '选中全表'],
  ['Ctrl+C / Ctrl+X / Ctrl+V', '复制 / 剪切 / 粘贴，可与 Excel、WPS 互贴'],
  ['Delete', '清空该格或选中的一块'],
  ['Ctrl+Z / Ctrl+Y', '撤销 / 重做填数、粘贴和填 0'],
  ['F8', '下一处问题'],
  ['F9 / Shift+F9', '下一条 / 上一条未解决的审核意见'],
  ['Ctrl+Enter', '下一部分'],
  ['Ctrl+/', '显示快捷键'],
] as const
