package casetrail.architecture.planted.habits;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Offends: names say what a thing is, and nothing is injected into fields. */
final class CaseManager {
    @Autowired
    private @Nullable ApplicationContext context;

    @Nullable
    ApplicationContext context() {
        return context;
    }
}
