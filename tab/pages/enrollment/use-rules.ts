/** The rules in force and the admin's draft of the next version. */
import { useState } from 'react'
import type { z } from 'zod'
import {
  getEnrollmentChoices,
  getEnrollmentRules,
  type putEnrollmentRules
} from '../../../api/contract/enrollment-admin.ts'
import type { RuleSet } from '../../../api/contract/enrollment-rules.ts'
import { useApp } from '../../context.ts'
import { useLoaded, type Loaded } from '../../load.tsx'

export type RulesView = z.output<typeof getEnrollmentRules.answer>
export type Choices = z.output<typeof getEnrollmentChoices.answer>

export type RulesEditor = {
  readonly loaded: Loaded<{ readonly rules: RulesView; readonly choices: Choices }>
  /** Undefined while nothing is changed. */
  readonly draft: RuleSet | undefined
  readonly change: (next: RuleSet | undefined) => void
  /** `content` is in force: it stays in sight while the page is loaded anew, which may take as long as the site. What was changed meanwhile stays a draft. */
  readonly saved: (version: z.output<typeof putEnrollmentRules.answer>, content: RuleSet) => void
  /** Names of people whom exceptions of the draft are for. */
  readonly names: Readonly<Record<string, string>>
  readonly remember: (personId: string, name: string) => void
}

export function useRules(): RulesEditor {
  const { session } = useApp()
  const [draft, change] = useState<RuleSet>()
  const [added, setAdded] = useState<Readonly<Record<string, string>>>({})
  const loaded = useLoaded(async () => {
    const [rules, choices] = await Promise.all([session.call(getEnrollmentRules), session.call(getEnrollmentChoices)])
    return { rules, choices }
  })
  return {
    loaded,
    draft,
    change,
    saved: ({ runId: _run, ...version }, content) => {
      const { value, put, reload } = loaded
      if (value) put({ ...value, rules: { ...value.rules, ...version, content } })
      change(now => (now === content ? undefined : now))
      reload()
    },
    names: { ...loaded.value?.rules.people, ...added },
    remember: (personId, name) => setAdded(before => ({ ...before, [personId]: name }))
  }
}
