package casetrail.views;

import casetrail.events.StreamId;
import java.util.Map;

/**
 * What an engine keeps of one stream.
 *
 * @param version the sequence of the last event that is counted in
 * @param json the value in the view's form
 * @param values by field; a field without a value is not in it. An engine need not give them back
 */
@SuppressWarnings("ArrayRecordComponent") // bytes for an engine; nobody compares documents by value
public record Document(StreamId stream, long version, byte[] json, Map<String, Value> values) {

    public Document {
        values = Map.copyOf(values);
    }
}
