import { Button } from '@fluentui/react-components'
import { useRef, type ReactNode } from 'react'

type Props = {
  readonly label: string
  /** Where the label alone would be the same for several. */
  readonly ariaLabel?: string
  readonly size?: 'small' | 'medium'
  readonly disabled: boolean
  readonly onFile: (file: File) => void
}

/** Opens the browser's choice of a file; the same file, corrected, can be chosen again. */
export function FileButton({ label, ariaLabel, size = 'medium', disabled, onFile }: Props): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        size={size}
        disabled={disabled}
        onClick={() => input.current?.click()}
        {...(ariaLabel ? { 'aria-label': ariaLabel } : {})}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".docx,.pdf,.md,.markdown,.txt"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
