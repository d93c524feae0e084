package casetrail.views.postgres;

import casetrail.views.Document;
import casetrail.views.Shape;
import casetrail.views.Value;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Documents in the binary form of PostgreSQL's COPY, where no text has to be escaped on the way in or parsed on arrival. The form is in
 * PostgreSQL's documentation of COPY; a jsonb is a version byte and its text.
 */
final class CopiedRows {

    /** Sent on whenever so many bytes have come together. */
    private static final int FLUSH_BYTES = 128 * 1024;

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ABSENT = -1;
    private static final int JSONB_VERSION = 1;
    private static final int TEXT_OID = 25;
    private static final int OWN_COLUMNS = 3;

    private final Shape shape;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * FLUSH_BYTES);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private CopiedRows(Shape shape) {
        this.shape = shape;
    }

    /** Writes them all, or throws. */
    static void write(Connection connection, DocumentTable table, List<Document> documents) throws SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copy());
        try {
            new CopiedRows(table.shape()).send(copy, documents);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written but to memory
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void send(CopyIn copy, List<Document> documents) throws IOException, SQLException {
        out.write(SIGNATURE);
        out.writeInt(0);
        out.writeInt(0);
        for (var document : documents) {
            row(document);
            if (bytes.size() >= FLUSH_BYTES) {
                flush(copy);
            }
        }
        out.writeShort(-1);
        flush(copy);
        copy.endCopy();
    }

    private void flush(CopyIn copy) throws SQLException {
        copy.writeToCopy(bytes.toByteArray(), 0, bytes.size());
        bytes.reset();
    }

    private void row(Document document) throws IOException {
        out.writeShort(OWN_COLUMNS + shape.fields().size());
        text(document.stream().value());
        number(document.version());
        out.writeInt(document.json().length + 1);
        out.writeByte(JSONB_VERSION);
        out.write(document.json());
        for (var field : shape.fields().keySet()) {
            value(document.values().get(field));
        }
    }

    private void value(@Nullable Value value) throws IOException {
        switch (value) {
            case Value.Term(var text) -> text(text);
            case Value.Whole(long number) -> number(number);
            case Value.Terms terms -> array(terms.texts());
            case null -> out.writeInt(ABSENT);
        }
    }

    private void number(long number) throws IOException {
        out.writeInt(Long.BYTES);
        out.writeLong(number);
    }

    private void text(String text) throws IOException {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private void array(Collection<String> texts) throws IOException {
        var encoded =
                texts.stream().map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
        int dimensions = encoded.isEmpty() ? 0 : 1;
        int head = Integer.BYTES * (3 + 2 * dimensions);
        out.writeInt(
                head + encoded.stream().mapToInt(t -> Integer.BYTES + t.length).sum());
        out.writeInt(dimensions);
        out.writeInt(0); // no element is null
        out.writeInt(TEXT_OID);
        if (dimensions > 0) {
            out.writeInt(encoded.size());
            out.writeInt(1); // counted from one
        }
        for (var element : encoded) {
            out.writeInt(element.length);
            out.write(element);
        }
    }
}
