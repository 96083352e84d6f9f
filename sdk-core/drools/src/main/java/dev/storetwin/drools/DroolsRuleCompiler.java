package dev.storetwin.drools;

import dev.storetwin.drools.RuleClasses.NotCompiled;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.RuleCache;
import dev.storetwin.guardrail.RuleCompiler;
import dev.storetwin.guardrail.RuleOutline;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compiles guardrails written in DRL with Drools.
 *
 * <p>How it works: the files are read and checked here first (names, types, what a rule may contain), so that findings have a file, a line
 * and a column; what passes is compiled to classes in memory. Compiling takes about a second for a handful of rules, and more in a fresh JVM.
 */
public final class DroolsRuleCompiler implements RuleCompiler {

    private final DroolsSettings settings;

    /** As the builder finds it: with {@link DroolsSettings#defaults()}. */
    public DroolsRuleCompiler() {
        this(DroolsSettings.defaults());
    }

    public DroolsRuleCompiler(DroolsSettings settings) {
        this.settings = settings;
    }

    /** Drools looks for its parts with the thread's class loader, and remembers for ever what it did not find. */
    @Override
    public CompiledRules compile(RuleSet rules, RuleCache cache) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        var loader = hostLoader(before);
        thread.setContextClassLoader(loader);
        try {
            return ready(rules, loader, new KeptImages(loader, cache, settings));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public List<RuleOutline> outline(RuleSet rules) {
        return looked(rules).stream()
                .flatMap(it -> RuleOutlines.of(it).stream())
                .toList();
    }

    @Override
    public List<Finding> warnings(RuleSet rules) {
        return RuleDoubts.of(looked(rules));
    }

    private List<CheckedFile> looked(RuleSet rules) {
        return check(rules, hostLoader(Thread.currentThread().getContextClassLoader()));
    }

    /** The thread's loader, which may know facts of the host, unless it does not know this very compiler. */
    private static ClassLoader hostLoader(@Nullable ClassLoader ofThread) {
        try {
            if (ofThread != null
                    && ofThread.loadClass(DroolsRuleCompiler.class.getName()) == DroolsRuleCompiler.class) {
                return ofThread;
            }
        } catch (ClassNotFoundException sealedOff) {
            // then ours
        }
        return DroolsRuleCompiler.class.getClassLoader();
    }

    private CompiledRules ready(RuleSet rules, ClassLoader loader, KeptImages kept) {
        return kept.find(rules).flatMap(it -> open(rules, it, loader)).orElseGet(() -> {
            var files = check(rules, loader);
            try {
                var image = image(files, loader);
                refuseCalls(rules, image.classes(), files, loader);
                var opened = open(image, rules, loader);
                kept.keep(rules, image);
                return opened;
            } catch (NotCompiled failure) {
                throw new RuleSetRefused(rules.name(), new Culprit(loader).find(files, failure));
            }
        });
    }

    private void refuseCalls(RuleSet rules, RuleClasses classes, List<CheckedFile> files, ClassLoader loader) {
        if (!rules.isTrusted()) {
            var profile = new SafeProfile(settings.packages());
            refuseIfAny(new CallCheck(profile, loader).find(classes, files), rules);
        }
    }

    private static void refuseIfAny(List<Finding> findings, RuleSet rules) {
        if (!findings.isEmpty()) {
            throw new RuleSetRefused(rules.name(), findings.stream().distinct().toList());
        }
    }

    /** What was kept and cannot be opened is compiled again. */
    private Optional<CompiledRules> open(RuleSet rules, RuleImage kept, ClassLoader loader) {
        try {
            return Optional.of(open(kept, rules, loader));
        } catch (NotCompiled unusable) {
            return Optional.empty();
        }
    }

    private CompiledRules open(RuleImage image, RuleSet rules, ClassLoader loader) throws NotCompiled {
        var sessions = SessionPool.warm(image.classes().open(loader), image.hasGuard());
        return new DroolsRules(rules, sessions, settings, image.wakingRules());
    }

    private static RuleImage image(List<CheckedFile> files, ClassLoader loader) throws NotCompiled {
        var drl = files.stream().map(CheckedFile::compilable).toList();
        var hasGuard = files.stream().anyMatch(CheckedFile::hasGuard);
        return new RuleImage(RuleClasses.compile(drl, loader), hasGuard, wakingRules(files), TypeSignatures.of(files));
    }

    private static Set<String> wakingRules(List<CheckedFile> files) {
        return files.stream()
                .flatMap(it -> it.rules().stream())
                .filter(CheckedRule::wakesRules)
                .map(CheckedRule::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<CheckedFile> check(RuleSet rules, ClassLoader loader) {
        var findings = new ArrayList<Finding>();
        var profile = new SafeProfile(settings.packages());
        var files = rules.files().stream()
                .map(it -> DrlFile.read(it, findings))
                .flatMap(Optional::stream)
                .map(it -> rules.isTrusted()
                        ? CheckedFile.trusted(it, profile, loader)
                        : CheckedFile.check(it, profile, loader, findings))
                .toList();
        findRepeatedNames(files, findings);
        refuseIfAny(findings, rules);
        return files;
    }

    /** Audit lines name a rule by its name alone. */
    private static void findRepeatedNames(List<CheckedFile> files, List<Finding> findings) {
        var seen = new HashMap<String, Finding>();
        for (var file : files) {
            for (var rule : file.rules()) {
                var problem = "The rule name '%s' is taken.".formatted(rule.name());
                var place = file.file().finding(rule.descr(), problem, "");
                var first = seen.putIfAbsent(rule.name(), place);
                if (first != null) {
                    var hint = "It is the name of the rule at %s:%d.".formatted(first.file(), first.line());
                    findings.add(file.file().finding(rule.descr(), problem, hint));
                }
            }
        }
    }
}
