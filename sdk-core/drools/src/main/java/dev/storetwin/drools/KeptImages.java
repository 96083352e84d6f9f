package dev.storetwin.drools;

import dev.storetwin.guardrail.RuleCache;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where compiled rules may lie: among the resources of the application, if it compiled them when it was built, or in a cache. */
final class KeptImages {

    /** Where an application keeps rules that were compiled when it was built. */
    static final String RESOURCES = "META-INF/storetwin/rules/";

    /** Of the image, and of what is compiled into it. */
    private static final String FORMAT = "storetwin-rules 1, drools " + DroolsVersion.here();

    private final ClassLoader loader;
    private final RuleCache cache;
    private final DroolsSettings settings;

    KeptImages(ClassLoader loader, RuleCache cache, DroolsSettings settings) {
        this.loader = loader;
        this.cache = cache;
        this.settings = settings;
    }

    /** Whole, and compiled against the types of today; empty otherwise. */
    Optional<RuleImage> find(RuleSet rules) {
        var key = key(rules);
        return resource(key).or(() -> cache.find(key)).flatMap(RuleImage::read).filter(it -> it.builtOn()
                .hold(loader));
    }

    void keep(RuleSet rules, RuleImage image) {
        cache.keep(key(rules), image.toBytes());
    }

    private Optional<byte[]> resource(String key) {
        try (var in = loader.getResourceAsStream(RESOURCES + key)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** What was allowed belongs to what was compiled: a host that allows less must look again. What the files are called does not matter. */
    String key(RuleSet rules) {
        var allowed = rules.isTrusted() ? "everything" : String.valueOf(settings.packages());
        var contents = rules.files().stream().map(RuleFile::content).sorted().toList();
        return Sha256.of(Stream.concat(Stream.of(FORMAT, allowed), contents.stream())
                .map(it -> it.length() + "\n" + it)
                .collect(Collectors.joining()));
    }
}
