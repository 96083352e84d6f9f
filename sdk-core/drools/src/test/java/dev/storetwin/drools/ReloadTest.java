package dev.storetwin.drools;

import static dev.storetwin.drools.Drl.given;
import static dev.storetwin.drools.Drl.headed;
import static dev.storetwin.drools.Drl.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.drools.RuleClasses.NotCompiled;
import dev.storetwin.guardrail.Severity;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kie.api.KieServices;

/** Rules come and go while the host runs on. */
class ReloadTest {

    private static final int RELOADS = 20;

    @Test
    void closed_rules_leave_no_classes_behind() {
        var loaders = new ArrayList<WeakReference<ClassLoader>>();

        for (int number = 0; number < RELOADS; number++) {
            loaders.add(useOnce(number));
        }

        assertThat(alive(loaders)).isZero();
    }

    private static WeakReference<ClassLoader> useOnce(int number) {
        var drl = Drl.HEAD
                + "rule \"r\" when PriceChange(to.amount > %d) then guard.block(\"{}\", %d); end"
                        .formatted(number, number);
        try {
            var loader = RuleClasses.class.getClassLoader();
            var knowledge = RuleClasses.compile(List.of(drl), loader).open(loader);
            var rules = new DroolsRules(
                    headed("rule \"r\" when then end"),
                    SessionPool.warm(knowledge, true),
                    DroolsSettings.defaults(),
                    Set.of());
            assertThat(rules.check(price("20", "30"), given()).severity()).isEqualTo(Severity.BLOCKED);
            rules.close();
            return new WeakReference<>(((org.drools.core.impl.InternalRuleBase) knowledge)
                    .getRootClassLoader()
                    .getParent());
        } catch (NotCompiled failure) {
            throw new AssertionError(failure);
        }
    }

    /** Whether a class is gone is only known after the collector has run; it is asked until it has. */
    private static long alive(List<WeakReference<ClassLoader>> loaders) {
        for (int attempt = 0; attempt < 50 && loaders.stream().anyMatch(it -> it.get() != null); attempt++) {
            System.gc();
        }
        return loaders.stream().filter(it -> it.get() != null).count();
    }

    @Test
    void compiling_registers_nothing_and_starts_no_thread_of_its_own() {
        var before = threads();
        var rules = headed("rule \"r\" when PriceChange() then guard.block(\"x\"); end");

        Drl.compile(rules).close();
        Drl.findings(headed("rule \"r\" when Nonsense() then end"));
        Drl.findings(headed("rule \"r\" when PriceChange($t : to) LandedCost($t.amount - amount.amount > 3) then end"));

        var started = new TreeSet<>(threads());
        started.removeAll(before);
        assertThat(started).noneMatch(it -> !it.startsWith("ForkJoinPool.commonPool"));
        assertThat(KieServices.get()
                        .getRepository()
                        .getKieModule(KieServices.get().newReleaseId("dev.storetwin", "rules", "1")))
                .isNull();
    }

    @Test
    void rules_compile_and_judge_on_a_thread_whose_class_loader_knows_nothing() throws Exception {
        var answer = new FutureTask<>(
                () -> Drl.ask(headed("rule \"r\" when PriceChange() then guard.block(\"x\"); end"), price("20", "30")));
        var thread = new Thread(answer);
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        thread.start();

        assertThat(answer.get().severity()).isEqualTo(Severity.BLOCKED);
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
    }
}
