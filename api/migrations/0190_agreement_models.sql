-- The service whose language model answers a company's people is part of what they agree to; a yes holds for the one that was named.
create table agreement_models (
  organization_id text not null primary key,
  model_service text not null
);
select isolate('agreement_models');
-- The one that was named in the text that was read; null: none was.
alter table agreements add column model_service text;
insert into agreement_models (organization_id, model_service)
select organization_id,
  case provider
    when 'azure' then 'Azure OpenAI (' || substring(endpoint from '^https?://([^/]+)') || ')'
    else substring(endpoint from '^https?://([^/]+)')
  end
from coach_engines where active;
