package casetrail.ledger;

import casetrail.ledger.testing.EventLogContract;
import casetrail.ledger.testing.TestPostgres;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The log on PostgreSQL keeps the contract. */
class PostgresLedgerTest extends EventLogContract {

    private final List<AutoCloseable> opened = new ArrayList<>();

    @Override
    protected Ledger emptyLog() {
        var database = TestPostgres.database();
        var ledger = PostgresLedger.open(database.serving(), LedgerOptions.DEFAULT, InstantSource.system());
        opened.add(ledger);
        opened.add(database);
        return ledger;
    }

    @AfterEach
    void close() throws Exception {
        for (var each : opened) {
            each.close();
        }
    }
}
