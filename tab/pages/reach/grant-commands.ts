/** Microsoft Graph PowerShell that grants exactly what a level needs, and takes it back. Pure. */
import { LEVEL_PERMISSIONS } from '../../../api/contract/graph-calls.ts'

const ROLES = [LEVEL_PERMISSIONS[1], LEVEL_PERMISSIONS[2]] as const
/** Of Microsoft Graph itself, the same in every tenant. */
const GRAPH = '00000003-0000-0000-c000-000000000000'

export function grantCommands(clientId: string, tenantIds: readonly string[], level: number): string {
  const roles = ROLES.slice(0, level)
  return tenantIds.map(tenantId => forTenant(clientId, tenantId, roles)).join('\n\n')
}

const forTenant = (clientId: string, tenantId: string, roles: readonly string[]): string =>
  [
    `Connect-MgGraph -TenantId ${tenantId} -Scopes Application.ReadWrite.All, AppRoleAssignment.ReadWrite.All`,
    `$app = Get-MgServicePrincipal -Filter "appId eq '${clientId}'"`,
    `if (-not $app) { $app = New-MgServicePrincipal -AppId ${clientId} }`,
    `$graph = Get-MgServicePrincipal -Filter "appId eq '${GRAPH}'"`,
    ...roles.flatMap(role => [
      `$role = $graph.AppRoles | Where-Object Value -eq '${role}'`,
      'New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $app.Id -PrincipalId $app.Id -ResourceId $graph.Id -AppRoleId $role.Id'
    ]),
    '# To take it back:',
    '# Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $app.Id | ForEach-Object { Remove-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $app.Id -AppRoleAssignmentId $_.Id }'
  ].join('\n')
