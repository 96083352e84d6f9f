package dev.storetwin.benchmarks.memory;

import dev.storetwin.core.crypto.FileKeyStore;
import dev.storetwin.core.crypto.FileMasterKey;
import dev.storetwin.core.crypto.Vault;
import dev.storetwin.core.crypto.VaultProvider;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.event.PersonalOwner;
import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.core.journal.Journal;
import dev.storetwin.core.journal.JournalSettings;
import dev.storetwin.event.Claim;
import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.IdentityClaimed;
import dev.storetwin.event.ShipmentDispatched;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.SubjectId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32C;

/**
 * How long it takes to forget one customer, and that nothing of them is left.
 *
 * <p>Usage: {@code java ... Erasure [EVENTS] [CUSTOMERS] [DIRECTORY]}; 10,000,000 events and 200,000 customers unless given, in a fresh
 * directory that is deleted afterwards. Writes the fixed mix with personal values through a vault into a journal, erases one customer,
 * reads every byte of every file for that customer's plain text, and reads the journal again: all records have the bytes they had, all but
 * the one customer's values open.
 */
public final class Erasure {

    private static final int GROUP = 4_096;
    private static final long VICTIM = 7;

    private final PersonalMix mix;
    private final long events;
    private final Path directory;

    private Erasure(PersonalMix mix, long events, Path directory) {
        this.mix = mix;
        this.events = events;
        this.directory = directory;
    }

    /**
     * @param seconds      that the erasure took
     * @param owners       whose keys were destroyed
     * @param keys         owners that have a key afterwards
     * @param keyBytes     size of the key directory
     * @param journalBytes size of the journal
     */
    record Figures(double seconds, int owners, int keys, long keyBytes, long journalBytes) {}

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
                    "%,d events, journal of %,.0f MB, %,d keys in %,.1f MB: erased %d owners in %.1f ms",
                    events,
                    figures.journalBytes() / Machine.MEGABYTE,
                    figures.keys(),
                    figures.keyBytes() / Machine.MEGABYTE,
                    figures.owners(),
                    figures.seconds() * 1_000);
        } finally {
            delete(directory);
        }
    }

    /** Fails where anything is left of the customer or anything of the others is not. */
    static Figures run(Path directory, int events, int customers) throws IOException {
        var mix = EventMix.of(1, MadeUpShop.of(1_000, 2), Duration.ofSeconds(1));
        return new Erasure(new PersonalMix(mix, customers), events, directory).run();
    }

    private Figures run() throws IOException {
        var owners = new TreeSet<String>();
        try (var vault = vault()) {
            write(vault, owners);
        }
        var before = read(false);
        mustBeHidden();
        double seconds;
        int keys;
        try (var vault = vault()) {
            long start = System.nanoTime();
            vault.erase(owners);
            seconds = (System.nanoTime() - start) / 1e9;
            keys = vault.owners();
        }
        mustBeHidden();
        Machine.mustHold(read(true) == before, "every record has the bytes that it had before the erasure");
        return new Figures(seconds, owners.size(), keys, size("keys"), size("journal"));
    }

    private Vault vault() {
        var keys = directory.resolve("keys");
        return VaultProvider.find().orElseThrow().open(FileKeyStore.open(keys), FileMasterKey.in(keys));
    }

    private Journal journal() throws IOException {
        return Journal.open(new FileDisk(), directory.resolve("journal"), JournalSettings.DEFAULT);
    }

    /** Keys are durable before what is sealed under them. */
    private void write(Vault vault, Set<String> owners) throws IOException {
        var codec = new EventCodec(vault);
        try (var journal = journal()) {
            for (long from = 0; from < events; from += GROUP) {
                var group = new ArrayList<byte[]>(GROUP);
                for (long i = from; i < Math.min(events, from + GROUP); i++) {
                    var event = mix.event(i);
                    note(event, owners);
                    group.add(codec.encode(event).toByteArray());
                }
                vault.force();
                journal.append(group);
                journal.commit();
            }
        }
    }

    /** Whose keys the one customer's values are sealed under. */
    private void note(TwinEvent event, Set<String> owners) {
        if (event instanceof IdentityClaimed claim && isVictim(claim.subject())) {
            owners.add(PersonalOwner.of(claim.subject()));
        }
        if (event instanceof ShipmentDispatched parcel && isVictims(parcel)) {
            owners.add(PersonalOwner.of(
                    new Entity(EntityKind.ORDER, parcel.order().orElseThrow().value())));
        }
    }

    private boolean isVictim(SubjectId subject) {
        return subject.equals(mix.customer(VICTIM));
    }

    private boolean isVictims(ShipmentDispatched parcel) {
        return Long.parseLong(parcel.shipment().value().substring("parcel-".length())) % mix.customers() == VICTIM;
    }

    /** The check sum of all records; checks on the way that values open, but for those of an erased customer. */
    private long read(boolean isErased) throws IOException {
        var sum = new CRC32C();
        long records = 0;
        try (var vault = vault();
                var journal = journal();
                var cursor = journal.read(0)) {
            var codec = new EventCodec(vault);
            for (; cursor.advance(); records++) {
                sum.update(cursor.record());
                check(codec.decode(EncodedEvent.of(cursor.record())), isErased);
            }
        }
        Machine.mustHold(records == events, "%,d of %,d events are in the journal".formatted(records, events));
        return sum.getValue();
    }

    private void check(TwinEvent event, boolean isErased) {
        if (event instanceof IdentityClaimed claim) {
            boolean gone = claim.claims().stream().map(Claim::value).allMatch(it -> it.isErased());
            Machine.mustHold(
                    gone == (isErased && isVictim(claim.subject())), "claims of the erased are gone, others are not");
        }
        if (event instanceof ShipmentDispatched parcel) {
            boolean gone = parcel.tracking().orElseThrow().isErased();
            Machine.mustHold(gone == (isErased && isVictims(parcel)), "parcels of the erased are gone, others are not");
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
        try (var files = Files.walk(directory.resolve(name))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(it -> it.toFile().length())
                    .sum();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
