package casetrail.standalone.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is printed when the server has started. */
@Component
final class Announcement {

    Optional<String> firstPassword() {
        return Optional.empty();
    }

    List<String> lines(ServeOrder order, LocalAddress address) {
        var lines = new ArrayList<String>();
        lines.add("Casetrail answers at " + address.url());
        lines.add("  API document   " + address.url() + "/v3/api-docs");
        lines.add("  health         " + address.url() + "/actuator/health");
        lines.add("  data           " + order.data().toAbsolutePath().normalize());
        return lines;
    }
}
