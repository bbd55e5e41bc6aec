import * as contract from '../../contract/material.ts'
import type { MaterialView } from '../../contract/material.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Api } from '../../platform/http.ts'
import { MaterialError } from './blocks.ts'
import {
  addMaterial,
  materialsOf,
  removeMaterial,
  renameMaterial,
  replaceMaterial,
  searchMaterial
} from './material.ts'
import { problemWords, type Language } from './words.ts'

type Caller = { readonly organizationId: string; readonly personId: string }
const actingOf = ({ organizationId, personId: actor }: Caller) => ({ organizationId, actor })

const languageOf = (header: string | undefined): Language => (header?.toLowerCase().startsWith('es') ? 'es' : 'en')

export function materialRoutes(deps: Deps, api: Api): void {
  api.serve(contract.listMaterial, async ({ caller }) => ({
    materials: [...(await materialsOf(deps, caller.organizationId))]
  }))
  api.upload(contract.addMaterial, contract.MOST_MATERIAL_BYTES, ({ caller, query, body, req }) =>
    answered(languageOf(req.get('accept-language')), addMaterial(deps, { ...actingOf(caller), ...query, file: body }))
  )
  api.upload(contract.replaceMaterial, contract.MOST_MATERIAL_BYTES, ({ caller, params, query, body, req }) =>
    answered(
      languageOf(req.get('accept-language')),
      replaceMaterial(deps, { ...actingOf(caller), ...params, ...query, file: body })
    )
  )
  api.serve(contract.renameMaterial, async ({ caller, params, body }) => {
    await renameMaterial(deps, { ...actingOf(caller), ...params, ...body })
    return {}
  })
  api.serve(contract.removeMaterial, async ({ caller, params }) => {
    await removeMaterial(deps, { ...actingOf(caller), ...params })
    return {}
  })
  api.serve(contract.tryMaterial, async ({ caller, body }) => ({
    found: [...(await searchMaterial(deps, caller.organizationId, body.question))]
  }))
}

async function answered(language: Language, taking: Promise<MaterialView>) {
  try {
    return { kind: 'taken' as const, material: await taking }
  } catch (error) {
    if (!(error instanceof MaterialError)) throw error
    const [what, remedy] = problemWords(language, error.code)
    return { kind: 'refused' as const, problem: error.code, what, remedy }
  }
}
