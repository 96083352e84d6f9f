package dev.storetwin.core.guardrail;

import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.SmallFile;
import dev.storetwin.core.json.JsonDocument;
import dev.storetwin.core.json.JsonObjectWriter;
import dev.storetwin.core.json.MalformedJson;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The text of every rule set that was in force, by its content hash, so that what was decided under it can be judged again. In a folder all
 * are kept for good, one file each; without one the newest few in memory.
 */
public final class KeptRuleSets {

    /** So many sets are kept without a folder. */
    static final int IN_MEMORY = 64;

    private static final Logger LOG = LoggerFactory.getLogger(KeptRuleSets.class);
    private static final int FORMAT = 0x53545254;

    private final Optional<Folder> folder;
    private final Map<String, RuleSet> inMemory = new LinkedHashMap<>();

    private record Folder(Disk disk, Path path) {

        SmallFile file(String hash) {
            return new SmallFile(disk, path, hash + ".json", FORMAT);
        }
    }

    private KeptRuleSets(Optional<Folder> folder) {
        this.folder = folder;
    }

    public static KeptRuleSets inMemory() {
        return new KeptRuleSets(Optional.empty());
    }

    /**
     * Kept in a folder.
     *
     * @param path is made when missing
     */
    public static KeptRuleSets in(Disk disk, Path path) {
        return new KeptRuleSets(Optional.of(new Folder(disk, path)));
    }

    /** Keeps a set; where the disk has no room for it, as long as this process. */
    public synchronized void keep(RuleSet rules) {
        var hash = rules.contentHash();
        if (folder.isPresent() && isOnDisk(folder.get(), hash, rules)) {
            return;
        }
        inMemory.remove(hash);
        inMemory.put(hash, rules);
        if (inMemory.size() > IN_MEMORY) {
            inMemory.remove(inMemory.keySet().iterator().next());
        }
    }

    private static boolean isOnDisk(Folder folder, String hash, RuleSet rules) {
        try {
            folder.disk().createDirectories(folder.path());
            if (folder.file(hash)
                    .read(KeptRuleSets::ruleSet)
                    .filter(rules::equals)
                    .isEmpty()) {
                folder.file(hash).replace(json(rules));
            }
            return true;
        } catch (IOException full) {
            LOG.warn("Rule set {} cannot be kept in {}", hash, folder.path(), full);
            return false;
        }
    }

    /** The set of a content hash; empty when it was never in force here. */
    public synchronized Optional<RuleSet> find(String hash) {
        return Optional.ofNullable(inMemory.get(hash)).or(() -> folder.flatMap(it -> onDisk(it, hash)));
    }

    private static Optional<RuleSet> onDisk(Folder folder, String hash) {
        try {
            return folder.file(hash).read(KeptRuleSets::ruleSet).filter(it -> it.contentHash()
                    .equals(hash));
        } catch (IOException unreadable) {
            LOG.warn("Rule set {} in {} cannot be read", hash, folder.path(), unreadable);
            return Optional.empty();
        }
    }

    private static byte[] json(RuleSet rules) {
        return JsonObjectWriter.write(json -> json.text("name", rules.name())
                .flag("trusted", rules.isTrusted())
                .objects("files", rules.files(), (it, file) -> it.text("name", file.name())
                        .text("content", file.content())));
    }

    private static RuleSet ruleSet(byte[] bytes) {
        try {
            var json = JsonDocument.parse(bytes);
            var files = json.objects("files").stream()
                    .map(it -> new RuleFile(
                            it.text("name").orElseThrow(), it.text("content").orElseThrow()))
                    .toList();
            return new RuleSet(
                    json.text("name").orElse(""), files, json.flag("trusted").orElse(false));
        } catch (MalformedJson damaged) {
            throw new IllegalArgumentException(damaged.getMessage(), damaged);
        }
    }
}
