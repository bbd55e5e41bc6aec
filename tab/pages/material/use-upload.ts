/** Sends a file, and says what is wrong with one that is not taken. */
import { useState } from 'react'
import type { z } from 'zod'
import { MOST_MATERIAL_BYTES, type addMaterial, type MaterialView } from '../../../api/contract/material.ts'
import { useApp } from '../../context.ts'
import { usePress, type Press } from '../../press.tsx'

type Answer = z.output<typeof addMaterial.answer>
type Sending = {
  readonly file: File
  readonly send: (body: Uint8Array<ArrayBuffer>) => Promise<Answer>
  readonly onTaken: (material: MaterialView) => void
}

export type Upload = Pick<Press, 'busy' | 'problem'> & {
  /** Empty while all is well. */
  readonly refused: string
  /** @returns whether it may be sent at all. */
  readonly fits: (file: File) => boolean
  readonly start: (sending: Sending) => void
}

export function useUpload(): Upload {
  const { material } = useApp().words
  const { busy, run, problem } = usePress()
  const [refused, setRefused] = useState('')
  const fits = ({ size }: File): boolean => {
    setRefused(size > MOST_MATERIAL_BYTES ? material.tooLarge : '')
    return size <= MOST_MATERIAL_BYTES
  }
  const start = ({ file, send, onTaken }: Sending): void => {
    if (!fits(file)) return
    run(async () => {
      const answer = await send(new Uint8Array(await file.arrayBuffer()))
      if (answer.kind === 'taken') onTaken(answer.material)
      else setRefused(material.refused(answer.what, answer.remedy))
    })
  }
  return { busy, problem, refused, fits, start }
}
