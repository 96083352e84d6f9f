package dev.storetwin.together;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.storetwin.core.crypto.FileKeyStore;
import dev.storetwin.core.crypto.FileMasterKey;
import dev.storetwin.core.crypto.VaultProvider;
import dev.storetwin.core.event.EncodedEvent;
import dev.storetwin.core.event.EventCodec;
import dev.storetwin.core.journal.FileDisk;
import dev.storetwin.core.journal.Journal;
import dev.storetwin.core.journal.JournalSettings;
import dev.storetwin.event.TwinEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What somebody reads in the directory of a twin that is closed: with its keys, and without. */
final class Remains {

    private Remains() {}

    /** All events of the journal, as far as the keys in the directory still open them. */
    static String readableIn(Path directory) {
        var keys = directory.resolve("keys");
        try (var vault = VaultProvider.find().orElseThrow().open(FileKeyStore.open(keys), FileMasterKey.in(keys));
                var journal = Journal.open(new FileDisk(), directory.resolve("journal"), JournalSettings.DEFAULT);
                var cursor = journal.read(journal.firstPosition())) {
            var codec = new EventCodec(vault);
            var all = new StringBuilder();
            while (cursor.advance()) {
                all.append(plain(codec.decode(EncodedEvent.of(cursor.record()))))
                        .append('\n');
            }
            return all.toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** All that an event says, personal values too. */
    static String plain(TwinEvent event) {
        return new String(EventCodec.PLAIN.encode(event).toByteArray(), ISO_8859_1);
    }

    /** The bytes of every file, by its path. */
    static Map<Path, String> filesOf(Path directory) {
        var files = new TreeMap<Path, String>();
        try (var paths = Files.walk(directory)) {
            for (var path : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(path), new String(Files.readAllBytes(path), ISO_8859_1));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return files;
    }
}
