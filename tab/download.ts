/** Hands a file that was made for the person to their browser. */
import type { File } from '../api/contract/client.ts'

export function download({ name, content }: File): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url))
}
