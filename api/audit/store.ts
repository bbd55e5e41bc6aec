/** The tables of this slice, for those of its files that read them. */
export type AuditTables = {
  audit_events: {
    organization_id: string
    id: string
    person_id: string | null
    action: string
    actor: string
    detail: string
    at: Date
  }
  receipts: {
    organization_id: string
    id: string
    person_id: string
    kind: string
    title: string
    detail: string
    at: Date
  }
  audit_forwarding: {
    organization_id: string
    active: boolean
    changed_by: string
    changed_at: Date
    next_at: Date
    failures: number
    problem: 'unreachable' | 'refused' | null
    last_sent_at: Date | null
  }
  audit_backlog: { organization_id: string; event_id: string; refused: string | null }
}
