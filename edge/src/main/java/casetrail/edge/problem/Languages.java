package casetrail.edge.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** The language of an answer: the first one of {@code Accept-Language} that there are words in, else English. */
public final class Languages extends AcceptHeaderLocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request);
    }

    /** The same, outside of controllers. */
    public static Locale of(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return Wording.LANGUAGES.getFirst();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(wanted ->
                        Wording.LANGUAGES.stream().filter(l -> l.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .orElse(Wording.LANGUAGES.getFirst());
    }
}
