package dev.storetwin.testing;

import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.journal.archive.Filed;
import dev.storetwin.core.journal.archive.RunStore;
import dev.storetwin.core.journal.archive.SortedRun;
import dev.storetwin.core.state.Archive;
import dev.storetwin.core.state.ArchivedRun;
import dev.storetwin.core.state.Documents;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.core.state.StateImage;
import dev.storetwin.core.state.Workers;
import dev.storetwin.testing.disk.FaultyDisk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** An archive on a disk in memory, to which documents of a state are moved step by step, as chance wills it. */
final class Attic implements AutoCloseable {

    private final FaultyDisk disk = new FaultyDisk(1);
    private final RunStore store;
    private int merges;

    Attic() {
        try {
            store = RunStore.open(disk, Path.of("attic"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    FaultyDisk disk() {
        return disk;
    }

    int merges() {
        return merges;
    }

    /** Nothing, or the next step of filing, or a merge. */
    ShopState moved(ShopState state, Random chance) {
        var documents = state.documents();
        return switch (chance.nextInt(4)) {
            case 0 -> state;
            case 1 -> state.with(merged(documents, chance));
            default -> state.with(stepped(documents));
        };
    }

    /** Everything that may leave the heap is gone from it. */
    ShopState emptied(ShopState state) {
        var documents = state.documents().areLeaving() ? stepped(state.documents()) : state.documents();
        return state.with(stepped(stepped(documents)));
    }

    private Documents stepped(Documents documents) {
        if (!documents.areLeaving()) {
            return documents.parting();
        }
        var leaving = documents.leaving();
        return documents.arrived(run(leaving.iterator(), leaving.size()));
    }

    private Documents merged(Documents documents, Random chance) {
        var runs = documents.archive().runs();
        if (runs.size() < 2) {
            return documents;
        }
        int from = chance.nextInt(runs.size() - 1);
        List<ArchivedRun> some = runs.subList(from, from + 2 + chance.nextInt(runs.size() - from - 1));
        long most = some.stream().mapToLong(ArchivedRun::count).sum();
        merges++;
        return documents.over(documents.archive().with(run(Archive.records(some), most), some));
    }

    private ArchivedRun run(Iterator<Filed> records, long atMost) {
        try (var draft = store.begin(atMost)) {
            while (records.hasNext()) {
                draft.writer().add(records.next());
            }
            SortedRun run = draft.finish(ArchivedRun.note());
            return ArchivedRun.of(run, EventCodec.PLAIN);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Written as an image, and read again. */
    ShopState reread(ShopState state) {
        try {
            var out = new ByteArrayOutputStream();
            StateImage.write(state, out);
            return StateImage.read(
                    new ByteArrayInputStream(out.toByteArray()), EventCodec.PLAIN, Workers.CALLER, store::find);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
