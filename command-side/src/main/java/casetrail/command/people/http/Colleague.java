package casetrail.command.people.http;

/** Somebody whom a command may name. */
record Colleague(String person, String account) {}
