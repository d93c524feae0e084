package casetrail.query.asking;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Whether a list is wanted as a table. */
public final class TableAsked {

    /** The name of the type, for what a controller says that it gives out. */
    public static final String CSV_VALUE = "text/csv";

    /** What a table is given out as. */
    public static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private TableAsked() {}

    /** Only for who likes it better than JSON: whoever takes anything gets JSON. */
    public static boolean by(HttpServletRequest request) {
        var accept = String.join(",", Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        var accepted = MediaType.parseMediaTypes(accept);
        return quality(accepted, CSV) > quality(accepted, MediaType.APPLICATION_JSON);
    }

    private static double quality(List<MediaType> accepted, MediaType type) {
        return accepted.stream()
                .filter(a -> a.includes(new MediaType(type.getType(), type.getSubtype())))
                .max(Comparator.comparingInt(TableAsked::precision))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }

    private static int precision(MediaType type) {
        return type.isWildcardType() ? 0 : type.isWildcardSubtype() ? 1 : 2;
    }
}
