-- What cannot be folded from the log. Losing it costs passwords and sessions, never a fact about a case.

create table credential (
    account    text        primary key check (length(account) <= 40),
    hash       text        not null check (length(hash) <= 300),
    changed_at timestamptz not null default now()
);

-- Only hashes of the secrets: who reads this table cannot log in by it.
create table token (
    secret     text        primary key check (secret ~ '^[0-9a-f]{64}$'),
    id         text        not null unique check (length(id) <= 40),
    account    text        not null,
    epoch      bigint      not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null
);
create index token_account on token (account);
create index token_expires_at on token (expires_at);

create table checkpoint (
    reader text   primary key check (length(reader) <= 100),
    next   bigint not null check (next >= 0)
);
