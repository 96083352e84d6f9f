package dev.storetwin.core;

import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.SmallFile;
import dev.storetwin.core.memory.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings that a shop's twins had, by their hash: one file each in a folder, and one that tells which came last. Without a folder only
 * those of this process.
 */
final class KeptSettings {

    private static final Logger LOG = LoggerFactory.getLogger(KeptSettings.class);
    private static final int FORMAT = 0x53545345;
    private static final String FOLDER = "settings";

    private final Optional<Folder> folder;
    private final Map<String, DecisionSettings> ofThisProcess = new ConcurrentHashMap<>();

    private record Folder(Disk disk, Path path) {

        SmallFile file(String name) {
            return new SmallFile(disk, path, name, FORMAT);
        }
    }

    private KeptSettings(Optional<Folder> folder) {
        this.folder = folder;
    }

    static KeptSettings of(Storage storage) {
        return new KeptSettings(storage.place().map(it -> new Folder(it.disk(), it.resolve(FOLDER))));
    }

    static KeptSettings in(Disk disk, Path directory) {
        return new KeptSettings(Optional.of(new Folder(disk, directory.resolve(FOLDER))));
    }

    static KeptSettings nowhere() {
        return new KeptSettings(Optional.empty());
    }

    /** Keeps the settings that are in force from now on; where the disk has no room for it, as long as this process. */
    void keep(DecisionSettings settings) {
        var hash = settings.hash();
        ofThisProcess.put(hash, settings);
        folder.ifPresent(it -> write(it, hash, settings));
    }

    private static void write(Folder folder, String hash, DecisionSettings settings) {
        try {
            folder.disk().createDirectories(folder.path());
            if (folder.file(hash).read(DecisionSettings::of).isEmpty()) {
                folder.file(hash).replace(settings.toBytes());
            }
            if (!last(folder).equals(Optional.of(hash))) {
                folder.file("last").replace(hash.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException full) {
            LOG.warn("The settings of decisions cannot be kept in {}", folder.path(), full);
        }
    }

    private static Optional<String> last(Folder folder) throws IOException {
        return folder.file("last").read(it -> new String(it, StandardCharsets.US_ASCII));
    }

    /** The settings of a hash; empty when no twin of this shop had them. */
    Optional<DecisionSettings> find(String hash) {
        return Optional.ofNullable(ofThisProcess.get(hash)).or(() -> folder.flatMap(it -> read(it, hash)));
    }

    /** Those of the twin that was opened last. */
    Optional<DecisionSettings> last() {
        try {
            return folder.isEmpty() ? Optional.empty() : last(folder.get()).flatMap(this::find);
        } catch (IOException unreadable) {
            LOG.warn("Which settings were in force last cannot be read", unreadable);
            return Optional.empty();
        }
    }

    private static Optional<DecisionSettings> read(Folder folder, String hash) {
        try {
            return folder.file(hash).read(DecisionSettings::of);
        } catch (IOException unreadable) {
            LOG.warn("The settings {} cannot be read", hash, unreadable);
            return Optional.empty();
        }
    }
}
