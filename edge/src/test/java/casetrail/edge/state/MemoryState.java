package casetrail.edge.state;

import casetrail.events.Sha256;
import casetrail.events.people.AccountName;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The state in memory for tests; keeps the same contract as the engines. */
public final class MemoryState implements Credentials, Tokens {

    private final Map<AccountName, String> hashes = new ConcurrentHashMap<>();
    private final Map<Sha256, Token> tokens = new ConcurrentHashMap<>();
    private final Map<String, Long> readers = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    /** How often a hash was asked for. */
    public int hashesAsked() {
        return asked.get();
    }

    @Override
    public Optional<String> hash(AccountName account) {
        asked.incrementAndGet();
        return Optional.ofNullable(hashes.get(account));
    }

    @Override
    public void set(AccountName account, String hash) {
        if (hash.length() > HASH_MAX) {
            throw new IllegalStateException("too long");
        }
        hashes.put(account, hash);
    }

    @Override
    public void remove(AccountName account) {
        hashes.remove(account);
    }

    @Override
    public void keep(Token token) {
        if (tokens.putIfAbsent(token.secret(), token) != null) {
            throw new IllegalStateException("kept already");
        }
    }

    @Override
    public Optional<Token> find(Sha256 secret) {
        return Optional.ofNullable(tokens.get(secret));
    }

    @Override
    public boolean end(Sha256 secret) {
        return tokens.remove(secret) != null;
    }

    @Override
    public int endAll(AccountName account) {
        int before = tokens.size();
        tokens.values().removeIf(t -> t.account().equals(account));
        return before - tokens.size();
    }

    @Override
    public int forgetExpired(Instant before) {
        int all = tokens.size();
        tokens.values().removeIf(t -> t.expiresAt().isBefore(before));
        return all - tokens.size();
    }

    /** Checkpoints beside them. */
    public Checkpoints checkpoints() {
        return new Checkpoints() {
            @Override
            public OptionalLong next(String reader) {
                var next = readers.get(reader);
                return next == null ? OptionalLong.empty() : OptionalLong.of(next);
            }

            @Override
            public void advance(String reader, long next) {
                readers.merge(reader, next, Math::max);
            }

            @Override
            public void forget(String reader) {
                readers.remove(reader);
            }
        };
    }
}
