-- Which versions of views there are and how far they go. The documents of a version lie in a table of its own, made by the serving role.

create table building (
    view     text collate "C" not null check (length(view) <= 31),
    number   integer          not null check (number > 0),
    revision integer          not null,
    phase    text             not null check (phase in ('BUILDING', 'FOLLOWING')),
    note     text check (length(note) <= 100000),
    primary key (view, number)
);

-- Written with every batch: room on the page keeps those writes off the index.
create table segment (
    view    text collate "C" not null,
    number  integer          not null,
    segment integer          not null check (segment >= 0),
    next    bigint           not null check (next >= 0),
    epoch   bigint           not null check (epoch >= 0),
    owner   text check (length(owner) <= 60),
    primary key (view, number, segment),
    foreign key (view, number) references building on delete cascade
) with (fillfactor = 40);

create table member (
    name  text collate "C" primary key check (length(name) <= 60),
    beats bigint           not null check (beats > 0)
) with (fillfactor = 40);

-- Where an event stands that could not be folded, never what it says.
create table parked (
    view     text collate "C" not null,
    number   integer          not null,
    stream   text collate "C" not null check (length(stream) <= 96),
    sequence bigint           not null check (sequence >= 0),
    position bigint           not null check (position >= 0),
    error    text check (length(error) <= 2000),
    wish     text check (wish in ('RETRY', 'EVICT')),
    primary key (view, number, stream, sequence),
    foreign key (view, number) references building on delete cascade
);
