package dev.storetwin.benchmarks.memory;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.audit.AuditVerifier;
import dev.storetwin.core.audit.Verification;
import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.Workers;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.SubjectErased;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Actor;
import dev.storetwin.type.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

/**
 * How long a twin needs to forget one customer, and that nothing of them is left.
 *
 * <p>Usage: {@code java ... Erasure [EVENTS] [CUSTOMERS] [DIRECTORY]}; 10,000,000 events and 200,000 customers unless given, in a fresh
 * directory that is deleted afterwards. A twin takes the fixed mix with personal values, erases one customer, and is opened again. Before and
 * after, every byte of every file is read for that customer's plain text: journal, snapshots, keys and audit. The state is the one before with
 * the fact of the erasure and nothing else, also after the restart, and the audit trail verifies.
 */
public final class Erasure {

    private static final long VICTIM = 7;
    private static final int PART = 250_000;

    private final PersonalMix mix;
    private final long events;
    private final Path directory;
    private final ExecutorService executor;
    private final Workers workers;

    private Erasure(PersonalMix mix, long events, Path directory, ExecutorService executor) {
        this.mix = mix;
        this.events = events;
        this.directory = directory;
        this.executor = executor;
        this.workers = Workers.of(executor, threads());
    }

    /**
     * @param seconds      that the erasure took
     * @param exported     events that told of the customer before it
     * @param keyBytes     size of the key directory
     * @param journalBytes size of the journal
     */
    record Figures(double seconds, long exported, long keyBytes, long journalBytes) {}

    public static void main(String[] arguments) throws IOException {
        int events = Machine.argument(arguments, 0, 10_000_000);
        int customers = Machine.argument(arguments, 1, 200_000);
        var directory = arguments.length > 2
                ? Files.createDirectories(Path.of(arguments[2]))
                : Files.createTempDirectory("erasure");
        Machine.print("%s", Machine.description());
        try {
            var figures = run(directory, events, customers);
            Machine.print(
                    "%,d events, journal of %,.0f MB, keys of %,.1f MB: one customer (%d events) erased in %.1f ms",
                    events,
                    figures.journalBytes() / Machine.MEGABYTE,
                    figures.keyBytes() / Machine.MEGABYTE,
                    figures.exported(),
                    figures.seconds() * 1_000);
        } finally {
            RecoverySpeed.delete(directory);
        }
    }

    private static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Fails where anything is left of the customer or anything of the others is not. */
    static Figures run(Path directory, int events, int customers) throws IOException {
        var mix = EventMix.of(1, MadeUpShop.of(1_000, 2), Duration.ofSeconds(1));
        var executor = Executors.newFixedThreadPool(threads(), it -> new Thread(it, "storetwin-erasure"));
        try {
            return new Erasure(new PersonalMix(mix, customers), events, directory, executor).run();
        } finally {
            executor.shutdown();
        }
    }

    private Twin open() {
        return StoreTwin.builder()
                .currency(MadeUpShop.CURRENCY)
                .executor(executor, threads())
                .dataDirectory(directory.resolve("twin"))
                .build();
    }

    private Figures run() throws IOException {
        Figures figures;
        Fingerprint after;
        try (var twin = open()) {
            for (long from = 0; from < events; from += PART) {
                twin.load(LongStream.range(from, Math.min(events, from + PART)).mapToObj(mix::event));
            }
            Machine.mustHold(twin.state().revision() == events, "every event was taken");
            mustBeHidden();
            var before = (ShopState) twin.state();
            long exported = exported(twin, VICTIM);
            figures = new Figures(erased(twin), exported, size("keys"), size("journal"));
            after = root(twin);
            Machine.mustHold(
                    after.equals(before.after(List.of(fact(twin))).state().root(workers)),
                    "the state is the one before and the fact of the erasure");
        }
        mustBeHidden();
        try (var twin = open()) {
            Machine.mustHold(root(twin).equals(after), "the state is the same after a restart");
            mustBeForgotten(twin);
        }
        var trail = AuditVerifier.verify(directory.resolve("twin").resolve("audit.jsonl"), Optional.empty());
        Machine.mustHold(trail instanceof Verification.Sound, "the audit trail verifies: " + trail);
        return figures;
    }

    private double erased(Twin twin) {
        long start = System.nanoTime();
        var erasure = twin.erase(mix.customer(VICTIM), new Actor(Role.OPERATOR, "privacy desk"));
        double seconds = (System.nanoTime() - start) / 1e9;
        Machine.mustHold(erasure.isComplete(), "the customer is forgotten: " + erasure);
        return seconds;
    }

    /** What the twin wrote down of the erasure. */
    private TwinEvent fact(Twin twin) {
        var state = (ShopState) twin.state();
        return state.facts(EntityKind.SUBJECT, mix.customer(VICTIM).value()).stream()
                .filter(SubjectErased.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private Fingerprint root(Twin twin) {
        return ((ShopState) twin.state()).root(workers);
    }

    private long exported(Twin twin, long customer) throws IOException {
        return twin.export(mix.customer(customer), OutputStream.nullOutputStream());
    }

    private void mustBeForgotten(Twin twin) throws IOException {
        for (var customer : List.of(VICTIM, VICTIM + 1)) {
            var out = new ByteArrayOutputStream();
            twin.export(mix.customer(customer), out);
            var text = out.toString(StandardCharsets.UTF_8);
            boolean isOpen = mix.plainText(customer).stream().anyMatch(text::contains);
            Machine.mustHold(isOpen == (customer != VICTIM), "values of the erased are gone, others are not");
        }
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

    private long size(String name) throws IOException {
        try (var files = Files.walk(directory.resolve("twin").resolve(name))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(it -> it.toFile().length())
                    .sum();
        }
    }
}
