package casetrail.query.caselist;

import casetrail.events.Channel;
import casetrail.events.Recorded;
import casetrail.query.casefile.Abridged;
import casetrail.query.casefile.CaseFile;
import casetrail.query.casefile.CaseFiles;
import org.jspecify.annotations.Nullable;

/**
 * What the list keeps of a case: its file in short, folded on by the one fold that there is of a case, and by which way it came in.
 *
 * @param channel by which the report came
 * @param file without sealed text and evidence
 */
public record CaseListing(Channel channel, CaseFile file) {

    /** The listing after one more event of the case. */
    static CaseListing after(@Nullable CaseListing before, Recorded<?> event) {
        var file = Abridged.of(CaseFile.after(before == null ? null : before.file(), CaseFiles.ofCase(event)));
        return new CaseListing(before == null ? event.envelope().channel() : before.channel(), file);
    }
}
