package dev.storetwin.benchmarks.memory;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.audit.AuditVerifier;
import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.journal.DurabilityOptions;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * How long a twin takes to forget one customer, and that nothing of them is left in its directory: journal, snapshots, keys, audit trail.
 *
 * <p>Usage: {@code java ... TwinErasure [EVENTS] [CUSTOMERS] [DIRECTORY]}; 10,000,000 events of the fixed mix with personal values and
 * 200,000 customers unless given, in a fresh directory that is deleted afterwards.
 */
public final class TwinErasure {

    private static final long VICTIM = 7;
    private static final Actor DESK = new Actor(Role.OPERATOR, "privacy-desk");

    private final PersonalMix mix;
    private final long events;
    private final Path directory;

    private TwinErasure(PersonalMix mix, long events, Path directory) {
        this.mix = mix;
        this.events = events;
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException {
        int events = Machine.argument(arguments, 0, 10_000_000);
        int customers = Machine.argument(arguments, 1, 200_000);
        var directory = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("storetwin-erasure");
        Machine.print("%s", Machine.description());
        try {
            double seconds = seconds(directory, events, customers);
            Machine.print(
                    "one of %,d customers forgotten after %,d events: %.1f ms", customers, events, seconds * 1_000);
        } finally {
            RecoverySpeed.delete(directory);
        }
    }

    /** Fails where anything is left of the customer, where a figure of the shop changed, or where the audit trail is not sound. */
    static double seconds(Path directory, int events, int customers) throws IOException {
        var mix = EventMix.of(1, MadeUpShop.of(1_000, 2), Duration.ofSeconds(1));
        return new TwinErasure(new PersonalMix(mix, customers), events, directory).seconds();
    }

    private double seconds() throws IOException {
        try (var twin = open()) {
            var report = twin.load(LongStream.range(0, events).mapToObj(mix::event));
            Machine.mustHold(report.accepted() == events, "every event is taken");
            twin.controls().stop(DESK, "before the erasure");
        }
        mustBeHidden();
        double seconds = erased();
        mustBeHidden();
        mustBeSound();
        return seconds;
    }

    private double erased() throws IOException {
        Moment before;
        Moment after;
        double seconds;
        try (var twin = open()) {
            var state = state(twin);
            before = Moment.of(state);
            Machine.mustHold(holds(twin, VICTIM), "the customer is known before");
            long start = System.nanoTime();
            var erasure = twin.people().erase(mix.customer(VICTIM), DESK);
            seconds = (System.nanoTime() - start) / 1e9;
            Machine.mustHold(erasure.isComplete(), "the customer is forgotten: " + erasure.open());
            after = Moment.of(state(twin));
            mustDifferByTheNoteAlone(state, state(twin));
        }
        try (var twin = open()) {
            mustBeAsBefore(twin, before, after);
            Machine.mustHold(!holds(twin, VICTIM), "the customer is gone");
            Machine.mustHold(holds(twin, VICTIM + 1), "others are not");
        }
        return seconds;
    }

    /** What can be told of a state when its twin is closed. */
    private record Moment(long revision, Fingerprint root) {

        static Moment of(ShopState state) {
            return new Moment(state.revision(), state.root());
        }
    }

    /** That a subject was erased is an event about that subject, the only one that came. */
    private void mustDifferByTheNoteAlone(ShopState before, ShopState after) {
        var difference = before.difference(after);
        Machine.mustHold(after.revision() == before.revision() + 1, "one event came");
        Machine.mustHold(
                difference.skus().isEmpty() && difference.orders().isEmpty(), "no figure changed: " + difference);
        Machine.mustHold(
                Set.of(mix.customer(VICTIM)).containsAll(difference.subjects()), "nobody else changed: " + difference);
    }

    /** Read again without the destroyed keys, the state has the root that it had with them. */
    private static void mustBeAsBefore(Twin twin, Moment before, Moment after) {
        Machine.mustHold(state(twin).root().equals(after.root()), "the twin opens again with the same state");
        var known = (ShopState) twin.knownAt(before.revision()).orElseThrow();
        Machine.mustHold(known.root().equals(before.root()), "the root before the erasure is unchanged");
    }

    private Twin open() {
        long snapshotEvery = Math.max(1, events / 4);
        return StoreTwin.builder()
                .durability(DurabilityOptions.DEFAULT.withSnapshotEvery(snapshotEvery))
                .dataDirectory(directory)
                .build();
    }

    /** Whether any of a customer's plain text can be read through the twin. */
    private boolean holds(Twin twin, long customer) {
        var out = new ByteArrayOutputStream();
        try {
            twin.people().export(mix.customer(customer), out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var text = out.toString(StandardCharsets.UTF_8);
        return mix.plainText(customer).stream().anyMatch(text::contains);
    }

    /** Nobody's plain text is on the disk, and the search for it would find what is. */
    private void mustBeHidden() throws IOException {
        var control = "parcel-" + VICTIM;
        var words = new ArrayList<>(mix.plainText(VICTIM));
        words.addAll(mix.plainText(VICTIM + 1));
        words.add(control);
        var found = new ByteScan(words).found(directory);
        Machine.mustHold(
                found.equals(new TreeSet<>(List.of(control))),
                "only %s stands in the files: %s".formatted(control, found));
    }

    private void mustBeSound() {
        var verification = AuditVerifier.verify(directory.resolve("audit.jsonl"), Optional.empty());
        Machine.mustHold(verification.isSound(), "the audit trail is sound: " + verification.message());
    }

    private static ShopState state(Twin twin) {
        return (ShopState) twin.state();
    }
}
