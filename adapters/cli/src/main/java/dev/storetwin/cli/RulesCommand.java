package dev.storetwin.cli;

import dev.storetwin.guardrail.RuleCompiler;
import dev.storetwin.guardrail.RuleSetRefused;
import java.nio.file.Path;
import java.util.ServiceLoader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Commands about the merchant's rules. */
@Command(name = "rules", description = "Checks the merchant's rules.")
final class RulesCommand extends CommandGroup {

    private final Console console;

    RulesCommand(Console console) {
        super(console);
        this.console = console;
    }

    @Command(
            name = "check",
            description = {
                "Compiles all rules of a folder and its subfolders, as a twin would before it takes them.",
                "Prints every finding as file:line:column (exit code 1), or how many files are in order."
            })
    int check(@Parameters(paramLabel = "DIR", description = "The folder with .drl files.") Path folder) {
        var rules = MerchantRules.read(folder);
        try (var compiled = compiler().compile(rules)) {
            console.print("%d files are in order, content hash %s"
                    .formatted(rules.files().size(), compiled.ruleSet().contentHash()));
            return ExitCode.DONE;
        } catch (RuleSetRefused refused) {
            refused.findings().forEach(it -> console.print(it.toString()));
            return ExitCode.NO;
        }
    }

    private static RuleCompiler compiler() {
        return ServiceLoader.load(RuleCompiler.class)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(
                                "Nothing here can compile rules.\nMaybe the jar was packed without merging META-INF/services."));
    }
}
