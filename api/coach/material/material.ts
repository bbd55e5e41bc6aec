/** What a company gives its coach to read: kept, replaced, taken away by its admin, and found in. What is written there is only ever quoted. */
import { record } from '../../audit/audit.ts'
import {
  MOST_COMPANY_CHARACTERS,
  MOST_MATERIALS,
  type MaterialLanguage,
  type MaterialView
} from '../../contract/material.ts'
import type { Trx } from '../../platform/database.ts'
import type { Deps } from '../../platform/deps.ts'
import { ProblemError } from '../../platform/errors.ts'
import type { Material } from '../port.ts'
import { MaterialError } from './blocks.ts'
import { wordsOf } from './query.ts'
import { readFileApart } from './reading.ts'
import * as store from './store.ts'

type Acting = { readonly organizationId: string; readonly actor: string }
type File = { readonly name: string; readonly language: MaterialLanguage; readonly file: Uint8Array }

export const materialsOf = (deps: Deps, organizationId: string): Promise<readonly MaterialView[]> =>
  deps.db.for(organizationId)(async trx => (await store.listMaterials(trx, organizationId)).map(toView))

const toView = (row: store.MaterialRow & { readonly passages: number }): MaterialView => ({
  materialId: row.id,
  title: row.title,
  language: row.language,
  fileName: row.file_name,
  format: row.format,
  version: row.version,
  bytes: row.bytes,
  characters: row.characters,
  passages: row.passages,
  uploadedAt: row.uploaded_at.toISOString()
})

/** @throws MaterialError, and nothing is kept. */
export const addMaterial = (deps: Deps, acting: Acting & File & { readonly title: string }): Promise<MaterialView> =>
  keep(deps, acting, { materialId: deps.newId('material'), before: async () => ({ title: acting.title, version: 0 }) })

/** @throws MaterialError, and the file before stays; ProblemError `not_found`. */
export const replaceMaterial = (
  deps: Deps,
  { materialId, ...acting }: Acting & File & { readonly materialId: string }
): Promise<MaterialView> =>
  keep(deps, acting, {
    materialId,
    before: async trx => (await store.findMaterial(trx, { ...acting, materialId })) ?? gone()
  })

type Place = {
  readonly materialId: string
  readonly before: (trx: Trx) => Promise<{ readonly title: string; readonly version: number }>
}

async function keep(
  deps: Deps,
  { organizationId, actor, name, language, file }: Acting & File,
  { materialId, before }: Place
): Promise<MaterialView> {
  // Before anything is read: whoever replaces what is not there waits for nothing.
  await deps.db.for(organizationId)(before)
  const { format, passages, characters } = await readFileApart(file, language)
  return deps.db.for(organizationId)(async trx => {
    await store.lockMaterial(trx, organizationId)
    const { title, version } = await before(trx)
    const taken = await store.roomTaken(trx, organizationId, materialId)
    if (taken.files >= MOST_MATERIALS) throw new MaterialError('too_many_files')
    if (taken.characters + characters > MOST_COMPANY_CHARACTERS) throw new MaterialError('too_much_material')
    const row: store.MaterialRow = {
      organization_id: organizationId,
      id: materialId,
      title,
      language,
      file_name: name,
      format,
      version: version + 1,
      bytes: file.length,
      characters,
      uploaded_by: actor,
      uploaded_at: deps.now()
    }
    await store.saveMaterial(trx, row, passages)
    const action = version === 0 ? 'material.added' : 'material.replaced'
    await record(trx, deps, { organizationId, action, actor, detail: { materialId, title, file: name } })
    return toView({ ...row, passages: passages.length })
  })
}

function gone(): never {
  throw new ProblemError('not_found', 'This material does not exist any more. Load the page again', {
    reason: 'material_gone'
  })
}

type One = Acting & { readonly materialId: string }

/** @throws ProblemError `not_found`. */
export const renameMaterial = (deps: Deps, { title, ...acting }: One & { readonly title: string }): Promise<void> =>
  deps.db.for(acting.organizationId)(async trx => {
    const { organizationId, actor, materialId } = acting
    const { title: from } = (await store.findMaterial(trx, acting)) ?? gone()
    await store.renameMaterial(trx, { ...acting, title })
    await record(trx, deps, { organizationId, action: 'material.renamed', actor, detail: { materialId, title, from } })
  })

/** With all its passages, in one moment. @throws ProblemError `not_found`. */
export const removeMaterial = (deps: Deps, acting: One): Promise<void> =>
  deps.db.for(acting.organizationId)(async trx => {
    const { organizationId, actor, materialId } = acting
    const { title } = (await store.findMaterial(trx, acting)) ?? gone()
    await store.deleteMaterial(trx, acting)
    await record(trx, deps, { organizationId, action: 'material.removed', actor, detail: { materialId, title } })
  })

const MOST_FOUND = 3

/** Best first, word for word as it stands there; empty when nothing answers. */
export async function searchMaterial(
  deps: Deps,
  organizationId: string,
  question: string
): Promise<readonly Material[]> {
  const words = wordsOf(question)
  if (words === '') return []
  const rows = await deps.db.read(organizationId)(db =>
    store.searchPassages(db, { organizationId, words, limit: MOST_FOUND })
  )
  return rows.map(({ material_id: materialId, title, passage }) => ({ materialId, title, quote: passage }))
}
