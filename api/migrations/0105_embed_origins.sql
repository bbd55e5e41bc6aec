-- Where a company's learning systems may frame its coach: browsers refuse every other page by frame-ancestors.
create table embed_origins (
  organization_id text not null,
  origin text not null,
  added_by text not null,
  added_at timestamptz not null,
  primary key (organization_id, origin)
);
select isolate('embed_origins');
