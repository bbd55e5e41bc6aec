/** A person's nudges, in two lists. What is answered here stays where it is for as long as somebody looks. */
import { useEffect, useRef, useState } from 'react'
import { getNudges, type NudgeView } from '../../../api/contract/nudges.ts'
import { useApp } from '../../context.ts'
import { useLoaded, type Loaded } from '../../load.tsx'

export type Nudges = {
  readonly loaded: Loaded<readonly NudgeView[]>
  /** Soonest first. */
  readonly coming: readonly NudgeView[]
  /** Newest first. */
  readonly came: readonly NudgeView[]
  readonly answered: (nudge: NudgeView) => void
  readonly reload: () => void
}

/** What comes next is planned as a job: it is there a moment later. */
const PLANNED_MS = 2000

export function useNudges(): Nudges {
  const { session } = useApp()
  const loaded = useLoaded<readonly NudgeView[]>(async () => (await session.call(getNudges)).nudges)
  const [answers, setAnswers] = useState<ReadonlyMap<string, NudgeView>>(new Map())
  const [places, setPlaces] = useState<ReadonlyMap<string, Place>>(new Map())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    setAnswers(new Map())
    setPlaces(
      before => new Map([...(loaded.value ?? []).map(each => [each.nudgeId, placeOf(each)] as const), ...before])
    )
  }, [loaded.value])
  const nudges = (loaded.value ?? []).map(each => answers.get(each.nudgeId) ?? each)
  const byPlace = Map.groupBy(nudges.filter(isShown), each => places.get(each.nudgeId) ?? placeOf(each))
  const reload = (): void => {
    loaded.reload()
    clearTimeout(timer.current)
    timer.current = setTimeout(loaded.reload, PLANNED_MS)
  }
  return {
    loaded,
    coming: (byPlace.get('coming') ?? []).toSorted((a, b) => a.dueAt.localeCompare(b.dueAt)),
    came: (byPlace.get('came') ?? []).toSorted((a, b) => momentOf(b).localeCompare(momentOf(a))),
    answered: nudge => {
      setAnswers(before => new Map([...before, [nudge.nudgeId, nudge]]))
      reload()
    },
    reload
  }
}

type Place = 'coming' | 'came'

const placeOf = ({ state }: NudgeView): Place =>
  state === 'planned' || state === 'queued' || state === 'held' ? 'coming' : 'came'

const momentOf = ({ sentAt, dueAt }: NudgeView): string => sentAt ?? dueAt

/** What was withdrawn before anybody saw it is no news; the first question has its own place on the coach's page. */
const isShown = ({ kind, state, sentAt }: NudgeView): boolean =>
  kind !== 'welcome' && (state !== 'cancelled' || sentAt !== null)
