package casetrail.command.merging.log;

import casetrail.edge.state.Checkpoints;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Checkpoints that end with the test. */
final class KeptInMemory implements Checkpoints {

    private final ConcurrentHashMap<String, Long> kept = new ConcurrentHashMap<>();

    @Override
    public OptionalLong next(String reader) {
        var next = kept.get(reader);
        return next == null ? OptionalLong.empty() : OptionalLong.of(next);
    }

    @Override
    public void advance(String reader, long next) {
        kept.merge(reader, next, Math::max);
    }

    @Override
    public void forget(String reader) {
        kept.remove(reader);
    }
}
