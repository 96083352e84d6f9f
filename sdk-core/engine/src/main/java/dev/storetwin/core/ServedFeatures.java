package dev.storetwin.core;

import dev.storetwin.core.feature.ServedInMemory;
import dev.storetwin.core.feature.ServedLog;
import dev.storetwin.core.feature.ServedLogOptions;
import dev.storetwin.core.feature.ServedOnDisk;
import dev.storetwin.core.feature.ServingCheck;
import dev.storetwin.core.memory.Storage;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.thread.OwnThread;
import dev.storetwin.feature.FeatureSet;
import dev.storetwin.feature.History;
import dev.storetwin.feature.ServedDifference;
import dev.storetwin.feature.ServingReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What was served, where the host wishes it to be written down, and how it is compared. */
final class ServedFeatures implements AutoCloseable {

    private static final int SHOWN = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ServedLog log;
    private final UnaryOperator<ShopState> seen;
    private final Optional<History> ownHistory;
    private final boolean isKept;
    private final Runnable end;

    private ServedFeatures(
            ServedLog log, UnaryOperator<ShopState> seen, Optional<History> ownHistory, boolean isKept, Runnable end) {
        this.log = log;
        this.seen = seen;
        this.ownHistory = ownHistory;
        this.isKept = isKept;
        this.end = end;
    }

    /** Where the storage has a place, there; else in memory, with the states. */
    static ServedFeatures open(Optional<ServedLogOptions> wishes, Storage storage) {
        if (wishes.isEmpty()) {
            return new ServedFeatures(ServedLog.NONE, UnaryOperator.identity(), Optional.empty(), false, () -> {});
        }
        return storage.place().map(it -> onDisk(it, wishes.get())).orElseGet(() -> inMemory(wishes.get()));
    }

    private static ServedFeatures inMemory(ServedLogOptions options) {
        var log = new ServedInMemory(options);
        return new ServedFeatures(log, log::remember, Optional.of(log), true, () -> {});
    }

    private static ServedFeatures onDisk(Storage.Place place, ServedLogOptions options) {
        var thread = OwnThread.of("served-features", PATIENCE);
        try {
            var log = ServedOnDisk.open(place.disk(), place.resolve("served"), options, thread);
            return new ServedFeatures(log, UnaryOperator.identity(), Optional.empty(), true, thread::close);
        } catch (IOException unusable) {
            thread.close();
            throw new UncheckedIOException(unusable.getMessage(), unusable);
        }
    }

    ServedLog log() {
        return log;
    }

    /** A state that vectors are about to be read from. */
    ShopState seen(ShopState state) {
        return seen.apply(state);
    }

    /** Computes again what was served. */
    ServingReport check(List<FeatureSet> sets, Storage storage) throws IOException {
        if (!isKept) {
            throw new IllegalStateException("""
                    What is served is not written down, so there is nothing to compare.
                    Maybe tell the builder: StoreTwinBuilder.servedLog(ServedLogOptions.DEFAULT).""");
        }
        if (ownHistory.isPresent()) {
            return compare(ownHistory.get(), sets);
        }
        try (var history = storage.recollection().orElseThrow()) {
            return compare(history, sets);
        }
    }

    private ServingReport compare(History history, List<FeatureSet> sets) throws IOException {
        var first = new ArrayList<ServedDifference>();
        try (var frames = log.frames()) {
            var report = new ServingCheck(history, sets).compare(frames, it -> {
                if (first.size() < SHOWN) {
                    first.add(it);
                }
            });
            return new ServingReport(
                    report.vectors(),
                    report.values(),
                    report.told(),
                    report.differences(),
                    report.unknown(),
                    report.forgotten(),
                    log.lost(),
                    first);
        }
    }

    @Override
    public void close() {
        end.run();
        log.close();
    }
}
