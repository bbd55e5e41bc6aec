/** What a person decides: shown at once, sent one after the other, and taken back with a word where it did not arrive. */
import { useEffect, useRef, useState } from 'react'
import {
  changeNudgePreferences,
  getNudgePreferences,
  type NudgePreferences,
  type PreferenceChange
} from '../../../api/contract/nudges.ts'
import { useApp } from '../../context.ts'
import { useLoaded, type Loaded } from '../../load.tsx'
import { notDone } from '../../press.tsx'
import { undoOf, withWish } from './wish.ts'

export type Group = 'budget' | 'focus' | 'pause' | 'away' | 'hours' | 'zone' | 'language' | 'stop'

/** The last that happened, told where it was pressed. */
export type News =
  | { readonly group: Group; readonly kind: 'done'; readonly said: string; readonly undo: PreferenceChange | undefined }
  | { readonly group: Group; readonly kind: 'failed'; readonly said: string }

export type Wish = { readonly group: Group; readonly change: PreferenceChange; readonly said?: string }

export type Preferences = {
  readonly loaded: Loaded<NudgePreferences>
  readonly news: News | undefined
  readonly wish: (wish: Wish) => void
  readonly undo: (news: News) => void
}

export function usePreferences(onChanged: () => void): Preferences {
  const { session, words } = useApp()
  const loaded = useLoaded(() => session.call(getNudgePreferences))
  const [known, setKnown] = useState<NudgePreferences>()
  const [waiting, setWaiting] = useState<readonly PreferenceChange[]>([])
  const [news, setNews] = useState<News>()
  const line = useRef(Promise.resolve())
  useEffect(() => setKnown(loaded.value), [loaded.value])
  const shown = known && waiting.reduce(withWish, known)

  const send = (group: Group, change: PreferenceChange, after: (answer: NudgePreferences) => News): void => {
    setWaiting(all => [...all, change])
    setNews(undefined)
    line.current = line.current.then(async () => {
      try {
        const answer = await session.call(changeNudgePreferences, { body: change })
        setKnown(answer)
        setNews(after(answer))
        onChanged()
      } catch (error) {
        setNews({ group, kind: 'failed', said: notDone(error, words) })
      } finally {
        setWaiting(all => all.filter(each => each !== change))
      }
    })
  }
  return {
    loaded: { ...loaded, value: shown },
    news,
    wish: ({ group, change, said = words.ownNudges.saved }) => {
      const undo = shown && undoOf(change, shown)
      send(group, change, () => ({ group, kind: 'done', said, undo }))
    },
    undo: told => {
      if (told.kind !== 'done' || !told.undo) return
      send(told.group, told.undo, () => ({
        group: told.group,
        kind: 'done',
        said: words.ownNudges.undone,
        undo: undefined
      }))
    }
  }
}
