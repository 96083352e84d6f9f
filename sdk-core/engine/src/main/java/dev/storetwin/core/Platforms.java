package dev.storetwin.core;

import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.platform.DurableInbox;
import dev.storetwin.core.platform.ListReconciliation;
import dev.storetwin.core.platform.MarksInMemory;
import dev.storetwin.core.platform.MarksOnDisk;
import dev.storetwin.core.platform.ReadingMarks;
import dev.storetwin.core.platform.Sealing;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.Inbox;
import dev.storetwin.platform.InboxSettings;
import dev.storetwin.platform.PayloadTranslator;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.Reconciliation;
import dev.storetwin.platform.ReconciliationPlan;
import dev.storetwin.platform.SignatureVerifier;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a twin keeps for each platform that it listens to: an inbox for its webhooks, and how far its lists were read. */
final class Platforms implements AutoCloseable {

    private final LiveShop live;
    private final Optional<Storage.Place> place;
    private final Clock clock;
    private final InboxSettings inboxes;
    private final ReconciliationPlan plan;
    private final List<Inbox> open = new ArrayList<>();

    Platforms(
            LiveShop live, Optional<Storage.Place> place, Clock clock, InboxSettings inboxes, ReconciliationPlan plan) {
        this.live = live;
        this.place = place;
        this.clock = clock;
        this.inboxes = inboxes;
        this.plan = plan;
    }

    synchronized Inbox inbox(Source platform, PayloadTranslator translator, Optional<SignatureVerifier> verifier) {
        var disk = place.orElseThrow(() -> new IllegalStateException("""
                The inbox of %s needs a data directory: it acknowledges messages once they are on disk.
                Maybe set one on the builder, or translate messages yourself and offer what they say.""".formatted(platform)));
        try {
            var inbox = DurableInbox.open(
                    disk.disk(),
                    disk.resolve("inbox").resolve(fileName(platform)),
                    inboxes,
                    Sealing.of(disk.vault()),
                    verifier,
                    translator,
                    live::offer,
                    Optional.empty());
            open.add(inbox);
            return inbox;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable.getMessage(), unusable);
        }
    }

    Reconciliation reconciliation(Reconciler platform) {
        return new ListReconciliation(
                platform,
                this::take,
                (kind, source) -> live.state().things(kind, source),
                marks(platform.source()),
                plan,
                clock);
    }

    private ReadingMarks marks(Source platform) {
        if (place.isEmpty()) {
            return new MarksInMemory();
        }
        try {
            var disk = place.get();
            return MarksOnDisk.in(disk.disk(), disk.resolve("reconciliation"), platform);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }

    /** Sources are named by hosts, with any letters. */
    private static String fileName(Source platform) {
        return Fingerprint.of(platform.value().getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Waits until all are durable. What the disk has no room for breaks the reading off, which goes on there later. */
    private List<Acceptance> take(List<TwinEvent> events) {
        var answers = live.acceptAll(events);
        answers.stream()
                .filter(Acceptance.Unavailable.class::isInstance)
                .findFirst()
                .ifPresent(it -> {
                    throw new UncheckedIOException(new IOException(((Acceptance.Unavailable) it).reason()));
                });
        return answers;
    }

    @Override
    public synchronized void close() {
        open.forEach(Inbox::close);
    }
}
