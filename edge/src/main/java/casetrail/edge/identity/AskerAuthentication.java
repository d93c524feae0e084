package casetrail.edge.identity;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An asker as Spring Security carries it; holds no credential. */
final class AskerAuthentication extends AbstractAuthenticationToken {

    /** Every person with an account. */
    static final String PERSON = "PERSON";

    /** Whoever holds the local token. */
    static final String LOCAL_OPERATOR = "LOCAL_OPERATOR";

    private static final long serialVersionUID = 1;

    private final transient Asker asker;

    AskerAuthentication(Asker asker) {
        super(Stream.concat(
                        Stream.of(asker.session().equals(LocalToken.SESSION) ? LOCAL_OPERATOR : PERSON),
                        asker.standings().stream().map(s -> "ROLE_" + s.role()))
                .distinct()
                .map(SimpleGrantedAuthority::new)
                .toList());
        this.asker = asker;
        setAuthenticated(true);
    }

    @Override
    public Asker getPrincipal() {
        return asker;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return asker.account().value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AskerAuthentication that && that.asker.equals(asker);
    }

    @Override
    public int hashCode() {
        return asker.hashCode();
    }
}
