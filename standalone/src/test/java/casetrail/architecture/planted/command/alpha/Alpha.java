package casetrail.architecture.planted.command.alpha;

import casetrail.architecture.planted.command.beta.Beta;
import casetrail.architecture.planted.query.gamma.Gamma;
import org.springframework.context.ApplicationContext;

/** Offends: a domain package is pure, commands never see queries, and (with Beta) no cycles. */
public final class Alpha {
    public String name(ApplicationContext context) {
        return context.getApplicationName();
    }

    public Beta beta() {
        return new Beta();
    }

    public Gamma gamma() {
        return new Gamma();
    }
}
