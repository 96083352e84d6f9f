package dev.storetwin.core;

import dev.storetwin.Platforms;
import dev.storetwin.core.identity.KeyedTokens;
import dev.storetwin.core.memory.Storage;
import dev.storetwin.core.platform.DurableInbox;
import dev.storetwin.core.platform.FileName;
import dev.storetwin.core.platform.ListReconciliation;
import dev.storetwin.core.platform.MarksInMemory;
import dev.storetwin.core.platform.MarksOnDisk;
import dev.storetwin.core.platform.PlatformAdapter;
import dev.storetwin.core.platform.ReadingMark;
import dev.storetwin.core.platform.ReadingMarks;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.identity.SubjectTokens;
import dev.storetwin.platform.Inbox;
import dev.storetwin.platform.InboxSettings;
import dev.storetwin.platform.PayloadTranslator;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.Reconciliation;
import dev.storetwin.platform.ReconciliationPlan;
import dev.storetwin.platform.ResourceKind;
import dev.storetwin.platform.SignatureVerifier;
import dev.storetwin.state.Acceptance;
import dev.storetwin.type.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a twin keeps for each platform that it listens to: an inbox for its webhooks, and how far its lists were read. Each lies in one
 * place on disk, so there is one of each for a source.
 */
final class LivePlatforms implements Platforms, AutoCloseable {

    private final LiveShop live;
    private final Access access;
    private final Optional<Storage.Place> place;
    private final Clock clock;
    private final InboxSettings settings;
    private final ReconciliationPlan plan;
    private final Map<Source, DurableInbox> inboxes = new HashMap<>();
    private final Map<Source, ReadingMarks> marks = new HashMap<>();
    private final SubjectTokens tokens;
    private boolean isClosed;

    LivePlatforms(
            Access access,
            Optional<Storage.Place> place,
            Clock clock,
            InboxSettings settings,
            ReconciliationPlan plan) {
        this.live = access.live();
        this.access = access;
        this.place = place;
        this.clock = clock;
        this.settings = settings;
        this.plan = plan;
        this.tokens =
                place.<SubjectTokens>map(it -> new KeyedTokens(it.vault())).orElseGet(SubjectTokens::recognisable);
    }

    @Override
    public Inbox inbox(Source platform, PayloadTranslator translator, SignatureVerifier verifier) {
        Arguments.given("platform, translator, verifier", platform, translator, verifier);
        return inbox(new PlatformAdapter(platform, Optional.of(verifier), translator));
    }

    @Override
    public Inbox inbox(Source platform, PayloadTranslator translator) {
        Arguments.given("platform, translator", platform, translator);
        return inbox(new PlatformAdapter(platform, Optional.empty(), translator));
    }

    @Override
    public SubjectTokens tokens() {
        return tokens;
    }

    private synchronized Inbox inbox(PlatformAdapter adapter) {
        var source = adapter.source();
        requireOpen("An inbox", source);
        if (inboxes.containsKey(source)) {
            throw new IllegalStateException("""
                    The inbox of %s is open already, and two would write to one file.
                    Maybe keep the first and use it everywhere, or close it before this one is opened.""".formatted(source));
        }
        var inbox = opened(adapter);
        inboxes.put(source, inbox);
        return inbox;
    }

    private DurableInbox opened(PlatformAdapter adapter) {
        var source = adapter.source();
        var own = place.orElseThrow(() -> new IllegalStateException("""
                The inbox of %s needs a data directory: it acknowledges messages once they are on disk.
                Maybe set one on the builder, or translate messages yourself and offer what they say.""".formatted(source)));
        var files = DeliveredMessages.inbox(own, FileName.of(source));
        try {
            return DurableInbox.open(files, settings, adapter, access::offer, () -> forget(source));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable.getMessage(), unusable);
        }
    }

    private synchronized void forget(Source source) {
        inboxes.remove(source);
    }

    @Override
    public synchronized Reconciliation reconciliation(Reconciler platform) {
        Arguments.given("platform", platform);
        requireOpen("A reconciliation", platform.source());
        return new ListReconciliation(
                platform,
                this::take,
                (kind, source) -> live.state().things(kind, source),
                new WhileOpen(platform.source(), marks.computeIfAbsent(platform.source(), this::marks)),
                plan,
                clock);
    }

    private ReadingMarks marks(Source platform) {
        if (place.isEmpty()) {
            return new MarksInMemory();
        }
        try {
            var own = place.get();
            return MarksOnDisk.in(own.disk(), own.resolve("reconciliation"), platform);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable.getMessage(), unreadable);
        }
    }

    /** A reading may go on while its twin is closed. The directory may be another twin's then, and nothing is written to it. */
    private final class WhileOpen implements ReadingMarks {

        private final Source source;
        private final ReadingMarks marks;

        WhileOpen(Source source, ReadingMarks marks) {
            this.source = source;
            this.marks = marks;
        }

        @Override
        public ReadingMark read(ResourceKind kind) {
            return marks.read(kind);
        }

        @Override
        public void write(ReadingMark mark) {
            synchronized (LivePlatforms.this) {
                requireOpen("A reconciliation", source);
                marks.write(mark);
            }
        }
    }

    /** Waits until all are durable. What the disk has no room for breaks the reading off, which goes on there later. */
    private List<Acceptance> take(List<TwinEvent> events) {
        var answers = access.acceptAll(events);
        answers.stream()
                .filter(Acceptance.Unavailable.class::isInstance)
                .findFirst()
                .ifPresent(it -> {
                    throw new UncheckedIOException(new IOException(((Acceptance.Unavailable) it).reason()));
                });
        return answers;
    }

    /** Makes unreadable what inboxes have delivered; what is left, and what to do about it. */
    Optional<String> forgetDelivered() {
        return place.flatMap(it -> {
            var messages = new DeliveredMessages(it, settings);
            messages.forgetOpen(rest(messages));
            return messages.left();
        });
    }

    private synchronized Map<Source, DurableInbox> rest(DeliveredMessages messages) {
        messages.forgetClosed(inboxes.keySet());
        return new TreeMap<>(inboxes);
    }

    private void requireOpen(String what, Source source) {
        if (isClosed) {
            throw new IllegalStateException("""
                    %s of %s was asked of a twin that is closed.
                    Maybe the host's handlers or its scheduler should end before the twin does.""".formatted(what, source));
        }
    }

    /** @throws IllegalStateException on the thread of an inbox, which what is named would wait for */
    void requireMayWait(String what) {
        open().forEach(it -> it.requireMayWait(what));
    }

    private synchronized List<DurableInbox> open() {
        return List.copyOf(inboxes.values());
    }

    /** Inboxes are waited for outside the lock, since an adapter may be asking for it. */
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
        }
        open().forEach(DurableInbox::close);
    }
}
