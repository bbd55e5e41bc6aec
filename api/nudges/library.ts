/** The content that ships: one file an area, every language beside the others. docs/nudge-content.md says how to add to it. */
import delegation from './content/delegation.json' with { type: 'json' }
import energy from './content/energy.json' with { type: 'json' }
import evidence from './content/evidence.json' with { type: 'json' }
import feedback from './content/feedback.json' with { type: 'json' }
import focusTime from './content/focus-time.json' with { type: 'json' }
import hardConversations from './content/hard-conversations.json' with { type: 'json' }
import learning from './content/learning.json' with { type: 'json' }
import oneToOnes from './content/one-to-ones.json' with { type: 'json' }
import priorities from './content/priorities.json' with { type: 'json' }
import recognition from './content/recognition.json' with { type: 'json' }
import { readLibrary, type Library, type Piece } from './content.ts'

const FILES = [oneToOnes, feedback, delegation, priorities, hardConversations, recognition, focusTime, energy, learning]

export const LIBRARY: Library = readLibrary(FILES, evidence)

/** The words that were sent, also after newer ones came; the newest where a version is not known. */
export function pieceOf(id: string | null, version: number | null): Piece | undefined {
  const versions = LIBRARY.pieces.filter(piece => piece.id === id)
  return versions.find(piece => piece.version === version) ?? newestOf(versions)
}

const newestOf = (versions: readonly Piece[]): Piece | undefined =>
  versions.toSorted((a, b) => b.version - a.version)[0]
