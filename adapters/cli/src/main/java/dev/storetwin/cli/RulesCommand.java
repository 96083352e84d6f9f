package dev.storetwin.cli;

import dev.storetwin.core.guardrail.SheetCompiler;
import dev.storetwin.decision.DecisionRange;
import dev.storetwin.decision.ShadowWatch;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.Finding;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.testing.RuleExample;
import dev.storetwin.testing.RuleExamples;
import dev.storetwin.testing.RuleKit;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Commands about the merchant's rules. */
@Command(name = "rules", description = "Checks, tests and compares the merchant's rules.")
final class RulesCommand extends CommandGroup {

    private final Console console;

    RulesCommand(Console console) {
        super(console);
        this.console = console;
    }

    @Command(
            name = "check",
            description = {
                "Compiles all rules, tables and limits of a folder and its subfolders, as a twin would before it takes"
                        + " them.",
                "Prints every finding as file:line:column, of tables file:row:cell (exit code 1), or how many files"
                        + " are in order.",
                "Warns of rules that say the same, contradict each other, or can never fire."
            })
    int check(@Parameters(paramLabel = "DIR", description = "The folder with .drl and .csv files.") Path folder) {
        var rules = MerchantRules.read(folder);
        return unlessRefused(() -> {
            try (var compiled = compiled(rules)) {
                SheetCompiler.ofServices().warnings(rules).forEach(it -> console.print(warning(it)));
                console.print("%d files are in order, content hash %s"
                        .formatted(rules.files().size(), compiled.ruleSet().contentHash()));
                return ExitCode.DONE;
            }
        });
    }

    private static String warning(Finding it) {
        return new Finding(it.file(), it.line(), it.column(), "Warning: " + it.problem(), it.hint()).toString();
    }

    @Command(
            name = "test",
            description = {
                "Tries the examples that lie beside the rules, in files that end in .examples.",
                "Prints every example that comes out otherwise (exit code 1), then which rules and conditions no"
                        + " example tries."
            })
    int test(@Parameters(paramLabel = "DIR", description = "The folder with rules and examples.") Path folder) {
        var rules = MerchantRules.read(folder);
        var examples = examples(folder);
        return unlessRefused(() -> {
            try (var kit = RuleKit.of(rules)) {
                return tried(kit, examples);
            }
        });
    }

    private int tried(RuleKit kit, List<RuleExample> examples) {
        var failures = examples.stream().flatMap(it -> it.failure(kit).stream()).toList();
        failures.forEach(console::print);
        console.print("%d of %d examples come out as expected."
                .formatted(examples.size() - failures.size(), examples.size()));
        console.print(kit.coverage().toString());
        return failures.isEmpty() ? ExitCode.DONE : ExitCode.NO;
    }

    private static List<RuleExample> examples(Path folder) {
        try {
            var examples = RuleExamples.ofFolder(folder);
            if (examples.isEmpty()) {
                throw BadInput.of("There is no example in %s.".formatted(folder), "its files do not end in .examples.");
            }
            return examples;
        } catch (IllegalArgumentException wrong) {
            throw new BadInput(String.valueOf(wrong.getMessage()));
        }
    }

    @Command(
            name = "diff",
            description = {
                "Has past decisions judged by two folders of rules, and prints a row for each action whose verdict"
                        + " changes.",
                "Both know what the file tells: the action, from an audit trail also the moment, the price before and"
                        + " the cost of an order."
            })
    int diff(
            @Parameters(paramLabel = "OLD", description = "The folder with the rules of today.") Path old,
            @Parameters(paramLabel = "NEW", description = "The folder with other rules.") Path other,
            @Option(
                            names = "--decisions",
                            required = true,
                            paramLabel = "F",
                            description =
                                    "audit.jsonl with all that was weighed, or decisions.csv with what was chosen.")
                    Path decisions) {
        var before = MerchantRules.read(old);
        var after = MerchantRules.read(other);
        var actions = RuleDiff.read(decisions);
        if (RuleDiff.isTable(decisions)) {
            console.say("The table does not tell prices before: rules about 'from' and 'move' see no move. Maybe name"
                    + " audit.jsonl.");
        }
        return unlessRefused(() -> {
            try (var one = compiled(before);
                    var two = compiled(after)) {
                var table = new RuleDiff(RuleDiff.Side.of(one), RuleDiff.Side.of(two)).table(actions);
                console.out().print(table);
                console.say("%d of %d actions would be judged otherwise."
                        .formatted(table.lines().count() - 1, actions.size()));
                return ExitCode.DONE;
            }
        });
    }

    @Command(
            name = "shadow",
            description = {
                "Makes the newest decisions of a twin again by other rules, from what it knew then, and tells which come"
                        + " out otherwise.",
                "Needs only the data directory of a twin that is not running."
            })
    int shadow(
            @Parameters(paramLabel = "NEW", description = "The folder with other rules.") Path other,
            @Option(names = "--data", required = true, paramLabel = "DIR", description = "The twin's data directory.")
                    Path data,
            @Option(
                            names = "--newest",
                            paramLabel = "N",
                            defaultValue = "1000",
                            description = "How many decisions at most; ${DEFAULT-VALUE} unless set.")
                    int most) {
        var rules = MerchantRules.read(other);
        var past = newest(most);
        return unlessRefused(() -> {
            try (var archive = DecisionArchives.open(data)) {
                console.print(archive.shadow(rules, past, ShadowWatch.PATIENT).inWords());
                return ExitCode.DONE;
            }
        });
    }

    private static DecisionRange newest(int most) {
        try {
            return DecisionRange.newest(most);
        } catch (IllegalArgumentException tooMany) {
            throw new BadInput(String.valueOf(tooMany.getMessage()));
        }
    }

    private static CompiledRules compiled(RuleSet rules) {
        return SheetCompiler.ofServices().compile(rules);
    }

    private int unlessRefused(Supplier<Integer> work) {
        try {
            return work.get();
        } catch (RuleSetRefused refused) {
            refused.findings().forEach(it -> console.print(it.toString()));
            return ExitCode.NO;
        }
    }
}
