package dev.storetwin.core.memory;

import dev.storetwin.audit.AuditTrail;
import dev.storetwin.core.audit.JsonLinesAuditTrail;
import dev.storetwin.core.crypto.Vault;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.event.Forgotten;
import dev.storetwin.core.journal.Alarm;
import dev.storetwin.core.journal.DataDirectory;
import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.DurabilityOptions;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.Workers;
import dev.storetwin.core.thread.Opened;
import dev.storetwin.core.thread.OwnThread;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Place;
import dev.storetwin.type.SubjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A twin's events in a directory of its own, with the keys of what is personal in them and the audit trail. */
public final class DirectoryStorage implements Storage {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryStorage.class);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Opened opened = new Opened();
    private final DurabilityOptions options;
    private final Vault vault;
    private final TwinDirectory directory;
    private final EventLog log;
    private final JsonLinesAuditTrail audit;
    private final Executor sequencer;
    private final ShopState state;
    private final Forgotten forgotten;
    private final EventCodec codec;
    private final Workers workers;
    private final Snapshotter snapshots;
    private final Archivist archivist;

    private DirectoryStorage(Shop shop, DurabilityOptions options) throws IOException {
        this.options = options;
        try {
            var data = opened.add(DataDirectory.open(shop.disk(), shop.path()));
            this.vault = shop.vault().isPresent() ? shop.vault().get() : opened.add(OwnVault.open(data));
            this.forgotten = opened.add(Forgotten.open(data.disk(), data.path().resolve("forgotten")));
            this.codec = new EventCodec(vault, forgotten);
            var empty = ShopState.empty(shop.zone(), shop.currency(), codec);
            this.workers = shop.workers();
            this.directory = TwinDirectory.open(data, options, shop.alarm(), codec, empty, workers);
            this.log = opened.add(directory.log(vault::force));
            this.audit = opened.add(JsonLinesAuditTrail.recover(
                    data.disk(),
                    data.path().resolve("audit.jsonl"),
                    shop.clock().instant()));
            opened.add(directory::closeArchive);
            var writing = opened.add(OwnThread.of("snapshots", PATIENCE));
            this.archivist = directory.archivist(writing);
            this.state = directory.recover(archivist::tendWaiting);
            this.snapshots = new Snapshotter(directory, directory.lastSnapshot(), options.snapshotEvery(), writing);
            this.sequencer = opened.add(OwnThread.of("sequencer", PATIENCE));
        } catch (IOException | RuntimeException | Error unusable) {
            close();
            throw unusable;
        }
    }

    /**
     * Whose events lie where.
     *
     * @param alarm tells when events have to be forced for their age
     * @param vault the host's; empty for one over keys in the directory
     */
    public record Shop(
            Path path,
            Disk disk,
            Alarm alarm,
            Optional<Vault> vault,
            ZoneId zone,
            Currency currency,
            Clock clock,
            Workers workers) {}

    /**
     * Opens what lies in a directory.
     *
     * @throws UncheckedIOException when the directory cannot be used; the message says why and what to try
     */
    public static DirectoryStorage open(Shop shop, DurabilityOptions options) {
        try {
            return new DirectoryStorage(shop, options);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable.getMessage(), unusable);
        }
    }

    @Override
    public EventCodec codec() {
        return codec;
    }

    @Override
    public Workers workers() {
        return workers;
    }

    @Override
    public ShopState state() {
        return state;
    }

    @Override
    public EventLog log() {
        return log;
    }

    @Override
    public ShopState tend(ShopState now) {
        return archivist.tend(now);
    }

    @Override
    public ShopState tendWaiting(ShopState now) {
        return archivist.tendWaiting(now);
    }

    @Override
    public ShopState settle(ShopState now) {
        return archivist.settle(now);
    }

    @Override
    public Optional<Queue> queue() {
        return Optional.of(new Queue(options.waiting(), sequencer));
    }

    @Override
    public AuditTrail audit() {
        return audit;
    }

    @Override
    public Optional<Place> place() {
        return Optional.of(new Place(directory.disk(), directory.path(), vault));
    }

    @Override
    public Optional<PublishListener> listener() {
        return Optional.of(snapshots);
    }

    @Override
    public Optional<String> erase(Collection<String> owners) {
        try {
            vault.erase(owners);
            return Optional.empty();
        } catch (RuntimeException failed) {
            LOG.error("Keys of {} owners could not be destroyed", owners.size(), failed);
            return Optional.of("The keys could not be destroyed: " + failed.getMessage());
        }
    }

    @Override
    public Forgotten forgotten() {
        return forgotten;
    }

    @Override
    public void eachNaming(Collection<SubjectId> subjects, Consumer<TwinEvent> consumer) throws IOException {
        directory.eachNaming(subjects, consumer);
    }

    @Override
    public KeptEvents history() throws IOException {
        return directory.history();
    }

    @Override
    public Optional<JournalHistory> recollection() {
        return Optional.of(directory.recollection());
    }

    @Override
    public Optional<TwinState> stateAt(long revision) {
        try {
            return Optional.of(directory.stateAt(revision));
        } catch (IllegalArgumentException notKept) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }

    /** Everything is closed, whatever fails on the way. */
    @Override
    public void close() {
        opened.close();
    }
}
