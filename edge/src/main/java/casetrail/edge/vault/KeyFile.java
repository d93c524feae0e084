package casetrail.edge.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import casetrail.edge.files.Durable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The file of all keys: a page that says what it is, then slots of {@value KeySlot#BYTES} bytes. New keys go to the end; destroying one
 * overwrites its slot and counts up a number in the first page, by which every process sees that what it remembers may be gone. Who
 * writes holds the {@link KeyLock}; reading needs none.
 */
final class KeyFile implements AutoCloseable {

    static final int HEADER_BYTES = 4096;
    private static final byte[] MAGIC = "CASETRAIL-VAULT1".getBytes(US_ASCII);
    private static final int GENERATION_AT = 16;
    private static final int PROOF_AT = 24;
    private static final byte[] PROVEN = "this key file".getBytes(US_ASCII);
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final byte[] NEVER_WRITTEN = new byte[KeySlot.BYTES];

    private final RandomAccessFile file; // not a channel: an interrupted reader would close that for everybody
    private final MappedByteBuffer header;

    KeyFile(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
        if (file.length() < HEADER_BYTES) {
            file.close();
            throw new VaultDamaged("the vault's key file is cut off");
        }
        header = file.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, HEADER_BYTES);
    }

    /** Writes a file without keys that only this master key fits. */
    static void create(Path path, MasterKey master) throws IOException {
        var proof = master.encrypt(PROVEN, MAGIC);
        var first = ByteBuffer.allocate(HEADER_BYTES).put(MAGIC);
        first.putInt(PROOF_AT, proof.length).put(PROOF_AT + Integer.BYTES, proof);
        Durable.write(path, first.array());
    }

    /** Fails unless this is a key file of that master key. */
    void fits(MasterKey master) {
        var magic = new byte[MAGIC.length];
        header.get(0, magic);
        int length = header.getInt(PROOF_AT);
        if (!Arrays.equals(magic, MAGIC) || length < 1 || length > HEADER_BYTES - PROOF_AT - Integer.BYTES) {
            throw new VaultDamaged("the vault's key file is not one");
        }
        var proof = new byte[length];
        header.get(PROOF_AT + Integer.BYTES, proof);
        master.decrypt(proof, MAGIC);
    }

    /** How often a key was destroyed; read it before the slot whose key is to be remembered. */
    long generation() {
        return (long) LONG.getVolatile(header, GENERATION_AT);
    }

    /** The number of whole slots on disk now, whoever wrote them. */
    int slots() throws IOException {
        return Math.toIntExact(Math.max(0, file.length() - HEADER_BYTES) / KeySlot.BYTES);
    }

    /** Whether a last slot was begun and is not whole. */
    boolean endsWithinSlot() throws IOException {
        return (file.length() - HEADER_BYTES) % KeySlot.BYTES != 0;
    }

    /** What stands in a slot; empty if its bytes are not what anybody wrote. */
    Optional<KeySlot> slot(int number) throws IOException {
        return KeySlot.of(bytesOf(number));
    }

    /** Whether the slot was never written: a crash of the machine kept a later block of the same, unanswered batch. */
    boolean neverWritten(int number) throws IOException {
        return Arrays.equals(bytesOf(number), NEVER_WRITTEN);
    }

    /** Many slots at once, one after the other. */
    synchronized byte[] bytesOf(int first, int count) throws IOException {
        var bytes = new byte[Math.multiplyExact(count, KeySlot.BYTES)];
        file.seek(offset(first));
        file.readFully(bytes);
        return bytes;
    }

    private byte[] bytesOf(int number) throws IOException {
        return bytesOf(number, 1);
    }

    /** Cuts off what a process that died left half written; under the lock. */
    synchronized void cutTo(int slots) throws IOException {
        file.setLength(offset(slots));
        file.getFD().sync();
    }

    /** Adds slots at the end, on disk when this returns; under the lock. */
    synchronized void append(int first, List<KeySlot> more) throws IOException {
        var bytes = ByteBuffer.allocate(more.size() * KeySlot.BYTES);
        more.forEach(slot -> bytes.put(slot.onDisk()));
        file.seek(offset(first));
        file.write(bytes.array());
        file.getFD().sync();
    }

    /** Overwrites a slot's key and tells every process, on disk when this returns; under the lock. */
    synchronized void destroy(int number, KeySlot emptied) throws IOException {
        file.seek(offset(number));
        file.write(emptied.onDisk());
        file.seek(GENERATION_AT);
        file.writeLong(generation() + 1);
        file.getFD().sync();
    }

    private static long offset(int slot) {
        return HEADER_BYTES + (long) slot * KeySlot.BYTES;
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
