package dev.storetwin.drools;

import static dev.storetwin.drools.Drl.cost;
import static dev.storetwin.drools.Drl.given;
import static dev.storetwin.drools.Drl.headed;
import static dev.storetwin.drools.Drl.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.pricing.PriceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyThreadsTest {

    private static final int THREADS = 8;
    private static final int CHECKS = 500;

    private static final RuleSet RULES = headed("""
            rule "floor" when PriceChange($to : to) LandedCost($to < amount.times(1.1)) then guard.block("{} is too low", $to); end
            rule "end" when $c : PriceChange(!to.endsWith("99")) then guard.adjust($c.withTo($c.to().roundedUpToEnding("99")), "ends in 99"); end
            rule "runaway" when $c : PriceChange(to.amount > 190) then update($c); end
            """);

    @Test
    void many_threads_get_the_same_answers_as_one() throws Exception {
        try (var rules = Drl.compile(RULES)) {
            var expected = IntStream.range(0, CHECKS)
                    .mapToObj(it -> rules.check(change(it), given(cost("50"))))
                    .toList();

            var answers = inParallel(() -> IntStream.range(0, CHECKS)
                    .mapToObj(it -> rules.check(change(it), given(cost("50"))))
                    .toList());

            assertThat(answers).hasSize(THREADS).allMatch(expected::equals);
        }
    }

    @Test
    void there_are_no_more_sessions_than_checks_at_one_time() throws Exception {
        var rules = (DroolsRules) Drl.compile(RULES);

        inParallel(() -> IntStream.range(0, CHECKS)
                .mapToObj(it -> rules.check(change(it % 100), given()))
                .toList());

        assertThat(rules.sessions().size()).isBetween(1, THREADS);
        rules.close();
        assertThat(rules.sessions().size()).isZero();
    }

    @Test
    void closing_under_load_changes_no_answer_and_keeps_nothing() throws Exception {
        var rules = Drl.compile(RULES);
        var right = rules.check(change(99), given());

        var answers = inParallel(() -> {
            var answer = IntStream.range(0, CHECKS)
                    .mapToObj(it -> rules.check(change(99), given()))
                    .toList();
            rules.close();
            return answer;
        });

        assertThat(answers).hasSize(THREADS).allSatisfy(it -> assertThat(it).allMatch(right::equals));
        assertThat(((DroolsRules) rules).sessions().size()).isZero();
    }

    @Test
    void several_rule_sets_can_be_compiled_at_one_time() throws Exception {
        var answers = inParallel(() -> {
            try (var rules = Drl.compile(RULES)) {
                return List.of(rules.check(change(20), given(cost("50"))));
            }
        });

        assertThat(answers).hasSize(THREADS).allMatch(answers.get(0)::equals);
    }

    private static PriceChange change(int number) {
        return price("60", "%d.%02d".formatted(1 + number % 200, number % 100));
    }

    private static List<List<Ruling<PriceChange>>> inParallel(Callable<List<Ruling<PriceChange>>> work)
            throws Exception {
        var executor = Executors.newFixedThreadPool(THREADS);
        var start = new CountDownLatch(1);
        try {
            var futures = IntStream.range(0, THREADS)
                    .mapToObj(it -> executor.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            start.countDown();
            var answers = new ArrayList<List<Ruling<PriceChange>>>();
            for (var future : futures) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            executor.shutdownNow();
        }
    }
}
