-- The log. Runs as the owner role; what the serving role may do stands at the end. docs/log-format.md says what each part promises.

create table log_event (
    position    bigint  not null,
    stream      text    collate "C" not null,
    sequence    bigint  not null,
    event_id    uuid    not null,
    name        text    collate "C" not null,
    revision    integer not null,
    recorded_at bigint  not null,
    envelope    bytea   not null,
    payload     bytea   not null,
    constraint log_event_position primary key (position),
    constraint log_event_stream_sequence unique (stream, sequence),
    constraint log_event_event_id unique (event_id),
    constraint log_event_numbers check (position >= 0 and sequence >= 0 and revision >= 1)
);
comment on table log_event is 'One row per event, never changed. Positions are gapless from 0 in commit order.';
comment on column log_event.recorded_at is 'Microseconds since 1970-01-01T00:00:00Z; never decreases with position.';

create table log_head (
    sole             boolean not null default true,
    next_position    bigint  not null,
    last_recorded_at bigint  not null,
    constraint log_head_sole primary key (sole),
    constraint log_head_one_row check (sole)
);
comment on table log_head is 'One row: where the log ends. Locking it is what puts the appends of several processes in one order.';
insert into log_head (next_position, last_recorded_at) values (0, 0);

create function refuse_change() returns trigger
    language plpgsql
as
$$
begin
    raise exception 'the log is append-only: % of % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;

-- Privileges already refuse this to the serving role; the triggers refuse it to the owner and to a superuser as well.
create trigger log_event_is_append_only
    before update or delete or truncate on log_event
    for each statement execute function refuse_change();
create trigger log_head_stays
    before delete or truncate on log_head
    for each statement execute function refuse_change();

create function refuse_going_back() returns trigger
    language plpgsql
as
$$
begin
    if new.next_position <= old.next_position or new.last_recorded_at < old.last_recorded_at then
        raise exception 'the head of the log only goes forward' using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger log_head_goes_forward
    before update on log_head
    for each row execute function refuse_going_back();

-- Appends are numbered from 1 in the order of streams and firsts; event_appends names for each event the append it belongs to.
-- Every statement of a volatile function sees what was committed before it began, so after the lock the log stands still.
create function append_batch(
    given_now     bigint,
    streams       text[],
    firsts        bigint[],
    event_appends integer[],
    event_ids     uuid[],
    names         text[],
    revisions     integer[],
    envelopes     bytea[],
    payloads      bytea[]
)
    returns table (base_position bigint, stamped_at bigint, misfits integer[])
    language plpgsql
    volatile
    security definer
    set search_path = pg_catalog, ${logSchema}, pg_temp
    -- A plan made while the table was small must not outlive it.
    set enable_seqscan = off
as
$$
declare
    inserted bigint;
begin
    select h.next_position, greatest(h.last_recorded_at, given_now)
      into strict base_position, stamped_at
      from log_head h
       for update;

    select coalesce(array_agg(a.number::integer order by a.number), '{}')
      into misfits
      from unnest(streams, firsts) with ordinality as a(stream, first, number)
     where a.first is distinct from
           coalesce((select max(e.sequence) from log_event e where e.stream = a.stream), -1) + 1;

    insert into log_event (position, stream, sequence, event_id, name, revision, recorded_at, envelope, payload)
    select base_position + row_number() over (order by e.number) - 1,
           a.stream,
           a.first + row_number() over (partition by e.append order by e.number) - 1,
           e.event_id,
           e.name,
           e.revision,
           stamped_at,
           e.envelope,
           e.payload
      from unnest(event_appends, event_ids, names, revisions, envelopes, payloads) with ordinality
           as e(append, event_id, name, revision, envelope, payload, number)
      join unnest(streams, firsts) with ordinality as a(stream, first, number) on a.number = e.append
     where e.append <> all (misfits)
     order by e.number;
    get diagnostics inserted = row_count;

    if inserted > 0 then
        update log_head set next_position = base_position + inserted, last_recorded_at = stamped_at;
        perform pg_notify('${logSchema}', (base_position + inserted)::text);
    end if;
    return next;
end
$$;

-- Which of these events are in the log, once every append that was under way has ended one way or the other.
create function settled(event_ids uuid[])
    returns table (event_id uuid, stream text, sequence bigint, event_position bigint, stamped_at bigint)
    language plpgsql
    volatile
    security definer
    set search_path = pg_catalog, ${logSchema}, pg_temp
as
$$
begin
    perform 1 from log_head for update;
    return query
        select e.event_id, e.stream, e.sequence, e.position, e.recorded_at
          from log_event e
         where e.event_id = any (event_ids);
end
$$;

-- The first position recorded at or after a moment, by halving: recorded_at never decreases with position.
create function position_at(moment bigint)
    returns bigint
    language plpgsql
    stable
    set search_path = pg_catalog, ${logSchema}, pg_temp
as
$$
declare
    low    bigint := 0;
    high   bigint;
    middle bigint;
    stamp  bigint;
begin
    select h.next_position into strict high from log_head h;
    while low < high loop
        middle := low + (high - low) / 2;
        select e.recorded_at into strict stamp from log_event e where e.position = middle;
        if stamp >= moment then
            high := middle;
        else
            low := middle + 1;
        end if;
    end loop;
    return low;
end
$$;

revoke all on all functions in schema ${logSchema} from public;
grant usage on schema ${logSchema} to ${serving};
grant select on log_event, log_head to ${serving};
grant execute on function append_batch(bigint, text[], bigint[], integer[], uuid[], text[], integer[], bytea[], bytea[]) to ${serving};
grant execute on function settled(uuid[]) to ${serving};
grant execute on function position_at(bigint) to ${serving};
