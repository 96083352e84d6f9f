package dev.storetwin.core.guardrail;

import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.SmallFile;
import dev.storetwin.guardrail.RuleCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compiled rules in a folder, the newest few: a file for each, and one that tells their order. */
public final class RulesOnDisk implements RuleCache {

    /** So many sets are kept: enough to go back to an earlier one, or to try a new one, without compiling. */
    static final int KEPT = 16;

    private static final Logger LOG = LoggerFactory.getLogger(RulesOnDisk.class);
    private static final int FORMAT = 0x53545255;

    private final Disk disk;
    private final Path folder;

    /** @param folder is made when missing */
    public RulesOnDisk(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    @Override
    public synchronized Optional<byte[]> find(String key) {
        try {
            return image(key).read(bytes -> bytes);
        } catch (IOException unreadable) {
            LOG.warn("Compiled rules in {} cannot be read and are compiled again", folder, unreadable);
            return Optional.empty();
        }
    }

    @Override
    public synchronized void keep(String key, byte[] compiled) {
        try {
            disk.createDirectories(folder);
            image(key).replace(compiled);
            forgetOldest(key);
        } catch (IOException full) {
            LOG.warn("Compiled rules cannot be kept in {}; the next start compiles them again", folder, full);
        }
    }

    private void forgetOldest(String newest) throws IOException {
        var keys = new ArrayList<>(List.of(newest));
        order().read(RulesOnDisk::lines).orElse(List.of()).stream()
                .filter(it -> !it.equals(newest))
                .forEach(keys::add);
        var kept = keys.subList(0, Math.min(KEPT, keys.size()));
        order().replace(String.join("\n", kept).getBytes(StandardCharsets.UTF_8));
        for (var key : keys.subList(kept.size(), keys.size())) {
            disk.delete(image(key).path());
        }
    }

    private static List<String> lines(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }

    private SmallFile order() {
        return new SmallFile(disk, folder, "order", FORMAT);
    }

    private SmallFile image(String key) {
        return new SmallFile(disk, folder, key + ".rules", FORMAT);
    }
}
