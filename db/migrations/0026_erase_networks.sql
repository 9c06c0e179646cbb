-- As before; about an erased person also the network that they signed in from goes, and what they did keeps no network either.
create or replace function erase_from_audit_log(about uuid[], of_events uuid[], names text[]) returns integer
language plpgsql as $$
declare
  erased integer;
begin
  perform set_config('turnout.audit_retention', 'on', true);
  update audit_log set detail = erased_detail(detail, names)
  where detail <> '{}' and (actor_id = any(about) or subject_id = any(about) or event_id = any(of_events))
    and detail <> erased_detail(detail, names);
  get diagnostics erased = row_count;
  update audit_log set detail = detail - 'reason' - 'network'
  where (actor_id = any(about) or subject_id = any(about)) and detail ?| array['reason', 'network'];
  perform set_config('turnout.audit_retention', '', true);
  return erased;
end $$;
