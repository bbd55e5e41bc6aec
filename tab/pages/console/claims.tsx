/** The claim mapping and its lab side by side: what the lab suggests goes into the mapping. */
import type { ReactNode } from 'react'
import { listClaimCases } from '../../../api/contract/claims.ts'
import { useApp } from '../../context.ts'
import { useLoaded } from '../../load.tsx'
import { ClaimLab } from '../claim-lab.tsx'
import { ClaimMapping } from '../claim-mapping.tsx'
import { useMapping } from '../use-mapping.ts'

export function Claims(): ReactNode {
  const { session } = useApp()
  const cases = useLoaded(() => session.call(listClaimCases))
  const mapping = useMapping(cases.reload)
  return (
    <>
      <ClaimMapping mapping={mapping} />
      <ClaimLab cases={cases} use={mapping.use} />
    </>
  )
}
