package dev.storetwin.benchmarks.guardrail;

import dev.storetwin.core.random.Draws;
import dev.storetwin.drools.DroolsRuleCompiler;
import dev.storetwin.drools.DroolsSettings;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.RuleFile;
import dev.storetwin.guardrail.RuleSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Has actions near the bounds judged twice: by the rules of rules-examples, all together, and by {@link Wishes}, which knows the prose alone. They must
 * say the same of every action; and when any one rule is missing, that must show soon.
 */
public final class JudgedFromOutside {

    static final int SOON = 10_000;

    private static final Path RULES = Path.of("rules-examples/src/main/resources/rules");
    private static final Pattern NAME = Pattern.compile("(?m)^rule \"([^\"]+)\"");
    private static final Draws DRAWS = Draws.of(5);

    private JudgedFromOutside() {}

    /**
     * Judges, and prints how often both agreed and after how many tries each missing rule was noticed.
     *
     * @param arguments how many actions, 10,000,000 without; and the folder with the rules, rules-examples of this repository without
     */
    public static void main(String[] arguments) {
        long count = arguments.length > 0 ? Long.parseLong(arguments[0]) : 10_000_000;
        var folder = RuleSet.fromDirectory(arguments.length > 1 ? Path.of(arguments[1]) : RULES);
        var judged = judged(folder);
        folder.files().stream()
                .filter(it -> it.name().endsWith(".drl") && !judged.files().contains(it))
                .forEach(it -> System.out.printf("nobody judges '%s'%n", it.name()));
        var clean = everyoneAgrees(judged, count);
        var noticed = everyMissingRuleShows(judged);
        if (!clean || !noticed) {
            throw new IllegalStateException("The rules and the wishes do not agree.");
        }
    }

    private static boolean everyoneAgrees(RuleSet rules, long count) {
        var differing = new AtomicLong();
        long start;
        try (var compiled = compile(rules)) {
            start = System.nanoTime();
            LongStream.range(0, count)
                    .parallel()
                    .filter(it -> !agree(compiled, it))
                    .forEach(it -> {
                        if (differing.incrementAndGet() <= 5) {
                            System.out.println(explain(compiled, it));
                        }
                    });
        }
        System.out.printf(
                "%,d actions, %d rules, seed %d: %,d judged otherwise (%d s, %d threads)%n",
                count,
                rules.files().size(),
                DRAWS.seed(),
                differing.get(),
                (System.nanoTime() - start) / 1_000_000_000,
                ForkJoinPool.getCommonPoolParallelism() + 1);
        return differing.get() == 0;
    }

    private static boolean everyMissingRuleShows(RuleSet rules) {
        boolean all = true;
        for (var file : rules.files()) {
            var tries = triesWithout(file, rules);
            System.out.printf(
                    "without '%s': %s%n",
                    name(file), tries.isPresent() ? "noticed at try " + tries.getAsLong() : "not noticed");
            all &= tries.isPresent();
        }
        return all;
    }

    /** The rules that somebody can judge. */
    static RuleSet judged(RuleSet folder) {
        return new RuleSet(
                folder.name(),
                folder.files().stream().filter(it -> Wishes.knows(name(it))).toList());
    }

    static String name(RuleFile file) {
        var name = NAME.matcher(file.content());
        return name.find() ? name.group(1) : "";
    }

    /** With a deadline that no pause of a busy machine reaches: it would block what is lawful. */
    static CompiledRules compile(RuleSet rules) {
        return new DroolsRuleCompiler(DroolsSettings.defaults().withDeadline(Duration.ofMinutes(1))).compile(rules);
    }

    /** Whether rules and wishes say the same of one question. */
    static boolean agree(CompiledRules rules, long number) {
        var question = NearBounds.question(DRAWS, number);
        return Wishes.of(question).agreesWith(rules.check(question.action(), question.context()));
    }

    static String explain(CompiledRules rules, long number) {
        var question = NearBounds.question(DRAWS, number);
        return "%s%n  rules:  %s%n  wishes: %s"
                .formatted(question, rules.check(question.action(), question.context()), Wishes.of(question));
    }

    /** After how many questions the absence of a rule is noticed. */
    static OptionalLong triesWithout(RuleFile missing, RuleSet all) {
        List<RuleFile> others =
                all.files().stream().filter(it -> !it.equals(missing)).toList();
        try (var compiled = compile(new RuleSet("without", others))) {
            return LongStream.rangeClosed(1, SOON)
                    .filter(it -> !agree(compiled, it - 1))
                    .findFirst();
        }
    }
}
