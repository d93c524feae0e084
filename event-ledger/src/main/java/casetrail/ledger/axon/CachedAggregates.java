package casetrail.ledger.axon;

import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.CachingEventSourcingRepository;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/** Axon's caching repository that notes which version of an aggregate a command was decided on. */
final class CachedAggregates<T> extends CachingEventSourcingRepository<T> {

    private final Cache cache;

    CachedAggregates(EventSourcingRepository.Builder<T> builder, Cache cache) {
        super(builder.cache(cache));
        this.cache = cache;
    }

    @Override
    protected EventSourcedAggregate<T> doLoadWithLock(String aggregate, Long expectedVersion) {
        boolean cached = cache.containsKey(aggregate);
        var loaded = super.doLoadWithLock(aggregate, expectedVersion);
        // Noted now and not when the decision falls: the aggregate itself moves on with what it applies.
        new Loaded(aggregate, loaded.version(), cached).noteIn(CurrentUnitOfWork.get());
        return loaded;
    }
}
