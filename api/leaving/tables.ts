/** Every table of a company: what of it the company takes with it, or why it does not. A test names each table that is missing here. */

/** `content`: what people wrote or decided for themselves, theirs alone. `usage`: would tell how much one person uses the product.
 * `secret`: opens something. `machinery`: how work stands that is under way. */
export type KeptBack = 'content' | 'usage' | 'secret' | 'machinery'

export type Section = {
  /** As the files are called. */
  readonly name: string
  readonly columns: readonly string[]
  /** Events that are between a person and ConsciousInsights are not the company's. */
  readonly without?: 'private actions'
}

export const SECTIONS: Readonly<Record<string, Section>> = {
  people: {
    name: 'people',
    columns: [
      'id',
      'idp_id',
      'directory_user_id',
      'email',
      'first_name',
      'last_name',
      'title',
      'department',
      'employee_number',
      'manager_id',
      'country',
      'timezone',
      'locale',
      'state',
      'access',
      'roles',
      'site_learner',
      'raw',
      'created_at',
      'left_at'
    ]
  },
  directory_groups: { name: 'groups', columns: ['id', 'directory_id', 'name'] },
  group_members: { name: 'group-members', columns: ['group_id', 'directory_user_id'] },
  cohort_members: { name: 'cohorts', columns: ['cohort', 'person_id', 'joined_at'] },
  person_identities: {
    name: 'sign-in-accounts',
    columns: ['person_id', 'kind', 'issuer', 'subject', 'because', 'linked_at']
  },
  mail_addresses: { name: 'invited-addresses', columns: ['email', 'person_id', 'because', 'added_at'] },
  returners: {
    name: 'returners',
    columns: ['person_id', 'former_person_id', 'because', 'asked_at', 'decision', 'decided_at', 'decided_by']
  },
  role_grants: { name: 'roles', columns: ['person_id', 'role', 'reason', 'given_by', 'given_at'] },
  parted_accounts: {
    name: 'parted-accounts',
    columns: ['tenant_id', 'object_id', 'person_id', 'parted_by', 'parted_at']
  },
  departures: {
    name: 'leavers',
    columns: ['id', 'person_id', 'reason', 'changed_at', 'event_at', 'received_at', 'revoked_at', 'returned_at']
  },
  departure_hops: { name: 'leavers-doors', columns: ['departure_id', 'hop', 'subject', 'state', 'at'] },
  brakes: {
    name: 'brakes',
    columns: ['id', 'set_at', 'people_left', 'people_before', 'decision', 'decided_at', 'decided_by', 'why']
  },
  enrollments: {
    name: 'enrollments',
    columns: [
      'person_id',
      'course_id',
      'course_name',
      'kind',
      'state',
      'because',
      'rule_id',
      'external_enrollment_id',
      'activated_at',
      'expires_at',
      'completed_at',
      'ended_because',
      'from_before'
    ]
  },
  learners: { name: 'learning-accounts', columns: ['person_id', 'site', 'external_user_id', 'linked_at'] },
  enrollment_rule_sets: {
    name: 'enrollment-rules',
    columns: ['version', 'content', 'source', 'author', 'reason', 'saved_at']
  },
  enrollment_assignments: {
    name: 'enrollment-assignments',
    columns: ['import_id', 'person_id', 'kind', 'target_id', 'name', 'starts_at', 'ends_at', 'because', 'sheet_row']
  },
  enrollment_imports: {
    name: 'enrollment-imports',
    columns: [
      'id',
      'file_name',
      'state',
      'author',
      'uploaded_at',
      'columns',
      'decided_at',
      'reason',
      'assignments',
      'rules'
    ]
  },
  enrollment_runs: {
    name: 'enrollment-runs',
    columns: ['id', 'kind', 'version', 'state', 'author', 'people', 'calls', 'started_at', 'sized_at', 'ended_at']
  },
  enrollment_drifts: {
    name: 'enrollment-drifts',
    columns: [
      'id',
      'found_at',
      'version',
      'listed',
      'people',
      'missing',
      'extra',
      'wrong_expiry',
      'by_hand',
      'repair_run_id'
    ]
  },
  enrollment_drift_items: {
    name: 'enrollment-drift-items',
    columns: [
      'drift_id',
      'person_id',
      'kind',
      'target_id',
      'name',
      'what',
      'found_open',
      'found_expiry',
      'wanted_expiry'
    ]
  },
  sign_ups: {
    name: 'sign-ups',
    columns: ['user_id', 'state', 'email', 'first_name', 'last_name', 'person_id', 'signed_up_at', 'decided_at']
  },
  site_learners: {
    name: 'site-learners',
    columns: [
      'user_id',
      'site',
      'email',
      'first_name',
      'last_name',
      'state',
      'evidence',
      'decided_by',
      'decided_at',
      'reason'
    ]
  },
  cutover_checks: {
    name: 'cutover-checks',
    columns: ['checked_at', 'checked_by', 'plan', 'learners', 'able', 'left_people']
  },
  cutover_acceptances: { name: 'cutover-acceptances', columns: ['item_key', 'reason', 'accepted_by', 'accepted_at'] },
  claim_mappings: { name: 'claim-mappings', columns: ['version', 'candidates', 'reason', 'author', 'saved_at'] },
  claim_cases: { name: 'claim-cases', columns: ['id', 'name', 'connection_type', 'claims', 'wanted', 'created_at'] },
  connection_events: {
    name: 'connections',
    columns: ['connection_id', 'kind', 'last_event', 'last_event_at', 'certificate_expires_at']
  },
  account_matching: {
    name: 'account-matching',
    columns: ['employee_number', 'changed_by', 'changed_at', 'answer', 'answered_at']
  },
  journeys: { name: 'journeys', columns: ['id', 'name', 'draft', 'revision', 'saved_by', 'saved_at'] },
  journey_versions: {
    name: 'journey-versions',
    columns: ['journey_id', 'version', 'content', 'reach', 'note', 'published_by', 'published_at']
  },
  journey_starts: {
    name: 'journey-starts',
    columns: ['journey_id', 'cohort', 'starts_on', 'set_by', 'set_at', 'ended_at']
  },
  campaigns: { name: 'campaigns', columns: ['id', 'content', 'revision', 'state', 'saved_by', 'saved_at'] },
  campaign_switches: { name: 'campaign-stops', columns: ['stopped_by', 'reason', 'stopped_at'] },
  corrections: {
    name: 'campaign-corrections',
    columns: ['id', 'campaign_id', 'kind', 'made_by', 'made_at', 'ended_at']
  },
  materials: {
    name: 'material',
    columns: ['id', 'title', 'language', 'file_name', 'format', 'version', 'bytes', 'uploaded_by', 'uploaded_at']
  },
  material_passages: { name: 'material-passages', columns: ['material_id', 'ordinal', 'heading', 'passage'] },
  nudge_experiments: {
    name: 'experiments',
    columns: [
      'id',
      'primary_outcome',
      'holdout_percent',
      'send_percent',
      'weeks',
      'cost_points',
      'started_at',
      'started_by',
      'halted_at',
      'ended_at',
      'ended_by'
    ]
  },
  gates: { name: 'report-settings', columns: ['smallest_group'] },
  report_schedules: { name: 'report-schedule', columns: ['every', 'weekday', 'at_time', 'timezone', 'changed_at'] },
  brandings: { name: 'package-looks', columns: ['revision', 'brand', 'changed_by', 'changed_at'] },
  reports: { name: 'reports', columns: ['id', 'made_at', 'period_from', 'period_to', 'snapshot'] },
  hr_channels: {
    name: 'report-channels',
    columns: [
      'id',
      'tenant_id',
      'team_name',
      'name',
      'state',
      'confirmed_by',
      'updated_at',
      'last_posted_at',
      'timezone'
    ]
  },
  audit_events: {
    name: 'audit',
    columns: ['id', 'at', 'action', 'actor', 'person_id', 'detail'],
    without: 'private actions'
  },
  audit_forwarding: { name: 'audit-forwarding', columns: ['active', 'changed_by', 'changed_at', 'last_sent_at'] },
  reach_settings: {
    name: 'reach-settings',
    columns: ['level', 'mail', 'welcome_by_mail', 'catalog_id', 'changed_by', 'changed_at']
  },
  retention_policies: {
    name: 'retention',
    columns: ['conversation_days', 'nudge_days', 'inbound_days', 'trace_days', 'changed_by', 'changed_at']
  },
  safety_policies: { name: 'safety', columns: ['lines', 'routes', 'changed_by', 'changed_at'] },
  embed_origins: { name: 'embed-origins', columns: ['origin', 'added_by', 'added_at'] },
  coach_engines: {
    name: 'coach-engine',
    columns: ['provider', 'endpoint', 'model', 'active', 'changed_by', 'changed_at', 'check_result', 'checked_at']
  },
  agreement_models: { name: 'agreement-model', columns: ['model_service'] },
  former_imports: {
    name: 'former-imports',
    columns: ['id', 'file_name', 'state', 'author', 'uploaded_at', 'decided_at', 'people']
  },
  install_runs: {
    name: 'install-runs',
    columns: ['id', 'state', 'author', 'people', 'started_at', 'ended_at', 'problem']
  },
  company_exports: {
    name: 'exports',
    columns: ['id', 'state', 'asked_by', 'asked_at', 'ready_at', 'rows', 'bytes', 'downloads']
  },
  webhook_endpoints: { name: 'webhooks', columns: ['id', 'url', 'events', 'state', 'made_by', 'made_at'] },
  api_keys: {
    name: 'api-keys',
    columns: [
      'id',
      'name',
      'scopes',
      'made_by',
      'made_at',
      'rotated_at',
      'expires_at',
      'last_used_on',
      'ended',
      'ended_at',
      'ended_by'
    ]
  },
  leavings: { name: 'leaving', columns: ['id', 'state', 'asked_by', 'reason', 'asked_at', 'leaves_at'] }
}

export const KEPT_BACK: Readonly<Record<string, KeptBack>> = {
  agreements: 'content',
  answer_parts: 'content',
  break_glass: 'content',
  break_glass_reads: 'content',
  coach_sessions: 'content',
  context_choices: 'content',
  conversations: 'content',
  erasures: 'content',
  former_messages: 'content',
  former_erasures: 'content',
  former_accounts: 'content',
  inbound: 'content',
  memory_choices: 'content',
  memory_items: 'content',
  messages: 'content',
  person_export_parts: 'content',
  person_exports: 'content',
  plans: 'content',
  receipts: 'content',
  safety_pauses: 'content',
  turn_feedback: 'content',
  told_figures: 'usage',
  report_counting: 'machinery',
  pulse_answers: 'usage',
  report_activity: 'usage',
  report_people: 'usage',
  report_parts: 'machinery',
  conversation_references: 'usage',
  corrected_cards: 'usage',
  course_steps: 'usage',
  deliveries: 'usage',
  delivery_rungs: 'usage',
  installs: 'usage',
  learning_handovers: 'usage',
  mail_standing: 'usage',
  nudge_decisions: 'usage',
  nudge_experiment_looks: 'usage',
  nudge_experiment_people: 'usage',
  nudge_preferences: 'usage',
  nudge_tests: 'usage',
  nudges: 'usage',
  sign_in_attempts: 'usage',
  company_export_links: 'secret',
  company_export_parts: 'secret',
  link_requests: 'secret',
  tenant_proofs: 'secret',
  oidc_clients: 'secret',
  oidc_payloads: 'secret',
  organization_secrets: 'secret',
  own_sign_ins: 'secret',
  passkeys: 'secret',
  person_keys: 'secret',
  revocations: 'secret',
  audit_backlog: 'machinery',
  coach_feeds: 'machinery',
  conversation_paces: 'machinery',
  cutover_items: 'machinery',
  directory_sightings: 'machinery',
  enrollment_sites: 'machinery',
  enrollment_webhooks: 'machinery',
  enrollment_work: 'machinery',
  entra_tenants: 'machinery',
  tenant_losses: 'machinery',
  hr_posts: 'machinery',
  leavers: 'machinery',
  link_runs: 'machinery',
  manager_names: 'machinery',
  nudge_planning: 'machinery',
  organization_domains: 'machinery',
  person_claims: 'machinery',
  raw_lookups: 'machinery',
  raw_values: 'machinery',
  reach_checks: 'machinery',
  retention_runs: 'machinery',
  site_learner_candidates: 'machinery',
  site_learner_words: 'machinery',
  site_watches: 'machinery',
  webhook_deliveries: 'machinery',
  webhook_messages: 'machinery'
}
