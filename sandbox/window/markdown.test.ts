import { expect, test } from 'vitest'
import { toHtml } from './markdown.ts'

test('links become links, and nothing else becomes markup', () => {
  expect(toHtml('see [the tab](https://x.example/?a=1&b=2) now')).toBe(
    'see <a href="https://x.example/?a=1&amp;b=2">the tab</a> now'
  )
  expect(toHtml('<img src=x onerror=alert(1)> [bad](javascript:alert(1))')).toBe(
    '&lt;img src=x onerror=alert(1)&gt; [bad](javascript:alert(1))'
  )
  expect(toHtml('[<b>](https://x.example/")')).toBe('<a href="https://x.example/&quot;">&lt;b&gt;</a>')
})

test('what a person wrote stays as written', () => {
  expect(toHtml(String.raw`\[not a link\](https://x.example) and \*stars\*`)).toBe(
    '[not a link](https://x.example) and *stars*'
  )
})
