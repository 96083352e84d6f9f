package dev.storetwin.drools;

import static dev.storetwin.drools.Drl.headed;
import static dev.storetwin.drools.Drl.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.RuleSet;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DRL is code; a guardrail needs little of it, and gets no more. */
class SafeProfileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "for (;;) {}                                        | A consequence has no loop ('for').",
                "for (String s : java.util.List.of(\"x\")) {}       | A consequence has no loop ('for').",
                "while (true) {}                                    | A consequence has no loop ('while').",
                "do { } while (true);                               | A consequence has no loop ('do').",
                "if (true) { while (true) {} }                      | A consequence has no loop ('while').",
                "java.util.List.of(1).forEach(x -> {});             | A consequence has no loop ('forEach').",
                "java.util.List.of(1).stream().map(x -> 1);         | A consequence has no lambda.",
                "Object o = String::valueOf;                        | A consequence has no method reference.",
                "class Sub {}                                       | A consequence has no class.",
                "try { int i = 0; } finally {}                      | A consequence has no 'try'.",
                "throw new RuntimeException();                      | A consequence has no 'throw'.",
                "synchronized ($p) {}                               | A consequence has no 'synchronized'.",
                "int[] many = new int[1000000000];                  | A consequence has no array.",
                "System.exit(1);                                    | 'System.exit' is not for rules.",
                "Runtime.getRuntime().halt(1);                      | 'Runtime.getRuntime' is not for rules.",
                "java.lang.Runtime.getRuntime().exec(\"x\");        | 'java.lang.Runtime.getRuntime' is not for rules.",
                "java.nio.file.Files.delete(null);                  | 'java.nio.file.Files.delete' is not for rules.",
                "new Thread().start();                              | 'new Thread' is not for rules.",
                "new java.io.File(\"x\").delete();                  | 'new java.io.File' is not for rules.",
                "new Object() { };                                  | 'new Object' is not for rules.",
                "Thread t = null;                                   | 'java.lang.Thread' is not for rules.",
                "if (true) { String System = \"\"; } System.exit(1);| 'System.exit' is not for rules.",
                "if (true) { String java = \"\"; } java.lang.System.exit(1); | 'java.lang.System.exit' is not for rules.",
                "guard.block(\"{}\", Math.random());               | 'Math.random' is not for rules.",
                "guard.block(\"{}\", Boolean.getBoolean(\"x\")); | 'Boolean.getBoolean' is not for rules.",
                "((dev.storetwin.drools.RunningCheck) guard).ruling(); | 'dev.storetwin.drools.RunningCheck' is not for rules.",
                "java.util.Map.Entry.comparingByKey();              | 'java.util.Map.Entry.comparingByKey' is not for rules.",
                "var out = System.out;                              | 'java.lang.System' is not for rules.",
                "$p.getClass();                                     | 'getClass' is not for rules.",
                "\"x\".getClass().forName(\"y\");                   | 'getClass' is not for rules.",
                "$p.sku().value().matches(\"(a*)*b\");             | A pattern to match stands in quotes here, with few repetitions and without a repeated group: it could take for ever.",
                "Object o = String.class;                           | A consequence has no '.class'.",
                "Class.forName(\"x\");                              | 'Class.forName' is not for rules.",
                "kcontext.getKieRuntime();                          | 'kcontext' is not for rules.",
                "drools.halt();                                     | 'drools' is not for rules.",
                "channels[\"x\"].send(1);                           | A consequence has no element of an array.",
                "insert(\"x\");                                     | A rule adds and removes no facts ('insert').",
                "insertLogical(\"x\");                              | A rule adds and removes no facts ('insertLogical').",
                "delete($p);                                        | A rule adds and removes no facts ('delete').",
                "retract($p);                                       | A rule adds and removes no facts ('retract').",
                "block(\"x\");                                      | There is no method 'block' here.",
                "$p = null;                                         | Only local variables can change, not '$p'.",
                "guard = null;                                      | Only local variables can change, not 'guard'.",
                "var now = java.time.Instant.now();                 | 'java.time.Instant.now' is not for rules.",
                "java.time.Clock clock = null;                      | 'java.time.Clock' is not for rules.",
                "RuleSet.fromClasspath(\"x\");                      | 'RuleSet.fromClasspath' is not for rules.",
                "new RuleFile(\"x\", \"y\");                        | 'new RuleFile' is not for rules.",
                "guard.block(\"\");                                 | A reason cannot be empty.",
                "guard.block(\"{} of {}\", 1);                      | The reason has 2 places for values ({}), and 1 values follow.",
                "guard.adjust($p, \"{}\");                          | The reason has 1 places for values ({}), and 0 values follow.",
                "return 5;                                          | A consequence returns nothing.",
                "modify($p) { getClass() };                         | 'getClass' is not for rules.",
                "modify($p) { toString(), equals(System.getenv()) };| 'System.getenv' is not for rules."
            })
    void a_consequence_is_made_of_guard_words_and_values(String consequence, String problem) {
        var rules = headed("rule \"r\"\nwhen\n  $p : PriceChange()\nthen\n  " + consequence + "\nend\n");

        assertThat(problems(rules))
                .isNotEmpty()
                .allMatch(it -> it.startsWith("9:"))
                .anyMatch(it -> it.endsWith(" " + problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "eval(true)                                              | A condition has no 'eval'.",
                "PriceChange(eval(true))                                 | PriceChange has no method 'eval'.",
                "PriceChange(System.exit(1) == null)                     | 'System.exit' is not for rules.",
                "PriceChange(Runtime.getRuntime() != null)               | 'Runtime.getRuntime' is not for rules.",
                "PriceChange(java.lang.Runtime.getRuntime() != null)     | 'Runtime.getRuntime' is not for rules.",
                "PriceChange(to.compareTo(from) > System.nanoTime())     | 'System.nanoTime' is not for rules.",
                "PriceChange(new java.io.File(`x`) != null)              | 'new java.io.File' is not for rules.",
                "PriceChange(getClass().getName() != null)               | 'getClass' is not for rules.",
                "PriceChange(to#Money.amount > 3)                        | A condition cannot contain a cast with '#'.",
                "PriceChange(sku.value matches `(a+)+b`)                 | A pattern to match stands in quotes here, with few repetitions and without a repeated group: it could take for ever.",
                "PriceChange($x : sku, sku.value matches $x.value)       | A pattern to match stands in quotes here, with few repetitions and without a repeated group: it could take for ever.",
                "PriceChange(to soundslik from)                          | Unexpected 'soundslik' in rule \"r\".",
                "PriceChange($late : to after from)                      | There is no operator 'after'.",
                "PriceChange($m : move * 100, $m < 5)                    | A calculation is bound in brackets.",
                "PriceChange() from entry-point `x`                      | A condition has no 'from entry-point'.",
                "PriceChange() from System.getenv()                      | 'System.getenv' is not for rules.",
                "java.io.File()                                          | 'java.io.File' is not for rules.",
                "Number() from accumulate(Spend(), init(int i = 0;) action(i++;) result(i)) | An accumulate has no code of its own here.",
                "accumulate(Spend($a : amount); $n : evil($a))           | There is no function 'evil' to accumulate with.",
                "accumulate(Spend(); $n : count(System.exit(1)))         | 'System.exit' is not for rules.",
                "PriceChange($sku; $to : to)                             | Fields are named, not counted.",
                "PriceChange(Instant.now() != null)                      | 'Instant.now' is not for rules."
            })
    void a_condition_only_reads(String condition, String problem) {
        var rules = headed("import java.time.*\nimport dev.storetwin.type.*\nrule \"r\"\nwhen\n  "
                + condition.replace('`', '"') + "\nthen\n  guard.block(\"x\");\nend\n");

        assertThat(problems(rules))
                .isNotEmpty()
                .allMatch(it -> it.startsWith("9:"))
                .anyMatch(it -> it.endsWith(" " + problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "import java.io.File                       | 'java.io.File' is not for rules.",
                "import java.io.*                          | Package 'java.io' is not for rules.",
                "import java.lang.reflect.*                | Package 'java.lang.reflect' is not for rules.",
                "import java.util.Timer                    | 'java.util.Timer' is not for rules.",
                "import java.util.concurrent.*             | Package 'java.util.concurrent' is not for rules.",
                "import dev.storetwin.drools.*             | Package 'dev.storetwin.drools' is not for rules.",
                "import dev.storetwin.drools.host.Counter  | 'dev.storetwin.drools.host.Counter' is not for rules.",
                "import org.kie.api.runtime.KieSession     | 'org.kie.api.runtime.KieSession' is not for rules.",
                "import static java.lang.Math.max          | A rule file has no 'import static' and 'import function'.",
                "function int f(int x) { return x; }       | A rule file has no 'function'.",
                "function void f() { while (true) {} }     | A rule file has no 'function'.",
                "declare Note text : String end            | A rule file has no 'declare'.",
                "dialect `mvel`                            | The attribute 'dialect' cannot be 'mvel'."
            })
    void a_file_is_made_of_imports_the_guard_and_rules(String line, String problem) {
        var rules = headed(line.replace('`', '"') + "\nrule \"r\" when Spend() then guard.block(\"x\"); end\n");

        assertThat(problems(rules)).containsExactly(place(line) + problem);
    }

    private static String place(String line) {
        return line.startsWith("d") ? "5:9 " : "5:1 ";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rule `r` timer (int: 1s) when Spend() then end        | The attribute 'timer' is not for rules here.",
                "rule `r` agenda-group `x` when Spend() then end       | The attribute 'agenda-group' is not for rules here.",
                "rule `r` activation-group `x` when Spend() then end   | The attribute 'activation-group' is not for rules here.",
                "rule `r` date-effective `x` when Spend() then end     | The attribute 'date-effective' is not for rules here.",
                "rule `r` salience (1 + 2) when Spend() then end       | The attribute 'salience' cannot be '(1 + 2)'.",
                "rule `r` @Author(x) when Spend() then end             | Annotations such as '@Author' are not for rules here.",
                "query `q` Spend() end                                 | A rule file has no 'query'.",
                "rule 'a` + System.exit(1) + `b' when Spend() then end | A rule's name has at most 200 characters, without double quotes and backslashes."
            })
    void a_rule_has_no_clock_no_group_and_no_trick_in_its_name(String rule, String problem) {
        assertThat(problems(headed(rule.replace('`', '"'))))
                .anyMatch(it -> it.startsWith("5:") && it.endsWith(" " + problem));
    }

    @Test
    void a_rule_that_extends_another_is_refused() {
        var rules = headed("rule \"a\" when Spend() then end\nrule \"b\" extends \"a\" when PriceChange() then end\n");

        assertThat(problems(rules)).containsExactly("6:1 A rule stands alone: 'extends' is not for rules here.");
    }

    @Test
    void code_cannot_hide_in_unicode_escapes() {
        var hidden = "rule \"r\" when Spend() then\n  " + "\\" + "u0053ystem.exit(1);\nend\n";

        assertThat(problems(headed(hidden)))
                .containsExactly("6:3 Unicode escapes such as '\\u0053' are not for rules.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "guard.block(\"x\");",
                "guard.review(\"{} and {}\", $to, 3.14159);",
                "var twice = $to.times(2); guard.adjust($p.withTo(twice), \"twice {}\", twice);",
                "Money most = Money.of(\"5\", \"EUR\"); if ($to.compareTo(most) > 0) { guard.block(\"above {}\", most); }",
                "int count = 0; count = count + 1; count++; guard.block(\"{}\", count);",
                "guard.adjust(new PriceChange($p.sku(), $p.channel(), $p.from(), Money.of(\"5\", \"EUR\")), \"five\");",
                "guard.block($to + \" is too much\");",
                "guard.block(\"{}\", Math.round($p.move() * 100));",
                "guard.block(\"{}\", new java.math.BigDecimal(\"1.5\"));",
                "guard.block(\"until {}\", java.time.LocalTime.of(16, 30));",
                "switch ($p.capability()) { case PRICING: guard.block(\"a price\"); break; default: }",
                "guard.block($p.move() < 0 ? \"down\" : \"up\");",
                "// nothing to say"
            })
    void plain_consequences_are_lawful(String consequence) {
        var rules = headed("import dev.storetwin.type.*\nrule \"r\" when $p : PriceChange($to : to) then\n"
                + consequence + "\nend\n");

        assertThat(problems(rules)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PriceChange(to < from)",
                "PriceChange(to < from.times(0.9), to > from.times(0.5))",
                "PriceChange(move < -0.1 || > 0.1)",
                "PriceChange($m : (move * 100), $m < 5)",
                "$p : PriceChange(channel.value in (\"web\", \"app\"), sku.value not in (\"A\"))",
                "PriceChange(sku.value matches \"MUG-[0-9]+\", sku.value str[startsWith] \"MUG\")",
                "PriceChange($sku : sku) not LandedCost(sku == $sku)",
                "PriceChange($sku : sku) exists (LandedCost(sku == $sku) or Category(sku == $sku))",
                "PriceChange($sku : sku) forall(LandedCost(sku == $sku))",
                "Moment(day == DayOfWeek.SUNDAY, time > LocalTime.of(16, 30), date >= LocalDate.of(2025, 1, 1))",
                "PriceChange(to > Money.of(\"5.00\", \"EUR\"), to.amount > 5)",
                "accumulate(Spend($a : amount); $n : count($a); $n > 1)",
                "$all : List(size > 1) from collect(Spend())",
                "( PriceChange(to > from) or PriceChange(move < -0.5) )",
                "PriceChange(!to.endsWith(\"99\"), to != null)",
                "StockCover(days < 14, units >= 1.5)",
                "Action(capability == Capability.PRICING)",
                "Spend(amount.amount > 5000)",
                ""
            })
    void plain_conditions_are_lawful(String condition) {
        var rules = headed("""
                import dev.storetwin.type.*
                import dev.storetwin.proposal.Action
                import java.time.*
                import java.util.List
                rule "r" salience 5 no-loop true dialect "java" enabled true when
                %s
                then
                    guard.block("x");
                end
                """.formatted(condition));

        assertThat(problems(rules)).isEmpty();
    }

    @Test
    void types_of_a_package_that_the_host_lists_are_lawful() {
        var rules = headed("""
                import dev.storetwin.drools.host.*
                rule "r" when $counter : Counter(count > 5, $c : count) then
                    $counter.setCount($c - 1);
                    guard.block("{}", new Counter());
                end
                """);

        var compiler = new DroolsRuleCompiler(DroolsSettings.defaults().allowing("dev.storetwin.drools.host"));

        compiler.compile(rules).close();
    }

    @Test
    void nothing_of_a_refused_rule_runs(@TempDir Path folder) {
        var witness = folder.resolve("witness");
        var rules = RuleSet.of("evil.drl", """
                rule "r" when
                    String(new java.io.File("%s").createNewFile())
                then
                    new java.io.File("%1$s").createNewFile();
                end
                """.formatted(witness.toString().replace('\\', '/')));

        assertThat(problems(rules)).isNotEmpty();
        assertThat(witness).doesNotExist();
    }
}
