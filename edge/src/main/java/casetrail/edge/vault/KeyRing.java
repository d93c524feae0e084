package casetrail.edge.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The keys of all owners over one {@link KeyFile}. A new key is on disk before it is given out; all who wait for one share one sync. A key
 * destroyed by any process is not given out again: what is remembered counts only while the file's generation is the same.
 */
final class KeyRing implements AutoCloseable {

    /** So many keys are kept unwrapped; the others are unwrapped again when asked for. */
    static final int REMEMBERED_MAX = 20_000;

    private static final int BATCH_MAX = 1_024;
    private static final int SCAN_SLOTS = 4_096;

    private final MasterKey master;
    private final KeyFile file;
    private final KeyLock lock;
    private final SlotIndex index = new SlotIndex();
    private final Cache<Integer, Remembered> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).build();
    private final ConcurrentLinkedQueue<Wanted> wanted = new ConcurrentLinkedQueue<>();
    private final ReentrantLock making = new ReentrantLock();
    private int indexed; // slots below are in the index; guarded by it

    /** Reads all of the file; under the lock. */
    KeyRing(MasterKey master, KeyFile file, KeyLock lock) throws IOException {
        this.master = master;
        this.file = file;
        this.lock = lock;
        catchUp(true);
    }

    /** The key of that slot; empty if it was destroyed or never was. */
    Optional<DataKey> at(int slot, KeyOwner owner) throws IOException {
        if (slot < 0 || slot >= file.slots()) {
            throw new SealedUnreadable("a sealed value names a key that this vault never made");
        }
        var found = remember(slot);
        if (!found.owner().equals(owner)) {
            throw new SealedUnreadable("a sealed value names a key that is not its subject's");
        }
        return Optional.ofNullable(found.key());
    }

    /** The owner's key, if there is one. */
    Optional<DataKey> existing(KeyOwner owner) throws IOException {
        var found = liveSlot(owner);
        if (found < 0 && catchUp(false)) {
            found = liveSlot(owner);
        }
        return found < 0
                ? Optional.empty()
                : Optional.ofNullable(remember(found).key());
    }

    /** The owner's key, made now if there is none. */
    DataKey keyOf(KeyOwner owner) throws IOException {
        int found = liveSlot(owner);
        var key = found < 0 ? null : remember(found).key();
        return key != null ? key : made(owner);
    }

    boolean destroy(KeyOwner owner) {
        return lock.alone(() -> {
            catchUp(true);
            int slot = liveSlot(owner);
            if (slot < 0) {
                return false;
            }
            file.destroy(slot, new KeySlot(owner, new byte[0]));
            remembered.invalidate(slot);
            return true;
        });
    }

    private DataKey made(KeyOwner owner) {
        var mine = new Wanted(owner, new CompletableFuture<>());
        wanted.add(mine);
        making.lock();
        try {
            while (!mine.key().isDone()) {
                makeBatch();
            }
        } finally {
            making.unlock();
        }
        try {
            return mine.key().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void makeBatch() {
        var batch = new ArrayList<Wanted>();
        for (var next = wanted.poll(); next != null; next = batch.size() < BATCH_MAX ? wanted.poll() : null) {
            batch.add(next);
        }
        try {
            lock.alone(() -> {
                make(batch);
                return true;
            });
        } catch (RuntimeException e) {
            batch.forEach(w -> w.key().completeExceptionally(e));
        }
    }

    private void make(List<Wanted> batch) throws IOException {
        catchUp(true);
        int first = file.slots();
        var slots = new ArrayList<KeySlot>();
        var places = new HashMap<KeyOwner, Integer>();
        for (var one : batch) {
            int found = liveSlot(one.owner());
            if (found >= 0) {
                places.put(one.owner(), found); // another process or thread was first
            } else if (!places.containsKey(one.owner())) {
                places.put(one.owner(), first + slots.size());
                slots.add(fresh(first + slots.size(), one.owner()));
            }
        }
        if (!slots.isEmpty()) {
            file.append(first, slots);
            catchUp(true);
        }
        for (var one : batch) {
            var key = remember(places.getOrDefault(one.owner(), -1)).key();
            if (key == null) {
                throw new IllegalStateException("a key vanished while the vault was locked");
            }
            one.key().complete(key);
        }
    }

    private KeySlot fresh(int slot, KeyOwner owner) {
        var key = SecretBytes.randomBytes(DataKey.KEY_BYTES).toByteArray(InsecureSecretKeyAccess.get());
        return new KeySlot(owner, master.wrap(slot, owner, key));
    }

    private int liveSlot(KeyOwner owner) {
        synchronized (index) {
            return index.find(owner.fingerprint(), slot -> {
                try {
                    var found = remember(slot);
                    return found.key() != null && found.owner().equals(owner);
                } catch (IOException e) {
                    throw new VaultUnavailable("the vault cannot be read", e);
                }
            });
        }
    }

    private Remembered remember(int slot) throws IOException {
        long generation =
                file.generation(); // before the slot is read: a key destroyed in between counts as old at once
        var known = remembered.getIfPresent(slot);
        if (known != null && known.generation() == generation) {
            return known;
        }
        var stored = file.slot(slot)
                .or(() -> lock.alone(() -> file.slot(slot))) // it may be being overwritten right now
                .orElseThrow(() -> new VaultDamaged("slot %d of the vault's key file is damaged".formatted(slot)));
        var read = new Remembered(generation, stored.owner(), stored.destroyed() ? null : opened(slot, stored));
        remembered.put(slot, read);
        return read;
    }

    private DataKey opened(int slot, KeySlot stored) {
        try {
            return new DataKey(slot, master.unwrap(slot, stored));
        } catch (GeneralSecurityException e) {
            throw new VaultDamaged("slot %d of the vault's key file holds no AES-256 key".formatted(slot), e);
        }
    }

    /**
     * Indexes what was added since, here or by another process.
     *
     * @param repair under the lock: what is unreadable at the end was never answered and is cut off
     * @return whether there was anything new
     */
    private boolean catchUp(boolean repair) throws IOException {
        synchronized (index) {
            int before = indexed;
            int end = file.slots();
            while (indexed < end) {
                int count = Math.min(SCAN_SLOTS, end - indexed);
                var bytes = file.bytesOf(indexed, count);
                for (int i = 0; i < count; i++) {
                    int at = i * KeySlot.BYTES;
                    var slot = KeySlot.of(Arrays.copyOfRange(bytes, at, at + KeySlot.BYTES));
                    if (slot.isPresent()) {
                        index.put(slot.get().owner().fingerprint(), indexed);
                    } else if (!repair) {
                        return indexed > before; // somebody is writing there
                    } else if (isTail(indexed)) {
                        file.cutTo(indexed);
                        return indexed > before;
                    }
                    indexed++;
                }
            }
            if (repair && file.endsWithinSlot()) {
                file.cutTo(end); // a process died while it wrote
            }
            return indexed > before;
        }
    }

    /** Whether no readable slot follows; a hole before readable slots must be one that was never written. */
    private boolean isTail(int slot) throws IOException {
        for (int later = slot + 1; later < file.slots(); later++) {
            if (file.slot(later).isPresent()) {
                if (!file.neverWritten(slot)) {
                    throw new VaultDamaged("slot %d of the vault's key file is damaged".formatted(slot));
                }
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A key asked for, and where the answer goes. */
    private record Wanted(KeyOwner owner, CompletableFuture<DataKey> key) {}

    /** A slot as it was when the file had that generation. */
    private record Remembered(
            long generation, KeyOwner owner, @Nullable DataKey key) {}
}
