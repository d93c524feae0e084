package casetrail.query.caselist;

import casetrail.query.asking.TableAsked;
import casetrail.query.casefile.Tongue;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Puts a page of cases into the form that is asked for. */
final class CaseAnswers {

    private CaseAnswers() {}

    static ResponseEntity<Object> of(CaseRows rows, Tongue tongue, HttpServletRequest request) {
        boolean table = TableAsked.by(request);
        var answer = told(tongue);
        if (rows.next() != null) {
            answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(rows.next()));
        }
        return answer.contentType(table ? TableAsked.CSV : MediaType.APPLICATION_JSON)
                .body(table ? CaseTable.of(rows.cases(), tongue) : rows);
    }

    /** What every answer of these says of itself. */
    static ResponseEntity.BodyBuilder told(Tongue tongue) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.AUTHORIZATION)
                .header(HttpHeaders.CONTENT_LANGUAGE, tongue.locale().toLanguageTag());
    }
}
