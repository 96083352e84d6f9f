package dev.storetwin.together;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.drools.CompileRules;
import dev.storetwin.guardrail.RuleSet;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that compiled its rules while it was built compiles none when it starts. */
class BuiltRulesTest {

    @TempDir
    private Path folder;

    @Test
    void a_folder_with_rules_tables_and_limits_that_was_compiled_at_build_time_starts_without_compiling()
            throws IOException {
        var rules = rules();
        var classes = folder.resolve("classes");

        CompileRules.main(new String[] {classes.toString(), rules.toString()});

        assertThat(compiledAtStart(classes, rules, "built")).isEmpty();
        Files.writeString(
                rules.resolve("caps.csv"),
                "rule,\"when PriceChange(to.amount > {number})\",\"then guard.block({text})\"\ncap,26,too dear\n");
        assertThat(compiledAtStart(classes, rules, "edited")).isNotEmpty();
    }

    @Test
    void limits_alone_need_no_compiling() throws IOException {
        var limits = Files.createDirectory(folder.resolve("limits"));
        Files.writeString(limits.resolve("limits.csv"), "limit,scope,value\nprice cap,*,100 EUR\n");

        CompileRules.main(new String[] {folder.resolve("classes").toString(), limits.toString()});

        assertThat(folder.resolve("classes")).doesNotExist();
    }

    private Path rules() throws IOException {
        var rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(rules.resolve("limits.csv"), "limit,scope,value\nlowest price,*,5 EUR\n");
        Files.writeString(
                rules.resolve("caps.csv"),
                "rule,\"when PriceChange(to.amount > {number})\",\"then guard.block({text})\"\ncap,25,too dear\n");
        Files.writeString(rules.resolve("floor.drl"), """
                package rules

                import dev.storetwin.guardrail.Guard
                import dev.storetwin.guardrail.Limit
                import dev.storetwin.pricing.PriceChange

                global Guard guard

                rule "floor"
                when
                    PriceChange($to : to)
                    Limit(name == "lowest price", amount > $to)
                then
                    guard.block("below the lowest price");
                end
                """);
        return rules;
    }

    /** What the twin of an application with these classes had to keep since it was not there. */
    private List<Path> compiledAtStart(Path classes, Path rules, String data) throws IOException {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        try (var application = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            thread.setContextClassLoader(application);
            try (var twin = twin(rules, folder.resolve(data))) {
                assertThat(twin.rules().inForce()).isPresent();
            }
        } finally {
            thread.setContextClassLoader(before);
        }
        var kept = folder.resolve(data).resolve("rules");
        if (!Files.exists(kept)) {
            return List.of();
        }
        try (var files = Files.list(kept)) {
            return files.toList();
        }
    }

    private static Twin twin(Path rules, Path data) {
        return StoreTwin.builder()
                .dataDirectory(data)
                .guardrails(RuleSet.fromDirectory(rules))
                .build();
    }
}
