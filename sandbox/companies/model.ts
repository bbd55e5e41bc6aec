export type Persona = 'employee' | 'manager' | 'hr' | 'admin' | 'newcomer'

export type DemoPerson = {
  /** Unique in the sandbox: `northwind/ana-torres`. */
  readonly key: string
  readonly companyKey: string
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly title: string
  readonly department: string
  readonly employeeNumber: string
  readonly managerKey: string | undefined
  readonly country: string
  readonly timezone: string
  readonly locale: string
  /** Directory groups, the access group included. */
  readonly groups: readonly string[]
  readonly tid: string
  readonly oid: string
  readonly upn: string
  /** The person's id at the company's provider. */
  readonly idpId: string
  /** Whether the directory carries the Entra object id. */
  readonly directoryHasOid: boolean
  readonly startDate: string
  /** Named in the window's rail. */
  readonly persona: Persona | undefined
}

export type DemoCourse = { readonly courseId: string; readonly name: string; readonly lessons: number }

export type DemoCompany = {
  readonly key: string
  readonly name: string
  readonly domain: string
  readonly tid: string
  readonly connection: {
    readonly id: string
    readonly type: 'GenericOIDC' | 'EntraIdOIDC' | 'OktaOIDC'
    readonly name: string
  }
  /** Absent: people come by sign-in only. */
  readonly directory: { readonly id: string; readonly type: string } | undefined
  readonly workosOrganizationId: string
  readonly timezone: string
  readonly country: string
  readonly locale: 'en' | 'es'
  readonly sponsor: { readonly name: string; readonly title: string }
  readonly accessGroup: string
  readonly hrGroup: string
  readonly adminGroup: string
  readonly cohorts: readonly {
    readonly group: string
    readonly name: string
    readonly courses: readonly DemoCourse[]
  }[]
  readonly site: { readonly subdomain: string; readonly name: string }
  readonly people: readonly DemoPerson[]
  /** Not in the directory until the walk adds them. */
  readonly newcomer: DemoPerson | undefined
}
