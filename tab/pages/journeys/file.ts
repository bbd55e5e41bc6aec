/** A journey as a file, out and in. */
import { z } from 'zod'
import { journeyContentSchema, type JourneyContent } from '../../../api/contract/journeys.ts'

const fileSchema = z.object({ name: z.string().trim().min(1).max(200), content: journeyContentSchema })
export type JourneyFile = { readonly name: string; readonly content: JourneyContent }

export function saveAsFile(journey: JourneyFile): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(journey, undefined, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${journey.name.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.json`
  link.click()
  URL.revokeObjectURL(url)
}

/** @returns undefined for what is not a journey. */
export function readFile(text: string): JourneyFile | undefined {
  try {
    return fileSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
