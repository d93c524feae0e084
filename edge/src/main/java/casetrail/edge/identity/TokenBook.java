package casetrail.edge.identity;

import casetrail.edge.state.Tokens;
import casetrail.edge.state.Tokens.Token;
import casetrail.events.Sha256;
import casetrail.events.people.AccountName;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Gives out tokens and knows them again, on every process. A token is void once its account's epoch moves on: a closed account, a
 * changed credential and a revoked grant end it as soon as the log is read, without anybody having to find it.
 */
public final class TokenBook implements Sessions {

    /** How long a token lives. */
    public static final Duration LIFE = Duration.ofHours(8);

    /** How long one process may not notice that another one ended a single token by logout. */
    static final Duration LOOKED_UP = Duration.ofSeconds(2);

    private static final int LOOKED_UP_MAX = 20_000;
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 8;

    /** A token of another process may know more of the log than the directory here does yet. */
    private static final Duration DIRECTORY_PATIENCE = Duration.ofSeconds(3);

    private static final Pattern FORM = Pattern.compile("ct_[0-9a-f]{64}");

    /** A token as its owner gets it, once. */
    public record Given(String token, Token kept) {}

    private final Tokens tokens;
    private final Directory directory;
    private final InstantSource clock;
    private final Duration life;
    private final SecureRandom random;
    private final Cache<Sha256, Token> lookedUp = Caffeine.newBuilder()
            .maximumSize(LOOKED_UP_MAX)
            .expireAfterWrite(LOOKED_UP)
            .build();

    public TokenBook(Tokens tokens, Directory directory, InstantSource clock, Duration life, SecureRandom random) {
        this.tokens = tokens;
        this.directory = directory;
        this.clock = clock;
        this.life = life;
        this.random = random;
    }

    /** A new token for an account that was just proven. */
    Given give(Account account) {
        var now = clock.instant();
        var token = "ct_" + hex(SECRET_BYTES);
        var kept = new Token(
                hashOf(token), "token-" + hex(ID_BYTES), account.name(), account.epoch(), now, now.plus(life));
        tokens.keep(kept);
        return new Given(token, kept);
    }

    /** Whoever holds the token, unless it has ended. */
    Optional<Asker> byToken(String presented) {
        if (!FORM.matcher(presented).matches()) {
            return Optional.empty();
        }
        return find(hashOf(presented)).filter(this::alive).flatMap(this::asker);
    }

    /** Ends the token of a session; whether there was one to end. */
    boolean end(Session session) {
        if (session.secret() == null) {
            return false;
        }
        lookedUp.invalidate(session.secret());
        return tokens.end(session.secret());
    }

    /** Forgets the tokens of an account whose epoch has moved on; they are void without that. */
    public int sweep(AccountName account) {
        return tokens.endAll(account);
    }

    /** Forgets expired tokens. */
    int forgetExpired() {
        return tokens.forgetExpired(clock.instant());
    }

    @Override
    public boolean stillValid(Asker asker) {
        var session = asker.session();
        if (LocalToken.SESSION.equals(session)) {
            return true;
        }
        boolean known = session.secret() == null
                || find(session.secret()).filter(this::alive).isPresent();
        return known
                && directory
                        .account(asker.account())
                        .filter(a -> a.open() && a.epoch() <= session.epoch())
                        .isPresent()
                && directory.standings(asker.person(), clock.instant()).containsAll(asker.standings());
    }

    private Optional<Token> find(Sha256 secret) {
        var cached = lookedUp.getIfPresent(secret);
        if (cached != null) {
            return Optional.of(cached);
        }
        var found = tokens.find(secret);
        found.ifPresent(token -> lookedUp.put(secret, token));
        return found;
    }

    private boolean alive(Token token) {
        return clock.instant().isBefore(token.expiresAt());
    }

    private Optional<Asker> asker(Token token) {
        if (!directory.awaitPosition(token.epoch(), DIRECTORY_PATIENCE)) {
            return Optional.empty();
        }
        return directory
                .account(token.account())
                .filter(a -> a.open() && a.epoch() <= token.epoch())
                .map(a -> new Asker(
                        a.person(),
                        a.name(),
                        directory.standings(a.person(), clock.instant()),
                        new Session(token.id(), token.secret(), token.epoch(), token.expiresAt())));
    }

    private String hex(int bytes) {
        var secret = new byte[bytes];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    static Sha256 hashOf(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return new Sha256(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this machine has no SHA-256", e);
        }
    }
}
